"""Sentences into claims: what one sentence says, one statement each, with who is said to have said it peeled off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.analysis.reading import Attribution, AttributionKind, DateMention, Reading
from reader.comparison import clauses
from reader.comparison.marks import Near
from reader.comparison.model import Claim
from reader.document import dateline
from reader.document.article import Section, Sentence
from reader.document.sentences import opening
from reader.document.span import Span

_LONGEST = 2000
"""Sentences longer than this (characters) are lists or tables: they stay whole."""
_EDGE = " \t\r\n\f\v\u00a0,;:—–-\"“”'‘’()[]"
_BESIDE_CUE = 6
"""A clause that holds the verb of speech says something itself from this many words of content on."""
_SAID = 2
"""What somebody said is a claim of its own from so many words of content on ("he pleaded not guilty" stays whole)."""
_CALLING = frozenset(
    f"{verb}{ending}"
    for verb in ("call", "describ", "label", "dub", "brand", "term", "characteriz", "characteris", "portray", "plead")
    for ending in ("ed", "bed", "s", "es", "e", "ing", "led")
)
"""Verbs by which somebody gives a thing a name, and by which he says what he is."""
_EPITHET = 6
"""What somebody is called has at most so many words of content."""
_CONJUNCTION = re.compile(r"(?:and|but|or|yet|that)\s+", re.I)


def cut(reading: Reading) -> tuple[Claim, ...]:
    """The claims of one article, in the order of the text; questions of an FAQ and credit lines make none."""
    out: list[Claim] = []
    figures = Near(reading.figures, lambda f: f.span)
    dates = Near(reading.dates, lambda d: d.span)
    entities = Near(reading.entities, lambda m: m.span)
    attributions = Near(reading.attributions, lambda a: a.content)
    certainties = Near(reading.certainties, lambda m: m.scope)
    first = opening(reading.article.sentences)
    for number, sentence in enumerate(reading.article.sentences):
        title = first is not None and sentence.paragraph == first.paragraph
        if sentence.section in (Section.FAQ_QUESTION, Section.CREDIT) or (
            sentence.section is Section.HEADLINE and not title  # a heading inside the article
        ):
            continue
        near = Reading(
            reading.article, dates.overlapping(sentence.span), figures.overlapping(sentence.span),
            entities.overlapping(sentence.span), (), attributions.overlapping(sentence.span),
            certainties.overlapping(sentence.span),
        )  # fmt: skip
        out.extend(_claim(near, number, sentence, span) for span in _spans(near, number, sentence))
    return tuple(out)


def _claim(near: Reading, number: int, sentence: Sentence, span: Span) -> Claim:
    return Claim(
        near.article.id, number, sentence.section, span, sentence.span,
        tuple(f for f in near.figures if span.contains(f.number)),
        tuple(d for d in near.dates if span.overlaps(d.span)),
        tuple(dict.fromkeys(m.entity for m in near.entities if m.entity and span.overlaps(m.span))),
        near.attribution_of(span), near.certainty_of(span),
    )  # fmt: skip


def _spans(near: Reading, number: int, sentence: Sentence) -> list[Span]:
    """The words of each statement of a sentence; the sentence itself where there is nothing to cut."""
    text = near.text
    whole = Span(dateline.begin(text, number, sentence.span), sentence.span.end)
    if len(whole) > _LONGEST:
        return [whole]
    figures = [f.number for f in near.figures]
    pieces: list[Span] = []
    for part in _contents(text, whole, near.attributions, near.dates):
        pieces += clauses.cut(text, part, figures)
    trimmed = [t for p in pieces if (t := _trim(text, p, figures))]
    return trimmed if len(trimmed) > 1 else trimmed if near.attributions and trimmed else [whole]


def _contents(
    text: str, whole: Span, attributions: Sequence[Attribution], dates: Sequence[DateMention]
) -> list[Span]:
    """The sentence without who says it: what is said, and what stands beside it if it says something too."""
    attributions = [a for a in attributions if not _inseparable(text, a)]
    if not attributions:
        return [whole]
    edges = {whole.start, whole.end}
    for a in attributions:
        edges |= {e for e in (a.content.start, a.content.end) if whole.start < e < whole.end}
    ends = sorted(edges)
    out: list[Span] = []
    for start, end in pairwise(ends):
        part = Span(start, end)
        if any(2 * a.content.overlap(part) >= len(part) for a in attributions):
            out.append(part)
        else:
            out += _beside(text, part, attributions, dates)
    return out or [whole]


def _inseparable(text: str, said: Attribution) -> bool:
    """Has what somebody said no sense without what he said it of?

    "He pleaded not guilty", "called the talks “childish”", "described the deal as “a mistake”".
    """
    content = said.content
    weight = clauses.weight(text, content.start, content.end)
    if weight < _SAID or (said.cue and said.cue.of(text).lower().split()[-1] in _CALLING):
        return True
    if said.kind is AttributionKind.INDIRECT or weight > _EPITHET or not said.cue or said.cue.end > content.start:
        return False
    between = text[said.cue.end : content.start].strip(" \"“‘'").lower()
    named = clauses.weight(text, said.cue.end, content.start) > 0 and not between.endswith(("that", ",", ":"))
    return between.endswith(" as") or between == "as" or named


def _beside(text: str, part: Span, attributions: Sequence[Attribution], dates: Sequence[DateMention]) -> list[Span]:
    """The clauses around a quotation that do more than name the speaker, the verb and the audience."""
    cues = [a.cue for a in attributions if a.cue]
    known = {s for a in attributions for s in (a.cue, a.to, a.speaker and a.speaker.span, a.via and a.via.span) if s}
    known |= {d.span for d in dates if not any(k.overlaps(d.span) for k in known)}
    marks = [part.start, *clauses.borders(text, part), part.end]
    pieces = [Span(a, b) for a, b in pairwise(marks) if a < b]
    out = []
    for piece in pieces:
        left = clauses.weight(text, piece.start, piece.end)
        inside = [s for s in known if piece.overlaps(s)]
        left -= sum(clauses.weight(text, max(s.start, piece.start), min(s.end, piece.end)) for s in inside)
        least = _BESIDE_CUE if any(piece.overlaps(c) for c in cues) else 3
        if left >= least and not clauses.announces(text, piece):
            out.append(piece)
    return out


def _trim(text: str, piece: Span, figures: Sequence[Span]) -> Span | None:
    """A piece without the marks and conjunctions at its edges; None if nothing is left."""
    start, end = piece.start, piece.end
    while start < end and text[start] in _EDGE:
        start += 1
    if match := _CONJUNCTION.match(text, start, end):
        start = match.end()
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    for figure in figures:  # a sign such as a minus or a currency mark at the edge belongs to its figure
        if piece.contains(figure):
            start, end = min(start, figure.start), max(end, figure.end)
    return Span(start, end) if start < end else None
