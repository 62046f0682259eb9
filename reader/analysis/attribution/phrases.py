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
    kind, low = region.kind, region.low
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
        elif k == "DAY" or (k == "NUM" and at - 1 > floor and kind[at - 2] == "DAY"):
            at -= 1
        elif (k == "IN" and low[at - 1] in ("on", "in", "by", "of") and at < stop and kind[at] in ("DAY", "DT")) or (
            (k == "DT" or low[at - 1] in ("late", "early", "last", "next")) and at < stop and kind[at] == "DAY"
        ):
            at -= 1
        else:
            break
    return at


def np_left(region: Region, stop: int, floor: int, whole: bool = False) -> int | None:
    """Start of the noun phrase that ends before ``stop``, or None if none does.

    ``whole``: the phrase stands right before its verb, so a preposition in front of it ties it to a head further left.
    """
    kind, low = region.kind, region.low
    at = stop - 1
    if at < floor:
        return None
    last = kind[at]
    if last == "PRP":
        return at
    if last not in NOUN and not (last in ("DT", "CUE", "ED", "ING", "VB") and (at > floor or last == "DT")):
        return None
    listed = False
    while at > floor and stop - at < _NP_MAX:
        k, here = kind[at - 1], kind[at]
        if here in LEAD:
            if k == "DT" or (k == "'s"):
                at -= 1
                continue
            link = _link(region, at, floor, whole)
            if link is None:
                break
            at = link
        elif k in NOUN or k in LEAD or k in ("'s", "&"):
            if k == "LOW" and here == "CAP" and low[at - 1][-1:] == "s" and at - 2 >= floor and kind[at - 2] == "CAP":
                break
            at -= 1
        elif k in ("ED", "ING", "ADV", "CUE", "VB") and _inside(region, at - 1, floor):
            at -= 1
        elif low[at - 1] == "and" and at - 2 >= floor and kind[at - 2] == here == "CAP":
            listed = True
            at -= 2
        elif k == "," and listed and at - 2 >= floor and kind[at - 2] == "CAP":
            at -= 2
        elif k == "," and low[at : at + 1] == ["and"] and at - 2 >= floor and kind[at - 2] == "CAP":
            listed = True
            at -= 2
        else:
            link = _link(region, at, floor, whole)
            if link is None:
                break
            at = link
    return at


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
    if kind[start] not in NOUN and kind[start] not in LEAD:
        if kind[start] != "ED" or start + 1 >= ceiling or kind[start + 1] not in NOUN:
            return None
    at = start + 1
    while at < ceiling and at - start < _NP_MAX:
        k = kind[at]
        if k in NOUN or k in ("'s", "&") or (k in LEAD and kind[at - 1] in ("DT", "'s")):
            at += 1
        elif k in ("ED", "ING", "CUE", "VB", "ADV") and kind[at - 1] in ("DT", "POS") and at + 1 < ceiling:
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
