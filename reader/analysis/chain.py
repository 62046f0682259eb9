"""The steps from an article to its reading, in order: this list is the table of contents of the room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reader.analysis import attribution, certainty, dates, entities, figures, quotes
from reader.analysis.linking import link
from reader.analysis.reading import Entity, Reading
from reader.document.article import Article


@dataclass(frozen=True, slots=True)
class Step:
    """One step: ``run`` takes a reading whose ``needs`` are filled and returns the tuple for ``gives``."""

    gives: str
    needs: tuple[str, ...]
    run: Callable[[Reading], tuple[Any, ...]]


CHAIN: tuple[Step, ...] = (
    Step("dates", (), dates.find),
    Step("entities", ("dates",), entities.find),
    Step("figures", ("dates", "entities"), figures.find),
    Step("quotes", (), quotes.find),
    Step("attributions", ("entities", "quotes"), attribution.find),
    Step("quotes", ("quotes", "attributions"), attribution.assign),
    Step("certainties", ("attributions",), certainty.find),
)


def read(article: Article, chain: Sequence[Step] = CHAIN) -> Reading:
    """What one article says."""
    reading = Reading(article)
    for step in chain:
        given: dict[str, Any] = {step.gives: step.run(reading)}
        reading = replace(reading, **given)
    return reading


def read_all(
    articles: Iterable[Article], chain: Sequence[Step] = CHAIN
) -> tuple[tuple[Reading, ...], tuple[Entity, ...]]:
    """Every article's reading, with the entities joined over all of them."""
    return link([read(article, chain) for article in articles])
