"""Values of expressions told from today or from a date named before: weekdays, "last week", "two years ago"."""

from __future__ import annotations

from datetime import date, timedelta

from reader.analysis.dates import calendar
from reader.analysis.dates.context import Context, Match
from reader.analysis.dates.tokens import OTHER
from reader.analysis.dates.value import NO_DATE, UNKNOWN, Value, counted, day_value

_FROM_BEFORE = ("previous", "following", "same", "that")  # told from a date named before, not from today


def offset_day(context: Context, match: Match) -> Value | None:
    """ "yesterday", "tomorrow night", "late today"."""
    days = match.number("rel")
    if days is None or context.today is None:
        return UNKNOWN
    if days == 0 and _is_title(match):
        return None
    if match.has("unit"):  # the day before yesterday
        days += 1 if match.has("after") else -1
    return day_value(context.today + timedelta(days))


def _is_title(match: Match) -> bool:
    """ "USA Today": with a capital, after a word with a capital."""
    letter, before = match.neighbour(-1)
    printed = match.tokens.printed[match.all("rel")[0]]
    return letter == OTHER and before[0].isupper() and printed[0].isupper()


def part_of_day(context: Context, match: Match) -> Value | None:
    """ "this morning", "last night", "mid-afternoon"."""
    base = context.today
    if match.has("that", "same", "previous", "following") or (match.has("mod") and not match.has("this", "last")):
        base = context.day or context.today
    if base is None:
        return UNKNOWN
    shift = match.has("next", "following") - match.has("last", "previous")
    return day_value(base + timedelta(shift))


def overnight(context: Context, match: Match) -> Value | None:
    """The night that led to the day of writing."""
    if match.before_other() or context.today is None:
        return None if match.before_other() else UNKNOWN
    return Value((context.today - timedelta(1)).isoformat(), context.today.isoformat())


def weekday(context: Context, match: Match) -> Value | None:
    """ "Friday", "last Monday night", "this coming Sunday". A bare name is the nearest that fits the clause's tense."""
    number = match.number("weekday", "weekday_short")
    if number is None or _is_name(match):
        return None
    kind = match.has("last", "past"), match.has("next"), match.has("this"), match.has("coming", "following")
    bare = not any(kind) and not match.has("previous")
    direction = context.direction(match) if bare else 0
    if context.today is None:
        return Value(weekday=number if bare else None, ahead=direction > 0)
    if match.has("ordinal"):
        return _numbered_weekday(match, number, context.today)
    if bare:
        found = calendar.shift_weekday(context.today, number, direction or -1)
        return day_value(found, weekday=number, ahead=direction > 0)
    return day_value(_told_weekday(context, match, number, context.today))


def _told_weekday(context: Context, match: Match, number: int, today: date) -> date:
    if match.has("coming"):
        return calendar.shift_weekday(today, number, 1)
    if match.has("following"):
        return calendar.shift_weekday(context.day or today, number, 1, inclusive=False)
    if match.has("previous"):
        return calendar.shift_weekday(context.day or today, number, -1, inclusive=False)
    if match.has("last", "past"):
        return calendar.shift_weekday(today, number, -1, inclusive=False)
    monday = today - timedelta(today.weekday()) + timedelta(7 if match.has("next") else 0)
    return monday + timedelta(number)


def _numbered_weekday(match: Match, number: int, today: date) -> Value:
    """ "Friday the 13th": the nearest day of that name and number."""
    day = match.number("ordinal")
    near = [d for d in (today + timedelta(n) for n in range(-200, 201)) if d.weekday() == number and d.day == day]
    return day_value(min(near, key=lambda d: abs((d - today).days), default=None))


def _is_name(match: Match) -> bool:
    """ "The Sunday Times", "Black Friday"."""
    letter, printed = match.neighbour(-1)
    return bool(letter and match.after("named_day") and printed[0].isupper()) or (
        match.before("masthead") and match.neighbour(1)[1][0].isupper()
    )


def span(context: Context, match: Match) -> Value | None:
    """ "last week", "earlier this year", "the following month", "the end of the quarter"."""
    if match.has("moment"):
        return Value(vague="present") if match.has("this") else None
    unit = str(match.value("unit", "quarter") or "weekend")
    if unit in ("h", "m") or (unit == "D" and _is_idiom(match)):
        return NO_DATE
    if match.before("of") and match.has("the") and match.has("last", "next", "past"):
        return NO_DATE  # "the last year of his life"
    told = match.has(*_FROM_BEFORE) or (match.has("unit") and match.has("before"))
    base = _named_before(context, unit) if told else context.today
    if unit == "D" and match.has("in"):  # later in the day that was named
        base = context.day
    base = base or context.today
    if base is None:
        return UNKNOWN
    if match.has("past", "last") and match.has("the") and unit in ("Y", "M", "W"):
        return _up_to(base, unit)
    shift = match.has("next", "following", "coming") - match.has("last", "previous", "past", "before")
    shift -= match.has("latest", "recent")
    return _unit_value(base, unit, shift)


