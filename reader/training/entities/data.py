"""Training texts: tokens with labelled names, turned into running text and cut as the program cuts it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.analysis.tokens import Token, tokenize

LABELS = {
    "person": "PER",
    "organization": "ORG",
    "location": "LOC",
    "norp": "NORP",
    "facility": "FAC",
    "product": "PRO",
    "misc": "MISC",
}
_CLOSING = frozenset(",.;:?!)]}%’”…") | {"''", "...", "n't", "n’t"}
_OPENING = frozenset("([{$£€“‘#@") | {"``"}
_SUFFIX = re.compile(r"['’](?:s|re|ve|ll|d|m)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Document:
    """One article: for each paragraph its tokens and, for each token, its BIOES label."""

    id: str
    paragraphs: tuple[tuple[Sequence[Token], Sequence[str]], ...]


def read(path: Path) -> Iterator[Document]:
    """The documents of a JSONL file: ``{"id", "s": [{"t": "space separated tokens", "e": [[start, end, kind]]}]}``."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            paragraphs = tuple(_label(s["t"].split(" "), s["e"]) for s in row["s"] if s["t"].strip())
            yield Document(str(row.get("id", number)), paragraphs)


def running_text(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """The words as a newspaper would print them, and where each one stands."""
    text = ""
    places = []
    glue = True
    quoted = False
    for i, raw in enumerate(words):
        word = {"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")"}.get(raw, raw)
        before = words[i - 1] if i else ""
        after = words[i + 1] if i + 1 < len(words) else ""
        left, right = word in _CLOSING or bool(_SUFFIX.match(word)), word in _OPENING or word.endswith(("$", "£", "€"))
        if word == '"':
            left, right, quoted = quoted, not quoted, not quoted
        elif word in "'’" and after == "s":
            left = right = True
        elif word == "-":
            left = right = before[-1:].isalnum() and after[:1].isalnum()
        if not (left or glue):
            text += " "
        places.append((len(text), len(text) + len(word)))
        text += word
        glue = right
    return text, places


def _label(words: Sequence[str], names: Sequence[Sequence[object]]) -> tuple[list[Token], list[str]]:
    text, places = running_text(words)
    tokens = tokenize(text)
    labels = ["O"] * len(tokens)
    for first, last, kind in names:
        label = LABELS.get(str(kind).lower())
        if label is None:
            continue
        start, end = places[int(str(first))][0], places[int(str(last)) - 1][1]
        inside = [i for i, t in enumerate(tokens) if t.start < end and t.end > start]
        if not inside or any(labels[i] != "O" for i in inside):
            continue
        for i in inside:
            labels[i] = f"I-{label}"
        if len(inside) == 1:
            labels[inside[0]] = f"S-{label}"
        else:
            labels[inside[0]], labels[inside[-1]] = f"B-{label}", f"E-{label}"
    return tokens, labels
