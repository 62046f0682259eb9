"""What a cue may tie together: the noun phrases that may have spoken, and the stretches that may be what they said.

Every candidate carries the name of the pattern it came from; the weights choose among them (``model``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from reader.analysis.attribution.phrases import (
    DASHES,
    LEAD,
    NOUN,
    group_start,
    np_left,
    np_right,
    skip_left,
)
from reader.analysis.attribution.regions import QUOTE, Region

_BREAKS = frozenset({"but", "and", "while", "as", "though", "although", "with", "who", "which"})
_ABOUT = frozenset({"nearly", "roughly", "approximately", "only", "virtually", "fully", "hardly", "barely"})
_FINAL = frozenset({".", "?", "!", "...", "…"})


class Source(NamedTuple):
    """Items ``first`` to ``stop - 1`` may be the speaker; ``first`` is -1 for nobody. ``pattern`` says how found."""

    pattern: str
    first: int
    stop: int


class Content(NamedTuple):
    """Characters ``start`` to ``end`` may be what was said; ``gap`` holds the items of the frame between two parts."""

    pattern: str
    start: int
    end: int
    first: int
    stop: int
    gap: tuple[int, int] | None = None


class Cue(NamedTuple):
    """A word of saying at item ``at`` of a region; its verb group begins at ``group``."""

    region: Region
    at: int
    group: int
    lemma: str
    kind: str


NOBODY = Source("none", -1, -1)


def end_of(region: Region) -> int:
    """Items of a region without its final stop."""
    size = len(region)
    while size > 1 and region.kind[size - 1] in _FINAL:
        size -= 1
    return size


def sources(cue: Cue, before: Source | None) -> list[Source]:
    """Who may have spoken; ``before`` is the speaker of the cue before in the same region."""
    region, low = cue.region, cue.region.low
    out = [NOBODY]
    seen: set[tuple[int, int]] = set()

    def put(pattern: str, first: int | None, stop: int | None) -> None:
        if first is not None and stop is not None and first < stop and (first, stop) not in seen:
            seen.add((first, stop))
            out.append(Source(pattern, first, stop))

    if cue.kind == "colon":
        put("pre", np_left(region, cue.at, 0), cue.at)
        put("first", 0, np_right(region, 0, cue.at))
        return out
    size = end_of(region)
    put("post", cue.at + 1, np_right(region, cue.at + 1, size))
    if cue.kind == "according":
        return out
    stop = _near(cue, put)
    _far(region, stop, put)
    for at in range(cue.at + 1, min(cue.at + 4, size)):
        if low[at] == "by":
            put("by", at + 1, np_right(region, at + 1, size))
    if before and before.first >= 0:
        put("same", before.first, before.stop)
    first = _first(region, cue.group)
    put("first", first, np_right(region, first, cue.group))
    return out


def _near(cue: Cue, put: Callable[[str, int | None, int | None], None]) -> int:
    """Phrases right before the verb group, before an apposition or a relative pronoun; where the subject ends."""
    region, kind = cue.region, cue.region.kind
    stop = skip_left(region, cue.group, 0)
    near = kind[stop - 1] if stop else ""
    if near == "WH" and stop >= 2:
        back = stop - 1 - (kind[stop - 2] == ",")
        put("rel", np_left(region, back, 0), back)
    elif near == "," or near in DASHES:
        commas = [i for i in range(stop - 2, max(-1, stop - 40), -1) if kind[i] == near][:4]
        for n, comma in enumerate(commas):
            end = skip_left(region, comma, 0)
            put(f"app{n}", np_left(region, end, 0), end)
        put("comma", np_left(region, stop - 1, 0), stop - 1)
    else:
        put("pre" if stop == cue.group else "time", np_left(region, stop, 0, True), stop)
    return stop


def _far(region: Region, stop: int, put: Callable[[str, int | None, int | None], None]) -> None:
    """Phrases further left: the head before a preposition or a relative clause."""
    kind = region.kind
    found = 0
    for at in range(stop - 1, max(0, stop - 25), -1):
        if kind[at] in ("IN", "WH", "DT") and kind[at - 1] in NOUN:
            put(f"far{min(found, 2)}", np_left(region, at, 0), at)
            found += 1
        elif kind[at] in ("BE", "HAVE", "MD", "CUE", "VB", "DO") and (kind[at - 1] in NOUN or kind[at - 1] == "PRP"):
            put(f"sub{min(found, 2)}", np_left(region, at, 0), at)
            found += 1
        if found > 3 or kind[at] in (QUOTE, ";"):
            break


def _first(region: Region, ceiling: int) -> int:
    """Where the first noun phrase of a sentence begins, past an opening phrase with its comma."""
    kind = region.kind
    if kind[0] in NOUN or kind[0] in LEAD or kind[0] == "PRP":
        return 0
    if kind[0] in ("CC", "ADV") and len(kind) > 1 and kind[1] != ",":
        return 1
    for at in range(1, min(ceiling, 25)):
        if kind[at] == ",":
            return at + 1
    return 0


def contents(cue: Cue, row: Sequence[Region], index: int) -> list[Content]:
    """What may have been said; ``row`` are the regions of the article, ``index`` that of the cue."""
    region = cue.region
    out: list[Content] = []
    seen: set[tuple[int, int]] = set()

    def put(pattern: str, first: int, stop: int, gap: tuple[int, int] | None = None, end: int = -1) -> None:
        start, end = region.starts[first], region.ends[stop - 1] if end < 0 else end
        if start < end and (start, end) not in seen:
            seen.add((start, end))
            out.append(Content(pattern, start, end, first, stop, gap))

    size = end_of(region)
    follower = _pure(row, index + 1, region.paragraph)
    afters = _afters(cue, size)
    for pattern, first, stop in afters:
        put(pattern, first, stop)
    befores = _befores(cue)
    for pattern, first, stop in befores:
        put(pattern, first, stop)
        quoted = region.kind[stop - 1] == QUOTE
        if afters and afters[0][1] < size and stop < afters[0][1]:
            put(pattern + "+", first, size, (stop, afters[0][1]))
        if follower and quoted:
            put(pattern + "N", first, size, (stop, size), end=follower.ends[0])
    if follower and afters and QUOTE in region.kind[cue.at :]:
        put("afterN", afters[0][1], size, end=follower.ends[0])
    return out + _outside(cue, row, index, size)


def _pure(row: Sequence[Region], index: int, paragraph: int) -> Region | None:
    """The region at an index if it is nothing but a quotation of the same paragraph."""
    if index < len(row):
        region = row[index]
        if region.paragraph == paragraph and region.kind[0] == QUOTE and end_of(region) == 1 and not region.quoted:
            return region
    return None


def _outside(cue: Cue, row: Sequence[Region], index: int, size: int) -> list[Content]:
    """Quotations in the sentence before ("A?" she asked.) or in the paragraph after a colon."""
    region = cue.region
    out: list[Content] = []
    if index and region.kind[0] != QUOTE and not region.quoted:
        before = row[index - 1]
        if before.paragraph == region.paragraph and before.kind[-1] == QUOTE and not before.quoted:
            start = before.starts[-1]
            out.append(Content("prev" + before.low[-1], start, before.ends[-1], 0, size))
            if follower := _pure(row, index + 1, region.paragraph):
                out.append(Content("prevQN", start, follower.ends[0], 0, size, (0, size)))
    if region.kind[-1] == ":" and index + 1 < len(row):
        after = row[index + 1]
        if after.kind[0] == QUOTE and not after.quoted:
            out.append(Content("nextQ", after.starts[0], after.ends[0], 0, size))
    return out


def _afters(cue: Cue, size: int) -> list[tuple[str, int, int]]:
    """Ranges after the cue: where the clause begins, with each place where it may end."""
    kind, low = cue.region.kind, cue.region.low
    if cue.at + 1 >= size:
        return []
    start = _clause(cue, size)
    out: list[tuple[str, int, int]] = []
    if start < size:
        out.append(("after", start, size))
        broken = comma = 0
        for at in range(start + 2, size - 1):
            if kind[at] == "," and not comma:
                comma = at
            if not broken and (
                (kind[at] == "," and (low[at + 1] in _BREAKS or kind[at + 1] in ("CUE", "ING")))
                or kind[at] == ";"
                or kind[at] in DASHES
                or (kind[at] == "CC" and kind[at + 1] == "CUE")
            ):
                broken = at
        if broken:
            out.append(("after|", start, broken))
        if comma and comma != broken:
            out.append(("after,", start, comma))
    for at in range(cue.at + 1, size):
        if kind[at] == QUOTE:
            out.append(("afterQ", at, at + 1))
            break
    return out


def _clause(cue: Cue, size: int) -> int:
    """Where the words said begin after a cue: past the addressee, time words, "that", a colon or a comma."""
    region, kind, low = cue.region, cue.region.kind, cue.region.low
    start = cue.at + 1
    for at in range(start, min(size, start + 14)):
        if kind[at] == QUOTE or kind[at] == ":":
            return at + (kind[at] == ":")
        if low[at] == "that" and (at == start or kind[at - 1] != "IN"):
            return min(at + 1, size - 1) if at + 1 < size else at
        if kind[at] in ("BE", "HAVE", "MD", ";", "CUE") or (at > start and kind[at] in ("PRP", "WH")):
            break
    if cue.kind == "according" or cue.lemma in ("tell", "remind", "inform", "assure", "notify", "warn"):
        end = np_right(region, start, size)
        if end and end < size:
            start = end
    while start < size and _skipped(region, start, size):
        start += 1
    return start


def _skipped(region: Region, at: int, size: int) -> bool:
    """Does an item between cue and clause belong to neither: a time word, an adverb of manner, a comma?"""
    kind, low = region.kind[at], region.low[at]
    following = region.kind[at + 1] if at + 1 < size else ","
    if kind == "ADV":
        return (low[-2:] == "ly" or following in (",", "DAY", QUOTE)) and low not in _ABOUT
    return kind in ("DAY", ",") or (low in ("on", "late", "early", "last") and following == "DAY")


def _befores(cue: Cue) -> list[tuple[str, int, int]]:
    """Ranges before the frame: they end at a comma or a quotation, or right before "according to"."""
    kind, low = cue.region.kind, cue.region.low
    stops: list[tuple[str, int]] = []
    for at in range(cue.group - 1, max(-1, cue.group - 40), -1):
        if kind[at] == QUOTE:
            stops.append(("Q", at + 1))
            break
        if kind[at] in (",", "?", "!") or kind[at] in DASHES:
            if at and kind[at - 1] == QUOTE:
                stops.append(("Q", at))
                break
            if at:
                stops.append(("c", at))
            if len(stops) > 2:
                break
    if cue.kind == "according" and cue.group and kind[cue.group - 1] != ",":
        stops.insert(0, ("d", cue.group))
    out: list[tuple[str, int, int]] = []
    for n, (name, stop) in enumerate(stops):
        label = f"before{name}{min(n, 2)}"
        out.append((label, 0, stop))
        for at in range(stop - 3, 0, -1):
            if kind[at] in (";", ":") or kind[at] in DASHES or (kind[at] == "," and low[at + 1] in _BREAKS):
                out.append((label + "|", at + 1, stop))
                break
        if name == "Q" and stop > 1:
            out.append((label + "q", stop - 1, stop))
    return out


def group_of(region: Region, at: int) -> int:
    """First item of the verb group of a cue at ``at``."""
    return group_start(region, at, 0)
