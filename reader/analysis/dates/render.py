"""Dates in short form, for the cells of a table."""

from __future__ import annotations

from datetime import date

from reader.analysis.dates.calendar import bounds
from reader.analysis.reading import DateMention

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def render(mention: DateMention, year: bool) -> str:
    """A date as a reader would note it: "4 Nov 2023", "Nov 2023", "2023", "week of 6 Nov 2023", "Q3 1998", "5–7 Nov".

    Without ``year`` the year is left out wherever something else remains. A date that is not resolved gives what the
    text says of it ("Saturday", "7 Oct"), or nothing.
    """
    limits, limits_end = bounds(mention.iso), bounds(mention.iso_end)
    if mention.iso is None or limits is None:
        return _unresolved(mention)
    if mention.iso_end is None or limits_end is None:
        return _single(mention.iso, limits[0], year)
    if "W" in mention.iso:
        return f"weekend of {_day(limits[0], year)}"
    return _span(mention.iso, mention.iso_end, limits[0], limits_end[1], year)


def _unresolved(mention: DateMention) -> str:
    if mention.weekday is not None:
        return _WEEKDAYS[mention.weekday % 7]
    if mention.month is None or not 1 <= mention.month <= 12:
        return ""
    return f"{mention.day} {_MONTHS[mention.month - 1]}" if mention.day else _MONTHS[mention.month - 1]


def _day(day: date, year: bool) -> str:
    return f"{day.day} {_month(day, year)}"


def _month(day: date, year: bool) -> str:
    return _MONTHS[day.month - 1] + (f" {day.year}" if year else "")


def _single(iso: str, first: date, year: bool) -> str:
    if "W" in iso:
        return _day(first, year) if iso[-2] == "-" else f"week of {_day(first, year)}"
    if "Q" in iso or "H" in iso:
        return iso[5:] + (f" {first.year}" if year else "")
    if "T" in iso:
        return f"{_day(first, year)} {iso.partition('T')[2][:5]}"
    if len(iso) == 4:
        return iso
    return _month(first, year) if len(iso) == 7 else _day(first, year)


def _span(iso: str, iso_end: str, first: date, last: date, year: bool) -> str:
    """From one date to another; what both share is said once, at the end."""
    same_year = first.year == last.year
    if len(iso) == 4:
        decade = first.year % 10 == 0 and last.year == first.year + 9
        return f"{first.year}s" if decade else f"{first.year}–{last.year}"
    if len(iso) == 7 and len(iso_end) == 7 and "Q" not in iso:
        return f"{_month(first, year and not same_year)}–{_month(last, year)}"
    if same_year and first.month == last.month:
        return f"{first.day}–{_day(last, year)}"
    return f"{_day(first, year and not same_year)} – {_day(last, year)}"
