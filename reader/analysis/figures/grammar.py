"""Qualifiers, ranges, and the assembly of a figure from number, unit and what is counted."""

from __future__ import annotations

from dataclasses import dataclass

from reader.analysis.figures.guards import Taboo, address, no_figure
from reader.analysis.figures.lexicon import TIME, afterwards, is_plural, qualifiers, stops
from reader.analysis.figures.nouns import Counted, counted_after, counted_of
from reader.analysis.figures.quantities import Quantity, quantity_at
from reader.analysis.figures.words import MARK, NUMBER, WORD, Words
from reader.analysis.reading import Figure, Qualifier
from reader.document.span import Span

_DASHES = frozenset("-–‑−")
_CHANGING = frozenset(
    "up down by rose rise rises rising risen fell fall falls falling fallen climbed climb climbs climbing jumped jump "
    "jumps jumping dropped drop drops dropping gained gain gains lost lose loses added add adds slid surged soared "
    "plunged grew grow grows grown growing increased increase increases increasing decreased decrease declined decline "
    "slipped tumbled sank swelled widened narrowed shrank cut raised lifted lowered slow slowed went go going moved "
    "changed revised".split()
)
_RANGING = frozenset({"range", "ranged", "ranges", "ranging", "vary", "varies", "varied", "varying", "anywhere"})
_SCORES = frozenset(
    "win wins won victory beat beats beaten lead led leading leads lost loss defeat defeated draw drew tie tied down up "
    "score scored scoreline vote voted votes ruling against behind ahead thrashed edged set sets final result series "
    "deadlock trailed trailing".split()
)
_LASTING = frozenset("for of lasted took after been than by is was last take takes lasts were well just within".split())
_ADDING_UP = frozenset("went going go goes summing sum sums add adds adding came moved rose walk walked drove".split())
_LIMITS_AFTER = {Qualifier.AT_LEAST, Qualifier.UP_TO, Qualifier.ABOUT}


@dataclass(slots=True)
class _Range:
    """Two ends of one quantity. ``changed``: from the first to the second. ``score``: 2-0."""

    second: Quantity
    first_token: int
    start: int
    changed: bool = False
    score: bool = False


def figure_at(words: Words, i: int, taboo: Taboo, comma: bool) -> tuple[Figure | None, int]:
    """The figure whose number begins at token ``i`` and the token to go on from."""
    if decade := _decade(words, i):
        return decade, i + 2
    found = quantity_at(words, i, comma)
    if found is None:
        return None, i + 1
    if no_figure(words, found, taboo):
        return None, max(i + 1, found.numeral.last)
    ends = _range(words, found, taboo, comma)
    if ends is not None:
        return _ranged(words, found, ends)
    return _single(words, found)


def _decade(words: Words, i: int) -> Figure | None:
    """"in her 60s", "aged in his early 30s": an age of ten years' breadth."""
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
    qualifier, start = _before(words, found)
    number_end, last = words.end[found.number_last - 1], found.last
    if numeral.value is None:
        qualifier, start = Qualifier.VAGUE, found.start
    late, late_last = _after(words, found.number_last)
    if late is not None and found.last == found.number_last and numeral.value is not None:
        if qualifier is Qualifier.EXACT:
            qualifier = late
        number_end, last = words.end[late_last - 1], late_last
    counted, head, last = _counted(words, found, last)
    if _pronoun(words, found, counted, qualifier):
        return None, found.numeral.last
    if qualifier is Qualifier.EXACT:
        late, _ = _after(words, last)
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


def bounds(qualifier: Qualifier, value: float | None) -> tuple[float | None, float | None]:
    """Lower and upper bound that a qualifier puts to a value."""
    if qualifier in (Qualifier.MORE_THAN, Qualifier.AT_LEAST):
        return value, None
    if qualifier in (Qualifier.LESS_THAN, Qualifier.UP_TO, Qualifier.NEARLY):
        return None, value
    return None, None


