"""The whole comparison, step by step: group into stories, cut claims, align them, make facts of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.analysis.dates.resolve import resolve_story
from reader.analysis.reading import Entity, Reading
from reader.comparison import alignment, claims, doubles, facts, independence, stories
from reader.comparison.model import Comparison, Correction, Story


def group(
    readings: Sequence[Reading], *, given: bool = False, corrections: Sequence[Correction] = ()
) -> tuple[Story, ...]:
    """The articles grouped into stories, without facts; ``given`` takes ``Article.story`` as it is."""
    return stories.group(readings, given=given, corrections=corrections)


def compare(
    readings: Sequence[Reading],
    entities: Sequence[Entity] = (),
    *,
    given: bool = False,
    corrections: Sequence[Correction] = (),
    nearest: int = 0,
) -> Comparison:
    """Compares articles that ``read_all`` has read: stories, their facts, and with ``nearest`` the N nearest passages
    of every sentence in each other source."""
    by_id = {r.article.id: r for r in readings}
    done: list[Story] = []
    for story in group(readings, given=given, corrections=corrections):
        members = resolve_story([by_id[i] for i in story.articles])
        by_id.update((r.article.id, r) for r in members)
        unique, left = doubles.without(members)
        cut = [c for r in unique for c in claims.cut(r)]
        aligned = alignment.align(unique, cut, corrections=corrections, nearest=nearest)
        shared = independence.shared_origins(members)
        made = doubles.told(facts.make(unique, aligned, entities, shared), members, left)
        done.append(replace(story, facts=made, nearest=doubles.nearest(aligned.nearest, left), shared=shared))
    return Comparison(tuple(done), by_id, tuple(entities))
