"""What a resolver gives for an expression, before it becomes a mention."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reader.analysis.dates.context import Match


@dataclass(frozen=True, slots=True)
class Value:
    """``explicit``: the text itself gives the whole value. The other fields are those of ``DateMention``."""

    iso: str | None = None
    iso_end: str | None = None
    explicit: bool = False
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    ahead: bool = False
    vague: str | None = None


UNKNOWN = Value()  # a date, but nobody can say which
NO_DATE = Value(vague="none")  # the words look like a date and are none: nothing within them is one


def day_value(day: date | None, **more: object) -> Value:
    """A single day, or a value that is not known."""
    return Value(iso=day.isoformat() if day else None, **more)  # type: ignore[arg-type]


def counted(match: Match) -> int | None:
    """The whole number that an expression counts, in digits or words ("a", "twenty-five"), or None."""
    total = 0
    for name in ("numword", "teen", "tens", "day", "number"):
        total += match.number(name) or 0
    if match.has("hundred"):
        return (match.number("numword") or 1) * 100
    if total:
        return total
    if match.has("quant"):
        return 2 if match.word("quant") == "couple" else None
    return 1 if match.has("a") else None


def spoken_year(match: Match) -> int | None:
    """The year that an expression names, in digits ("1998", "'98") or words ("nineteen ninety-eight"), or None."""
    year = match.number("year")
    if year is not None:
        return year
    teen, tens = match.number("teen"), match.number("tens")
    if teen is not None and tens is not None:
        return teen * 100 + tens + (match.number("numword") or 0) if teen >= 15 else None
    if match.has("thousand"):
        return _thousand(match)
    if match.has("apos"):
        short = [i for i in match.all("day", "number") if i > match.all("apos")[0]]
        value = match.tokens.value(short[0]) if short else None
        if isinstance(value, int) and 0 <= value <= 99:
            return value + (1900 if value >= 69 else 2000)
    return None


def _thousand(match: Match) -> int | None:
    at = match.all("thousand")[0]
    before = [match.tokens.value(i) for i in match.all("numword") if i < at]
    after = [match.tokens.value(i) for i in match.all("numword", "teen") if i > at]
    if not before or before[0] not in (1, 2):
        return None
    rest = after[0] if after and isinstance(after[0], int) else 0
    return int(str(before[0])) * 1000 + rest
