"""Values of quarters, halves, seasons and the periods that companies' reports compare."""

from __future__ import annotations

from datetime import date, timedelta

from reader.analysis.dates import calendar
from reader.analysis.dates.absolute import monthday
from reader.analysis.dates.context import Context, Match
from reader.analysis.dates.value import UNKNOWN, Value, spoken_year


def _quarter_of(day: date) -> tuple[int, int]:
    return day.year, (day.month + 2) // 3


def _last_quarter(today: date) -> tuple[int, int]:
    """The last quarter that has ended."""
    return _quarter_of(date(today.year, (today.month - 1) // 3 * 3 + 1, 1) - timedelta(1))


def _told_year(context: Context, match: Match) -> int | None:
    """The year that an expression names, or tells from today ("of last year"), or None."""
    given = spoken_year(match)
    if given is not None or not match.has("unit") or context.today is None:
        return given
    return context.today.year + match.has("next") - match.has("last")


def quarter(context: Context, match: Match) -> Value | None:
    """ "the third quarter", "fiscal second-quarter", "the first half of 1990", "this year's third quarter"."""
    if match.has("unit") and match.value("unit") != "Y":
        return None
    if match.has("units"):
        return _first_quarters(match)
    half = match.has("half")
    number = match.number("ordinal") or 2
    if number > (2 if half else 4) or (half and not match.has("unit") and spoken_year(match) is None):
        return None
    year = _told_year(context, match)
    explicit = spoken_year(match) is not None
    if year is None:
        if context.today is None:
            return UNKNOWN
        year = context.today.year
        begins = (number - 1) * (6 if half else 3) + 1
        if begins > context.today.month and context.direction(match) <= 0:
            year -= 1
    iso = f"{calendar.year_iso(year)}-H{number}" if half else calendar.quarter_iso(year, number)
    return Value(iso, explicit=explicit)


def _first_quarters(match: Match) -> Value | None:
    """ "the first two quarters of 1990", "the first nine months of 1989"."""
    year, count, unit = spoken_year(match), match.number("numword"), match.value("units")
    if year is None or count is None or match.number("ordinal") != 1 or unit not in ("Q", "M"):
        return None
    if count > (4 if unit == "Q" else 12):
        return None
    name = calendar.quarter_iso if unit == "Q" else calendar.month_iso
    return Value(name(year, 1), name(year, count), explicit=True)


def quarter_code(context: Context, match: Match) -> Value | None:
    """ "Q3 1998", "H1"."""
    code = str(match.value("q_code")).upper()
    year = spoken_year(match)
    if int(code[1]) > (4 if code[0] == "Q" else 2):
        return None
    if year is None and context.today is None:
        return UNKNOWN if code[0] == "Q" else None
    if year is None and context.today is not None:
        if code[0] == "H":
            return None
        current = _quarter_of(context.today)
        year = current[0] - (int(code[1]) > current[1])
    return Value(f"{calendar.year_iso(year or 0)}-{code}", explicit=spoken_year(match) is not None)


def year_before(context: Context, match: Match) -> Value | None:
    """ "the year-ago quarter", "year-earlier", "the same period last year"."""
    if match.value("unit") != "Y":
        return None
    near = context.near_quarter(match)
    shift = 0 if match.has("this") and not match.has("ago", "earlier") else -1
    if context.today is None and near is None:
        return UNKNOWN
    number = match.number("ordinal")
    base = near or (_last_quarter(context.today) if context.today else (1, 1))
    if near or number or match.has("quarter"):
        year = base[0] if number is None or context.today is None else context.today.year
        return Value(calendar.quarter_iso(year + shift, number or base[1]))
    return Value(calendar.year_iso((context.today or date(base[0], 1, 1)).year + shift))


def last_period(context: Context, match: Match) -> Value | None:
    """ "the quarter", "the latest period", "the current quarter"."""
    near = context.near_quarter(match)
    if match.has("period"):
        return Value(calendar.quarter_iso(*near)) if near and match.has("latest", "comparable", "same") else None
    if context.today is None:
        return Value(calendar.quarter_iso(*near)) if near else None
    if match.has("current"):
        return Value(calendar.quarter_iso(*_quarter_of(context.today)))
    ended = match.neighbour(1)[1] in ("ended", "ending", "ends")
    if near is None and not ended and not match.has("latest", "full", "fiscal"):
        return None
    return Value(calendar.quarter_iso(*(near or _last_quarter(context.today))))


def period_of_year(context: Context, match: Match) -> Value | None:
    """ "the 1988 period": that year's part that the passage speaks of."""
    year, near = spoken_year(match), context.near_quarter(match)
    if year is None:
        return None
    return Value(calendar.quarter_iso(year, near[1]) if near else calendar.year_iso(year), explicit=not near)


_IN_SEASON = frozenset("in by during until till since through throughout for before after from to early late".split())
"""Words before "the fall" that make it a time of the year."""


def _tumble(match: Match) -> bool:
    """Is "fall" what one sees, survives or dies in, and no time of the year?"""
    if match.word("season") != "fall" or match.has("of"):
        return False
    if len(match.indices) == 1 or match.before("of") or match.before_other():
        return True
    bare = len(match.indices) == 2 and match.has("the")
    return bare and match.neighbour(-1)[1].lower() not in _IN_SEASON


def season(context: Context, match: Match) -> Value | None:
    """ "last spring", "the summer of 1998": its three months in the north."""
    first = match.number("season")
    if first is None or (len(match.indices) == 1 and (not match.after("in") or match.before_other())):
        return None
    if _tumble(match):
        return None
    year = spoken_year(match)
    if year is not None and first == 12:  # the winter of 2017 may have begun or ended in it
        return Value(calendar.year_iso(year), explicit=True)
    if year is not None:
        return _season(year, first, explicit=True)
    today = context.today
    if today is None:
        return UNKNOWN
    if match.has("this", "coming") and not match.has("past"):
        year = today.year
    elif match.has("next"):
        year = today.year + (today.month >= first)
    else:
        told = match.has("last", "past")
        ahead = not told and context.direction(match) > 0
        year = today.year + (today.month > first + 2 if ahead else -(today.month < first + (3 if told else 0)))
    return _season(year, first)


def _season(year: int, first: int, *, explicit: bool = False) -> Value:
    return Value(calendar.month_iso(year, first), calendar.month_iso(year, first + 2), explicit=explicit)


def year_end(context: Context, match: Match) -> Value | None:
    """ "year-end", "the year's end", "year-end 1990": the last of December."""
    if match.value("unit") != "Y" or match.word("edge") != "end":
        return None
    year = _told_year(context, match) or (context.today.year if context.today else None)
    if year is None:
        return UNKNOWN
    if spoken_year(match) is None and context.today and context.today.month <= 6 and context.direction(match) < 0:
        year -= not match.has("this", "last", "next")
    return Value(date(year, 12, 31).isoformat(), explicit=spoken_year(match) is not None)


def week_of(context: Context, match: Match) -> Value | None:
    """ "the week of Nov. 6"."""
    if match.value("unit") != "W":
        return None
    day = monthday(context, match)
    if day is None or day.iso is None:
        return UNKNOWN
    return Value(calendar.week_iso(date.fromisoformat(day.iso)), explicit=day.explicit)