def _before(words: Words, found: Quantity) -> tuple[Qualifier, int]:
    """The qualifier in the words before a quantity and where it begins."""
    i, low, table = found.first, words.low, qualifiers()
    if low[i - 1] in ("a", "an", "-") and i > 1 and low[i - 2] in _BEFORE_ARTICLES:
        i -= 1
    for length in (5, 4, 3, 2, 1):
        if i - length < 0:
            continue
        key = tuple(low[i - length : i])
        qualifier = table.get(key)
        if qualifier is None or "\n\n" in words.text[words.end[i - 1] : words.start[i]]:
            continue
        if length == 1 and _other_sense(words, i, found, key[0]):
            break
        return qualifier, words.start[i - length]
    if low[i - 1] == "." and low[i - 2] in ("approx", "c", "ca"):
        return Qualifier.ABOUT, words.start[i - 2]
    return Qualifier.EXACT, found.start


_BEFORE_ARTICLES = frozenset({"nearly", "almost", "about", "around", "roughly", "approximately", "over", "sub", "than"})


def _other_sense(words: Words, i: int, found: Quantity, word: str) -> bool:
    """"over two days" (during), "sums up to 31", "some" in another sense."""
    before = words.low[i - 2]
    if word == "over" and found.unit in TIME and not found.age:
        return before not in _LASTING
    if word == "sub":
        return words.low[i - 1] != "sub"
    if word in ("above", "below", "under", "beyond", "around"):
        return words.kind[i - 2] == NUMBER and word != "around"
    return word == "some" and found.numeral.part


def _after(words: Words, j: int) -> tuple[Qualifier | None, int]:
    """The qualifier right after a number ("200-odd", "50 or more") and the token after it."""
    table = afterwards()
    at = j + 1 if words.hyphen(j) else j
    if words.low[at] == "+" and not words.glued(at):
        return None, j
    for length in (3, 2, 1):
        key = tuple(words.low[at : at + length])
        if key in table:
            if length == 1 and key[0] in ("odd", "ish", "something", "some", "plus") and at == j:
                return (Qualifier.AT_LEAST, at + 1) if key[0] == "plus" and words.kind[at + 1] != NUMBER else (None, j)
            if key[0] in ("and", "or") and key[1] != "so" and words.kind[at + 2] == WORD and (
                words.low[at + 2] not in stops() or words.low[at + 2] in ("the", "a", "an", "than", "of")
            ):
                continue
            return table[key], at + length
    return None, j


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
    vague = numeral.value is None
    one = numeral.value == 1 or numeral.part or found.hyphen
    got = counted_of(words, last)
    if got is None and not vague and not (numeral.part and words.low[last] == "of"):
        got = _plain_counted(words, found, last, one)
    return (None, None, last) if got is None else (got[0], got[1], got[2])


def _plain_counted(words: Words, found: Quantity, last: int, one: bool) -> Counted | None:
    at = last
    if found.numeral.part and words.low[at] in ("the", "its", "their", "his", "her", "our", "all", "that"):
        at += 1
    if found.hyphen and last == found.last:
        got = counted_after(words, at, True)
        return got
    return counted_after(words, at, one)


def _per(words: Words, last: int) -> int:
    """The token after "per barrel", "a month", "an ounce"."""
    if words.low[last] == "per" and words.kind[last + 1] == WORD:
        return last + 2
    if words.low[last] in ("a", "an") and words.low[last + 1] in _PER and words.low[last + 2] not in ("ago", "earlier", "later"):
        return last + 2
    return last


_PER = frozenset("day week month year hour minute second share barrel ounce tonne ton litre liter gallon head night piece".split())


def _age(words: Words, found: Quantity) -> int:
    """"Maddon, 66, has", "aged 45", "at the age of 45": the token after the age, or 0."""
    i, j, low, value = found.first, found.last, words.low, found.value
    if value is None or not 0 < value < 120 or value != int(value) or found.numeral.scaled:
        return 0
    if low[i - 1] == "aged" or (low[i - 1] in ("age", "ages") and not is_plural(low[j])):
        return j
    if low[i - 1] == "of" and low[i - 2] == "age":
        return j
    name = words.capital(i - 2) and low[i - 2] not in stops() and not low[i - 2].endswith("ly")
    if low[i - 1] == "," and name and value >= 3 and not found.numeral.spelled and found.numeral.plain:
        if low[j] in (",", ".", ")", ";") and (low[j] == "," or not words.opens_sentence(i - 2)) or (low[j] in ("of", "from", "and") and words.capital(j + 1)):
            return j
    return 0


