"""The counted phrase: which nouns a number counts, without a parser."""

from __future__ import annotations

from reader.analysis.figures.lexicon import group, is_plural, numbers, singular, stops
from reader.analysis.figures.words import NUMBER, WORD, Words
from reader.document.span import Span

_LONGEST = 7
_TAIL_DETERMINERS = frozenset({"their", "his", "her", "its", "our", "other"})
_CASUALTIES = frozenset({"killed", "wounded", "injured", "missing", "hurt", "dead"})
_MORE = frozenset({"more", "other", "additional", "further", "such"})
_TIMES = frozenset({"hours", "days", "weeks", "months", "years", "minutes", "seconds", "o'clock"})

Counted = tuple[Span, str, int]
"""Span, head (singular, lower case), token after it."""


def counted_after(words: Words, at: int, one: bool) -> Counted | None:
    """The noun phrase that begins at token ``at``: to its first plural noun, with what is joined to it by "and".

    ``one``: a singular noun will do (after "one", "a third of"). None where no countable noun follows.
    """
    at += words.low[at] in ("-", "‑") and words.glued(at)
    at += words.low[at] in _MORE and words.kind[at + 1] == WORD
    last = _phrase(words, at, one)
    if last is None:
        if words.low[at] in _CASUALTIES and not _passive(words, at):
            return Span(words.start[at], words.end[at]), words.low[at], at + 1
        return None
    end = _tail(words, last) if not one else last
    return _make(words, at, end)


def _passive(words: Words, at: int) -> bool:
    """ "31 killed the bill"? Only a noun or a determiner after the participle makes it a verb."""
    return words.low[at + 1] in ("the", "a", "an", "his", "her", "their")


def _make(words: Words, first: int, last: int) -> Counted:
    """The span of tokens ``first`` to ``last`` inclusive, without a possessive ending."""
    end = words.end[last]
    if words.text[end - 2 : end] in ("'s", "’s") and end - words.start[last] > 3:
        end -= 2
    return Span(words.start[first], end), singular(words.low[last]), last + 1


def counted_of(words: Words, at: int) -> Counted | None:
    """What stands after "of": "dozens of people", "60% of its revenue", "one of the best speakers"."""
    if words.low[at] != "of":
        return None
    j = at + 1
    while words.low[j] in group("determiner") and j < at + 4:
        j += 1
    if words.kind[j] == NUMBER or words.low[j] in numbers().cardinals:  # "three of the seven bullets"
        inner = counted_after(words, j + 1, False)
        return (inner[0], inner[1], at) if inner else None
    plural = counted_after(words, j, False)
    if plural is not None:
        return plural
    last = _phrase(words, j, True)
    return None if last is None else _make(words, j, last)


def _phrase(words: Words, at: int, one: bool) -> int | None:
    """Index of the last noun of the phrase, or None."""
    low, kind = words.low, words.kind
    last: int | None = None
    j = at
    while j < at + _LONGEST:
        if j > at and _inner(words, j):
            j += 1
            continue
        if low[j] in numbers().cardinals and not words.hyphen(j + 1):
            break
        if kind[j] != WORD or ("\n" in words.text[words.end[j - 1] : words.start[j]] and j > at):
            break
        if low[j] in stops() and not words.hyphen(j + 1) and not (words.hyphen(j - 1) and j > at):
            if low[j] == "most" and j > at and low[j - 1].endswith(("'s", "’s")):  # "the world's most wanted men"
                j += 1
                continue
            joins = low[j] == "and" and last == j - 1 and not one and kind[j + 1] == WORD  # "Kia and Hyundai cars"
            if not joins and not (low[j] == "us" and words.capital(j)):
                break
            j += 1
            continue
        if low[j] == "lives" and j > at and (one or low[at - 1] in group("determiner")):
            break
        if is_plural(low[j]) and not words.hyphen(j + 1) and not _goes_on(words, j):
            return j
        last = j
        j += 1
    if one:
        return _last_noun(words, at, last)
    return None


def _inner(words: Words, j: int) -> bool:
    """Is token ``j`` a joint or a number within a phrase: "first-team", "R&D", "MiG-29 jets", "two 737 Max jets"?"""
    if words.kind[j] == NUMBER:
        return words.hyphen(j - 1) or (words.capital(j + 1) and not words.glued(j + 1))
    joint = words.low[j] in ("-", "‑", "&", "/") and words.glued(j) == words.glued(j + 1)
    return joint and words.kind[j + 1] in (WORD, NUMBER)


def _goes_on(words: Words, j: int) -> bool:
    """Is a word in plural form only a modifier: "Hamas fighters", "arms dealers", "US citizens"?"""
    nxt = j + 1
    if words.kind[nxt] != WORD or words.low[nxt] in stops():
        return False
    if words.low[j] in group("modifier") or (words.capital(j) and not words.capital(nxt)):
        return is_plural(words.low[nxt]) or (words.kind[nxt + 1] == WORD and is_plural(words.low[nxt + 1]))
    return False


def _last_noun(words: Words, at: int, last: int | None) -> int | None:
    """For a singular: at most four words, without adverbs and participles at the end."""
    if last is None:
        return None
    last = min(last, at + 3)
    while last > at and (words.low[last].endswith(("ed", "ly")) or words.kind[last] != WORD):
        last -= 1
    return None if words.low[last].endswith("ly") or words.kind[last] != WORD else last


def _tail(words: Words, last: int) -> int:
    """ "US residents and Americans", "citizens, permanent residents and their family members": to the last noun."""
    j, end, hops = last + 1, last, 0
    while words.low[j] in ("and", "&", "or", ",") and hops < 4:
        comma = words.low[j] == ","
        k = j + 1 + (comma and words.low[j + 1] in ("and", "or"))
        k += words.low[k] in _TAIL_DETERMINERS
        if not _may_join(words, k):
            return end
        noun = _phrase(words, k, False)
        if noun is None or noun > k + 3 or words.low[noun] in _TIMES:
            return end
        follows = words.low[noun + 1]
        if follows in group("reporting") or (comma and hops == 0 and follows not in (",", "and", "or")):
            return end
        if not comma or words.low[j + 1] in ("and", "or"):
            return noun
        j, hops = noun + 1, hops + 1
    return end


def _may_join(words: Words, k: int) -> bool:
    """Can a joined noun phrase begin here? Not with a verb ("and wounded others", "and took hostages")."""
    low = words.low[k]
    if (
        words.kind[k] != WORD
        or low in numbers().starters
        or (low in stops() and not (low == "us" and words.capital(k)))
    ):
        return False
    return not (low.endswith(("ed", "ing")) and not words.capital(k))
