"""Mentions of one entity put together, first inside an article, then over all articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from reader.analysis.entities import people, things
from reader.analysis.entities.people import Person
from reader.analysis.reading import EntityMention, EntityType, Reading

_BRACKET = re.compile(r" \(([^\W_]{2,10}(?:\.[^\W_]){0,4}\.?)\)")
_BESIDE = 60
"""So many characters may stand between two people who are named together."""
_TOGETHER = re.compile(r"\b(?:and|with|wife|husband|son|daughter|brother|sister|father|mother)\b|&", re.I)
_SON = re.compile(r"\b(?:sons?|namesake|brothers?)\b", re.I)
_ENDED = re.compile(r"[.!?;]\s")
_FAR_MORE = 3
Place = tuple[int, int]
"""A mention: index of its reading, index in the reading's entities."""


@dataclass(slots=True, eq=False)
class Cluster:
    """Mentions of one entity: where they are, and what they say of it; ``seen`` is the last one read so far."""

    places: list[Place] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[EntityType] = field(default_factory=Counter)
    roles: list[str] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    gender: str = ""
    seen: Place | None = None
    beside: list[Cluster] = field(default_factory=list)
    """People with the same surname and another first name, named beside this surname ("the Trumps": "Mr and Ida")."""

    def add(self, place: Place, mention: EntityMention, text: str, person: Person | None = None) -> None:
        """Count a mention in."""
        self.places.append(place)
        self.names[" ".join(mention.name.of(text).split())] += 1
        self.kinds[mention.type] += 1
        if mention.role:
            self.roles.append(" ".join(mention.role.of(text).split()))
        if person:
            self._learn(person)

    def absorb(self, other: Cluster) -> None:
        """Take over another cluster's mentions."""
        self.places += other.places
        self.names += other.names
        self.kinds += other.kinds
        self.roles += other.roles
        for person in other.people:
            self._learn(person)
        self.gender = self.gender or other.gender

    def _learn(self, person: Person) -> None:
        if person not in self.people:
            self.people.append(person)
        self.gender = self.gender or person.gender

    def can_be(self, person: Person) -> bool:
        """Can somebody with this full name be this cluster's person?"""
        if person.gender and self.gender and person.gender != self.gender:
            return False
        full = [p for p in self.people if p.full]
        return bool(full) and all(people.same(p, person) for p in full)

    @property
    def full(self) -> bool:
        """Is there a name of several words?"""
        return any(p.full for p in self.people)

    @property
    def junior(self) -> bool:
        """Is it always a Jr.?"""
        return all(p.suffix == "jr" for p in self.people if p.full)


class _Register:
    """Clusters of people named in full, by surname and by first name."""

    def __init__(self) -> None:
        self._last: dict[str, list[Cluster]] = {}
        self._first: dict[str, list[Cluster]] = {}

    def enter(self, cluster: Cluster, person: Person) -> None:
        """Make a cluster known under a full name of its person."""
        for table, word in ((self._last, person.last), (self._first, person.words[0])):
            if cluster not in (known := table.setdefault(word, [])):
                known.append(cluster)

    def like(self, person: Person) -> list[Cluster]:
        """The clusters that somebody with this full name can be."""
        near = [*self._last.get(person.last, ()), *self._first.get(person.words[0], ())]
        return [c for c in _unique(near) if c.can_be(person)]

    def of_surname(self, word: str, gender: str) -> list[Cluster] | None:
        """The people with a surname, but not of another gender; None if nobody has the surname."""
        known = self._last.get(people.surname(word))
        return None if known is None else _of_gender(known, gender)

    def of_first_name(self, word: str, gender: str) -> list[Cluster]:
        """The people whose name begins with a word, but not of another gender."""
        return _of_gender(self._first.get(word, ()), gender)


def _of_gender(clusters: Iterable[Cluster], gender: str) -> list[Cluster]:
    return [c for c in clusters if not (gender and c.gender and gender != c.gender)]


def _named(reading: Reading) -> list[tuple[int, Person]]:
    """The people of an article as they are named, with the index of each mention."""
    return [
        (i, people.parse(m.name.of(reading.text), reading.text[m.span.start : m.name.start]))
        for i, m in enumerate(reading.entities)
        if m.type is EntityType.PERSON and not m.pronoun
    ]


