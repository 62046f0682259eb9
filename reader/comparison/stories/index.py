"""The stories of a growing collection: one more article costs about the same among a hundred thousand as among ten.

An article is looked up by its most telling stems, compared with those articles that share most of them, and only the
stories that it is linked to are grouped again. The result is that of grouping everything at once, because every
probability depends on two articles alone and every group on the articles that are linked to it, and both are put into
an order that the texts give. There is one exception: where more than ``LOOKED_AT`` articles of one time share a telling
stem, or more than ``COMPARED`` are near one article, which links are made depends on who came first; ``stories()`` of a
new index, or ``group``, then gives the canonical result.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reader.comparison.stories.evidence import WINDOW, apart_in_time, features
from reader.comparison.stories.linkage import COMPARED, Linkage, Pair
from reader.comparison.stories.model import Model, shipped
from reader.comparison.stories.profile import Profile, Weighed, weigh

SHARED = 2
"""So many of the stems that they are looked up by must two articles share to be compared."""
LOOKED_AT = 400
"""Articles that one stem finds at most."""
VISITED = 3000
"""Articles that all stems of one article find at most, found twice counted twice; the most telling stems come first."""
_READY = 4096
"""Weighed profiles that are kept ready."""
_UNDATED, _ANY = -1, -2
"""Times of publication that are none: of articles without a date, and of all articles."""


class Index:
    """Profiles by number, in the order they were added, and the groups that they fall into."""

    def __init__(self, model: Model | None = None) -> None:
        self._model = model or shipped()
        self._profiles: list[Profile] = []
        self._postings: dict[tuple[int, str], list[int]] = defaultdict(list)
        self._links: list[dict[int, float]] = []
        self._together: dict[int, set[int]] = defaultdict(set)
        self._apart: dict[int, set[int]] = defaultdict(set)
        self._ready: dict[int, Weighed] = {}
        self._home: list[int] = []
        self._parts: dict[int, list[int]] = {}
        self._grouped: dict[int, list[list[int]]] = {}

    def __len__(self) -> int:
        return len(self._profiles)

    def profile(self, n: int) -> Profile:
        """The profile of an article by its number."""
        return self._profiles[n]

    def p(self, i: int, j: int) -> float:
        """How probable it was found that two articles tell one event; 0.0 where they were not linked."""
        return self._links[i].get(j, 0.0)

    def add(self, profile: Profile) -> int:
        """Adds an article, links it, and returns its number."""
        n = len(self._profiles)
        near = self._near(profile)
        self._profiles.append(profile)
        self._links.append({})
        self._home.append(n)
        self._parts[n] = [n]
        for stem in profile.found_by():
            self._postings[_time(profile.day), stem].append(n)
            self._postings[_ANY, stem].append(n)
        for other in near:
            p = self._probability(n, other)
            if p >= self._model.least:
                self._links[n][other] = self._links[other][n] = p
                self._changed(n, other, p >= self._model.joined)
        return n

    def correct(self, i: int, j: int, together: bool) -> None:
        """Obeys a decision by hand about two articles: they are about one event, or they are not."""
        for kept, decided in ((self._together, together), (self._apart, not together)):
            for one, other in ((i, j), (j, i)):
                (kept[one].add if decided else kept[one].discard)(other)
        self._changed(i, j, together)

    def group_of(self, n: int) -> list[int]:
        """The numbers of the articles on the event of one article, itself among them."""
        return next(g for g in self._groups(self._root(n)) if n in g)

    def groups(self, given: Sequence[int] | None = None) -> list[list[int]]:
        """Every article in one group; groups and their members in no order that means anything.

        :param given: for each article one that it is grouped with, or itself; then only decisions by hand change that.
        """
        if given is None:
            return [g for part in self._parts for g in self._groups(part)]
        order = range(len(self))
        linkage = Linkage(len(self), {}, 1.0, _pairs(self._apart, order), 0.0)
        return linkage.run([*_pairs(self._together, order), *((n, m) for m, n in enumerate(given) if n != m)])

    def regrouped(self, joined: float, ratio: float) -> list[list[int]]:
        """The groups at other limits than the model's, for measuring."""
        self._model = replace(self._model, joined=joined, ratio=ratio)
        self._home = list(range(len(self)))
        self._parts = {n: [n] for n in self._home}
        self._grouped.clear()
        for n, links in enumerate(self._links):
            for other, p in links.items():
                self._changed(n, other, p >= joined)
        return self.groups()

    # -- finding ------------------------------------------------------------------------------------------------

    def _near(self, profile: Profile) -> list[int]:
        """The articles worth a comparison with a new one, those that share most telling stems."""
        if profile.day is None:
            times = [_ANY]
        else:
            at = _time(profile.day)
            times = [_UNDATED, at - 1, at, at + 1]
        shared: Counter[int] = Counter()
        visited = 0
        for stem in profile.found_by():
            for time in times:
                found = self._postings.get((time, stem))
                if found:
                    shared.update(found[:LOOKED_AT])
                    visited += min(len(found), LOOKED_AT)
            if visited > VISITED:
                break
        worth = [n for n, count in shared.items() if count >= SHARED]
        if len(worth) > COMPARED:
            worth = sorted(worth, key=lambda n: (-shared[n], n))[:COMPARED]
        return worth

    def _probability(self, i: int, j: int) -> float:
        a, b = self.weighed(i), self.weighed(j)
        if a.profile.digest > b.profile.digest:
            a, b = b, a
        against = apart_in_time(a.profile.day, b.profile.day)
        if math.isinf(against):
            return 0.0
        p = self._model.pair(features(a, b))
        if against and 0 < p < 1:
            p = 1 / (1 + (1 - p) / p * math.exp(against))
        return round(p, 6)

    def weighed(self, n: int) -> Weighed:
        """The profile of an article made ready to be compared."""
        if n not in self._ready:
            if len(self._ready) >= _READY:
                self._ready.clear()
            self._ready[n] = weigh(self._profiles[n])
        return self._ready[n]

    # -- grouping -----------------------------------------------------------------------------------------------

    def _root(self, n: int) -> int:
        while self._home[n] != n:
            self._home[n] = self._home[self._home[n]]
            n = self._home[n]
        return n

    def _changed(self, i: int, j: int, near: bool) -> None:
        """Notes a link; ``near`` puts the two parts of the graph together.

        Weaker links need not: groups of two parts are never joined, since the mean of such links is too small.
        """
        one, other = self._root(i), self._root(j)
        self._grouped.pop(one, None)
        self._grouped.pop(other, None)
        if near and one != other:
            if len(self._parts[one]) < len(self._parts[other]):
                one, other = other, one
            self._parts[one] += self._parts.pop(other)
            self._home[other] = one

    def _groups(self, part: int) -> list[list[int]]:
        """The groups of one part of the graph, made again only if it has changed."""
        if part not in self._grouped:
            self._grouped[part] = self._group(self._parts[part])
        return self._grouped[part]

    def _group(self, members: list[int]) -> list[list[int]]:
        if len(members) == 1:
            return [members[:]]
        order = sorted(members, key=lambda n: (self._profiles[n].digest, n))
        place = {n: at for at, n in enumerate(order)}
        links = {
            (place[i], place[j]): p for i in order for j, p in self._links[i].items() if place[i] < place.get(j, -1)
        }
        linkage = Linkage(len(order), links, self._model.joined, _pairs(self._apart, order), self._model.ratio)
        return [[order[at] for at in group] for group in linkage.run(_pairs(self._together, order))]


def _pairs(kept: Mapping[int, Iterable[int]], order: Sequence[int]) -> list[Pair]:
    """Pairs of articles as pairs of their places in an order, those that are in it."""
    if not kept:
        return []
    place = {n: at for at, n in enumerate(order)}
    return sorted((place[i], place[j]) for i in order for j in kept.get(i, ()) if j in place and place[i] < place[j])


def _time(day: int | None) -> int:
    """The month or so of a day of publication; articles of one and the next may be near enough to tell one event."""
    return _UNDATED if day is None else day // WINDOW
