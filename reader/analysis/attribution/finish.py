"""From a chosen frame to an attribution: exact spans, the kind, the audience, who passed it on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from reader.analysis.attribution.frames import Cue, end_of
from reader.analysis.attribution.lexicon import publications, word_classes
from reader.analysis.attribution.model import Frame
from reader.analysis.attribution.phrases import np_left, np_right
from reader.analysis.attribution.regions import QUOTE, Region
from reader.analysis.reading import Attribution, AttributionKind, EntityType, Reading, Speaker
from reader.document.span import Span

_TOLD = frozenset({"tell", "remind", "inform", "assure", "notify", "ask", "urge"})
_LOOSE = ",:;–—"
_TALKS = frozenset({"interview", "interviews", "statement", "briefing", "speech", "letter", "email", "call", "remarks"})
_PAPERS = frozenset({"statement", "letter", "memo", "email", "message", "note", "tweet", "post"})
_VERBS = frozenset({"BE", "HAVE", "MD", "DO", "VB", "ED", "CUE"})
_QUOTED = frozenset({"quoted", "quotes", "quoting", "cited"})
_AT_END = frozenset({"late", "early", "last", "on", "in"})


def finish(reading: Reading, frame: Frame, others: Sequence[Frame]) -> Attribution:
    """The attribution that a frame stands for; ``others`` are the chosen frames of the same region."""
    cue, region = frame.cue, frame.cue.region
    start, end = frame.content.start, _cut(frame, others)
    speaker = None
    if frame.source.first >= 0:
        speaker = _speaker(reading, region, *_who(region, frame.source.first, frame.source.stop))
    via = None
    if passed := _passed_on(reading, cue, speaker):
        speaker, via, words = passed
        if words:
            start, end = words
    content = _trim(reading.text, start, end)
    to = audience(cue, content)
    if to and speaker and to.overlaps(speaker.span):
        to = None
    first = cue.at - 1 if cue.kind == "according" else cue.at
    return Attribution(speaker, region.span(first, cue.at + 1), content, _kind(reading, content), to, via)


def _cut(frame: Frame, others: Sequence[Frame]) -> int:
    """Where a clause after its cue ends: before "and said …", ", denying …" of the same speaker."""
    cue, region, content = frame.cue, frame.cue.region, frame.content
    kind, low = region.kind, region.low
    if content.first <= cue.at or content.end != region.ends[content.stop - 1]:
        return content.end
    if frame.source.pattern == "rel" and kind[frame.source.stop] == ",":
        for at in range(content.first + 1, content.stop - 1):
            if kind[at] == "," and kind[at + 1] in _VERBS:
                return region.ends[at - 1]
    if content.pattern in ("after|", "after,") and not _VERBS.intersection(kind[content.first : content.stop]):
        size = end_of(region)  # "said some 40 boats, counting the tugs, were lost": the verb is still to come
        if any(kind[at] == "," and kind[at + 1] in _VERBS for at in range(content.stop + 1, size - 1)):
            return region.ends[size - 1]
    if not content.pattern.startswith("after"):
        return content.end
    for at in range(content.first + 2, content.stop):
        if kind[at] != "CUE" or region.starts[at] >= content.end:
            continue
        back = at - 1
        while back > content.first and kind[back] in ("ADV", "HAVE"):
            back -= 1
        linked = kind[back] == "CC" and low[back] in ("and", "but")
        same = any(o.cue.at == at and o.source.first == frame.source.first for o in others)
        if (linked and same) or (kind[back] == "," and low[at].endswith("ing") and back == at - 1):
            while back > content.first + 1 and kind[back - 1] in (",", "CC"):
                back -= 1
            return region.ends[back - 1]
    return content.end


def _trim(text: str, start: int, end: int) -> Span:
    """A content without spaces and loose commas at its ends."""
    while start < end - 1 and (text[start].isspace() or text[start] in _LOOSE):
        start += 1
    while end > start + 1 and (text[end - 1].isspace() or text[end - 1] in _LOOSE):
        end -= 1
    return Span(start, end)


def _who(region: Region, first: int, stop: int) -> tuple[int, int]:
    """Who issued a statement "saying" it, rather than the statement, where the sentence tells."""
    if region.low[stop - 1] in _PAPERS and first >= 2 and region.kind[first - 1] in ("VB", "ED", "CUE"):
        begin = np_left(region, first - 1, 0, True)
        if begin is not None:
            return begin, first - 1
    return first, stop


def _speaker(reading: Reading, region: Region, first: int, stop: int) -> Speaker:
    """The speaker with whether it is named."""
    span = region.span(first, stop)
    return Speaker(span, _is_named(reading, region, span, first, stop))


def _is_named(reading: Reading, region: Region, span: Span, first: int, stop: int) -> bool:
    """Is a speaker given by a person's name or a publication's, not by a body, a post or a country?"""
    kind, low = region.kind, region.low
    if kind[first] == "PRP":
        return low[first] in ("he", "she") and stop - first == 1
    if kind[stop - 1] == "CAP" and low[stop - 1] in publications():
        return True
    if reading.entities:
        at = bisect_left(reading.entities, span.start, key=lambda mention: mention.span.end)
        while at < len(reading.entities) and reading.entities[at].span.start < span.end:
            mention = reading.entities[at]
            if mention.type is EntityType.PERSON and mention.name.end + 2 >= span.end:
                return True
            at += 1
        return False
    names = [i for i in range(first, stop) if kind[i] == "CAP"]
    if not names or names[-1] != stop - 1 or word_classes().get(low[stop - 1]) == "ROLE":
        return False
    return "TITLE" in kind[first:stop] or (kind[first] not in ("DT", "POS") and (len(names) >= 2 or stop - first == 1))


def _kind(reading: Reading, content: Span) -> AttributionKind:
    """Direct where nearly all of a content is quoted, mixed where some of it is, else indirect."""
    at = max(0, bisect_left(reading.quotes, content.start, key=lambda quote: quote.span.start) - 1)
    quoted, reached = 0, 0
    while at < len(reading.quotes) and reading.quotes[at].span.start < content.end:
        span = reading.quotes[at].span
        if span.start >= reached:
            quoted += span.overlap(content)
            reached = span.end
        at += 1
    if not quoted:
        return AttributionKind.INDIRECT
    direct = quoted + 24 >= len(content) and 2 * quoted > len(content)
    return AttributionKind.DIRECT if direct else AttributionKind.MIXED


def audience(cue: Cue, content: Span) -> Span | None:
    """To whom it was said: "told CBS News", "in an interview with the paper", "said to reporters"."""
    region = cue.region
    kind, low = region.kind, region.low
    size = end_of(region)
    if cue.lemma in _TOLD:
        if kind[cue.group : cue.at] and "BE" in kind[cue.group : cue.at]:
            return None
        return _audience_at(region, cue.at + 1, size, content)
    for at in range(cue.at + 1, min(size - 1, cue.at + 9)):
        if kind[at] == QUOTE or low[at] == "that":
            break
        if low[at] in ("with", "to") and (at == cue.at + 1 or low[at - 1] in _TALKS):
            return _audience_at(region, at + 1, size, content)
    return None


def _audience_at(region: Region, start: int, size: int, content: Span) -> Span | None:
    """The noun phrase at an item, without the time words at its end and outside what was said."""
    stop = np_right(region, start, size)
    if stop is None or region.kind[start] == QUOTE:
        return None
    while stop > start + 1 and region.low[stop - 1] in _AT_END:
        stop -= 1
    span = region.span(start, stop)
    return None if span.overlaps(content) else span


def _passed_on(
    reading: Reading, cue: Cue, speaker: Speaker | None
) -> tuple[Speaker, Speaker | None, tuple[int, int] | None] | None:
    """Speaker, messenger and words of "the paper quoted X as saying", "X was quoted by Y as saying"."""
    region = cue.region
    low, size = region.low, end_of(region)
    if cue.lemma in ("say", "tell") and cue.at >= 3 and low[cue.at - 1] == "as":
        return _quoted_as(reading, region, cue.at)
    if cue.lemma not in ("quote", "cite"):
        return None
    if "BE" in region.kind[cue.group : cue.at] or low[cue.at + 1 : cue.at + 2] == ["by"]:
        stop = np_right(region, cue.at + 2, size) if low[cue.at + 1 : cue.at + 2] == ["by"] else None
        via = _speaker(reading, region, cue.at + 2, stop) if stop else None
        return (speaker, via, None) if speaker and via else None
    said = next((i for i in range(cue.at + 2, min(size, cue.at + 14)) if low[i] == "as"), 0)
    if not said or low[said + 1 : said + 2] not in (["saying"], ["telling"]):
        return None
    first = np_left(region, said, cue.at + 1)
    if first is None:
        return None
    quoted = _speaker(reading, region, first, said)
    if said + 2 < size:
        return quoted, speaker, (region.starts[said + 2], region.ends[size - 1])
    left = region.starts.index(speaker.span.start) if speaker and speaker.span.start in region.starts else 0
    return quoted, speaker, (region.starts[0], region.ends[left - 1]) if left else None


def _quoted_as(
    reading: Reading, region: Region, at: int
) -> tuple[Speaker, Speaker | None, tuple[int, int] | None] | None:
    """The same, where "saying" was chosen as the cue."""
    low = region.low
    verb = next((i for i in range(at - 2, max(-1, at - 16), -1) if low[i] in _QUOTED), -1)
    if verb < 1:
        return None
    if region.kind[verb - 1] == "BE" or low[verb + 1] == "by":
        end = next((i for i in range(verb, 0, -1) if region.kind[i - 1] not in ("BE", "HAVE", "ADV", "MD")), 0)
        first = np_left(region, end, 0, True)
        if first is None:
            return None
        stop = np_right(region, verb + 2, at) if low[verb + 1] == "by" else None
        return _speaker(reading, region, first, end), _speaker(reading, region, verb + 2, stop) if stop else None, None
    first, begin = np_left(region, at - 1, verb + 1), np_left(region, verb, 0, True)
    if first is None:
        return None
    via = _speaker(reading, region, begin, verb) if begin is not None else None
    return _speaker(reading, region, first, at - 1), via, None


def with_pronouns(found: Sequence[Attribution], text: str) -> list[Attribution]:
    """A "he" after an unnamed speaker is unnamed too; the antecedent itself is found in linking."""
    out: list[Attribution] = []
    last: Speaker | None = None
    for given in found:
        attribution, speaker = given, given.speaker
        if speaker and text[speaker.span.start : speaker.span.end].lower() in ("he", "she"):
            if last and not last.named:
                attribution = replace(attribution, speaker=replace(speaker, named=False))
        elif speaker:
            last = speaker
        out.append(attribution)
    return out
