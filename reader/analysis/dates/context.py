"""What an expression is resolved against: the publication date, the tense of its clause, and the dates before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from reader.analysis.dates.tokens import OTHER, Tokens, class_letters, lexicon_rows

_REACH = 14  # words of a clause looked at on either side
_PAST, _NONE, _FUTURE, _PROSPECT = -1, 0, 1, 2
_QUARTER_REACH = 120  # words in which "a year earlier" still speaks of a quarter named before


class Match:
    """The tokens of one expression: ``indices`` into a text's tokens, in order, and the letters of their classes."""

    __slots__ = ("classes", "indices", "tokens")

    def __init__(self, tokens: Tokens, indices: Sequence[int]) -> None:
        self.tokens = tokens
        self.indices = indices
        self.classes = "".join([tokens.classes[i] for i in indices])

    def all(self, *names: str) -> list[int]:
        """Indices of the tokens of these classes."""
        letters = class_letters()
        return [i for i in self.indices if any(self.tokens.classes[i] == letters[name] for name in names)]

    def has(self, *names: str) -> bool:
        """Is a token of one of these classes there?"""
        letters = class_letters()
        return any(letters[name] in self.classes for name in names)

    def value(self, *names: str) -> object:
        """What the first token of these classes means, or None."""
        found = self.has(*names) and self.all(*names)
        return self.tokens.value(found[0]) if found else None

    def number(self, *names: str) -> int | None:
        """The same where it is a whole number."""
        value = self.value(*names)
        return value if isinstance(value, int) else None

    def word(self, *names: str) -> str:
        """The first token of these classes in lower case, or nothing."""
        found = self.has(*names) and self.all(*names)
        return self.tokens.word(found[0]) if found else ""

    def neighbour(self, step: int) -> tuple[str, str]:
        """Class letter and printed form of the token before (-1) or after (+1) the expression; empty at the ends."""
        at = self.indices[0] - 1 if step < 0 else self.indices[-1] + 1
        if not 0 <= at < len(self.tokens):
            return "", ""
        return self.tokens.classes[at], self.tokens.printed[at]

    def after(self, *names: str) -> bool:
        """Does the token before the expression have one of these classes?"""
        letter = self.neighbour(-1)[0]
        return any(class_letters()[name] == letter for name in names)

    def before(self, *names: str) -> bool:
        """Does the token after the expression have one of these classes?"""
        letter = self.neighbour(1)[0]
        return any(class_letters()[name] == letter for name in names)

    def before_other(self) -> bool:
        """Is the token after the expression a word of no class, in lower case?"""
        letter, printed = self.neighbour(1)
        return letter == OTHER and printed[:1].islower()

    def part(self, indices: Sequence[int]) -> Match:
        """The same text, fewer tokens."""
        return Match(self.tokens, indices)


@dataclass(slots=True)
class Context:
    """Where a reading of the dates stands: what was published when, and what was named last."""

    today: date | None
    tokens: Tokens
    day: date | None = None
    month: tuple[int, int] | None = None
    year: int | None = None
    quarter: tuple[int, int] | None = None
    quarter_at: int = field(default=-10_000)

    def direction(self, match: Match) -> int:
        """-1 where the clause tells what was, +1 where it looks ahead, 0 where its words do not say."""
        told = _backward(self.tokens, match.indices[0])
        if not told and match.after("by", "until", "till", "through"):
            return _FUTURE
        return told or _forward(self.tokens, match.indices[-1] + 1)

    def near_quarter(self, match: Match) -> tuple[int, int] | None:
        """The quarter that the passage speaks of, or None."""
        return self.quarter if match.indices[0] - self.quarter_at <= _QUARTER_REACH else None


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of one class of ``lexicon/date_context.txt``."""
    return frozenset(word for word, kind in lexicon_rows("date_context") if kind == name)


@cache
def _cues() -> dict[str, int]:
    order = {"past": _PAST, "future": _FUTURE, "prospect": _PROSPECT, "none": _NONE}
    return {word: order[kind] for word, kind in lexicon_rows("date_context") if kind in order}


@cache
def _breaks() -> frozenset[str]:
    return frozenset(class_letters()[name] for name in ("dot", "stop", "paragraph", "colon"))


def _cue(tokens: Tokens, at: int) -> int | None:
    """What one word says of its clause's time, or None. Past forms count unless they follow "be"."""
    word = tokens.word(at)
    known = _cues().get(word)
    if known is None and tokens.classes[at] == OTHER and len(word) > 4 and word.endswith("ed"):
        known = _PAST
    if known == _PAST and at and tokens.word(at - 1) in ("be", "not", "a", "the"):
        return None
    return known


def _is_break(tokens: Tokens, at: int) -> bool:
    """Does a clause end at a token? The full stop of an initial or of "Mr." ends none."""
    return tokens.classes[at] in _breaks() and not (tokens.word(at) == "." and at and len(tokens.word(at - 1)) <= 3)


def _backward(tokens: Tokens, at: int) -> int:
    infinitive = False
    for i in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if _is_break(tokens, i):
            return 0
        cue = _cue(tokens, i)
        if cue == _PROSPECT:
            return _FUTURE if infinitive else 0
        if cue:
            due = cue == _FUTURE and "had" in tokens.printed[max(0, i - 2) : i]  # "had been due to expire Friday"
            return _PAST if due else cue
        if tokens.word(i) == "to":
            infinitive = True
            if i and tokens.word(i - 1) in ("is", "are"):
                return _FUTURE
    return 0


def _forward(tokens: Tokens, at: int) -> int:
    """What follows an expression tells of its time with certain words only: "Tuesday is slated for talks"."""
    for i in range(at, min(len(tokens), at + _REACH)):
        if _is_break(tokens, i):
            return 0
        cue = _cue(tokens, i)
        if cue == _PAST or (cue and tokens.word(i) in words_of("announced")):
            return _PAST if cue == _PAST else _FUTURE
    return 0