def juniors(readings: Iterable[Reading]) -> frozenset[tuple[str, str]]:
    """First name and surname of those who are called somebody's son and bear his name: "his son Ian Hale Jr."

    A name without "Jr." is then his father's; else it is only the shorter form of one name.
    """
    found = set()
    for reading in readings:
        for i, person in _named(reading):
            start = reading.entities[i].span.start
            if person.suffix == "jr" and person.full and _SON.search(reading.text, max(0, start - _BESIDE), start):
                found.add((person.words[0], person.last))
    return frozenset(found)


def of_people(at: int, reading: Reading, sons: frozenset[tuple[str, str]] = frozenset()) -> list[Cluster]:
    """The people of one article: full names first, then surnames by the last person of that name before them.

    ``sons`` are those of ``juniors``.
    """
    named = [
        (i, replace(p, suffix="sr") if p.full and not p.suffix and (p.words[0], p.last) in sons else p)
        for i, p in _named(reading)
    ]
    clusters: list[Cluster] = []
    register = _Register()
    full: dict[int, Cluster] = {}
    for i, person in named:
        if person.full:
            home = next(iter(register.like(person)), None)
            if home is None:
                clusters.append(home := Cluster())
            home.add((at, i), reading.entities[i], reading.text, person)
            register.enter(home, person)
            full[i] = home
    relatives = _relatives(reading, named, full)
    alone: dict[tuple[str, str], Cluster] = {}
    for i, person in named:
        others = relatives.get(person.last, [])
        home = full.get(i) or _home(person, register, others) or _alone(person, alone)
        if home is None:
            clusters.append(home := Cluster(beside=others))
            alone[person.last, person.gender] = home
        if i not in full:
            home.add((at, i), reading.entities[i], reading.text, person)
        home.seen = (at, i)
    return clusters


def _alone(person: Person, alone: dict[tuple[str, str], Cluster]) -> Cluster | None:
    """The same surname, or a Mr or Ms of it, named before without a first name."""
    genders = (person.gender, "") if person.gender else ("", "m", "f")
    return next((alone[person.last, g] for g in genders if (person.last, g) in alone), None)


def _relatives(
    reading: Reading, named: Iterable[tuple[int, Person]], full: dict[int, Cluster]
) -> dict[str, list[Cluster]]:
    """By surname, the people in full who stand beside that surname alone: "Mr. Hale and Ida Hale" are two.

    Who is known by his surname alone is named so again; his relatives have their first names.
    """
    found: dict[str, list[Cluster]] = {}
    for (i, person), (j, other) in pairwise(named):
        if person.last != other.last or (i in full) == (j in full):
            continue
        between = reading.text[reading.entities[i].span.end : reading.entities[j].span.start]
        if len(between) <= _BESIDE and _TOGETHER.search(between) and not _ENDED.search(between):
            known = found.setdefault(person.last, [])
            relative = full[i] if i in full else full[j]
            if relative not in known:
                known.append(relative)
    return found


def _home(person: Person, register: _Register, relatives: Iterable[Cluster] = ()) -> Cluster | None:
    """Of the people with a surname the one named last before the mention, else the one named first after it.

    A first name alone is somebody only if one person in the article bears it. ``relatives`` are meant only where the
    form of address says so.
    """
    fitting = register.of_surname(person.words[0], person.gender)
    if fitting:
        fitting = [c for c in fitting if c not in relatives or (person.gender and c.gender == person.gender)]
        fitting = [c for c in fitting if not c.junior or person.suffix] or fitting
        fitting = [c for c in fitting if c.junior or not person.suffix] or fitting
    if fitting is None:
        bearers = register.of_first_name(person.words[0], person.gender)
        return bearers[0] if len(bearers) == 1 else None
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    return max(fitting, key=lambda c: c.seen or (-1, -c.places[0][1]))


