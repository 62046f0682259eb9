"""The assembly of a figure from number, unit, qualifier, other end and what is counted."""

from __future__ import annotations

from dataclasses import replace

from reader.analysis.figures.guards import Taboo, no_figure
from reader.analysis.figures.lexicon import group, is_plural, stops
from reader.analysis.figures.nouns import Counted, counted_after, counted_of
from reader.analysis.figures.qualifying import after, before, bounds
from reader.analysis.figures.quantities import Quantity, quantity_at
from reader.analysis.figures.ranges import Range, range_from
from reader.analysis.figures.words import NUMBER, WORD, Words
from reader.analysis.reading import Figure, Qualifier
from reader.document.span import Span

_DETERMINED = frozenset(
    {"top", "bottom", "final", "the", "these", "those", "all", "other", "another", "last", "first", "next", "past"}
)
_NO_ONE = frozenset({"no", "any", "every", "this", "that", "the", "each", "which", "last", "next", "first", "another"})


def figure_at(words: Words, i: int, taboo: Taboo, comma: bool) -> tuple[Figure | None, int]:
    """The figure whose number begins at token ``i`` and the token to go on from."""
    if decade := _decade(words, i):
        return decade, i + 2
    found = quantity_at(words, i, comma)
    if found is None:
        return None, i + 1
    if no_figure(words, found, taboo):
        return None, max(i + 1, found.numeral.last)
    ends = range_from(words, found, taboo, comma)
    if ends is not None:
        return _ranged(words, found, ends)
    return _single(words, found)


def _decade(words: Words, i: int) -> Figure | None:
    """ "in her 60s", "aged in his early 30s": an age of ten years' breadth."""
    j, low = i + 1, words.low
    if low[j] != "s" or not words.glued(j) or low[i] not in ("20", "30", "40", "50", "60", "70", "80", "90"):
        return None
    of = i - 2 if low[i - 1] in ("early", "mid", "late", "-") else i - 1
    of = of - 1 if low[of] in ("mid", "early", "late") else of
    if low[of] not in ("his", "her", "their", "my", "your"):
        return None
    span = Span(words.start[i], words.end[j])
    return Figure(span, span, None, float(low[i]), float(low[i]) + 9, Qualifier.VAGUE, "a", None, "age")


def _single(words: Words, found: Quantity) -> tuple[Figure | None, int]:
    """A figure of one number."""
    numeral = found.numeral
    qualifier, start = before(words, found)
    number_end, last = words.end[found.number_last - 1], found.last
    if numeral.value is None:
        qualifier, start = Qualifier.VAGUE, found.start
    late, late_last = after(words, found.number_last)
    if late is not None and found.last == found.number_last and numeral.value is not None:
        if qualifier is Qualifier.EXACT:
            qualifier = late
        number_end, last = words.end[late_last - 1], late_last
    counted, head, last = _counted(words, found, last)
    if _pronoun(words, found, counted, qualifier):
        return None, found.numeral.last
    if qualifier is Qualifier.EXACT:
        late, _ = after(words, last)
        qualifier = late or qualifier
    low, high = bounds(qualifier, numeral.value)
    if numeral.value is None:
        low, high = numeral.low, numeral.high
    end = max(number_end, words.end[last - 1])
    span, number = Span(min(start, found.start), end), Span(min(start, found.start), number_end)
    if counted is None and head is None:
        counted, head = _counted_before(words, found)
    unit = found.unit
    figure = Figure(span, number, numeral.value, low, high, qualifier, unit, counted, head)
    return figure, max(last, found.numeral.last)


def _counted(words: Words, found: Quantity, last: int) -> tuple[Span | None, str | None, int]:
    """What is counted: span, head, and the token after it."""
    numeral = found.numeral
    if found.age:
        return None, "age", last
    if found.coin is not None:
        return Span(words.start[found.last - 1], words.end[found.last - 1]), found.coin, last
    if found.unit is not None and last == found.last:
        got = counted_of(words, last) if not found.hyphen else None
        per = _per(words, last)
        return (got[0], got[1], got[2]) if got else (None, None, per)
    if numeral.multiple:
        return None, "time", last
    if age := _age(words, found):
        found.unit = "a"
        return None, "age", age
    one = numeral.value == 1 or numeral.part or found.hyphen
    got = counted_of(words, last)
    if got is None and not (numeral.part and words.low[last] == "of"):
        got = _plain_counted(words, found, last, one)
    return (None, None, last) if got is None else (got[0], got[1], got[2])


