"""Dates of articles that carry no date of their own, told from the other articles of the story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from reader.analysis.dates.calendar import bounds
from reader.analysis.dates.finder import find_in
from reader.analysis.dates.tokens import Tokens, class_letters
from reader.analysis.reading import Basis, DateMention, Reading

Found = tuple[str, str | None, str]  # iso, iso_end, id of the article it is told from


def resolve_story(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings of one story, in their order, with the dates of undated articles inferred where another tells them.

    A bare weekday is the day that another article prints with it ("Saturday (Nov 4)"); else weekdays, days of a month,
    months and longer spans are read as if written on the day another article was published. Such dates are
    ``INFERRED`` and name that article as ``origin``. "Today", "two days ago" and clock times stay unresolved: they turn
    on the very day of writing. The order of the readings makes no difference to any of them.
    """
    printed = _printed_weekdays(readings)
    dated = sorted({(r.article.published, r.article.id) for r in readings if r.article.published}, key=_by_day)
    return tuple(r if r.article.published else _resolve(r, printed, dated) for r in readings)


def _by_day(entry: tuple[date | None, str]) -> tuple[str, str]:
    return str(entry[0]), entry[1]


def _printed_weekdays(readings: Iterable[Reading]) -> dict[int, list[tuple[date, str]]]:
    """Weekday: the days that any article prints with that weekday's name, and the article's id."""
    letters = class_letters()
    printed: dict[int, list[tuple[date, str]]] = {}
    for reading in readings:
        for mention in reading.dates:
            limits = bounds(mention.iso)
            if mention.basis is not Basis.EXPLICIT or limits is None or limits[0] != limits[1]:
                continue
            classes = Tokens(mention.span.of(reading.text)).classes
            if letters["weekday"] in classes or letters["weekday_short"] in classes:
                printed.setdefault(limits[0].weekday(), []).append((limits[0], reading.article.id))
    return printed


def _resolve(
    reading: Reading, printed: dict[int, list[tuple[date, str]]], dated: Sequence[tuple[date | None, str]]
) -> Reading:
    open_dates = [m for m in reading.dates if m.iso is None and m.vague is None]
    if not open_dates or not (printed or dated):
        return reading
    english = reading.article.language.startswith("en")
    told: dict[DateMention, list[Found]] = {mention: [] for mention in open_dates}
    by_span = {mention.span: mention for mention in open_dates}
    for day, identity in _few(dated):
        for mention in find_in(reading.text, day, english=english):
            if mention.iso and mention.span in by_span and _may_be_lent(mention):
                told[by_span[mention.span]].append((mention.iso, mention.iso_end, identity))
    return replace(reading, dates=tuple(_lend(m, printed, told.get(m, [])) for m in reading.dates))


def _few(dated: Sequence[tuple[date | None, str]]) -> list[tuple[date | None, str]]:
    """One article a day, the first by id, and no more than eight days: reading the text again for each takes time."""
    first: dict[date | None, str] = {}
    for day, identity in dated:
        first.setdefault(day, identity)
    return list(first.items())[:8]


def _may_be_lent(mention: DateMention) -> bool:
    """Does a mention's value hold for a text written a day or two earlier or later?"""
    if mention.weekday is not None or mention.month is not None:
        return True
    limits = bounds(mention.iso)
    return limits is not None and limits[0] != limits[1]


def _lend(mention: DateMention, printed: dict[int, list[tuple[date, str]]], told: Sequence[Found]) -> DateMention:
    if mention.iso is not None:
        return mention
    found = _from_print(mention, printed) or _most_told(told)
    if found is None:
        return mention
    iso, iso_end, origin = found
    return replace(mention, iso=iso, iso_end=iso_end, basis=Basis.INFERRED, origin=origin)


def _from_print(mention: DateMention, printed: dict[int, list[tuple[date, str]]]) -> Found | None:
    """The day printed with the weekday's name most often, the latest of equals; not where the clause looks ahead."""
    days = printed.get(-1 if mention.weekday is None or mention.ahead else mention.weekday)
    if not days:
        return None
    counts = Counter(day for day, _ in days)
    best = max(counts, key=lambda day: (counts[day], day))
    return best.isoformat(), None, min(identity for day, identity in days if day == best)


def _most_told(told: Sequence[Found]) -> Found | None:
    """What most of the dated articles give; of equals, what the one published first gives."""
    counts = Counter((iso, iso_end) for iso, iso_end, _ in told)
    return max(told, key=lambda found: counts[found[:2]], default=None)