def join_people(articles: Iterable[Iterable[Cluster]]) -> list[Cluster]:
    """People over all articles: full names by surname and first name, then surnames that only one person bears."""
    joined: list[Cluster] = []
    short: list[Cluster] = []
    home: dict[int, Cluster] = {}
    register = _Register()
    for cluster in (c for clusters in articles for c in clusters):
        full = [p for p in cluster.people if p.full]
        if not full:
            short.append(cluster)
            continue
        fitting = _unique(c for p in full for c in register.like(p))
        fitting = [c for c in fitting if all(c.can_be(p) for p in full)]
        home[id(cluster)] = fitting[0] if len(fitting) == 1 else cluster
        if len(fitting) == 1:
            fitting[0].absorb(cluster)
        else:
            joined.append(cluster)
        for person in full:
            register.enter(fitting[0] if len(fitting) == 1 else cluster, person)
    alone: dict[str, list[Cluster]] = {}
    for cluster in short:
        word = cluster.people[0].words[0]
        others = {id(home[id(c)]) for c in cluster.beside}
        fitting = [c for c in register.of_surname(word, cluster.gender) or [] if id(c) not in others]
        if not cluster.people[0].suffix:
            fitting = [c for c in fitting if not c.junior] or fitting
        if len(fitting) > 1:
            fitting = _meant(cluster, fitting)
        if not fitting and not people.is_first_name(word):
            fitting = register.of_first_name(word, cluster.gender)
        if len(fitting) != 1:
            fitting = _of_gender(alone.get(word, ()), cluster.gender)
        if len(fitting) == 1:
            fitting[0].absorb(cluster)
        else:
            joined.append(cluster)
            alone.setdefault(word, []).append(cluster)
    return joined


def _meant(cluster: Cluster, bearers: list[Cluster]) -> list[Cluster]:
    """Of several bearers of a surname, whom an article means that gives no first name: the one with the same office,
    else the one whom the other articles name far more often than anybody else."""
    offices = _offices(cluster)
    holding = [c for c in bearers if offices & _offices(c)]
    if len(holding) == 1:
        return holding
    ranked = sorted(bearers, key=lambda c: -len(c.places))
    if len(ranked[0].places) >= _FAR_MORE * len(ranked[1].places):
        return ranked[:1]
    return bearers


def _offices(cluster: Cluster) -> set[str]:
    """The last words of the roles that a cluster's mentions carry ("president")."""
    return {role.split()[-1].casefold() for role in cluster.roles if role.split()}


def _unique(clusters: Iterable[Cluster]) -> list[Cluster]:
    return list({id(c): c for c in clusters}.values())


def of_things(readings: Iterable[Reading]) -> list[Cluster]:
    """Everything but people over all articles, by the key of its name; acronyms by where they are explained."""
    readings = list(readings)
    everywhere: dict[str, set[str]] = {}
    local = []
    for reading in readings:
        here = _acronyms(reading)
        local.append(here)
        for letters, long in here.items():
            everywhere.setdefault(letters, set()).add(long)
    clusters: dict[str, Cluster] = {}
    for at, reading in enumerate(readings):
        for i, mention in enumerate(reading.entities):
            if mention.type is EntityType.PERSON or mention.pronoun:
                continue
            printed = mention.name.of(reading.text)
            name = things.key(printed, mention.type)
            letters = printed.replace(".", "")
            if letters in local[at]:
                name = local[at][letters]
            elif things.is_acronym(printed) and len(everywhere.get(letters, ())) == 1:
                (name,) = everywhere[letters]
            clusters.setdefault(name, Cluster()).add((at, i), mention, reading.text)
    return _join_short(clusters)


def _acronyms(reading: Reading) -> dict[str, str]:
    """Letters → key of the long form: "African Union (AU)", and letters that fit the initials of one name only."""
    text = reading.text
    things_named = [m for m in reading.entities if m.type not in (EntityType.PERSON, EntityType.GROUP)]
    letters = {m.name.of(text).replace(".", ""): m for m in things_named if things.is_acronym(m.name.of(text))}
    if not letters:
        return {}
    found: dict[str, str] = {}
    fitting: dict[str, set[str]] = {}
    for m in things_named:
        name = m.name.of(text)
        bracket = _BRACKET.match(text, m.name.end)
        inside = bracket.group(1).replace(".", "") if bracket else ""
        if inside in letters and inside[0].upper() in {w[0].upper() for w in name.split()}:
            found.setdefault(inside, things.key(name, m.type))
        for initials in things.initials(name) & letters.keys():
            fitting.setdefault(initials, set()).add(things.key(name, m.type))
    for initials, keys in fitting.items():
        if len(keys) == 1:
            found.setdefault(initials, next(iter(keys)))
    return found


def _join_short(clusters: dict[str, Cluster]) -> list[Cluster]:
    """ "CBS" is "CBS News" where both are bodies."""
    for long in list(clusters):
        head = long.rpartition(" ")[0]
        if not head or head not in clusters or not things.short_of(head, long):
            continue
        if {clusters[k].kinds.most_common(1)[0][0] for k in (head, long)} == {EntityType.ORGANISATION}:
            clusters[long].absorb(clusters.pop(head))
    return list(clusters.values())
