"""A number with what it is measured in: sign or word of a currency, per cent, a unit, an age."""

from __future__ import annotations

from dataclasses import dataclass

from reader.analysis.figures.lexicon import IN_NUMBER, TIME, is_plural, money, numbers, stops, units
from reader.analysis.figures.numerals import numeral_at
from reader.analysis.figures.spelled import Numeral
from reader.analysis.figures.words import MARK, NUMBER, WORD, Words

_MINUS = frozenset("-−‐")
_HYPHENS = frozenset("-‑")
_SPACED_LETTERS = frozenset("WVmgthLlFK")
"""One-letter units that may stand apart from the number ("5 W"); others must touch it ("12C")."""


@dataclass(slots=True)
class Quantity:
    """A measured number: tokens ``first`` to ``number_last`` are the printed number, to ``last`` with its unit.

    ``start`` and ``number_end`` are offsets. ``age``: "-year-old", "years old". ``hyphen``: joined to the next word.
    ``coin``: the head noun where the unit has no symbol ("cent").
    """

    numeral: Numeral
    first: int
    start: int
    number_last: int
    last: int
    unit: str | None = None
    age: bool = False
    hyphen: bool = False
    coin: str | None = None

    @property
    def value(self) -> float | None:
        """The number's value; negative with a minus before it."""
        return self.numeral.value


def quantity_at(words: Words, i: int, comma: bool = False) -> Quantity | None:
    """The quantity whose number begins at token ``i``, or None."""
    numeral = numeral_at(words, i, comma)
    if numeral is None:
        return None
    found = Quantity(numeral, numeral.first, words.start[numeral.first], numeral.last, numeral.last)
    _take_sign(words, found)
    _take_money(words, found)
    _take_letter_scale(words, found)
    if found.unit is None:
        _take_unit(words, found)
        _take_minus(words, found)
    elif found.unit == "USD":
        _take_country(words, found)
    return found


def _take_sign(words: Words, found: Quantity) -> None:
    """A currency sign before the number, with the letters about it: "US$", "$US", "HK $", "RM", "USD", "Rs."."""
    table, low = money(), words.low
    i, minus = found.first - 1, False
    if low[i] in _MINUS and low[i - 1] in table.signs:  # "$-50.8bn"
        i, minus = i - 1, True
    printed = words.printed(i) if i >= 0 else ""
    code: str | None = None
    if printed in table.signs:
        code = table.signs[printed]
        beside = words.printed(i - 1).replace(".", "") if i > 0 else ""
        if printed == "$" and beside in table.dollars and words.start[i] - words.end[i - 1] <= 1:
            code, i = table.dollars[beside], i - 1
    elif words.kind[i] == WORD and i >= 0:
        code, i = _letters(words, i, found)
    elif printed == "." and low[i - 1] == "rs":
        code, i = "INR", i - 1
    elif printed == "=" and low[i - 1] == "y" and words.glued(i):  # how "¥" is spelled in plain ASCII
        code, i = "JPY", i - 1
    if code is None:
        return
    if i > 0 and low[i - 1] in _MINUS and words.glued(i) and not words.glued(i - 1):
        i, minus = i - 1, True
    found.unit, found.first, found.start = code, i, words.start[i]
    if minus:
        found.numeral.times(-1)


def _letters(words: Words, i: int, found: Quantity) -> tuple[str | None, int]:
    """A currency in letters before the number: "USD10m", "EUR 5", "RM23.50", "$US55", "PS2.7m"."""
    table, printed = money(), words.printed(i)
    near = words.start[i + 1] - words.end[i] <= 1
    if not near:
        return None, i
    if words.low[i - 1] == "$" and words.glued(i) and printed in table.dollars:
        return table.dollars[printed], i - 1
    if printed in table.codes or printed in table.letters:
        return (printed if printed in table.codes else table.letters[printed]), i
    after = words.low[found.numeral.last]
    if printed in ("e", "euro", "Euro") and words.glued(i + 1):  # how "€" is spelled in plain ASCII
        large = found.numeral.scaled or (after in ("m", "bn") and words.glued(found.numeral.last))
        return ("EUR", i) if large else (None, i)
    if printed == "PS" and words.glued(i + 1):  # how "£" is spelled in plain ASCII
        long = not found.numeral.plain or (after in numbers().letters and words.glued(found.numeral.last))
        return ("GBP", i) if long else (None, i)
    return None, i


def _take_money(words: Words, found: Quantity) -> None:
    """A currency after the number: "1,200€", "110 JPY", "7.5 million Danish crowns", "million-dollar", "19 cents"."""
    table, low = money(), words.low
    j = found.numeral.last
    if found.unit is not None:
        return
    if low[j] in table.signs and words.start[j] - words.end[j - 1] <= 1 and not words.glued_number(j + 1):
        found.unit, found.number_last, found.last = table.signs[low[j]], j + 1, j + 1
        return
    at = j + 1 if words.hyphen(j) else j
    if words.kind[at] != WORD:
        return
    if words.printed(at) in table.codes:
        found.unit, found.last = words.printed(at), at + 1
        return
    for length in (3, 2, 1):
        code = table.words.get(" ".join(low[at : at + length]))
        if code is None or (low[at] == "won" and (found.value or 0) < 100):
            continue
        found.unit, found.last, found.hyphen = code, at + length, at > j
        return
    if low[at] in ("pound", "pounds") and found.numeral.scaled and low[at + 1] not in ("of", "per"):
        found.unit, found.last, found.hyphen = "GBP", at + 1, at > j
    elif (coin := _COINS.get(low[at])) and not (low[at] == "p" and found.numeral.spelled):
        found.coin, found.last, found.hyphen = coin, at + 1, at > j


