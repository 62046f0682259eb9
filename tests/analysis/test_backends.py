"""A spaCy pipeline that the user has takes the place of the built-in finder of names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy

from tests.cli.run import reader

TEXT = "The Zorblax Council met in Quuxville. Mira Vantongeren voted for 12 of 40 motions."


@pytest.fixture
def pipeline(tmp_path: Path) -> str:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "ORG", "pattern": "The Zorblax Council"},
            {"label": "GPE", "pattern": "Quuxville"},
            {"label": "PERSON", "pattern": "Mira Vantongeren"},
            {"label": "CARDINAL", "pattern": "40"},
        ]
    )
    nlp.to_disk(tmp_path / "small")
    return f"spacy:{tmp_path / 'small'}"


def test_its_names_are_marked_and_figures_stay_ours(pipeline: str) -> None:
    done = reader("analyze", "--json", "--backend", pipeline, "-", stdin=TEXT.encode())
    assert done.returncode == 0, done.stderr
    mentions = json.loads(done.stdout)["articles"][0]["mentions"]
    names = [(m["text"], m["type"]) for m in mentions if m["kind"] == "entity"]
    assert names == [("The Zorblax Council", "organisation"), ("Quuxville", "place"), ("Mira Vantongeren", "person")]
    council = next(m for m in mentions if m["text"] == "The Zorblax Council")
    assert TEXT[council["name"]["start"] : council["name"]["end"]] == "Zorblax Council"
    assert [m["value"] for m in mentions if m["kind"] == "figure"] == [12, 40]


@pytest.mark.parametrize(
    ("backend", "said"),
    [
        ("spacy:no_such_pipeline", "no pipeline 'no_such_pipeline'"),
        ("stanza:en", "no backend"),
        ("spacy:", "no backend"),
    ],
)
def test_a_backend_that_is_not_there(backend: str, said: str) -> None:
    done = reader("analyze", "--backend", backend, "-", stdin=TEXT.encode())
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr and done.stderr.count("\n") == 1
