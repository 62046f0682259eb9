"""What one article is about, small enough to be kept for a hundred thousand articles, and the same made ready to weigh.

A ``Profile`` depends on its own article alone, never on the others that happen to be open, so that two articles are as
near to each other in a story of two as among a hundred thousand.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from reader.analysis.reading import EntityType, Reading
from reader.comparison import words
from reader.comparison.stories.background import weights
from reader.document.article import Article, Section
from reader.document.sentences import of_page

READ = 5_000
"""Characters of an article that are looked at: its event is told in them."""
LEAD = 250
"""Characters that count as its lead, the headline among them."""
KEPT = 150
"""Stems that are kept of one article, the most telling ones."""
SHORT = 3
"""Words of so many letters tell nothing in a language other than English."""
KEYS = 24
"""Stems that an article is looked up by, the most telling ones."""

PERSONS, PLACES, BODIES = 1, 2, 4
_KINDS = {
    EntityType.PERSON: PERSONS,
    EntityType.PLACE: PLACES,
    EntityType.FACILITY: PLACES,
    EntityType.ORGANISATION: BODIES,
}
_MOST = 255

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Profile:
    """An article's telling stems, the most telling first, with four numbers for each.

    ``counts`` holds four bytes a stem: how often it stands in the article, in its lead, in its names, and in what kinds
    of names (``PERSONS | PLACES | BODIES``). ``day`` is the ordinal of the day of publication, if known.
    """

    digest: str
    stems: str
    counts: bytes
    figures: frozenset[float]
    day: int | None

    def found_by(self) -> list[str]:
        """The stems that other articles on the event are found by."""
        return self.stems.split(" ", KEYS)[:KEYS] if self.stems else []


@dataclass(frozen=True, slots=True)
class Weighed:
    """A profile as vectors of length 1 (all stems, lead, names, words that are no names) and sums of weights."""

    profile: Profile
    all: Vector
    lead: Vector
    names: Vector
    plain: Vector
    weights: Vector
    total: float
    kinds: tuple[Vector, Vector, Vector, Vector]
    """The weights of the stems of persons, places, bodies, and of any name."""


def profile(reading: Reading, end: int | None = None) -> Profile:
    """What an article is about, or what its text before ``end`` is."""
    article = reading.article
    end = min(len(article.text), READ, len(article.text) if end is None else end)
    lead, rest = _told(article, end)
    found = lead + rest
    names, kinds = _names(reading, end)
    known, unknown = weights()
    foreign = article.language != "en"  # the sample is English: short words of other languages would pass for rare ones
    worth = {
        s: -round(_damped(n) * known.get(s, unknown), 6)
        for s, n in found.items()
        if not (foreign and len(s) <= SHORT and s.islower())
    }
    best = sorted(sorted(worth), key=worth.__getitem__)[:KEPT]
    counts = bytearray(4 * len(best))
    for of, at in ((found, 0), (lead, 1), (names, 2), (kinds, 3)):
        counts[at::4] = [min(of.get(s, 0), _MOST) for s in best]
    figures = frozenset(f.value for f in reading.figures if f.value is not None and f.value > 3 and f.span.end <= end)
    return Profile(article.digest, " ".join(best), bytes(counts), figures, _day(article))


def _told(article: Article, end: int) -> tuple[Counter[str], Counter[str]]:
    """The stems of the lead and of the rest; a title that stands outside the text belongs to the lead."""
    blocks: list[list[tuple[int, int]]] = [[], []]
    for sentence in article.sentences:
        start, stop = sentence.span.start, min(sentence.span.end, end)
        if start >= end:
            break
        if sentence.section is Section.CREDIT and not of_page(sentence.span.of(article.text)):
            continue
        part = blocks[start >= LEAD]
        if part and not article.text[part[-1][1] : start].strip():
            part[-1] = (part[-1][0], stop)
        else:
            part.append((start, stop))
    lead, rest = (
        Counter(s for start, stop in part for s in words.stems(words.tokens(article.text, start, stop)))
        for part in blocks
    )
    if article.title_basis == "given":
        lead.update(words.stems(words.tokens(article.title)))
    return lead, rest


@lru_cache(maxsize=20_000)
def _stems_of_name(name: str) -> tuple[str, ...]:
    return tuple(words.stems(words.tokens(name)))


def _names(reading: Reading, end: int) -> tuple[Counter[str], dict[str, int]]:
    """How often each stem stands in a name, and in what kinds of names."""
    often: Counter[tuple[str, EntityType]] = Counter()
    for mention in reading.entities:
        if not mention.pronoun and mention.name.end <= end:
            often[mention.name.of(reading.article.text), mention.type] += 1
    names: Counter[str] = Counter()
    kinds: dict[str, int] = {}
    for (name, kind), count in often.items():
        for stem in _stems_of_name(name):
            names[stem] += count
            kinds[stem] = kinds.get(stem, 0) | _KINDS.get(kind, 0)
    return names, kinds


def _day(article: Article) -> int | None:
    """The day of publication; what a page says of itself may be a later change, which tells no two events apart."""
    if article.published is None or article.published_basis == "page":
        return None
    return article.published.toordinal()


def weigh(profile: Profile) -> Weighed:
    """A profile made ready to be compared."""
    stems = profile.stems.split(" ") if profile.stems else []
    known, unknown = weights()
    every = {s: known.get(s, unknown) for s in stems}
    everywhere: dict[str, float] = {}
    lead: dict[str, float] = {}
    names: dict[str, float] = {}
    plain: dict[str, float] = {}
    kinds: tuple[dict[str, float], ...] = ({}, {}, {}, {})
    for n, stem in enumerate(stems):
        often, first, named, kind = profile.counts[4 * n : 4 * n + 4]
        value = every[stem]
        everywhere[stem] = _damped(often) * value
        if first:
            lead[stem] = _damped(first) * value
        if named:
            names[stem] = _damped(named) * value
            kinds[3][stem] = value
        if often > named:
            plain[stem] = _damped(often - named) * value
        for place, flag in enumerate((PERSONS, PLACES, BODIES)):
            if kind & flag:
                kinds[place][stem] = value
    return Weighed(
        profile, _unit(everywhere), _unit(lead), _unit(names), _unit(plain), every, sum(every.values()),
        (kinds[0], kinds[1], kinds[2], kinds[3]),
    )  # fmt: skip


@cache
def _damped(count: int) -> float:
    return 1 + math.log(count)


def _unit(vector: dict[str, float]) -> Vector:
    norm = math.sqrt(sum(x * x for x in vector.values()))
    return {s: x / norm for s, x in vector.items()} if norm else vector
