"""Two numbers that are one figure: ranges, changes "from … to …", scores."""

from __future__ import annotations

from dataclasses import dataclass

from reader.analysis.figures.guards import Taboo, address
from reader.analysis.figures.lexicon import TIME, group, is_plural
from reader.analysis.figures.quantities import Quantity, quantity_at
from reader.analysis.figures.words import MARK, NUMBER, WORD, Words

_DASHES = frozenset("-–‑−")
_RANGING = frozenset({"range", "ranged", "ranges", "ranging", "vary", "varies", "varied", "varying", "anywhere"})


@dataclass(slots=True)
class Range:
    """Two ends of one quantity. ``changed``: from the first to the second. ``score``: 2-0."""

    second: Quantity
    first_token: int
    start: int
    changed: bool = False
    score: bool = False


def range_from(words: Words, found: Quantity, taboo: Taboo, comma: bool) -> Range | None:
    """The other end of "10-15", "between 10 and 15", "from 10 to 15", "three or four", if there is one."""
    if found.numeral.value is None or found.numeral.multiple or found.age:
        return None
    low, i, j = words.low, found.first, found.last
    opener, opener_at = _opener(words, found)
    at = j + 1 if low[j] in _DASHES and words.glued(j) and not words.glued(j + 1) else j  # "8- to 16-metre"
    word = low[at]
    if word in _DASHES and at == j:
        nxt = at + 1
        if words.glued(at) != words.glued(nxt) or (words.kind[nxt] == WORD and not words.glued(nxt)):
            return None
    elif word == "to" or (word == "and" and opener == "between") or word == "or":
        nxt = at + 1
        nxt += (low[nxt] in _DASHES and words.hyphen(nxt)) or low[nxt] == "up"
    elif opener == "from" and (gap := _gap(words, j)):
        word, nxt = "to", gap
    else:
        return None
    second = _second(words, nxt, comma)
    if second is None or _no_end(words, second, taboo):
        return None
    return _judge(words, found, second, word, opener, opener_at, i)


def _no_end(words: Words, second: Quantity, taboo: Taboo) -> bool:
    """Is the second end a date or a code?"""
    printed = words.low[second.numeral.first]
    if len(printed) > 1 and printed[0] == "0" and printed.isdecimal():
        return True
    return (
        taboo.holds(words.start[second.numeral.first])
        or address(words, second)
        or (words.glued(second.last) and words.kind[second.last] == WORD and second.unit is None)
    )


def _second(words: Words, nxt: int, comma: bool) -> Quantity | None:
    """The quantity at ``nxt``, after an article or a currency sign."""
    for k in range(nxt, nxt + 4):
        if words.kind[k] == NUMBER or (
            words.kind[k] == WORD and words.low[k] not in ("us", "about", "around", "a", "some")
        ):
            second = quantity_at(words, k, comma)
            return (
                second if second is not None and second.first <= nxt + (k > nxt) and second.value is not None else None
            )
        if words.kind[k] == MARK and words.low[k] not in "$£€¥₹~US":
            return None
    return None


def _opener(words: Words, found: Quantity) -> tuple[str, int]:
    """ "between" or "from" (or a verb of ranging) before the first end; words between them may qualify it."""
    for k in range(found.first - 1, max(found.first - 4, -1), -1):
        word = words.low[k]
        if word in ("between", "from"):
            return word, k
        if words.kind[k] != WORD or (word not in group("range qualifier")):
            break
    return "", found.first


def _gap(words: Words, j: int) -> int:
    """After "from 21 mpg": the token after the "to" that closes a short gap ("in 2008", "U.S. per barrel"), or 0."""
    for k in range(j, j + 7):
        if words.low[k] == "to" and k > j:
            return k + 1
        if (words.kind[k] == MARK and words.low[k] not in ".-$") or not words.low[k] or words.low[k] in group("no gap"):
            return 0
    return 0


def _judge(
    words: Words, found: Quantity, second: Quantity, word: str, opener: str, opener_at: int, i: int
) -> Range | None:
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
        close = high - low in (1.0, 2.0) or any(
            low % s == high % s == 0 and high - low == s for s in (5, 10, 100, 1000)
        )
        alike = found.numeral.spelled == second.numeral.spelled and found.unit is None
        return Range(second, i, found.start) if close and alike else None
    if opener == "from":
        changed = high < low or any(words.low[k] in group("changing") for k in range(max(0, opener_at - 5), opener_at))
        changed = changed and words.low[opener_at - 1] not in _RANGING
        return Range(second, opener_at, words.start[opener_at], changed=changed)
    if opener == "between":
        return Range(second, opener_at, words.start[opener_at]) if low < high else None
    bare = found.unit is None and second.unit is None and found.numeral.plain and second.numeral.plain
    if bare and word in "-–" and ((low >= high and words.glued(found.last)) or _scoring(words, i, second.last)):
        return Range(second, i, found.start, score=True) if max(low, high) < 200 else None
    if low >= high or (word == "to" and before in group("changing") and (found.unit or second.unit is None)):
        return None
    return Range(second, i, found.start)


def _scoring(words: Words, i: int, last: int) -> bool:
    """Do the words next to "1-2" speak of a match or a vote?"""
    near = [*words.low[max(0, i - 3) : i], *words.low[last : last + 2]]
    return any(w in group("match") for w in near) and not is_plural(words.low[last])


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
