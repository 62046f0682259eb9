"""Dates as spans of days, and whether they exclude one another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from reader.analysis.dates.calendar import bounds
from reader.analysis.reading import Basis, DateMention

Days = tuple[date, date]


def of(mention: DateMention) -> Days | None:
    """The days that a mention covers; None where it is unresolved."""
    if mention.basis is Basis.UNRESOLVED or not mention.iso:
        return None
    first = bounds(mention.iso)
    last = bounds(mention.iso_end) if mention.iso_end else first
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def span_of(mentions: Iterable[DateMention]) -> Days | None:
    """The days from the first to the last of some dates."""
    found = [d for m in mentions if (d := of(m))]
    return (min(d[0] for d in found), max(d[1] for d in found)) if found else None


def apart(a: Iterable[DateMention], b: Iterable[DateMention]) -> bool:
    """Do all dates of one side exclude all dates of the other? False where either side has none."""
    x, y = [d for m in a if (d := of(m))], [d for m in b if (d := of(m))]
    return bool(x and y) and all(p[1] < q[0] or q[1] < p[0] for p in x for q in y)
