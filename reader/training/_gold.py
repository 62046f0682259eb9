"""Stories whose facts are known down to the words of each claim: who reports what, and what must stay apart.

Two kinds have one form (``facts`` with ``reports``, ``claims`` and ``figures`` by article, ``never_join``), offsets
only: the panel's ``gold/EVENT.json`` over ``EVENT/*.txt``, and ``annotations/*.json`` here over documents of ECB+.
These have ``judged`` too: pairs of claims that no fact links, read once more because a program took them for the same
(``["same" or "open", [article, start, end], [article, start, end]]``; what was found to be two facts is left out).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.analysis.chain import read_all
from reader.analysis.reading import Reading
from reader.document.article import RawDocument
from reader.document.metadata import article_of
from reader.ingest import gather

Json = dict[str, Any]
ANNOTATIONS = Path(__file__).parent / "annotations"


@dataclass(frozen=True)
class GoldStory:
    """The readings of a story and its gold; ``shift`` is where the text of each article begins in the annotated file.

    ``topic`` names stories that must not be learnt from when one of them is measured.
    """

    name: str
    topic: str
    readings: tuple[Reading, ...]
    gold: Json
    shift: dict[str, int]


def panel(folder: Path) -> Iterator[GoldStory]:
    """The stories of a panel: ``folder/gold/*.json`` and ``folder/EVENT/*.txt``."""
    for path in sorted((folder / "gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        texts = folder / str(gold["event"])
        readings, _ = read_all(gather([str(texts)]).articles)
        shift = {
            r.article.source: max(0, (texts / f"{r.article.source}.txt").read_text("utf-8").find(r.text[:200]))
            for r in readings
        }
        yield GoldStory(path.stem, f"panel {path.stem}", readings, gold, shift)


def annotated(docs: Path) -> Iterator[GoldStory]:
    """The annotated stories of ECB+; ``docs`` is ``ecb_dev_docs.jsonl``.

    :raises ValueError: a document is not the one that was annotated.
    """
    texts = {row["doc"]: row for row in map(json.loads, docs.open(encoding="utf-8"))}
    for path in sorted(ANNOTATIONS.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        articles, shift = [], {}
        for n, (name, known) in enumerate(gold["articles"].items()):
            text = "\n".join(s["text"] for s in texts[name]["sents"])
            if hashlib.sha256(text.encode()).hexdigest()[:12] != known["sha12"]:
                raise ValueError(f"{name} of {docs} is not the text that {path.name} was made on")
            articles.append(article_of(RawDocument(text, f"{name}.txt", id=name, source=name), chr(65 + n)))
            shift[name] = max(0, text.find(articles[-1].text[:200]))
        readings, _ = read_all(articles)
        yield GoldStory(path.stem, texts[name]["topic"], readings, gold, shift)
