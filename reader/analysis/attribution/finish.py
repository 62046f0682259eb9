"""From a chosen frame to an attribution: exact spans, the kind, the audience, who passed it on."""

from __future__ import annotations

from reader.analysis.attribution.frames import Cue, Source
from reader.analysis.attribution.model import Frame
from reader.analysis.attribution.phrases import np_right
from reader.analysis.attribution.regions import QUOTE, Region
from reader.analysis.reading import Attribution, AttributionKind, Reading, Speaker
from reader.document.span import Span

_TOLD = frozenset({"tell", "remind", "inform", "assure", "notify", "warn", "ask", "urge", "brief"})
_PLAIN = frozenset({"LOW", "ROLE", "DT", "POS", "NUM", "'s", "IN", "ED", "ING", "ADV", "PRP"})


def finish(reading: Reading, frame: Frame) -> Attribution:
    """The attribution that a frame stands for."""
    cue, region = frame.cue, frame.cue.region
    content = _trim(reading.text, frame.content.start, frame.content.end)
    speaker = _speaker(reading, region, frame.source)
    first = cue.at - 1 if cue.kind == "according" else cue.at
    to = audience(cue, content)
    return Attribution(
        speaker=speaker,
        cue=region.span(first, cue.at + 1),
        content=content,
        kind=_kind(reading, content),
        to=to,
    )


def _trim(text: str, start: int, end: int) -> Span:
    """A content without spaces and loose commas at its ends."""
    while start < end and (text[start].isspace() or text[start] in ",:;–—"):
        start += 1
    while end > start + 1 and (text[end - 1].isspace() or text[end - 1] in ",:;–—"):
        end -= 1
    return Span(start, end)


def _speaker(reading: Reading, region: Region, source: Source) -> Speaker | None:
    """The speaker with whether it is named: by a person's name, or a publication's."""
    if source.first < 0:
        return None
    return Speaker(region.span(source.first, source.stop), is_named(region, source.first, source.stop))


def is_named(region: Region, first: int, stop: int) -> bool:
    """Does a phrase end in a proper name rather than in what somebody is?"""
    return region.kind[stop - 1] == "CAP"


def _kind(reading: Reading, content: Span) -> AttributionKind:
    """Direct where nearly all of a content is quoted, mixed where some of it is, else indirect."""
    quoted = sum(q.span.overlap(content) for q in reading.quotes)
    if not quoted:
        return AttributionKind.INDIRECT
    return AttributionKind.DIRECT if quoted >= 0.9 * len(content) else AttributionKind.MIXED


def audience(cue: Cue, content: Span) -> Span | None:
    """To whom it was said: "told CBS News", "in an interview with the paper"."""
    region = cue.region
    if cue.lemma in _TOLD:
        end = np_right(region, cue.at + 1, len(region))
        if end and region.kind[cue.at + 1] != QUOTE:
            return region.span(cue.at + 1, end)
    return None
