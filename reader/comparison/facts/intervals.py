"""Dates as spans of days, and whether they exclude one another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from reader.analysis.reading import Basis, DateMention

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)$")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])$")
_HALF = re.compile(r"(\d{4})-H([12])$")
_YEAR = re.compile(r"(\d{4})$")

Days = tuple[date, date]


@lru_cache(4096)
def days(iso: str) -> Days | None:
    """First and last day of an ISO value (day, time, week, month, quarter, half, year), or None."""
    try:
        if m := _DAY.match(iso):
            day = date(int(m[1]), int(m[2]), int(m[3]))
            return day, day
        if m := _WEEK.match(iso):
            day = date.fromisocalendar(int(m[1]), int(m[2]), 1)
            return day, day + timedelta(6)
        if m := _MONTH.match(iso):
            return _months(int(m[1]), int(m[2]), 1)
        if m := _QUARTER.match(iso):
            return _months(int(m[1]), 3 * int(m[2]) - 2, 3)
        if m := _HALF.match(iso):
            return _months(int(m[1]), 6 * int(m[2]) - 5, 6)
        if m := _YEAR.match(iso):
            return date(int(m[1]), 1, 1), date(int(m[1]), 12, 31)
    except (ValueError, OverflowError):
        return None
    return None


def _months(year: int, month: int, count: int) -> Days:
    after = date(year + (month + count - 1) // 12, (month + count - 1) % 12 + 1, 1)
    return date(year, month, 1), after - timedelta(1)


def of(mention: DateMention) -> Days | None:
    """The days that a mention covers; None where it is unresolved."""
    if mention.basis is Basis.UNRESOLVED or not mention.iso:
        return None
    first = days(mention.iso)
    last = days(mention.iso_end) if mention.iso_end else first
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def span_of(mentions: Iterable[DateMention]) -> Days | None:
    """The days from the first to the last of some dates."""
    found = [d for m in mentions if (d := of(m))]
    return (min(d[0] for d in found), max(d[1] for d in found)) if found else None


def apart(a: Iterable[DateMention], b: Iterable[DateMention]) -> bool:
    """Do all dates of one side exclude all dates of the other? False where either side has none."""
    x, y = [d for m in a if (d := of(m))], [d for m in b if (d := of(m))]
    return bool(x and y) and all(p[1] < q[0] or q[1] < p[0] for p in x for q in y)