_COINS = {
    "cent": "cent",
    "cents": "cent",
    "¢": "cent",
    "pence": "penny",
    "penny": "penny",
    "p": "penny",
    "sen": "sen",
    "kopecks": "kopeck",
    "paise": "paisa",
    "centavos": "centavo",
    "agorot": "agora",
    "öre": "öre",
}


def _take_letter_scale(words: Words, found: Quantity) -> None:
    """A scale of one letter: "$10m", "4.3M", "12m people", "5k runners"."""
    j = found.numeral.last
    if words.kind[j] != WORD or found.last != j or not (words.glued(j) or words.start[j] - words.end[j - 1] == 1):
        return
    factor = numbers().letters.get(words.low[j])
    if factor is None or found.numeral.spelled:
        return
    counts = words.kind[j + 1] == WORD and is_plural(words.low[j + 1]) and words.low[j + 1] not in stops()
    letter = words.printed(j)
    if found.unit is not None:
        wanted = words.glued(j) or letter in "mM"
    elif not words.glued(j):
        wanted = False
    else:
        wanted = (letter == "M" and found.value != int(found.value or 0)) or (letter in "kKmM" and counts)
    if wanted:
        found.numeral.times(factor)
        found.numeral.last = found.number_last = found.last = j + 1


def _take_country(words: Words, found: Quantity) -> None:
    """ "$76 US a barrel", "$75 U.S."."""
    if words.printed(found.last) in ("US", "U.S.") and not words.capital(found.last + 1):
        nxt = words.low[found.last + 1]
        if nxt in ("a", "an", "per", ".", ",", "in", "to", "and", "", "for"):
            found.last += 1


def _take_minus(words: Words, found: Quantity) -> None:
    """ "minus 387", "minus-5", "-1.5" after a space."""
    i = found.first - 1
    if i < 0 or found.numeral.low is not None:
        return
    if words.low[i] in _MINUS and words.low[i - 1] == "minus" and words.glued(i):
        i -= 1
    elif words.low[i] != "minus":
        free = i == 0 or not words.glued(i)
        if words.low[i] not in _MINUS or not words.glued(i + 1) or not free or words.low[i] == "‐":
            return
        if words.kind[i - 1] == NUMBER and i > 0:
            return
    plain = found.numeral.plain
    found.numeral.times(-1)
    found.numeral.plain = plain
    found.first, found.start = i, words.start[i]


def _take_unit(words: Words, found: Quantity) -> None:
    """Per cent and units of measurement, "-year-old"."""
    j = found.last
    if found.coin is not None:
        return
    if found.numeral.value is None and words.low[j] == "of":
        _take_vague_unit(words, found)
        return
    hyphen = words.low[j] in _HYPHENS and words.glued(j) and words.glued(j + 1)
    loose = words.loose_hyphen(j) and units().words.get(words.low[j + 1]) is not None
    more = words.low[j] == "more" and units().words.get(words.low[j + 1]) is not None
    at = j + 1 if hyphen or loose or more else j
    code, last = unit_at(words, at)
    if code is None:
        found.hyphen = hyphen and words.kind[at] == WORD
        return
    found.unit, found.last, found.hyphen = code, last, hyphen or loose
    if code in IN_NUMBER:
        found.number_last = last
    elif code in TIME:
        _take_age(words, found)


def _take_vague_unit(words: Words, found: Quantity) -> None:
    """ "billions of dollars", "hundreds of miles"."""
    code, last = unit_at(words, found.last + 1)
    if code is None:
        code = money().words.get(words.low[found.last + 1])
        last = found.last + 2
    if code is not None:
        found.unit, found.last = code, last


def unit_at(words: Words, at: int) -> tuple[str | None, int]:
    """The unit that begins at token ``at`` and the token after it, or None."""
    table, low = units(), words.low
    if words.kind[at] == NUMBER or not low[at]:
        return None, at
    if low[at] in table.firsts or low[at + 1] in ("-", "."):
        for length in (4, 3, 2):
            joined = " ".join(w for w in low[at : at + length] if w not in _HYPHENS).replace(" .", ".")
            if joined in table.words:
                return table.words[joined], at + length
    printed = words.printed(at)
    apart = not words.glued(at)
    if low[at + 1] == "/" and words.kind[at + 2] == WORD and f"{printed}/{low[at + 2]}" in table.signs:
        return table.signs[f"{printed}/{low[at + 2]}"], at + 3
    longer = printed + words.printed(at + 1) if words.glued(at + 1) else printed
    if longer in table.signs and longer != printed:
        return table.signs[longer], at + 2
    if printed in table.signs:
        if len(printed) == 1 and apart and words.kind[at] == WORD and printed not in _SPACED_LETTERS:
            return None, at
        return table.signs[printed], at + 1
    word = table.words.get(low[at])
    if word is None and apart and printed in ("C", "F") and words.low[at + 1] not in (".", "-"):
        return ("Cel" if printed == "C" else "[degF]"), at + 1
    if words.kind[at] == MARK and word is None:
        return None, at
    return (word, at + 1) if word else (None, at)


def _take_age(words: Words, found: Quantity) -> None:
    """ "50-year-old", "50 year-old", "18 months old", "three years of age"."""
    j = found.last
    if (words.hyphen(j) or words.loose_hyphen(j)) and words.low[j + 1] in ("old", "olds"):
        found.age, found.last = True, j + 2
    elif words.low[j] == "old":
        found.age, found.last = True, j + 1
    elif words.low[j] == "of" and words.low[j + 1] == "age":
        found.age, found.last = True, j + 2
