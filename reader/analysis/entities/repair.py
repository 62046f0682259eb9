"""Names that a lost space hides: the surname may be known from another article only."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
    cut = set()
    for start, end in spans:
        short = glue.stem(reading.text[start:end], known)
        if not short:
            continue
        cut.add(short)
        stop = start + len(short)
        at = next((i for i, m in enumerate(mentions) if m.span.start < end and m.span.end > start), None)
        if at is None:
            mentions.append(_new(reading.text, start, stop))
        elif mentions[at].name.end > stop:
            old = mentions[at]
            name = Span(min(old.name.start, start), stop)
            span = Span(min(old.span.start, start), stop)
            mentions[at] = replace(old, span=span, name=name, type=EntityType.PERSON)
    for short in cut:
        for match in re.finditer(rf"(?<![^\W_]){re.escape(short)}(?![^\W_])", reading.text):
            if not any(m.span.start < match.end() and m.span.end > match.start() for m in mentions):
                mentions.append(_new(reading.text, *match.span()))
    mentions.sort(key=lambda m: m.span)
    return replace(reading, entities=tuple(mentions))


def _new(text: str, start: int, stop: int) -> EntityMention:
    before = _BEFORE.search(text, max(0, start - 24), start)
    if before and before.group(1) in word_list("first_names"):
        start = before.start(1)
    span = Span(start, stop)
    return EntityMention(span, EntityType.PERSON, span)
