"""Values of dates in figures, of longer spans by number ("the 1980s"), and of days with a name of their own."""

from __future__ import annotations

from datetime import date, timedelta

from reader.analysis.dates import calendar
from reader.analysis.dates.context import Context, Match
from reader.analysis.dates.value import UNKNOWN, Value, day_value, spoken_year


def iso_day(_context: Context, match: Match) -> Value | None:
    """ "2023-11-05", with or without a time."""
    part = match.value("iso")
    if not isinstance(part, tuple):
        return None
    day = date(*part[:3]).isoformat()
    return Value(iso=f"{day}T{part[3]:02d}:{part[4]:02d}" if len(part) > 3 else day, explicit=True)


def numeric_day(context: Context, match: Match) -> Value | None:
    """ "5/11/2023", "05.11.2023". Where day and month could be exchanged, the one nearer to today is inferred."""
    part = match.value("numeric")
    if not isinstance(part, tuple):
        return None
    first, second, year, mark = part
    found = []
    for month, day in {(second, first), (first, second)} if mark != "." else {(second, first)}:
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    if not found:
        return None
    if len(found) == 1:
        return day_value(found[0], explicit=True)
    today = context.today
    return day_value(min(found, key=lambda d: (abs((d - today).days), d))) if today else UNKNOWN


def cjk_day(context: Context, match: Match) -> Value | None:
    """ "2023年11月5日", "11月5日"."""
    year, month, day = (match.number(f"cjk_{name}") for name in ("year", "month", "day"))
    if year is not None and not 1000 <= year < 2200:
        return None
    if year is None:
        if month is None or day is None or not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        found = calendar.nearest_year(month, day, context.today) if context.today else None
        return Value(iso=date(found, month, day).isoformat() if found else None, month=month, day=day)
    if month is None:
        return Value(iso=calendar.year_iso(year), explicit=True)
    iso = date(year, month, day).isoformat() if day else calendar.month_iso(year, month)
    return Value(iso=iso, explicit=True) if 1 <= month <= 12 else None


def years(_context: Context, match: Match) -> Value | None:
    """ "1998-99", "the 2019/20 season"."""
    pair = match.value("years")
    if not isinstance(pair, tuple):
        return None
    return Value(calendar.year_iso(pair[0]), calendar.year_iso(pair[1]), explicit=True)


def decade(_context: Context, match: Match) -> Value | None:
    """ "the 1980s", "the late '70s", "the nineties"."""
    first = match.number("decade", "year")
    if first is not None and first % 10:
        return None
    if first is None:
        short = match.number("short_decade", "decade_word")
        if short is None:
            return None
        first = short + (2000 if short < 30 else 1900)
    word = match.word("mod", "earlier", "later")
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (6, 9)}.get(word, (0, 9))
    return Value(calendar.year_iso(first + low), calendar.year_iso(first + high), explicit=True)


def century(_context: Context, match: Match) -> Value | None:
    """ "the 20th century": 1901 to 2000."""
    number = match.number("ordinal")
    if number is None or match.value("unit") != "C" or not 1 <= number <= 30:
        return None
    first = calendar.year_iso((number - 1) * 100 + 1)
    return Value(first, calendar.year_iso(number * 100), explicit=True)


def holiday(context: Context, match: Match) -> Value | None:
    """ "Christmas Eve", "Thanksgiving", "New Year's Day"."""
    unit, name = match.value("unit"), match.value("holiday")
    if name is None and not (match.has("new") and match.all("unit") and unit == "Y"):
        return None
    if name is not None and len(match.indices) == 1 and match.before_other():
        return None  # "the Christmas tree"
    direction = -1 if match.has("last") else 1 if match.has("next") else context.direction(match)
    given = spoken_year(match)
    if given is None and context.today is None:
        return UNKNOWN
    today = context.today or date(given or 1, 7, 1)
    span = [given] if given else range(today.year - 1, today.year + 2)
    days = [_holiday(str(name or "new"), match, y) for y in span]
    sided = [d for d in days if (d - today).days * direction >= 0] or days
    return day_value(min(sided, key=lambda d: abs((d - today).days)), explicit=given is not None)


def _holiday(name: str, match: Match, year: int) -> date:
    eve = timedelta(1 if match.has("eve") else 0)
    if name == "new":
        return date(year, 12, 31) if eve else date(year, 1, 1)
    if name == "easter":
        return calendar.easter(year) + timedelta(1 if match.number("weekday") == 0 else 0)
    if name == "thanksgiving":
        return calendar.shift_weekday(date(year, 11, 22), 3, 1) - eve
    return date(year, int(name[:2]), int(name[3:])) - eve