def _is_idiom(match: Match) -> bool:
    """ "At the end of the day" and "to this day" tell no time."""
    return match.has("edge") or (match.has("this") and match.after("to"))


def _named_before(context: Context, unit: str) -> date | None:
    if unit == "Y" and context.year:
        return date(context.year, 1, 1)
    if unit == "M" and context.month:
        return date(*context.month, 1)
    return context.day


def _up_to(today: date, unit: str) -> Value:
    """ "the past year": the twelve months that end today."""
    if unit == "W":
        return Value((today - timedelta(7)).isoformat(), today.isoformat())
    months = 12 if unit == "Y" else 1
    if unit == "M":
        return Value((today - timedelta(30)).isoformat(), today.isoformat())
    return Value(calendar.month_iso(today.year, today.month - months), calendar.month_iso(today.year, today.month))


def _unit_value(base: date, unit: str, shift: int) -> Value:
    if unit == "D":
        return day_value(base + timedelta(shift))
    if unit in ("W", "F"):
        return Value(calendar.week_iso(base + timedelta(shift * (7 if unit == "W" else 14))))
    if unit == "weekend":
        return _weekend(base, shift)
    if unit == "M":
        return Value(calendar.month_iso(base.year, base.month + shift))
    if unit == "Q":
        return Value(calendar.quarter_iso(base.year, (base.month + 2) // 3 + shift))
    if unit == "E":
        first = base.year // 10 * 10 + shift * 10
        return Value(calendar.year_iso(first), calendar.year_iso(first + 9))
    if unit == "C":
        first = (base.year - 1) // 100 * 100 + 1 + shift * 100
        return Value(calendar.year_iso(first), calendar.year_iso(first + 99))
    return Value(calendar.year_iso(base.year + shift))


def _weekend(base: date, shift: int) -> Value:
    week = base + timedelta(shift * 7)
    return Value(calendar.week_iso(week, 5), calendar.week_iso(week, 6))


def weekend(context: Context, match: Match) -> Value | None:
    """ "the weekend": the last one, or the coming one where the clause looks ahead."""
    if context.today is None:
        return UNKNOWN
    ahead = context.direction(match) > 0 or context.today.weekday() >= 5
    return _weekend(context.today, 0 if ahead else -1)


def day_before(context: Context, match: Match) -> Value | None:
    """ "the day before", where nothing follows that it is before."""
    if match.before_other() or match.before("the", "a", "this", "that", "last") or match.neighbour(1)[1][:1].isupper():
        return None
    return span(context, match)


def ago(context: Context, match: Match) -> Value | None:
    """ "two weeks ago", "a year earlier", "three days from now": as fine as the unit that counts."""
    unit, count = str(match.value("unit", "units")), counted(match)
    forward = match.has("later", "hence", "from")
    vague = "future" if forward else "past"
    if match.has("half") and match.has("and"):
        count = None if count is None else count + (unit == "Y")
    if unit in ("h", "m", "Q") or count is None:
        return Value(vague=vague)
    if match.has("earlier", "later"):
        quarter = context.near_quarter(match) if unit == "Y" and match.has("earlier") else None
        if quarter:
            return Value(calendar.quarter_iso(quarter[0] - count, quarter[1]))
        base = _named_before(context, unit) or (None if forward else context.today)
    else:
        base = context.today
        quarter = context.near_quarter(match) if unit == "Y" and count == 1 and match.has("ago") else None
        if quarter:
            return Value(calendar.quarter_iso(quarter[0] - 1, quarter[1]))
    if base is None:
        return Value(vague=vague)
    if match.has("half") and not match.has("and"):
        return Value(calendar.month_iso(base.year, base.month - 6)) if unit == "Y" else Value(vague=vague)
    return _counted_off(base, unit, count if forward else -count)


def _counted_off(base: date, unit: str, count: int) -> Value:
    if unit == "D":
        return day_value(base + timedelta(count))
    if unit in ("W", "F"):
        return Value(calendar.week_iso(base + timedelta(count * (7 if unit == "W" else 14))))
    if unit == "M":
        return Value(calendar.month_iso(base.year, base.month + count))
    return Value(calendar.year_iso(base.year + count * {"Y": 1, "E": 10, "C": 100}[unit]))


def vague(_context: Context, match: Match) -> Value | None:
    """ "now", "recently", "these days", "the future": a time, but no date."""
    if match.has("these"):
        return Value(vague="present") if match.value("units") == "D" else None
    if match.has("units"):
        return Value(vague="future" if match.has("coming") else "past")
    if match.has("future_word", "term"):
        return Value(vague="future")
    if match.has("past"):
        counted_off = match.before("unit", "units", "numword", "quant", "day", "number", "tens", "teen")
        return Value(vague="past") if match.after("in", "of", "from", "to") and not counted_off else None
    if match.has("now"):
        return Value(vague="present")
    word, kind = match.word("vague"), match.value("vague")
    if word in ("soon", "shortly") and (match.after("as", "so") or match.before("after", "before", "as")):
        return None
    return Value(vague=str(kind))