def _plain_counted(words: Words, found: Quantity, last: int, one: bool) -> Counted | None:
    at = last
    if found.numeral.part and words.low[at] in ("the", "its", "their", "his", "her", "our", "all", "that"):
        at += 1
    if found.hyphen and last == found.last:
        return counted_after(words, at, True)
    return counted_after(words, at, one)


def _per(words: Words, last: int) -> int:
    """The token after "per barrel", "a month", "an ounce"."""
    if words.low[last] == "per" and words.kind[last + 1] == WORD:
        return last + 2
    if (
        words.low[last] in ("a", "an")
        and words.low[last + 1] in group("per")
        and words.low[last + 2] not in ("ago", "earlier", "later")
    ):
        return last + 2
    return last


def _age(words: Words, found: Quantity) -> int:
    """ "Maddon, 66, has", "aged 45", "at the age of 45": the token after the age, or 0."""
    i, j, low, value = found.first, found.last, words.low, found.value
    if value is None or not 0 < value < 120 or value != int(value) or found.numeral.scaled:
        return 0
    if low[i - 1] == "aged" or (low[i - 1] in ("age", "ages") and not is_plural(low[j])):
        return j
    if low[i - 1] == "of" and low[i - 2] == "age":
        return j
    name = words.capital(i - 2) and low[i - 2] not in stops() and not low[i - 2].endswith("ly")
    if low[i - 1] != "," or not name or value < 3 or not found.numeral.plain:
        return 0
    closes = low[j] == "," or (low[j] in (".", ")", ";") and not words.opens_sentence(i - 2))
    return j if closes or (low[j] in ("of", "from", "and") and words.capital(j + 1)) else 0


def _pronoun(words: Words, found: Quantity, counted: Span | None, qualifier: Qualifier) -> bool:
    """Number words that stand for a thing or a person: "the two", "the one who", "one day"."""
    low, i, j = words.low, found.first, found.numeral.last
    numeral = found.numeral
    if not numeral.spelled or numeral.part or numeral.scaled or numeral.multiple or numeral.value is None:
        return False
    if numeral.value == 1:
        if low[i] != "one":
            return False
        if found.unit is not None:
            return low[j] in ("day", "hour") and low[i - 1] not in ("for", "only", "just", "in") and found.last == j + 1
        if low[j] == "point" and low[i - 1] == "at":
            return True
        return counted is None or low[j] in group("one thing") or low[i - 1] in _NO_ONE
    if counted is not None or found.unit is not None or qualifier is not Qualifier.EXACT:
        return False
    return low[i - 1] in _DETERMINED or numeral.value == 0


def _counted_before(words: Words, found: Quantity) -> tuple[Span | None, str | None]:
    """ "the death toll rose to 31", "the number of hostages stands at 240": what was named just before.

    The span of such a figure does not reach back to it.
    """
    if found.unit is not None or found.numeral.value is None:
        return None, None
    i, low = found.first, words.low
    k = i - 2 if words.hyphen(i - 1) else i - 1
    if low[k] == "magnitude" and i > 0:
        return Span(words.start[k], words.end[k]), "magnitude"
    for k in range(i - 1, max(i - 10, -1), -1):
        if words.kind[k] == NUMBER or low[k] in ".;:!?":
            return None, None
        if low[k] == "toll":
            first = k - 1 if low[k - 1] == "death" else k
            return Span(words.start[first], words.end[k]), "toll"
        if low[k] == "number" and low[k + 1] == "of":
            got = counted_after(words, k + 2, False)
            if got is not None and got[2] <= i and low[i - 1] != "of":
                return got[0], got[1]
            return None, None
    return None, None


def _ranged(words: Words, found: Quantity, ends: Range) -> tuple[Figure | None, int]:
    """A figure of two ends."""
    second = ends.second
    low, high = found.value, second.value
    if low is None or high is None:
        return None, second.last
    number = Span(ends.start, words.end[second.number_last - 1])
    if ends.score:
        return Figure(number, number, None, low, high, Qualifier.EXACT, head="score"), second.last
    joined = replace(
        second, first=ends.first_token, start=ends.start, unit=second.unit or found.unit, coin=second.coin or found.coin
    )
    counted, head, last = _counted(words, joined, second.last)
    span = Span(ends.start, max(number.end, words.end[last - 1]))
    value = high if ends.changed else None
    figure = Figure(span, number, value, low, high, Qualifier.BETWEEN, joined.unit, counted, head, change=ends.changed)
    return figure, max(last, second.last)
