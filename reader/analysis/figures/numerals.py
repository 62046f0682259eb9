"""Numbers in digits and in words: the value of what is printed, before units and qualifiers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.analysis.figures.lexicon import TIME, numbers, units
from reader.analysis.figures.words import NUMBER, WORD, Words

_GROUPED = re.compile(r"\d{1,3}(?:([,'’٬\u00a0\u202f\u2009])\d{3}(?:\1\d{3})*|,\d{2}(?:,\d{2})*,\d{3})(?:[.٫]\d+)?")
_DECIMAL = re.compile(r"\d*[.٫]\d+")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_COMMA = re.compile(r"\d+,\d{1,2}")
_NO_DIGITS = re.compile(r"[^\d.]")
_LONGEST = 40
VULGAR = dict(zip("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞", (1 / 2, 1 / 3, 2 / 3, 1 / 4, 3 / 4, 0.2, 0.4, 0.6, 0.8, 1 / 6, 5 / 6, 0.125, 0.375, 0.625, 0.875)))
_SLASHES = frozenset("/⁄")
_OF_OR = frozenset({"of", "the", "a", "an", "its", "their", "his", "her", "our", "all", "that", "those", "these", "as"})
_MORE_PARTS = frozenset({"of", "in", "from", "to", "are", "were", "is", "was", "have", "had", "said", "majority", "off"})


@dataclass(slots=True)
class Numeral:
    """Tokens ``first`` to ``last`` (exclusive) say ``value``, or something from ``low`` to ``high`` if vague.

    ``plain``: bare digits without separator or scale (may be a year or a code). ``spelled``: in words. ``part``: a
    fraction of something. ``scaled``: a word or letter such as "million" was in it. ``multiple``: "twice", "tenfold".
    """

    first: int
    last: int
    value: float | None
    low: float | None = None
    high: float | None = None
    plain: bool = False
    spelled: bool = False
    part: bool = False
    scaled: bool = False
    multiple: bool = False

    def times(self, factor: float) -> None:
        """Multiply by a scale."""
        self.value = None if self.value is None else _exact(self.value * factor)
        self.low = None if self.low is None else self.low * factor
        self.high = None if self.high is None else self.high * factor
        self.plain, self.scaled = False, True


def _exact(value: float) -> float:
    """Without the dust of binary fractions: 4.3 × 10⁶ is 4300000."""
    return float(f"{value:.12g}")


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
    found = _digital(words, i, comma) if words.kind[i] == NUMBER else _spelled(words, i)
    if found is None:
        return None
    _take_power(words, found)
    _take_scales(words, found)
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
    """"1/16" at token ``i``: one over a common denominator."""
    j = i + 1
    if words.low[j] not in _SLASHES or words.kind[j + 1] != NUMBER or not words.glued(j) or not words.glued(j + 1):
        return None
    above, below = words.low[i], words.low[j + 1]
    if not (above.isdecimal() and below.isdecimal() and len(above) <= 3 and len(below) <= 3):
        return None
    if not 0 < int(above) < int(below) or (words.low[j] == "/" and int(below) not in _DENOMINATORS):
        return None
    return None if words.low[j + 2] == "/" else int(above) / int(below)


_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100, 128})


def _take_groups(words: Words, found: Numeral, comma: bool) -> None:
    """"1 234 567" and, where the language does so, "10 000": groups of three after plain spaces."""
    j, printed = found.last, words.low[found.first]
    if len(printed) > 3:
        return
    while words.kind[j] == NUMBER and len(words.low[j]) == 3 and words.low[j].isdecimal() and (
        words.text[words.end[j - 1] : words.start[j]] in (" ", "\u00a0", "\u202f")
    ):
        printed += words.low[j]
        j += 1
    groups = j - found.last
    if groups and len(printed) <= _LONGEST and (comma or groups > 1 or words.low[j - 1] == "000"):
        found.value, found.last, found.plain = float(int(printed)), j, False


def _take_power(words: Words, found: Numeral) -> None:
    """"1.99×10^30", "1.99 x 10−3"."""
    j, low = found.last, words.low
    if low[j] not in ("×", "x") or low[j + 1] != "10" or low[j + 2] not in ("^", "−", "-") or found.spelled:
        return
    minus = low[j + 2] != "^" or low[j + 3] in ("−", "-")
    k = j + 4 if low[j + 2] == "^" and minus else j + 3
    if words.kind[k] == NUMBER and low[k].isdecimal() and len(low[k]) <= 2:
        found.times(10.0 ** (-int(low[k]) if minus else int(low[k])))
        found.last = k + 1


def _take_scales(words: Words, found: Numeral) -> None:
    """"million", "bn", "-million", "hundred thousand" after the number."""
    table = numbers().scales if found.spelled else numbers().after_digits
    while True:
        j = found.last
        at = j + 1 if words.hyphen(j) or words.loose_hyphen(j) else j
        factor = table.get(words.low[at])
        if factor is None:
            return
        if words.low[at] == "hundred" and not found.spelled and (found.value or 0) >= 100:
            return
        found.times(factor)
        found.last = at + 1


def _spelled(words: Words, i: int) -> Numeral | None:
    table, word = numbers(), words.low[i]
    if word in VULGAR:
        return Numeral(i, i + 1, VULGAR[word], part=True)
    if word in table.times and (found := _times(words, i)):
        return found
    if word in table.vague:
        return _vague(words, i)
    if word in table.folds:
        return Numeral(i, i + 1, table.folds[word], spelled=True, multiple=True)
    if word in table.multiples:
        return _multiple(words, i)
    if word in table.parts and word not in table.cardinals:
        return _part(words, i)
    if word in table.cardinals or word in table.scales:
        return _cardinal(words, i)
    return None


def _times(words: Words, i: int) -> Numeral | None:
    """"several hundred", "a few dozen", "a couple of thousand", "tens of thousands", "many thousands"."""
    table, word = numbers(), words.low[i]
    j = i + 1
    if words.low[j] == "of" and word in ("tens", "couple"):
        j += 1
    scale = table.scales.get(words.low[j])
    if scale is None and words.low[j] in table.vague and word in ("tens", "many", "several"):
        scale = table.scales.get(words.low[j].removesuffix("s"))
    if scale is None or (word == "tens" and words.low[j - 1] != "of"):
        return None
    low, high = table.times[word]
    first = i - 1 if words.low[i - 1] in ("a", "the") and word in ("few", "couple") else i
    ceiling = float(int(high * scale)) if high < 90 else scale * 100 - 1
    return Numeral(first, j + 1, None, low * scale, ceiling, spelled=True, scaled=True)


def _vague(words: Words, i: int) -> Numeral | None:
    """"hundreds", "hundreds of thousands", "scores of" (which may be a verb), "dozens"."""
    table, word = numbers(), words.low[i]
    low, high = table.vague[word]
    if word == "scores" and (words.low[i + 1] != "of" or words.low[i + 2] in ("the",)):
        return None
    last = i + 1
    if words.low[last] == "of" and words.low[last + 1] in table.vague and words.low[last + 1] != "dozens":
        scale = table.scales[words.low[last + 1].removesuffix("s")]
        low, high, last = low * scale, (high + 1) * scale - 1, last + 2
    return Numeral(i, last, None, low, high, spelled=True, scaled=True)


def _multiple(words: Words, i: int) -> Numeral | None:
    """"twice as many", "double the number": a multiple of something; "scored twice" is none."""
    after, then = words.low[i + 1], words.low[i + 2]
    measure = after in ("the", "that", "what", "its", "their", "last") and words.kind[i + 2] != NUMBER
    if (after == "as" and then in ("many", "much", "likely", "high", "big", "large")) or measure:
        return Numeral(i, i + 1, numbers().multiples[words.low[i]], spelled=True, multiple=True)
    return None


_NO_HALF = frozenset({"first", "second", "other", "this", "that", "last", "next", "better", "opening", "latter", "final"})


def _part(words: Words, i: int) -> Numeral | None:
    """"half", "a third", "a quarter of": one part; with a number before it the cardinal takes it."""
    table, word = numbers(), words.low[i]
    before, after = words.low[i - 1], words.low[i + 1]
    if word == "half":
        return _half(words, i)
    if before not in ("a", "an") or word.endswith("s"):
        return None
    if after == "of" and words.low[i - 2] not in ("for",):
        return Numeral(i - 1, i + 1, 1 / table.parts[word], spelled=True, part=True)
    if word in ("third", "quarter") and (after in _MORE_PARTS or after in ".,;)") and words.low[i - 2] in _BEFORE_PARTS:
        return Numeral(i - 1, i + 1, 1 / table.parts[word], spelled=True, part=True)
    if word == "quarter" and (words.low[i + 1] in table.scales or words.low[i + 2] in table.scales):
        return _of_a_scale(words, i - 1, i + 1, 0.25)
    return None


_BEFORE_PARTS = frozenset(
    "by nearly almost about around than over under roughly approximately least to some up only just".split()
)


def _half(words: Words, i: int) -> Numeral | None:
    before, after = words.low[i - 1], words.low[i + 1]
    at = i + 2 if words.hyphen(i + 1) else i + 1
    if words.low[at] in numbers().scales or (after == "a" and words.low[i + 2] in numbers().scales):
        return _of_a_scale(words, i - 1 if before == "a" else i, at, 0.5)
    if before in _NO_HALF or words.hyphen(i + 1) or words.hyphen(i - 1):
        return None
    if after in ("a", "an"):
        return Numeral(i, i + 2, 0.5, spelled=True, part=True)
    if after in _OF_OR or before in _BEFORE_PARTS:
        first = i - 1 if before == "a" else i
        return Numeral(first, i + 1, 0.5, spelled=True, part=True)
    return None


def _of_a_scale(words: Words, first: int, at: int, part: float) -> Numeral:
    """"half a million", "a half-dozen", "a quarter of a million"."""
    at += words.low[at] in ("a", "of")
    found = Numeral(first, at + 1, part * numbers().scales[words.low[at]], spelled=True, scaled=True)
    _take_scales(words, found)
    return found


def _cardinal(words: Words, i: int) -> Numeral | None:
    """"two hundred and forty-five thousand", "a hundred", "two dozen", "two and a half", "two-thirds"."""
    table, low = numbers(), words.low
    total, current, j = 0.0, None, i
    first, scaled = i, False
    while True:
        at = j + 1 if j > i and words.hyphen(j) else j
        word = low[at]
        if word in table.cardinals:
            value = table.cardinals[word]
            if current is None:
                current = value
            elif current % 100 >= 20 and current % 10 == 0 and 0 < value < 10:
                current += value
            elif current >= 100 and current % 100 == 0 and value < 100:
                current += value
            else:
                return None if 10 <= current <= 20 and word in table.tens else _close(words, first, j, total + current)
        elif word in table.scales:
            if current is None and not total and (low[i - 1] in _ARTICLES or word == "hundred"):
                first = i - 1 if low[i - 1] == "a" else i
            elif current is None:
                return None if not total else _close(words, first, j, total, scaled)
            scaled = True
            if word == "hundred":
                current = (current or 1) * 100
            else:
                total, current = _add_scale(total, current, table.scales[word])
        elif word == "and" and scaled and low[at + 1] in table.cardinals and low[at + 1] != "one":
            pass
        else:
            break
        j = at + 1
    return _close(words, first, j, total + (current or 0), scaled)


_ARTICLES = frozenset({"a", "one", "his", "her", "their", "its", "the", "this", "per"})


def _add_scale(total: float, current: float | None, scale: float) -> tuple[float, float | None]:
    """"three hundred thousand", "two million four hundred thousand", "a hundred million"."""
    if current is None:
        return (total or 1) * scale, None
    return (total + current * scale, None) if not total or scale < total else ((total + current) * scale, None)


def _close(words: Words, first: int, last: int, value: float, scaled: bool = False) -> Numeral | None:
    """The end of a cardinal: "and a half", thirds and quarters."""
    found = Numeral(first, last, value, spelled=True, scaled=scaled)
    low, at = words.low, last
    hyphen = words.hyphen(at)
    j = at + 1 if hyphen else at
    if low[j] == "and":
        k = j + 2 if words.hyphen(j + 1) else j + 1
        k = k + 2 if low[k] == "a" and words.hyphen(k + 1) else k + 1 if low[k] in ("a", "one") else k
        if low[k] == "half":
            found.value, found.last = value + 0.5, k + 1
        return found
    denominator = numbers().parts.get(low[j], 0.0)
    if denominator and low[j] not in ("half", "halves") and value < denominator:
        if (value > 1) != low[j].endswith("s") or (value == 1 and low[j + 1] not in _MORE_PARTS and not hyphen):
            return found
        found.value, found.last, found.part = value / denominator, j + 1, True
    elif low[j] == "half" and value == 1 and (hyphen or low[j + 1] == "of"):
        found.value, found.last, found.part = 0.5, j + 1, True
    return found


def _ratio(words: Words, found: Numeral, comma: bool) -> Numeral:
    """"one in five", "nine out of 10", "1-in-500": a part of all."""
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
    whole = _digital(words, k, comma) if words.kind[k] == NUMBER else _spelled(words, k)
    if whole is None or whole.value is None:
        return found
    _take_scales(words, whole)
    if whole.value <= found.value or (low[j] == "in" and not _round_enough(whole.value)):
        return found
    if units().words.get(low[whole.last]) in TIME:  # "two in ten minutes"
        return found
    return Numeral(found.first, whole.last, found.value / whole.value, spelled=found.spelled, part=True)


def _round_enough(whole: float) -> bool:
    """"two in 2019" and "five in 36 games" are no ratios."""
    return whole <= 10 or whole in (12, 20, 25, 50) or whole % 100 == 0 and not 1900 <= whole <= 2100
