"""What the desk looks up in a comparison again and again. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from reader.analysis.reading import Entity
from reader.comparison.model import Comparison, Fact, Story
from reader.document.span import Span


@dataclass
class Compared:
    """A comparison with what the desk looks up in it often."""

    comparison: Comparison

    def story(self, article: str) -> Story | None:
        """The story of an article."""
        return self._stories.get(article)

    def entity(self, id: str) -> Entity | None:
        """An entity by its id."""
        return self._entities.get(id)

    def sentences_of(self, article: str) -> list[tuple[Span, Fact]]:
        """Which passages of an article report which fact, the most important fact first."""
        if article not in self._passages:
            story = self.story(article)
            self._passages[article] = [
                (e.span, fact)
                for fact in (story.facts if story else ())
                for r in (fact.report(article),)
                for e in (*r.evidence, *r.repeats)
            ]
        return self._passages[article]

    @cached_property
    def _stories(self) -> dict[str, Story]:
        return {a: s for s in self.comparison.stories for a in s.articles}

    @cached_property
    def _entities(self) -> dict[str, Entity]:
        return {e.id: e for e in self.comparison.entities}

    @cached_property
    def _passages(self) -> dict[str, list[tuple[Span, Fact]]]:
        return {}


def when(fact: Fact) -> tuple[bool, str]:
    """Sorts by date; facts without one come last."""
    iso = next((d.iso for r in fact.reporting for d in r.dates if d.iso), "")
    return (not iso, iso)


def full_name(entity: Entity) -> str:
    """The entity's name with the other form of a first name: ``Jon (Jonathan) Finer``."""
    words = entity.name.split()
    for alias in entity.aliases:
        other = alias.split()
        if len(other) == len(words) >= 2 and other[1:] == words[1:] and other[0] != words[0]:
            short, long = sorted((other[0], words[0]), key=len)
            return " ".join([f"{short} ({long})", *words[1:]])
    return entity.name


def date_heading(fact: Fact) -> str:
    """The fact's day as a heading: ``4 Nov 2023``; longer spans as they are written in ISO form."""
    iso = when(fact)[1]
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return iso or "no date"
    return f"{day.day} {day:%b} {day.year}"
