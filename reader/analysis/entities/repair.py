"""Names that a lost space hides: the surname may be known from another article only."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.analysis.entities import glue
from reader.analysis.entities.gazetteer import word_list
from reader.analysis.reading import EntityMention, EntityType, Reading
from reader.document.span import Span

_CAPITAL = re.compile(r"(?<![^\W_])[A-Z][^\W_]{5,40}(?![^\W_])")
_BEFORE = re.compile(r"([A-Z][^\W\d_]{1,20})[ ]$")


def repair(readings: Iterable[Reading]) -> list[Reading]:
    """The readings with names cut from glued words: mentions that end in one, and words that no mention covers."""
    readings = list(readings)
    glued = [[m.span() for m in _CAPITAL.finditer(r.text) if glue.looks_glued(m.group())] for r in readings]
    if not any(glued):
        return readings
    known = {
        word
        for r in readings
        for m in r.entities
        if m.type is EntityType.PERSON
        for word in m.name.of(r.text).split()[-1:]
        if not glue.looks_glued(word)
    }
    return [_mend(r, spans, known) if spans else r for r, spans in zip(readings, glued, strict=True)]


def _mend(reading: Reading, spans: Iterable[tuple[int, int]], known: set[str]) -> Reading:
    mentions = list(reading.entities)
    starts = [m.span.start for m in mentions]
    added: list[EntityMention] = []
    cut = set()
    for start, end in spans:
        short = glue.stem(reading.text[start:end], known)
        if not short:
            continue
        cut.add(short)
        stop = start + len(short)
        at = _covering(mentions, starts, start, end)
        if at is None:
            added.append(_new(reading.text, start, stop, _floor(mentions, starts, start)))
        elif mentions[at].name.end > stop:
            old = mentions[at]
            name = Span(min(old.name.start, start), stop)
            span = Span(min(old.span.start, start), stop)
            mentions[at] = replace(old, span=span, name=name, type=EntityType.PERSON)
    for short in cut:
        for match in re.finditer(rf"(?<![^\W_]){re.escape(short)}(?![^\W_])", reading.text):
            if _covering(mentions, starts, *match.span()) is None:
                added.append(_new(reading.text, *match.span(), _floor(mentions, starts, match.start())))
    return replace(reading, entities=tuple(sorted((*mentions, *added), key=lambda m: m.span)))


def _covering(mentions: Sequence[EntityMention], starts: Sequence[int], start: int, end: int) -> int | None:
    """Index of the mention that shares a character with a range."""
    at = bisect_left(starts, end) - 1
    return at if at >= 0 and mentions[at].span.end > start else None


def _floor(mentions: Sequence[EntityMention], starts: Sequence[int], start: int) -> int:
    """Where the mention before an offset ends."""
    at = bisect_left(starts, start) - 1
    return mentions[at].span.end if at >= 0 else 0


def _new(text: str, start: int, stop: int, floor: int) -> EntityMention:
    before = _BEFORE.search(text, max(floor, start - 24), start)
    if before and before.group(1) in word_list("first_names"):
        start = before.start(1)
    span = Span(start, stop)
    return EntityMention(span, EntityType.PERSON, span)
