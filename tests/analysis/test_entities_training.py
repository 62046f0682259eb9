"""Making the tagger of names again: a tiny made-up corpus is learnt, slimmed and read back."""

from __future__ import annotations

import json
from pathlib import Path

import pycrfsuite
import pytest

from reader.analysis.entities.features import features
from reader.analysis.entities.tagger import Name, decode
from reader.analysis.tokens import tokenize
from reader.training.__main__ import main
from reader.training.entities.data import read, running_text
from reader.training.entities.modelfile import lookup3, slim, write
from reader.training.entities.modelfile import read as read_model

Row = dict[str, object]


def row(number: int, text: str, *names: tuple[int, int, str]) -> Row:
    """A document of one sentence in the form of the training files."""
    return {"id": f"d{number}", "s": [{"t": text, "e": [list(n) for n in names]}]}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Twenty sentences of news and ten of the clearly licensed kind."""
    people = ["Ola", "Ida", "Per", "Kari", "Nils"]
    news = [
        row(i, f"{p} Brekke left Skien on Monday .", (0, 2, "Person"), (3, 4, "Location")) for i, p in enumerate(people)
    ]
    news += [row(9, "The Skien Bank said nothing .", (1, 3, "Organization"))] * 10
    clean = [
        row(i, f"Mr {p} ' s house is in Skien .", (1, 2, "Person"), (7, 8, "Location")) for i, p in enumerate(people)
    ]
    for name, rows in (("ner_eww.train", news), ("ner_eww.dev", news[:2]), ("ner_clean_made", clean)):
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    return tmp_path


def names_of(model: Path, text: str) -> list[tuple[str, str]]:
    """What a model finds in a text."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    tokens = tokenize(text)
    found = decode(tagger.tag(features([tokens])[0]))
    return [(" ".join(t.form for t in tokens[n.first : n.last]), n.kind) for n in found]


@pytest.mark.parametrize("clean", [False, True])
def test_a_model_is_made_again_and_says_its_score(
    corpus: Path, clean: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    out = corpus / "made.crfsuite"
    flags = ["--clean"] if clean else []
    assert main(["entities", "--data", str(corpus), "--out", str(out), "--rounds", "30", *flags]) == 0
    assert ("Skien", "LOC") in names_of(out, "Mr Ida's house is in Skien.")
    assert "F1" in capsys.readouterr().out
    assert not any(a.startswith("~") for a in read_model(out.read_bytes()).attributes)


def test_a_folder_without_data_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["entities", "--data", str(tmp_path), "--out", str(tmp_path / "x")]) == 2
    assert "ner_clean_" in capsys.readouterr().err


def test_a_part_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nothing"]) == 2
    assert "entities" in capsys.readouterr().err


def test_labelled_tokens_fall_on_the_tokens_of_running_text(corpus: Path) -> None:
    (document, *_) = read(corpus / "ner_clean_made.jsonl")
    ((tokens, labels),) = document.paragraphs
    assert [t.form for t in tokens] == ["Mr", "Ola", "'s", "house", "is", "in", "Skien", "."]
    assert decode(labels) == [Name(1, 2, "PER"), Name(6, 7, "LOC")]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ('He said , " Go on . " Then left .', 'He said, "Go on." Then left.'),
        ("the long - time chief ( of staff )", "the long-time chief (of staff)"),
        ("It 's Smith ' s U . S . car", "It's Smith's U. S. car"),
        ("`` No , '' he said", "“ No,” he said"),
    ],
)
def test_tokens_become_running_text(words: str, text: str) -> None:
    made, places = running_text(words.split(" "))
    assert made.replace("“ ", "“") == text.replace("“ ", "“")
    assert len(places) == len(words.split(" "))


def test_the_rewritten_file_tags_like_the_first(corpus: Path) -> None:
    trainer = pycrfsuite.Trainer(verbose=False)
    for document in read(corpus / "ner_eww.train.jsonl"):
        for tokens, labels in document.paragraphs:
            trainer.append(features([tokens])[0], labels)
    whole, same = corpus / "whole", corpus / "same"
    trainer.train(str(whole))
    slim(whole, same, lambda _: True, 0.0)
    first, second = pycrfsuite.Tagger(), pycrfsuite.Tagger()
    first.open(str(whole))
    second.open(str(same))
    rows = features([tokenize("Ola Brekke of the Skien Bank said Kari left Oslo.")])[0]
    assert first.tag(rows) == second.tag(rows)
    assert first.probability(first.tag(rows)) == pytest.approx(second.probability(second.tag(rows)))
    slimmer = corpus / "slimmer"
    features_left, attributes_left = slim(whole, slimmer, lambda a: a.startswith("w="), 0.05)
    assert slimmer.stat().st_size < same.stat().st_size
    model = read_model(slimmer.read_bytes())
    assert (len(model.features), len(model.attributes)) == (features_left, attributes_left)
    assert write(model) == slimmer.read_bytes()


def test_a_file_that_is_no_model_is_refused() -> None:
    with pytest.raises(ValueError, match="CRFsuite"):
        read_model(b"nothing of the kind" * 10)


@pytest.mark.parametrize(("key", "value"), [(b"", 0xDEADBEEF), (b"Four score and seven years ago", 0x17770551)])
def test_the_hash_is_the_published_one(key: bytes, value: int) -> None:
    assert lookup3(key) == value
