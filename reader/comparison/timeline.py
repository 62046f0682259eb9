"""The dated facts of a story in the order of their days: who reported each first, and how a count grew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reader.analysis.dates.calendar import bounds
from reader.analysis.reading import Basis, DateMention, Reading
from reader.comparison.model import Fact, RelationKind, Report, Story


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One dated fact.

    ``start`` and ``end`` are the first and last day of the date ``mention``, which stands in ``article``. ``first``
    are the articles that reported the fact on the earliest day of publication, empty where no reporting article has a
    date. ``growth`` are the ids of the facts that count the same thing, oldest first, this one last; empty for a fact
    that is no count, or the oldest one.
    """

    fact: str
    start: date
    end: date
    mention: DateMention
    article: str
    first: tuple[str, ...] = ()
    growth: tuple[str, ...] = ()


def timeline(story: Story, readings: Mapping[str, Reading]) -> tuple[TimelineEntry, ...]:
    """The dated facts of a story, earliest first, by importance within a day; undated facts are left out."""
    by_id = {fact.id: fact for fact in story.facts}
    made: list[tuple[date, date, int, TimelineEntry]] = []
    for n, fact in enumerate(story.facts):
        found = [d for report in fact.reporting for d in _dates(report, readings[report.article])]
        if found:
            _, start, end, _, article, mention = min(found, key=lambda d: d[:4])
            entry = TimelineEntry(fact.id, start, end, mention, article, _first(fact, readings), _growth(fact, by_id))
            made.append((start, end, n, entry))
    return tuple(entry for *_, entry in sorted(made, key=lambda m: m[:3]))


def _dates(report: Report, reading: Reading) -> list[tuple[tuple[bool, bool, int], date, date, int, str, DateMention]]:
    """The resolved dates of a report: of the event before those of the statement, printed before inferred, days before
    spans."""
    out = []
    content = reading.attribution_of(report.evidence[0].claim)
    for mention in report.dates:
        first, last = bounds(mention.iso), bounds(mention.iso_end or mention.iso)
        if first is None or last is None or mention.basis is Basis.UNRESOLVED or last[1] < first[0]:
            continue
        told = content is not None and not content.content.contains(mention.span)
        rank = (told, mention.basis is not Basis.EXPLICIT, (last[1] - first[0]).days)
        out.append((rank, first[0], last[1], mention.span.start, report.article, mention))
    return out


def _first(fact: Fact, readings: Mapping[str, Reading]) -> tuple[str, ...]:
    """The articles that reported a fact on the earliest day of publication."""
    days = {r.article: readings[r.article].article.published for r in fact.reporting}
    earliest = min((day for day in days.values() if day), default=None)
    return tuple(article for article, day in days.items() if day and day == earliest)


def _growth(fact: Fact, facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """The chain of older counts up to this one."""
    older = [r.fact for r in fact.relations if r.kind is RelationKind.LATER and r.fact in facts]
    if not older:
        return ()
    return (*sorted(older, key=lambda key: (_value(facts[key]), key)), fact.id)


def _value(fact: Fact) -> float:
    return min((f.value for r in fact.reporting for f in r.figures if f.value is not None), default=0.0)
