"""How probable it is that two articles tell one event, from what they share and what only one of them has."""

from __future__ import annotations

import math

from reader.comparison.stories.profile import Vector, Weighed

FEATURES = (
    "all", "lead", "lead_root", "names", "names_root", "plain", "lead_more", "lead_less", "cover", "shared",
    "name_cover", "persons", "no_person", "places", "no_place", "bodies", "figures", "size", "ratio",
)  # fmt: skip

FREE_DAYS = 3
"""So many days between two dates of publication say nothing."""
PER_DAY = 0.15
"""Log odds lost for every day beyond them."""
WINDOW = 30
"""Articles that were published more days apart than this tell two events."""


def features(a: Weighed, b: Weighed) -> list[float]:
    """The evidence in the order of ``FEATURES``; the same for (a, b) and (b, a).

    Cosines of all stems, leads, names, other words, and of each lead with the whole other article; what part of the
    shorter article's weight the two share (``cover``) and how much that is; the same for names of each kind, and
    whether both name some but none in common; equal figures; how long the shorter is and by how much the other is
    longer.
    """
    lead, names = _dot(a.lead, b.lead), _dot(a.names, b.names)
    across = (_dot(a.lead, b.all), _dot(b.lead, a.all))
    shared = _shared(a.weights, b.weights)
    least, most = sorted((a.total, b.total))
    persons, places, bodies, any_name = (_cover(x, y) for x, y in zip(a.kinds, b.kinds, strict=True))
    return [
        _dot(a.all, b.all), lead, math.sqrt(lead), names, math.sqrt(names), _dot(a.plain, b.plain),
        max(across), min(across),
        shared / least if least else 0.0, math.log1p(shared),
        any_name[0], persons[0], persons[1], places[0], places[1], bodies[0],
        _figures(a.profile.figures, b.profile.figures),
        math.log1p(least), min(1.5, math.log((most + 1) / (least + 1))),
    ]  # fmt: skip


def apart_in_time(a: int | None, b: int | None) -> float:
    """The log odds that two days of publication take away; infinite where they are too far apart."""
    if a is None or b is None:
        return 0.0
    days = abs(a - b)
    return math.inf if days > WINDOW else PER_DAY * max(0, days - FREE_DAYS)


def _dot(a: Vector, b: Vector) -> float:
    if len(a) > len(b):
        a, b = b, a
    return sum(x * b[s] for s, x in a.items() if s in b)


def _shared(a: Vector, b: Vector) -> float:
    if len(a) > len(b):
        a, b = b, a
    return sum(x for s, x in a.items() if s in b)


def _cover(a: Vector, b: Vector) -> tuple[float, float]:
    """The part of the smaller side that is shared, and 1.0 if both have some but share none."""
    if not a or not b:
        return 0.0, 0.0
    shared = _shared(a, b)
    return (shared / min(sum(a.values()), sum(b.values())), 0.0) if shared else (0.0, 1.0)


def _figures(a: frozenset[float], b: frozenset[float]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
