"""What looks like a number and is no figure: dates, times, years, names, versions, telephone numbers, enumerators."""

from __future__ import annotations

import bisect
import re

from reader.analysis.figures.lexicon import IN_NUMBER, TIME, group, is_plural, names, stops
from reader.analysis.figures.quantities import Quantity
from reader.analysis.figures.words import NUMBER, WORD, Words
from reader.analysis.reading import EntityType, Reading

_CLOCK = re.compile(
    r"\s?(?:[ap]\.?m\b|o['’]clock|hrs?\s+(?:GMT|local)|GMT\b|[CE][SD]?T\b|BST\b|UTC\b|noon\b|midnight\b)", re.I
)
_BULLETS = frozenset("-–—•*·")
_CJK_DATE = frozenset("年月日号號時时分년월일시")
_ORDINALS = frozenset({"st", "nd", "rd", "th", "s", "er", "ème", "e", "º", "ª"})
_WEBBED = re.compile(r"(?:\w{2,8}://|www\.)\S{1,2000}|[\w.+-]{1,64}@[\w.-]{1,200}|[#@]\w{1,100}")
_NAME_PREFIXES = frozenset(
    {"sub", "minus", "to", "and", "or", "nearly", "about", "over", "under", "almost", "mid", "now", "magnitude"}
)


class Taboo:
    """Offsets that other steps have claimed: dates without a duration, web addresses; apart from them, names."""

    __slots__ = ("_claimed", "_names")

    def __init__(self, reading: Reading) -> None:
        text = reading.text
        claimed = [(d.span.start, d.span.end) for d in reading.dates if not _duration(d.span.of(text))]
        if "@" in text or "://" in text or "www." in text or "#" in text:
            claimed += [m.span() for m in _WEBBED.finditer(text)]
        self._claimed = _union(claimed)
        kinds = (EntityType.PRODUCT, EntityType.ORGANISATION, EntityType.EVENT, EntityType.FACILITY, EntityType.WORK)
        self._names = _union(
            [
                (mention.name.start, mention.name.end)
                for mention in reading.entities
                if mention.type in kinds and not mention.pronoun and not text[mention.name.start].isdecimal()
            ]
        )

    def holds(self, offset: int) -> bool:
        """Is this character part of a date or an address?"""
        return _within(self._claimed, offset)

    def names(self, offset: int) -> bool:
        """Is this character part of a name ("Route 66", "Studio 54")?"""
        return _within(self._names, offset)


