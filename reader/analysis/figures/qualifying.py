"""The words that limit a number: "more than", "some", "-odd", "or more"."""

from __future__ import annotations

from reader.analysis.figures.lexicon import TIME, afterwards, group, qualifiers, stops
from reader.analysis.figures.quantities import Quantity
from reader.analysis.figures.words import NUMBER, WORD, Words
from reader.analysis.reading import Qualifier

_BEFORE_ARTICLES = frozenset({"nearly", "almost", "about", "around", "roughly", "approximately", "over", "sub", "than"})


def bounds(qualifier: Qualifier, value: float | None) -> tuple[float | None, float | None]:
    """Lower and upper bound that a qualifier puts to a value."""
    if qualifier in (Qualifier.MORE_THAN, Qualifier.AT_LEAST):
        return value, None
    if qualifier in (Qualifier.LESS_THAN, Qualifier.UP_TO, Qualifier.NEARLY):
        return None, value
    return None, None


def before(words: Words, found: Quantity) -> tuple[Qualifier, int]:
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


def _other_sense(words: Words, i: int, found: Quantity, word: str) -> bool:
    """ "over two days" (during), "sums up to 31", "some" in another sense."""
    before = words.low[i - 2]
    if word == "over" and found.unit in TIME and not found.age:
        return before not in group("lasting")
    if word == "sub":
        return words.low[i - 1] != "sub"
    if word in ("above", "below", "under", "beyond", "around"):
        return words.kind[i - 2] == NUMBER and word != "around"
    return word == "some" and found.numeral.part


def after(words: Words, j: int) -> tuple[Qualifier | None, int]:
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
            if (
                key[0] == "and"
                and words.kind[at + 2] == WORD
                and (words.low[at + 2] not in stops() or words.low[at + 2] in ("the", "a", "an", "than", "of"))
            ):
                continue
            return table[key], at + length
    return None, j
