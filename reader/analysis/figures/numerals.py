"""Numbers in digits and in words: the value of what is printed, before units and qualifiers."""

from __future__ import annotations

import re

from reader.analysis.figures.lexicon import TIME, numbers, units
from reader.analysis.figures.spelled import VULGAR, Numeral, spelled, take_scales
from reader.analysis.figures.words import NUMBER, WORD, Words

_GROUPED = re.compile(r"\d{1,3}(?:([,'’٬\u00a0\u202f\u2009])\d{3}(?:\1\d{3})*|,\d{2}(?:,\d{2})*,\d{3})(?:[.٫]\d+)?")
_DECIMAL = re.compile(r"\d*[.٫]\d+")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_COMMA = re.compile(r"\d+,\d{1,2}")
_NO_DIGITS = re.compile(r"[^\d.]")
_LONGEST = 40
_MOST_GROUPS = 5
_LARGEST = 1e24
"""No article counts further; what is larger is a code or nonsense."""
_SLASHES = frozenset("/⁄")
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100, 128})


def digits(printed: str, comma: bool) -> float | None:
    """The value of digits with separators, or None (a version, an address, a date).

    ``comma``: the language writes decimals with a comma and groups with a point. Indian (1,00,000), Swiss (1'000),
    Arabic and no-break-space groups are read everywhere.
    """
    if len(printed) > _LONGEST:
        return None
    if printed.isdecimal():
        return float(int(printed))
    if _GROUPED.fullmatch(printed) and not (comma and printed.count(",") == 1 and "." not in printed):
        return float(_NO_DIGITS.sub("", printed.replace("٫", ".")))
    if _DOTTED.fullmatch(printed) and (comma or printed.count(".") > 1):
        return float(printed.replace(".", "").replace(",", "."))
    if _DECIMAL.fullmatch(printed):
        return float("0" + printed.replace("٫", "."))
    if _COMMA.fullmatch(printed) or (comma and printed.count(",") == 1 and printed.replace(",", "").isdecimal()):
        return float(printed.replace(",", "."))
    return None


def numeral_at(words: Words, i: int, comma: bool = False) -> Numeral | None:
    """The number that begins at token ``i``, or at an article right before it ("a dozen"), or None."""
    found = _digital(words, i, comma) if words.kind[i] == NUMBER else spelled(words, i)
    if found is None:
        return None
    _take_power(words, found)
    take_scales(words, found)
    if max(abs(x) for x in (found.value, found.low, found.high) if x is not None) > _LARGEST:
        return None
    return _ratio(words, found, comma)


def _digital(words: Words, i: int, comma: bool) -> Numeral | None:
    printed = words.low[i]
    value = digits(printed, comma)
    if value is None:
        return None
    found = Numeral(i, i + 1, value, plain=printed.isdecimal())
    j = i + 1
    if words.low[j] in VULGAR and words.start[j] - words.end[i] <= 1:
        found.value, found.last, found.plain = value + VULGAR[words.low[j]], j + 1, False
    elif words.hyphen(j) and words.kind[j + 1] == NUMBER and (rest := _fraction(words, j + 1)) is not None:
        found.value, found.last, found.plain = value + rest, j + 4, False
    elif (over := _fraction(words, i)) is not None:
        found.value, found.last, found.plain, found.part = over, i + 3, False, True
    elif found.plain and words.kind[j] == NUMBER and words.start[j] == words.end[i] + 1:
        rest = _fraction(words, j)
        if rest is not None:
            found.value, found.last, found.plain = value + rest, j + 3, False
        elif j < words.size:
            _take_groups(words, found, comma)
    return found


def _fraction(words: Words, i: int) -> float | None:
    """ "1/16" at token ``i``: one over a common denominator."""
    j = i + 1
    if words.low[j] not in _SLASHES or words.kind[j + 1] != NUMBER or not words.glued(j) or not words.glued(j + 1):
        return None
    above, below = words.low[i], words.low[j + 1]
    if not (above.isdecimal() and below.isdecimal() and len(above) <= 3 and len(below) <= 3):
        return None
    if not 0 < int(above) < int(below) or (words.low[j] == "/" and int(below) not in _DENOMINATORS):
        return None
    return None if words.low[j + 2] == "/" else int(above) / int(below)


def _take_groups(words: Words, found: Numeral, comma: bool) -> None:
    """ "1 234 567" and, where the language does so, "10 000": groups of three after plain spaces."""
    j, printed = found.last, words.low[found.first]
    if len(printed) > 3:
        return
    while (
        j - found.last < _MOST_GROUPS
        and words.kind[j] == NUMBER
        and len(words.low[j]) == 3
        and words.low[j].isdecimal()
        and (words.text[words.end[j - 1] : words.start[j]] in (" ", "\u00a0", "\u202f"))
    ):
        printed += words.low[j]
        j += 1
    groups = j - found.last
    if groups and len(printed) <= _LONGEST and (comma or groups > 1 or words.low[j - 1] == "000"):
        found.value, found.last, found.plain = float(int(printed)), j, False


def _take_power(words: Words, found: Numeral) -> None:
    """ "1.99×10^30", "1.99 x 10−3"."""
    j, low = found.last, words.low
    if low[j] not in ("×", "x") or low[j + 1] != "10" or low[j + 2] not in ("^", "−", "-") or found.spelled:
        return
    minus = low[j + 2] != "^" or low[j + 3] in ("−", "-")
    k = j + 4 if low[j + 2] == "^" and minus else j + 3
    if words.kind[k] == NUMBER and low[k].isdecimal() and len(low[k]) <= 2:
        found.times(10.0 ** (-int(low[k]) if minus else int(low[k])))
        found.last = k + 1


def _ratio(words: Words, found: Numeral, comma: bool) -> Numeral:
    """ "one in five", "nine out of 10", "1-in-500": a part of all."""
    low, j = words.low, found.last
    hyphen = words.hyphen(j)
    j += hyphen
    if low[j] == "in":
        k = j + 2 if hyphen and words.hyphen(j + 1) else j + 1
    elif low[j] == "out" and low[j + 1] == "of":
        k = j + 2
        k += low[k] == "every"
    else:
        return found
    k += low[k] == "every"
    if found.value is None or found.part or not 0 < found.value == int(found.value) or found.value > 999:
        return found
    if words.kind[k] not in (NUMBER, WORD) or (words.kind[k] == WORD and low[k] not in numbers().cardinals):
        return found
    whole = _digital(words, k, comma) if words.kind[k] == NUMBER else spelled(words, k)
    if whole is None or whole.value is None:
        return found
    take_scales(words, whole)
    if whole.value <= found.value or (low[j] == "in" and not _round_enough(whole.value)):
        return found
    if units().words.get(low[whole.last]) in TIME:  # "two in ten minutes"
        return found
    return Numeral(found.first, whole.last, found.value / whole.value, spelled=found.spelled, part=True)


def _round_enough(whole: float) -> bool:
    """ "two in 2019" and "five in 36 games" are no ratios."""
    return whole <= 10 or whole in (12, 20, 25, 50) or (whole % 100 == 0 and not 1900 <= whole <= 2100)
