"""The trained tagger: labels each token of a paragraph as part of a name or not."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.analysis.entities.features import features
from reader.analysis.tokens import Token

if TYPE_CHECKING:
    import pycrfsuite

MODEL = "entities.crfsuite"


class Name(NamedTuple):
    """``tokens[first:last]`` of one paragraph are a name of a kind: PER, ORG, LOC, NORP, FAC, PRO or MISC."""

    first: int
    last: int
    kind: str


@cache
def _model() -> tuple[pycrfsuite.Tagger, bytes]:
    """The tagger and the bytes that it reads from: it holds a bare pointer to them, so they must live as long."""
    import pycrfsuite  # noqa: PLC0415 - a tenth of the start of the program, and not every start reads an article

    weights = (Path(__file__).parent / MODEL).read_bytes()
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(weights)
    return tagger, weights


def tag(paragraphs: Sequence[Sequence[Token]]) -> list[list[Name]]:
    """The names in each paragraph of one article; linear-chain CRF (Lafferty et al. 2001) over BIOES labels."""
    model, _ = _model()
    return [decode(model.tag(rows)) if rows else [] for rows in features(paragraphs)]


def decode(labels: Sequence[str]) -> list[Name]:
    """Names from BIOES labels; a broken sequence is mended by beginning a new name."""
    names: list[Name] = []
    start, kind = -1, ""
    for i, label in enumerate([*labels, "O"]):
        position, _, now = label.partition("-")
        if start >= 0 and (position in ("O", "B", "S") or now != kind):
            names.append(Name(start, i, kind))
            start = -1
        if position != "O" and start < 0:
            start, kind = i, now
        if position in ("E", "S"):
            names.append(Name(start, i + 1, kind))
            start = -1
    return names