_DETERMINED = frozenset({"top", "bottom", "final", "the", "these", "those", "all", "other", "another", "last", "first", "next", "past"})


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
        return counted is None or low[j] in _ONE_THINGS or low[i - 1] in _NO_ONE
    if counted is not None or found.unit is not None or qualifier is not Qualifier.EXACT:
        return False
    return low[i - 1] in _DETERMINED or numeral.value == 0


_ONE_THINGS = frozenset("day thing way time another or by who that which side".split())
_NO_ONE = frozenset({"no", "any", "every", "this", "that", "the", "each", "which", "last", "next", "first", "another"})


def _counted_before(words: Words, found: Quantity) -> tuple[Span | None, str | None]:
    """"the death toll rose to 31", "the number of hostages stands at 240": what was named just before.

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


def _range(words: Words, found: Quantity, taboo: Taboo, comma: bool) -> _Range | None:
    """The other end of "10-15", "between 10 and 15", "from 10 to 15", "three or four", if there is one."""
    if found.numeral.value is None or found.numeral.multiple or found.age:
        return None
    low, i, j = words.low, found.first, found.last
    opener, opener_at = _opener(words, found)
    at = j + 1 if low[j] in _DASHES and words.glued(j) and not words.glued(j + 1) else j  # "8- to 16-metre"
    word = low[at]
    if word in _DASHES and at == j:
        nxt = at + 1
        if words.glued(at) != words.glued(nxt) or words.kind[nxt] == WORD and not words.glued(nxt):
            return None
    elif word == "to" or (word == "and" and opener == "between") or word == "or":
        nxt = at + 1
        nxt += low[nxt] in _DASHES and words.hyphen(nxt) or low[nxt] == "up"
    elif opener == "from" and (gap := _gap(words, j)):
        word, nxt = "to", gap
    else:
        return None
    second = _second(words, nxt, comma)
    if second is None or no_figure_of_range(words, second, taboo):
        return None
    return _judge(words, found, second, word, opener, opener_at, i)


def no_figure_of_range(words: Words, second: Quantity, taboo: Taboo) -> bool:
    """Is the second end a date or a code?"""
    return taboo.holds(words.start[second.numeral.first]) or address(words, second) or (
        words.glued(second.last) and words.kind[second.last] == WORD and second.unit is None
    )


def _second(words: Words, nxt: int, comma: bool) -> Quantity | None:
    """The quantity at ``nxt``, after an article or a currency sign."""
    for k in range(nxt, nxt + 4):
        if words.kind[k] == NUMBER or (words.kind[k] == WORD and words.low[k] not in ("us", "about", "around", "a", "some")):
            second = quantity_at(words, k, comma)
            return second if second is not None and second.first <= nxt + (k > nxt) and second.value is not None else None
        if words.kind[k] == MARK and words.low[k] not in "$£€¥₹~US":
            return None
    return None


def _opener(words: Words, found: Quantity) -> tuple[str, int]:
    """"between" or "from" (or a verb of ranging) before the first end; words between them may qualify it."""
    for k in range(found.first - 1, max(found.first - 4, -1), -1):
        word = words.low[k]
        if word in ("between", "from"):
            return word, k
        if words.kind[k] != WORD or (word not in _QUALIFYING):
            break
    return "", found.first


_QUALIFYING = frozenset("about around roughly approximately up to nearly almost some just over under only".split())


def _gap(words: Words, j: int) -> int:
    """After "from 21 mpg": the token after the "to" that closes a short gap ("in 2008", "U.S. per barrel"), or 0."""
    for k in range(j, j + 7):
        if words.low[k] == "to" and k > j:
            return k + 1
        if words.kind[k] == MARK and words.low[k] not in ".-$" or not words.low[k] or words.low[k] in _NO_GAP:
            return 0
    return 0


_NO_GAP = frozenset("and or but by from who which that when while after before if as because".split())


def _judge(
    words: Words, found: Quantity, second: Quantity, word: str, opener: str, opener_at: int, i: int
) -> _Range | None:
    """Are two quantities with a joint between them one range, a change, a score, or two figures?"""
    if found.unit and second.unit and found.unit != second.unit:
        return None
    if found.unit and second.unit is None and found.unit in TIME | {"%"} and opener != "from" and word != "and":
        return None
    low, high = _aligned(found, second)
    if low is None or high is None:
        return None
    before = words.low[opener_at - 1] if opener else words.low[i - 1]
    if word == "or":
        close = high - low in (1.0, 2.0) or any(low % s == high % s == 0 and high - low == s for s in (5, 10, 100, 1000))
        alike = found.numeral.spelled == second.numeral.spelled and found.unit is None
        return _Range(second, i, found.start) if close and alike else None
    if opener == "from":
        changed = high < low or any(words.low[k] in _CHANGING for k in range(max(0, opener_at - 5), opener_at))
        changed = changed and words.low[opener_at - 1] not in _RANGING
        return _Range(second, opener_at, words.start[opener_at], changed=changed)
    if opener == "between":
        return _Range(second, opener_at, words.start[opener_at]) if low < high else None
    bare = found.unit is None and second.unit is None and found.numeral.plain and second.numeral.plain
    if bare and word in "-–" and words.glued(found.last) and (low >= high or _scoring(words, i, second.last)):
        return _Range(second, i, found.start, score=True) if max(low, high) < 200 else None
    if low >= high or (word == "to" and before in _CHANGING and (found.unit or second.unit is None)):
        return None
    return _Range(second, i, found.start)


def _scoring(words: Words, i: int, last: int) -> bool:
    """Do the words next to "1-2" speak of a match or a vote?"""
    near = [*words.low[max(0, i - 3) : i], *words.low[last : last + 2]]
    return any(w in _SCORES for w in near) and not is_plural(words.low[last])


def _aligned(found: Quantity, second: Quantity) -> tuple[float | None, float | None]:
    """Both values, the scale of the second given to the first where it has none ("1 to 2 thousand")."""
    a, b = found.numeral, second.numeral
    if a.value is None or b.value is None:
        return None, None
    if b.scaled and not a.scaled and a.value < 1000 <= b.value and (a.plain or not a.part):
        factor = next((s for s in (1e12, 1e9, 1e6, 1e3, 100.0) if b.value >= s), 1.0)
        if a.value * factor < b.value:
            a.times(factor)
    return a.value, b.value


def _ranged(words: Words, found: Quantity, ends: _Range) -> tuple[Figure | None, int]:
    """A figure of two ends."""
    second = ends.second
    low, high = found.value, second.value
    if low is None or high is None:
        return None, second.last
    unit = second.unit or found.unit
    joined = Quantity(
        second.numeral, ends.first_token, ends.start, second.number_last, second.last, unit, second.age, second.hyphen,
        second.coin or found.coin,
    )  # fmt: skip
    number_end = words.end[second.number_last - 1]
    if ends.score:
        span = Span(found.start, number_end)
        return Figure(span, span, None, low, high, Qualifier.EXACT, None, None, "score"), second.last
    plural_second = Quantity(second.numeral, joined.first, joined.start, joined.number_last, joined.last, unit, joined.age)
    plural_second.hyphen, plural_second.coin = second.hyphen, joined.coin
    counted, head, last = _counted(words, plural_second, second.last)
    if counted is None and head is None and found.last != found.numeral.last and unit is None:
        last = second.last
    span = Span(ends.start, max(number_end, words.end[last - 1], counted.end if counted else 0))
    value = high if ends.changed else None
    figure = Figure(
        span, Span(ends.start, number_end), value, low, high, Qualifier.BETWEEN, unit, counted, head, ends.changed
    )
    return figure, max(last, second.last)
