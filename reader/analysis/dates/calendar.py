"""Arithmetic on ISO dates of every granularity.

Forms used in a reading: ``1998-02-13``, ``1998-02``, ``1998``, ``1998-W32`` (ISO 8601 week), ``1998-W32-6`` (its
Saturday), ``1998-Q3``, ``1998-H1`` (half year), and ``1998-02-13T08:00`` (``T24:00`` ends the day).
"""

from __future__ import annotations

import re
from datetime import date, timedelta

_FORM = re.compile(
    r"(?P<year>\d{4})(?:-W(?P<week>\d\d)(?:-(?P<weekday>[1-7]))?|-Q(?P<quarter>[1-4])|-H(?P<half>[12])"
    r"|-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T[\d:]+)?)?)?"
)


def bounds(iso: str | None) -> tuple[date, date] | None:
    """First and last day of an ISO date of any granularity, or None if it is none."""
    found = _FORM.fullmatch(iso) if iso else None
    if not found:
        return None
    part = {name: int(value) for name, value in found.groupdict().items() if value}
    try:
        return _bounds(part)
    except ValueError:
        return None


def _bounds(part: dict[str, int]) -> tuple[date, date]:
    year = part["year"]
    if "week" in part:
        first = date.fromisocalendar(year, part["week"], part.get("weekday", 1))
        return first, first if "weekday" in part else first + timedelta(6)
    if "day" in part:
        day = date(year, part["month"], part["day"])
        return day, day
    first_month, months = 1, 12
    for name, length in (("quarter", 3), ("half", 6), ("month", 1)):
        if name in part:
            first_month, months = (part[name] - 1) * length + 1, length
    last_month = first_month + months - 1
    if last_month == 12:
        return date(year, first_month, 1), date(year, 12, 31)
    return date(year, first_month, 1), date(year, last_month + 1, 1) - timedelta(days=1)


def year_iso(year: int) -> str:
    """``1998``."""
    if not 1 <= year <= 9999:
        raise ValueError(f"no such year: {year}")
    return f"{year:04d}"


def month_iso(year: int, month: int) -> str:
    """``1998-02``; months beyond the year's ends carry over (13 is January of the next)."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year_iso(year)}-{month:02d}"


def quarter_iso(year: int, quarter: int) -> str:
    """``1998-Q3``; quarters beyond the year's ends carry over (0 is the last of the year before)."""
    year, quarter = year + (quarter - 1) // 4, (quarter - 1) % 4 + 1
    return f"{year_iso(year)}-Q{quarter}"


def week_iso(day: date, weekday: int | None = None) -> str:
    """The ISO week that holds a day, or with ``weekday`` (0 = Monday) one day of it."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}" + ("" if weekday is None else f"-{weekday + 1}")


def shift_weekday(day: date, weekday: int, direction: int, *, inclusive: bool = True) -> date:
    """The nearest day of that name before (-1) or after (+1) a day; the day itself counts where ``inclusive``."""
    start = day if inclusive else day + timedelta(direction)
    away = (start.weekday() - weekday) % 7 if direction < 0 else (weekday - start.weekday()) % 7
    return start + timedelta(direction * away)


def nearest_year(month: int, day: int | None, today: date, direction: int = 0) -> int:
    """The year that puts a month (and day) nearest to today; before it where direction is -1, after it where +1."""
    years = range(max(1, today.year - 1), min(9999, today.year + 1) + 1)

    def away(year: int) -> int:
        first, last = bounds(f"{year:04d}-{month:02d}") or (today, today)
        if day is not None:
            first = last = first + timedelta(day - 1)
        return (first - today).days if first > today else min(0, (last - today).days)

    sided = [y for y in years if away(y) * direction >= 0]
    return min(sided or years, key=lambda y: abs(away(y)))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm printed in Nature, 20 April 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)
