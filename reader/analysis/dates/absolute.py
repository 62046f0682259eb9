"""Values of expressions that name a place in the calendar: days of a month, months, years, centuries, clocks."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from reader.analysis.dates import calendar
from reader.analysis.dates.context import Context, Match, words_of
from reader.analysis.dates.grammar import part_pattern
from reader.analysis.dates.tokens import OTHER, class_letters
from reader.analysis.dates.value import Value, spoken_year

_NEAR = 60  # days within which a day of a month is read as the nearest, whatever the tense seems to be
_MODERN = range(1900, 2040)
_NEEDS_PREPOSITION = frozenset({"may", "march", "mar", "mar.", "jan", "jun", "dec", "sep"})
_NAMES = frozenset({"april", "june", "august"})
# Classes before a bare name that make it a month, before a bare number that make it a year.
_HOLDS = ("in", "since", "of", "by", "until", "till", "from", "through", "during", "before", "after", "between", "for")
_HOLDS_MONTH = (*_HOLDS, "to", "and", "or", "last", "this", "next", "that", "hyphen", "slash", "poss")


def monthday(context: Context, match: Match) -> Value | None:
    """ "Nov. 5", "the 5th of November 2023", "Sunday (Nov 5)"."""
    month, day = match.number("month", "month_short", "month_other"), _day_number(match)
    if month is None or day is None:
        return None
    year, weekday = spoken_year(match) or _shared_year(match, month), match.number("weekday", "weekday_short")
    other = match.word("month_other")
    if other in words_of("no_month") and year is None:
        return None
    if year is not None:
        return Value(iso=date(year, month, day).isoformat(), explicit=True, month=month, day=day)
    direction = 1 if match.has("coming", "next") else context.direction(match)
    value = Value(month=month, day=day, ahead=direction > 0)
    if context.today is None or day > 31:
        return value
    if weekday is not None and (found := _by_weekday(month, day, weekday, context.today)):
        return Value(iso=found.isoformat(), explicit=True, month=month, day=day)
    year = calendar.nearest_year(month, day, context.today)
    if abs((date(year, month, day) - context.today).days) > _NEAR:
        year = calendar.nearest_year(month, day, context.today, direction)
    return Value(iso=date(year, month, day).isoformat(), month=month, day=day, ahead=direction > 0)


@cache
def _partner() -> re.Pattern[str]:
    return part_pattern("(to|and|or|through|until|till|hyphen|dash) the? (MON (NTH comma?)?|NTH of? MON) year")


def _shared_year(match: Match, month: int) -> int | None:
    """The year that "from May to July 1998" gives to its first month as well, or None."""
    tokens = match.tokens
    found = _partner().match(tokens.classes, match.indices[-1] + 1)
    if found is None:
        return None
    partner = match.part(range(found.start(), found.end()))
    year, last = partner.number("year"), partner.number("month", "month_short")
    return None if year is None or last is None else year - (month > last)


def _day_number(match: Match) -> int | None:
    if match.has("tens") and match.has("hyphen") and match.has("ordinal"):
        return (match.number("tens") or 0) + (match.number("ordinal") or 0)
    return match.number("day", "ordinal")


def _by_weekday(month: int, day: int, weekday: int, today: date) -> date | None:
    """The day of that name that lies nearest, within six years: the weekday tells the year."""
    found: list[date] = []
    for year in range(today.year - 6, today.year + 7):
        try:
            candidate = date(year, month, day)
        except ValueError:
            continue
        if candidate.weekday() == weekday:
            found.append(candidate)
    return min(found, key=lambda d: abs((d - today).days), default=None)


def monthdays(context: Context, match: Match) -> Value | None:
    """ "Nov 5-7", "from 5 to 7 November 2023": a span of days in one month."""
    month = match.number("month", "month_short")
    pair = match.value("days")
    days = list(pair) if isinstance(pair, tuple) else [match.tokens.value(i) for i in match.all("day", "ordinal")][:2]
    first, last = (d if isinstance(d, int) else 0 for d in (*days, 0, 0)[:2])
    if month is None or not 1 <= first < last <= 31:
        return None
    year = spoken_year(match)
    value = Value(month=month, day=first, explicit=year is not None)
    if year is None and context.today is None:
        return value
    if year is None and context.today is not None:
        year = calendar.nearest_year(month, first, context.today)
    start, end = date(year or 1, month, first), date(year or 1, month, last)
    return Value(start.isoformat(), end.isoformat(), explicit=value.explicit, month=month, day=first)


def month_year(context: Context, match: Match) -> Value | None:
    """ "March 1996", "October of last year"."""
    month, year = match.number("month", "month_short", "month_other"), spoken_year(match)
    if month is None:
        return None
    if year is not None:
        return Value(iso=calendar.month_iso(year, month), explicit=True, month=month)
    if match.value("unit") != "Y":
        return None
    base = context.year if match.has("that") else context.today.year if context.today else None
    if base is None:
        return Value(month=month)
    return Value(iso=calendar.month_iso(base + match.has("next") - match.has("last"), month), month=month)


def month_span(context: Context, match: Match) -> Value | None:
    """ "May-June 2020"."""
    months = [match.tokens.value(i) for i in match.all("month", "month_short")]
    first, last = (m if isinstance(m, int) else 0 for m in months[:2])
    year = spoken_year(match)
    if year is None and context.today is not None:
        found = calendar.nearest_year(last, None, context.today, context.direction(match))
        return Value(calendar.month_iso(found - (first > last), first), calendar.month_iso(found, last), month=first)
    if year is None:
        return Value(month=first)
    return Value(calendar.month_iso(year - (first > last), first), calendar.month_iso(year, last), explicit=True)


def month(context: Context, match: Match) -> Value | None:
    """ "October", "last May", "mid-November"."""
    number = match.number("month", "month_short")
    bare = len(match.indices) == 1
    if number is None or (bare and not _is_month(match)):
        return None
    shared = None if match.has("last", "next", "this") else _shared_year(match, number)
    if shared is not None:
        return Value(iso=calendar.month_iso(shared, number), explicit=True, month=number)
    direction = context.direction(match)
    if context.today is None:
        return Value(month=number, ahead=direction > 0)
    year = _month_year(number, match, context.today, direction)
    return Value(iso=calendar.month_iso(year, number), month=number, ahead=direction > 0)


def part_of_month(context: Context, match: Match) -> Value | None:
    """ "the first Monday of November 2023", "the last week of May": that day, or the month."""
    number, year = match.number("month", "month_short"), spoken_year(match)
    if number is None:
        return None
    found = year
    if found is None and context.today is not None:
        found = calendar.nearest_year(number, None, context.today, context.direction(match))
    if found is None:
        return Value(month=number)
    iso = calendar.month_iso(found, number)
    weekday, count = match.number("weekday"), match.number("ordinal")
    limits = calendar.bounds(iso)
    if weekday is not None and limits is not None:
        first = calendar.shift_weekday(limits[0], weekday, 1)
        last = calendar.shift_weekday(limits[1], weekday, -1)
        day = last if count is None else first + timedelta(7 * (count - 1))
        return Value(iso=day.isoformat(), explicit=year is not None) if day <= last else None
    return Value(iso=iso, explicit=year is not None, month=number)


def _month_year(number: int, match: Match, today: date, direction: int) -> int:
    if match.has("last", "past", "previous"):
        return today.year - (number >= today.month)
    if match.has("next", "coming", "following"):
        return today.year + (number <= today.month)
    if match.has("this"):
        return today.year
    nearest = calendar.nearest_year(number, None, today)
    away = calendar.bounds(calendar.month_iso(nearest, number))
    if direction == 0 and away and min(abs((d - today).days) for d in away) <= 60:
        return nearest
    return calendar.nearest_year(number, None, today, direction or -1)


def _is_month(match: Match) -> bool:
    """Is a bare name a month? "May" is a verb or a name without its preposition, "April Jones" a person."""
    word = match.word("month", "month_short")
    letter, following = match.neighbour(1)
    named = letter == OTHER and following[:1].isupper()
    if match.has("month_short") and (match.before("de") or (named and not match.has("dot"))):
        return False  # Mar del Plata
    if word in _NEEDS_PREPOSITION and match.after("the", "a") and match.has("month"):
        return match.before_other()
    if word in _NEEDS_PREPOSITION:
        return match.after(*_HOLDS_MONTH)
    return word not in _NAMES or match.after(*_HOLDS) or not named


def year(_context: Context, match: Match) -> Value | None:
    """ "1998", "mid-1996", "fiscal 1990", "the year two thousand"."""
    number = spoken_year(match)
    if number is None or (match.has("unit") and match.value("unit") != "Y"):
        return None
    if len(match.indices) == 1 and not _is_year(match, number):
        return None
    return Value(iso=calendar.year_iso(number), explicit=True)


def _is_year(match: Match, number: int) -> bool:
    """Is a bare number of four digits a year, and no count, code or number of a thing?"""
    held = match.after(*_HOLDS)
    before, after = match.neighbour(-1)[1].lower(), match.neighbour(1)[1]
    if (
        match.after("money")
        or match.before("money", "units", "slash")
        or before in words_of("numbered")
        or after in words_of("counted")
    ):
        return False
    if match.after("hyphen", "slash", "dot") and match.tokens.touching(match.indices[0]):
        return False
    if number not in _MODERN:
        letters, first = class_letters(), match.indices[0]
        paired = first > 1 and match.after("to", "and", "or") and match.tokens.classes[first - 2] == letters["year"]
        return paired or (match.after("in", "since", "until", "from", "between") and not after.endswith("s"))
    plural = after.endswith("s") and after.islower() and len(after) > 3 and match.before_other()
    return held or match.after("the") or number % 10 > 0 or not plural
