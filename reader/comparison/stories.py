"""Articles into stories: one event, one story, whatever order they come in."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.reading import Reading
from reader.comparison import weights, words
from reader.comparison.grouping import cluster
from reader.comparison.model import Correction, Story
from reader.comparison.story_vectors import Bags, Weighed, bags

JOINED = 0.4
"""Groups of articles are one story from this mean probability on."""
_ALL_PAIRS = 300
"""Up to so many articles every pair is looked at; beyond, only those that share rare words."""
_CANDIDATES = 40
_FREE_DAYS = 3
_PER_DAY = 0.12
"""Log odds lost for every day beyond the free ones between two dates of publication."""
_SHOWN = 5

Pair = tuple[int, int]


def group(
    readings: Sequence[Reading], *, given: bool = False, corrections: Sequence[Correction] = ()
) -> tuple[Story, ...]:
    """The articles grouped by event: newest story first, then the largest; ``s1`` is the first.

    ``given`` takes ``Article.story`` as it is (articles without one stand alone). Corrections of the kinds
    ``same_story`` and ``other_story`` are obeyed. Neither letters nor the order of the readings decide anything but the
    order of the articles inside a story, which is theirs.
    """
    if not readings:
        return ()
    order = sorted(range(len(readings)), key=lambda n: (readings[n].article.digest, n))
    ordered = [readings[n] for n in order]
    found = [bags(r) for r in ordered]
    weighed = Weighed(found)
    groups = _given(ordered) if given else _grouped(ordered, weighed, corrections)
    made = [_Draft.of([(order[n], n) for n in members], ordered, found, weighed) for members in groups]
    made.sort(key=lambda d: (-d.newest, -len(d.places), d.key))
    return tuple(
        Story(f"s{n}", d.title, d.why, tuple(readings[place].article.id for place in d.places))
        for n, d in enumerate(made, 1)
    )


@dataclass(frozen=True, slots=True)
class _Draft:
    """A story before it has its number; ``places`` are those of its articles in the input, in their order."""

    places: tuple[int, ...]
    title: str
    why: str
    newest: int
    key: str

    @classmethod
    def of(
        cls, members: list[Pair], ordered: Sequence[Reading], found: Sequence[Bags], weighed: Weighed
    ) -> _Draft:
        inside = [n for _, n in members]
        central = max(inside, key=lambda n: (round(_centrality(n, inside, weighed), 6), -n))
        days = [d.toordinal() for n in inside if (d := ordered[n].article.published)]
        return cls(
            tuple(sorted(place for place, _ in members)), ordered[central].article.title,
            _why(inside, ordered, found, weighed), max(days, default=0), ordered[min(inside)].article.digest,
        )  # fmt: skip


def _given(ordered: Sequence[Reading]) -> list[list[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for n, reading in enumerate(ordered):
        groups[f"given {reading.article.story}" if reading.article.story is not None else f"alone {n}"].append(n)
    return list(groups.values())


def _grouped(ordered: Sequence[Reading], weighed: Weighed, corrections: Sequence[Correction]) -> list[list[int]]:
    together, apart = _by_hand(ordered, corrections)
    model = weights.load("stories")["story"]
    pairs: dict[Pair, float] = {}
    for i, j in sorted(weighed.candidates(_ALL_PAIRS, _CANDIDATES)):
        p = _later(model(weighed.features(i, j)), ordered[i], ordered[j])
        if p > JOINED / 8:
            pairs[i, j] = p
    return cluster(
        len(ordered), list(range(len(ordered))), pairs, JOINED,
        lambda i, j: (min(i, j), max(i, j)) in apart, sorted(together),
    )  # fmt: skip


def _later(p: float, a: Reading, b: Reading) -> float:
    """The probability that two articles tell one event, less if they were printed days apart."""
    one, two = a.article.published, b.article.published
    if not one or not two:
        return p
    beyond = abs((one - two).days) - _FREE_DAYS
    if beyond <= 0 or not 0 < p < 1:
        return p
    return 1 / (1 + math.exp(min(700.0, _PER_DAY * beyond - math.log(p / (1 - p)))))


def _by_hand(ordered: Sequence[Reading], corrections: Sequence[Correction]) -> tuple[set[Pair], set[Pair]]:
    """Pairs of articles that must and must not be one story; of two corrections about one pair the later wins."""
    together: set[Pair] = set()
    apart: set[Pair] = set()
    wanted = [c for c in corrections if c.kind in ("same_story", "other_story")]
    if not wanted:
        return together, apart
    places: dict[str, list[int]] = defaultdict(list)
    for n, reading in enumerate(ordered):
        places[reading.article.digest].append(n)
    for c in wanted:
        found = {(min(i, j), max(i, j)) for i in places.get(c.a, ()) for j in places.get(c.b, ()) if i != j}
        mine, other = (together, apart) if c.kind == "same_story" else (apart, together)
        mine |= found
        other -= found
    return together, apart


def _centrality(n: int, inside: Sequence[int], weighed: Weighed) -> float:
    others = [m for m in inside if m != n][:200]
    return sum(sum(weighed.features(n, m)[:2]) for m in others)


def _why(inside: Sequence[int], ordered: Sequence[Reading], found: Sequence[Bags], weighed: Weighed) -> str:
    """What the articles of a story share, in words: "all 3: Gaza, evacuations, Rafah; 2023-11-04 to 2023-11-05"."""
    if len(inside) < 2:
        return ""
    counts: Counter[str] = Counter()
    for n in inside:
        counts.update(found[n].counts[4].keys() | found[n].counts[2].keys())
    worth = {
        w: c / len(inside) * weighed.rarity(weighed.frequency[1][w]) * (1.5 if weighed.frequency[2][w] else 1.0)
        for w, c in counts.items()
        if c > 1 and not w[0].isdigit()
    }
    best = sorted(worth, key=lambda w: (-round(worth[w], 6), w))[:_SHOWN]
    shown = _printed(best, [ordered[n] for n in inside])
    days = sorted(d for n in inside if (d := ordered[n].article.published))
    parts = []
    if shown:
        least = min(counts[w] for w in best)
        who = f"all {len(inside)}" if least == len(inside) else f"{least} or more of {len(inside)}"
        parts.append(f"{who}: {', '.join(shown)}")
    if days:
        parts.append(days[0].isoformat() if days[0] == days[-1] else f"{days[0].isoformat()} to {days[-1].isoformat()}")
    return "; ".join(parts)


def _printed(wanted: Sequence[str], readings: Sequence[Reading]) -> list[str]:
    """Each key as the articles print it: the commonest form, capitals first."""
    forms: dict[str, Counter[str]] = {w: Counter() for w in wanted}
    for reading in readings[:20]:
        for form in words.forms(reading.text[:20_000]):
            for stemmed in words.stems(words.tokens(form)):
                key = words.meaning(stemmed)
                if key in forms:
                    forms[key][form] += 1
    return [max(c, key=lambda f: (c[f], f[:1].isupper(), f)) for w in wanted if (c := forms[w])]
