"""Noun phrases and verb groups by the classes of their words, without a parser.

Only as exact as naming a speaker needs: the head must be right, the left end is where a verb, a clause word or a comma
stands. Every function takes a region and item indexes; ranges are half-open.
"""

from __future__ import annotations

from reader.analysis.attribution.regions import Region

NOUN = frozenset({"CAP", "LOW", "ROLE", "NUM", "TITLE"})
LEAD = frozenset({"DT", "POS"})
_GROUP = frozenset({"MD", "BE", "HAVE", "DO", "NOT", "ADV"})
_LINKS = frozenset({"of", "for", "at", "in", "from", "with", "to", "on"})
_OPEN = {")": "(", "]": "["}
DASHES = frozenset("–—-") | {"--"}
_NP_MAX = 14


def group_start(region: Region, cue: int, floor: int) -> int:
    """First item of the verb group that ends with a cue: over auxiliaries, negation and adverbs."""
    kind, low = region.kind, region.low
    at = cue
    while at > floor and (kind[at - 1] in _GROUP or low[at - 1] in ("not", "to", "never")) and cue - at < 6:
        if kind[at - 1] == "IN" and not (low[at - 1] == "to" and at == cue):
            break
        at -= 1
    while at < cue and kind[at] == "ADV" and at > floor and kind[at - 1] == "," and region.low[at - 1] == ",":
        at += 1
    return at


def skip_left(region: Region, stop: int, floor: int) -> int:
    """Move the end of a subject left over brackets and time words: "The White House on Sunday (5 Nov) said"."""
    kind = region.kind
    at = stop
    while at > floor:
        k = kind[at - 1]
        if k in _OPEN:
            back = at - 2
            while back > floor and kind[back] != _OPEN[k] and at - back < 12:
                back -= 1
            if kind[back] != _OPEN[k]:
                return stop
            at = back
        elif _is_time(region, at - 1, floor, at < stop):
            at -= 1
        else:
            break
    return at


def _is_time(region: Region, at: int, floor: int, inside: bool) -> bool:
    """Is an item a time word, or a small word that leads to one (``inside``: a time word follows)?"""
    kind, low = region.kind, region.low
    if kind[at] == "DAY" or (kind[at] == "NUM" and at > floor and kind[at - 1] == "DAY"):
        return True
    if not inside:
        return False
    if kind[at] == "IN":
        return low[at] in ("on", "in", "by", "of") and kind[at + 1] in ("DAY", "DT")
    return kind[at + 1] == "DAY" and (kind[at] == "DT" or low[at] in ("late", "early", "last", "next"))


def np_left(region: Region, stop: int, floor: int, whole: bool = False) -> int | None:
    """Start of the noun phrase that ends before ``stop``, or None if none does.

    ``whole``: the phrase stands right before its verb, so a preposition in front of it ties it to a head further left.
    """
    kind = region.kind
    at = stop - 1
    if at < floor:
        return None
    last = kind[at]
    if last == "PRP":
        return at
    if last not in NOUN and not (last in ("DT", "CUE", "ED", "ING", "VB") and (at > floor or last == "DT")):
        return None
    while at > floor and stop - at < _NP_MAX:
        further = _step_left(region, at, floor, whole)
        if further is None:
            break
        at = further
    return at


def _acts(region: Region, at: int, ceiling: int) -> bool:
    """Is a word in small letters behind a name a verb in -s: "Party sues Russia", in a headline "Party files suit"?"""
    kind, low = region.kind, region.low
    if kind[at] != "LOW" or kind[at - 1] != "CAP" or low[at][-1:] != "s" or at + 1 >= ceiling:
        return False
    return kind[at + 1] == "CAP" or (region.headline and kind[at + 1] in ("LOW", "DT", "NUM"))


def _step_left(region: Region, at: int, floor: int, whole: bool) -> int | None:
    """One item or link further to the left of a noun phrase that begins at ``at``, or None at its start."""
    kind, low = region.kind, region.low
    k, here = kind[at - 1], kind[at]
    if here in LEAD:
        return at - 1 if k in ("DT", "'s") else _link(region, at, floor, whole)
    listed = at - 2 >= floor and kind[at - 2] == "CAP"
    if k in NOUN or k in LEAD or k in ("'s", "&"):
        return None if listed and _acts(region, at - 1, at + 1) else at - 1
    if k in ("ED", "ING", "ADV", "CUE", "VB") and _inside(region, at - 1, floor):
        return at - 1
    if low[at - 1] == "and" and listed and here == "CAP":
        return at - 2
    if k == "," and listed and low[at + 1 : at + 2] in (["and"], [","]):
        return at - 2  # "Egypt, US and Qatari officials"
    return _link(region, at, floor, whole)


def _inside(region: Region, at: int, floor: int) -> bool:
    """Is a participle, adverb or verb-like noun at ``at`` in a noun phrase: "a recently released report"?"""
    kind = region.kind
    if kind[at] == "CUE" and at > floor and kind[at - 1] == "IN":
        return True
    for back in range(at - 1, max(floor, at - 3) - 1, -1):
        if kind[back] in LEAD or kind[back] == "'s":
            return True
        if kind[back] not in ("ADV", "LOW", "NUM"):
            return False
    return False


def _link(region: Region, at: int, floor: int, whole: bool) -> int | None:
    """Index of the noun that a preposition before ``at`` ties to this phrase, or None."""
    kind, low = region.kind, region.low
    if at - 2 < floor or low[at - 1] not in _LINKS:
        return None
    before = kind[at - 2]
    if low[at - 1] == "of" and (before in NOUN or before in ("DT", "CUE")):
        return at - 2
    return at - 2 if before == "ROLE" or (whole and before in NOUN) else None


def np_right(region: Region, start: int, ceiling: int) -> int | None:
    """End of the noun phrase that begins at ``start``, or None if none does."""
    kind, low = region.kind, region.low
    if start >= ceiling:
        return None
    if kind[start] == "PRP":
        return start + 1
    retired = kind[start] == "ED" and start + 1 < ceiling and kind[start + 1] in NOUN  # "retired surgeon X"
    if kind[start] not in NOUN and kind[start] not in LEAD and not retired:
        return None
    at = start + 1
    while at < ceiling and at - start < _NP_MAX:
        k = kind[at]
        if _acts(region, at, ceiling):
            break
        participle = k in ("ED", "ING", "CUE", "VB", "ADV") and kind[at - 1] in LEAD and at + 1 < ceiling
        if participle or k in NOUN or k in ("'s", "&") or (k in LEAD and kind[at - 1] in ("DT", "'s")):
            at += 1
        elif low[at] in _LINKS and at + 1 < ceiling and (low[at] == "of" or kind[at - 1] == "ROLE"):
            if kind[at + 1] not in NOUN and kind[at + 1] not in LEAD:
                break
            at += 2
        elif low[at] == "and" and at + 1 < ceiling and kind[at - 1] == "CAP" and kind[at + 1] in ("CAP", "TITLE"):
            at += 2
        else:
            break
    while at - 1 > start and (kind[at - 1] in LEAD or low[at - 1] in _LINKS):
        at -= 1
    return at
