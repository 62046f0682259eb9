"""Values of clock times, with the day they belong to."""

from __future__ import annotations

import re
from functools import cache

from reader.analysis.dates import absolute, calendar, relative, written
from reader.analysis.dates.context import Context, Match
from reader.analysis.dates.grammar import part_pattern
from reader.analysis.dates.numbers import to_hours
from reader.analysis.dates.value import UNKNOWN, Value

_HELD = ("at", "by", "until", "till", "from", "to", "before", "after", "since", "between", "and", "approx")


@cache
def _clock() -> re.Pattern[str]:
    return part_pattern("approx? CLOCK")


def moment(context: Context, match: Match) -> Value | None:
    """ "10 p.m. Wednesday", "noon on Nov. 5", "20:30 GMT": ``1998-02-13T22:00``; local time, whatever the zone."""
    found = max(_clock().finditer(match.classes), key=lambda m: m.end() - m.start(), default=None)
    if found is None:
        return None
    clock = match.part(match.indices[found.start() : found.end()])
    rest = [*match.indices[: found.start()], *match.indices[found.end() :]]
    time = _time(clock, bool(rest))
    if time is None:
        return None
    day = _day(context, match.part(rest)) if rest else None
    if rest and day is None:
        return None
    if day is None:
        known = context.day or context.today
        day = Value(known.isoformat()) if known else UNKNOWN
    if day.iso is None or calendar.bounds(day.iso) is None or len(day.iso) != 10:
        return Value(weekday=day.weekday, month=day.month, day=day.day, ahead=day.ahead)
    return Value(f"{day.iso}T{time}", explicit=day.explicit)


def _day(context: Context, match: Match) -> Value | None:
    if match.has("month", "month_short"):
        return absolute.monthday(context, match)
    if match.has("iso"):
        return written.iso_day(context, match)
    if match.has("numeric"):
        return written.numeric_day(context, match)
    if match.has("rel"):
        return relative.offset_day(context, match)
    if match.has("weekday", "weekday_short"):
        return relative.weekday(context, match)
    return relative.part_of_day(context, match)


def _time(clock: Match, with_day: bool) -> str | None:
    """ "22:00", or None where the words are no time of day."""
    noon = clock.number("noon")
    if noon is not None:
        return f"{noon:02d}:00"
    half = str(clock.value("ampm") or "")
    if clock.has("part"):
        half = "am" if clock.word("part") in ("morning", "dawn", "midmorning") else "pm"
    value = clock.value("clock")
    if isinstance(value, tuple):
        hour, minute, printed_half = value
        known = half or printed_half or clock.has("zone", "local") or with_day or clock.after(*_HELD)
        if not known:
            return None
        return f"{to_hours(hour, half or printed_half):02d}:{minute:02d}"
    number = clock.number("day", "numword", "year", "number")
    if number is None:
        return None
    if clock.has("zone") and not half and not clock.has("oclock"):
        digits = clock.word("year", "number")
        return f"{digits[:2]}:{digits[2:]}" if len(digits) == 4 and number % 100 < 60 and number < 2400 else None
    return f"{to_hours(number, half):02d}:00" if 1 <= number <= 12 else None
