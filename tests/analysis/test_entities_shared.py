"""Names in the sample story: every mention of the gold is found, and joined as the gold joins it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader.analysis.chain import read_all
from reader.analysis.reading import Reading
from reader.document.article import Article, Section, Sentence
from reader.document.span import Span

pytestmark = pytest.mark.shared


def story(shared: Path, gold: dict[str, Any]) -> dict[str, Reading]:
    """The readings of the three articles by letter, each read as it stands in its file."""
    articles = []
    for letter, source in sorted(gold["sources"].items()):
        name = source["file"]
        text = (shared / "seeds" / name).read_text(encoding="utf-8")
        whole = (Sentence(Span(0, len(text)), Section.BODY, 0),)
        articles.append(Article(letter, letter, name, letter, text, "", "lead", whole))
    readings, _ = read_all(articles)
    return {r.article.letter: r for r in readings}


def test_every_name_of_the_sample_story_is_found_and_joined(shared: Path) -> None:
    gold = json.loads((shared / "gold" / "seeds.json").read_text(encoding="utf-8"))
    readings = story(shared, gold)
    missing = []
    joined: dict[str, set[str]] = {}
    for entity in gold["entities"]:
        for letter, mentions in entity["mentions"].items():
            for mention in mentions:
                place = Span(mention["char_start"], mention["char_end"])
                found = [m for m in readings[letter].entities if m.span.overlaps(place) and not m.pronoun]
                if found:
                    joined.setdefault(entity["name"], set()).add(found[-1].entity)
                else:
                    missing.append((letter, mention["text"]))
    assert missing == []
    split = {name: ids for name, ids in joined.items() if len(ids) > 1}
    assert split == {}
    assert len({i for ids in joined.values() for i in ids}) >= len(joined) - 1
