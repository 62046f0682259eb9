"""Numbers in words: "two hundred and forty-five", "half a million", "dozens", "twice as many"."""

from __future__ import annotations

from dataclasses import dataclass

from reader.analysis.figures.lexicon import group, numbers
from reader.analysis.figures.words import NUMBER, Words

VULGAR = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 0.2, "⅖": 0.4, "⅗": 0.6, "⅘": 0.8, "⅙": 1 / 6,
    "⅚": 5 / 6, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875,
}  # fmt: skip
"""Fractions of one character."""
_LONGEST = 24
"""Number words in one number; what is longer is no number anybody wrote."""
_OF_OR = frozenset({"of", "the", "a", "an", "its", "their", "his", "her", "our", "all", "that", "those", "these", "as"})
_MORE_PARTS = frozenset(
    {"of", "in", "from", "to", "are", "were", "is", "was", "have", "had", "said", "majority", "off"}
)
_NO_HALF = frozenset(
    {"first", "second", "other", "this", "that", "last", "next", "better", "opening", "latter", "final"}
)
_ARTICLES = frozenset({"a", "one", "his", "her", "their", "its", "the", "this", "per"})


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


def take_scales(words: Words, found: Numeral) -> None:
    """ "million", "bn", "-million", "hundred thousand" after the number."""
    table = numbers().scales if found.spelled else numbers().after_digits
    for _ in range(4):
        j = found.last
        at = j + 1 if words.hyphen(j) or words.loose_hyphen(j) else j
        factor = table.get(words.low[at])
        if factor is None:
            return
        if words.low[at] == "hundred" and not found.spelled and (found.value or 0) >= 100:
            return
        found.times(factor)
        found.last = at + 1


def spelled(words: Words, i: int) -> Numeral | None:
    """The number in words that begins at token ``i`` (or at an article right before it), or None."""
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
    """ "several hundred", "a few dozen", "a couple of thousand", "tens of thousands", "many thousands"."""
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
    ceiling = high * scale if word == "couple" else scale * (100 if high > 90 else 10) - 1
    if scale < 100:
        ceiling = min(ceiling, 99.0)
    return Numeral(first, j + 1, None, low * scale, ceiling, spelled=True, scaled=True)


def _vague(words: Words, i: int) -> Numeral | None:
    """ "hundreds", "hundreds of thousands", "scores of" (which may be a verb), "dozens"."""
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
    """ "twice as many", "double the number": a multiple of something; "scored twice" is none."""
    after, then = words.low[i + 1], words.low[i + 2]
    measure = after in ("the", "that", "what", "its", "their", "last") and words.kind[i + 2] != NUMBER
    if (after == "as" and then in ("many", "much", "likely", "high", "big", "large")) or measure:
        return Numeral(i, i + 1, numbers().multiples[words.low[i]], spelled=True, multiple=True)
    return None


def _part(words: Words, i: int) -> Numeral | None:
    """ "half", "a third", "a quarter of": one part; with a number before it the cardinal takes it."""
    table, word = numbers(), words.low[i]
    before, after = words.low[i - 1], words.low[i + 1]
    if word == "half":
        return _half(words, i)
    if before not in ("a", "an") or word.endswith("s"):
        return None
    if after == "of" and words.low[i + 2] == "a" and words.low[i + 3] in table.scales:
        return _of_a_scale(words, i - 1, i + 2, 1 / table.parts[word])
    if after == "of" and words.low[i - 2] not in ("for",):
        return Numeral(i - 1, i + 1, 1 / table.parts[word], spelled=True, part=True)
    if (
        word in ("third", "quarter")
        and (after in _MORE_PARTS or after in ".,;)")
        and words.low[i - 2] in group("before a part")
    ):
        return Numeral(i - 1, i + 1, 1 / table.parts[word], spelled=True, part=True)
    if word == "quarter" and (words.low[i + 1] in table.scales or words.low[i + 2] in table.scales):
        return _of_a_scale(words, i - 1, i + 1, 0.25)
    return None


def _half(words: Words, i: int) -> Numeral | None:
    before, after = words.low[i - 1], words.low[i + 1]
    at = i + 2 if words.hyphen(i + 1) else i + 1
    if words.low[at] in numbers().scales or (after == "a" and words.low[i + 2] in numbers().scales):
        return _of_a_scale(words, i - 1 if before == "a" else i, at, 0.5)
    if before in _NO_HALF or words.hyphen(i + 1) or words.hyphen(i - 1):
        return None
    if after in ("a", "an"):
        return Numeral(i, i + 2, 0.5, spelled=True, part=True)
    if after in _OF_OR or before in group("before a part"):
        first = i - 1 if before == "a" else i
        return Numeral(first, i + 1, 0.5, spelled=True, part=True)
    return None


def _of_a_scale(words: Words, first: int, at: int, part: float) -> Numeral:
    """ "half a million", "a half-dozen", "a quarter of a million"."""
    at += words.low[at] in ("a", "of")
    found = Numeral(first, at + 1, part * numbers().scales[words.low[at]], spelled=True, scaled=True)
    take_scales(words, found)
    return found


def _cardinal(words: Words, i: int) -> Numeral | None:
    """ "two hundred and forty-five thousand", "a hundred", "two dozen", "two and a half", "two-thirds"."""
    table, low = numbers(), words.low
    total, current, j = 0.0, None, i
    first, scaled = i, False
    while j < i + _LONGEST:
        at = j + 1 if j > i and words.hyphen(j) else j
        word = low[at]
        if word in table.cardinals:
            value = table.cardinals[word]
            if current is None:
                current = value
            elif _continues(current, value):
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


def _continues(current: float, value: float) -> bool:
    """ "forty" and "five", "two hundred" and "ten"."""
    return (current % 100 >= 20 and current % 10 == 0 and 0 < value < 10) or (
        current >= 100 and current % 100 == 0 and value < 100
    )


def _add_scale(total: float, current: float | None, scale: float) -> tuple[float, float | None]:
    """ "three hundred thousand", "two million four hundred thousand", "a hundred million"."""
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