def _union(spans: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Starts and ends of spans, in order and without overlap."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(spans):
        if ends and start <= ends[-1]:
            ends[-1] = max(end, ends[-1])
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends


def _within(spans: tuple[list[int], list[int]], offset: int) -> bool:
    k = bisect.bisect_right(spans[0], offset) - 1
    return k >= 0 and offset < spans[1][k]


_DURATION = re.compile(r"\b(?:second|minute|hour|day|week|month|year|decade)s?\b|\bcentur", re.IGNORECASE)


def _duration(printed: str) -> bool:
    """ "the past three months", "two years ago": the number in it counts units of time."""
    return bool(_DURATION.search(printed)) and not re.search(r"\d{4}|\d(?:st|nd|rd|th)\b", printed)


def no_figure(words: Words, found: Quantity, taboo: Taboo) -> bool:
    """Is this quantity something else than a figure?"""
    at = words.start[found.numeral.last - 1]
    if taboo.holds(at) or (found.unit is None and found.numeral.plain and taboo.names(at)):
        return True
    if found.numeral.spelled:
        return _spelled(words, found)
    return (
        _glued(words, found)
        or _enumerator(words, found)
        or _clock(words, found)
        or _calendar(words, found)
        or _year(words, found)
        or _code(words, found)
        or _named(words, found)
        or address(words, found)
    )


def _spelled(words: Words, found: Quantity) -> bool:
    """Pronouns and set phrases with number words: "one another", "the two", "one day", "the one who", "no one"."""
    low, i, j = words.low, found.first, found.numeral.last
    if found.numeral.value is None or found.numeral.scaled or found.numeral.part:
        return False
    if low[i - 1] in ("no", "any", "some", "every", "number") and words.start[i] - words.end[i - 1] <= 1 and i > 0:
        return low[i - 1] != "some" or low[i] == "one"
    if words.hyphen(i - 1) and words.kind[i - 2] == WORD and low[i - 2] not in _NAME_PREFIXES:
        return True
    if _clock(words, found) or (low[j] in group("month") and words.capital(j)):
        return True
    if found.unit or found.coin:
        return False
    if words.capital(i) and not words.opens_sentence(i) and words.capital(i - 1) and found.numeral.value < 13:
        return True
    return words.hyphen(j) and (low[i] == "zero" or low[j + 1] in group("compound"))


def _glued(words: Words, found: Quantity) -> bool:
    """Letters, marks or digits that touch the number: "G20", "F-16", "5G", "7th", "1990s", "#5", "9/11", "12:30"."""
    i, j, low = found.first, found.last, words.low
    if words.glued(i) and i > 0:
        if words.kind[i - 1] == WORD or low[i - 1] in "#@_§№:/\\=^":
            return not (low[i - 1] in "=" and low[i - 2] == "y") and not _cjk(low[i - 1][-1])
        if low[i - 1] in ("-", "‑", "–", ".", ",") and words.glued(i - 1) and i > 1:
            before = words.kind[i - 2]
            if before == WORD and low[i - 2] not in _NAME_PREFIXES and low[i - 1] not in ("–", ","):
                return True
            if before == NUMBER and low[i - 1] in ("-", "‑") and words.hyphen(i - 1) and words.glued(i - 2):
                return True
    if low[i - 1] in ("§", "№", "¶"):
        return True
    if low[i - 1] == "-" and words.glued(i) and low[i - 2] == "covid":
        return True
    if words.glued(j) and words.kind[j] == WORD:
        if low[j] in _ORDINALS or (not found.unit and not _cjk(low[j][0])):
            return True
        return low[j][0] in _CJK_DATE
    if words.glued(j) and low[j] in ("/", "_", ":", "#") and (words.glued(j + 1) or low[j] in "_#"):
        return words.kind[j + 1] == NUMBER or found.unit is None
    return False


def _cjk(char: str) -> bool:
    return "\u2e80" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af" or "\u0e00" <= char <= "\u0eff"


def _enumerator(words: Words, found: Quantity) -> bool:
    """ "1." or "(2)" at the start of a line, "[12]" anywhere."""
    i, j = found.first, found.numeral.last
    if found.unit or not found.numeral.plain or len(words.low[i]) > 3:
        return False
    opening = words.low[i - 1] if words.glued(i) and i > 0 else ""
    if opening == "[" and words.low[j] == "]":
        return True
    first = i - 1 if opening == "(" else i
    first -= words.low[first - 1] in _BULLETS and first > 0
    fresh = first <= 0 or "\n" in words.text[words.end[first - 1] : words.start[first]]
    closes = words.low[j] in (".", ")", ":") and words.glued(j) and not words.glued(j + 1)
    return fresh and closes and (words.low[j] != "." or j + 1 < words.size)


def _clock(words: Words, found: Quantity) -> bool:
    """ "5am", "10.45pm", "nine o'clock", "4:39"."""
    if _CLOCK.match(words.text, words.end[found.numeral.last - 1]) and found.unit not in IN_NUMBER:
        return found.unit is None or found.unit in ("h",)
    i = found.first
    return words.low[i - 1] == ":" and words.glued(i) and words.kind[i - 2] == NUMBER and words.glued(i - 1)


def _calendar(words: Words, found: Quantity) -> bool:
    """ "Nov 5", "5 November", "May 5–7", "7 of October": light, for when no date step has run."""
    value, i, j, low = found.value, found.first, found.numeral.last, words.low
    if found.unit or value is None or not 1 <= value <= 31 or not found.numeral.plain:
        return False
    k = i - 2 if low[i - 1] == "." and low[i - 2] in group("month") else i - 1
    if (
        low[k] in group("month")
        and words.capital(k)
        and (k < i - 1 or low[k] not in ("may", "march") or not is_plural(low[j]))
    ):
        return True
    if low[i - 1] in ("-", "–", "to", "and") and words.kind[i - 2] == NUMBER and low[i - 3] in group("month"):
        return words.capital(i - 3)
    k = j + 1 if low[j] == "of" else j
    if low[k] in group("month") and words.capital(k):
        return True
    return (
        low[j] in ("-", "–", "to", "and")
        and words.kind[j + 1] == NUMBER
        and low[j + 2] in group("month")
        and (words.capital(j + 2))
    )


def _year(words: Words, found: Quantity) -> bool:
    """Four bare digits without unit that read as a year."""
    value, i, j, low = found.value, found.first, found.last, words.low
    if found.unit or found.coin or value is None or not found.numeral.plain or len(low[found.numeral.first]) != 4:
        return False
    before = low[i - 1].rstrip(".")
    counted = words.kind[j] == WORD and is_plural(low[j]) and low[j] not in stops() and not words.capital(j)
    if 1900 <= value <= 2059:
        if counted and value % 100 == 0 and before not in ("in", "since", "the", "of", "between", "from"):
            return False
        return not (counted and low[j] in ("people", "children", "men", "women", "soldiers", "troops", "deaths"))
    if 1000 <= value < 2200:
        if before in ("between", "from", "in", "since", "and", "until", "to") and not counted:
            return True
        return not counted and before in group("before a year") and value >= 1400
    return False


def _code(words: Words, found: Quantity) -> bool:
    """Leading zeros, very long digits, telephone numbers, scores of dots."""
    printed, i = words.low[found.numeral.first], found.first
    if found.unit or found.numeral.scaled:
        return False
    if len(printed) > 1 and printed[0] == "0" and printed.isdecimal():
        return True
    if found.numeral.plain and len(printed) >= 10:
        return True
    if words.low[i - 1] in ("-", "–") and words.glued(i) and words.kind[i - 2] == NUMBER and len(words.low[i - 2]) == 4:
        return words.low[i - 2].isdecimal()  # "2014-15"
    return found.numeral.plain and _chained(words, i)


def _chained(words: Words, i: int) -> bool:
    """Bare numbers one after another, seven digits or more: a telephone or account number, an ISO date."""
    run = len(words.low[i])
    parts, dashes, zero = 1, 0, False
    for step in (-1, 1):
        k = i
        for _ in range(4):
            joint = k + step
            dash = words.low[joint] in _JOINTS
            k = joint + step if dash else joint
            if k < 0 or words.kind[k] != NUMBER or not words.low[k].isdecimal():
                break
            near = words.start[max(k, k - step)] - words.end[min(k, k - step)]
            if near > 1 or len(words.low[k]) > 5:
                break
            parts, dashes, run = parts + 1, dashes + dash, run + len(words.low[k])
            zero = zero or words.low[k][0] == "0"
    return run >= 7 and (parts >= 3 or (parts == 2 and dashes == 1 and zero))


_JOINTS = frozenset("-‑–().")
_TYPE = 2
"""Capitals before a hyphen that name a type, however many there are of it ("14 AK - 47 rifles", "F-16 jets")."""


def _named(words: Words, found: Quantity) -> bool:
    """ "Boeing 737", "Article 5", "page 12", "iPhone 14", "Big 12": the number belongs to a name."""
    i, low = found.first, words.low
    if found.unit in IN_NUMBER or (found.unit and found.unit not in TIME and not found.numeral.plain):
        return False
    k = i - 1
    if low[k] == "." and low[k - 1] in ("no", "nos", "art", "sec", "fig", "ch", "vol", "pp", "p", "par", "op"):
        return True
    if low[k] in ("-", "‑") and words.kind[k - 1] == WORD:
        k -= 1
        if len(low[k]) <= _TYPE and words.capital(k):
            return True
    if words.kind[k] != WORD or k < 0:
        return False
    if low[found.last] == "zip":
        return True
    always, capitals = names()
    word = low[k].removesuffix("'s").removesuffix("’s")
    if word in always or (word in capitals and words.capital(k) and not words.opens_sentence(k)):
        return True
    if not words.capital(k) or words.opens_sentence(k) or low[k] in stops() or low[k] in group("month"):
        return False
    if found.unit or not found.numeral.plain or low[k] in group("before a count"):
        return False
    j = found.last
    return not (words.kind[j] == WORD and not words.glued(j) and _countable(words, j))


def _countable(words: Words, j: int) -> bool:
    """Does a plural noun follow within three words?"""
    for k in range(j, j + 4):
        if words.kind[k] != WORD or words.low[k] in stops():
            return False
        if is_plural(words.low[k]):
            return True
    return False


def address(words: Words, found: Quantity) -> bool:
    """ "575 Wilbraham Road", "16-18 Industrial Avenue", "22 Ave Foch"."""
    j = found.last
    if words.low[j] in _JOINTS and words.glued(j) and words.glued_number(j + 1):
        j += 2
    if found.unit or not found.numeral.plain or not words.capital(j):
        return False
    for k in range(j, j + 5):
        if words.low[k] in group("street") or (words.low[k] == "way" and k > j):
            return True
        if not words.capital(k) and words.kind[k] != NUMBER and words.low[k] not in _ORDINALS:
            return False
    return False
