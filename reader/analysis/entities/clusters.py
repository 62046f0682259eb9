"""Mentions of one entity put together, first inside an article, then over all articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.analysis.entities import people, things
from reader.analysis.entities.people import Person
from reader.analysis.reading import EntityMention, EntityType, Reading

Place = tuple[int, int]
"""A mention: index of its reading, index in the reading's entities."""


@dataclass(slots=True)
class Cluster:
    """Mentions of one entity: where they are, and what they say of it."""

    places: list[Place] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[EntityType] = field(default_factory=Counter)
    roles: list[str] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    gender: str = ""

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


def of_people(at: int, reading: Reading) -> list[Cluster]:
    """The people of one article: full names first, then surnames by the last person of that name before them."""
    named = [
        (i, people.parse(m.name.of(reading.text), reading.text[m.span.start : m.name.start]))
        for i, m in enumerate(reading.entities)
        if m.type is EntityType.PERSON and not m.pronoun
    ]
    clusters: list[Cluster] = []
    by_last: dict[str, list[Cluster]] = {}
    by_first: dict[str, list[Cluster]] = {}
    for i, person in named:
        if not person.full:
            continue
        home = next((c for c in by_last.get(person.last, ()) if c.can_be(person)), None)
        home = home or next((c for c in by_first.get(person.words[0], ()) if c.can_be(person)), None)
        if home is None:
            clusters.append(home := Cluster())
        home.add((at, i), reading.entities[i], reading.text, person)
        for table, word in ((by_last, person.last), (by_first, person.words[0])):
            if home not in table.setdefault(word, []):
                table[word].append(home)
    alone: dict[tuple[str, str], Cluster] = {}
    for i, person in named:
        if person.full:
            continue
        word = people.surname(person.words[0])
        found = _for_surname(person, by_last.get(word, ()), (at, i))
        if found is None and word not in by_last:
            found = _only(person, by_first.get(person.words[0], ()))
        if found is None:
            found = alone.get((word, person.gender)) or (alone.get((word, "")) if person.gender else None)
        if found is None:
            alone[word, person.gender] = found = Cluster()
            clusters.append(found)
        found.add((at, i), reading.entities[i], reading.text, person)
    return clusters


def _for_surname(person: Person, candidates: Iterable[Cluster], place: Place) -> Cluster | None:
    """Of the people with this surname, the one named last before the mention, else the one named first after it."""
    fitting = [c for c in candidates if not (person.gender and c.gender and person.gender != c.gender)]
    earlier = [c for c in fitting if min(c.places) < place]
    if earlier:
        return max(earlier, key=lambda c: max(p for p in c.places if p < place))
    return min(fitting, key=lambda c: min(c.places), default=None)


def _only(person: Person, candidates: Iterable[Cluster]) -> Cluster | None:
    """A first name alone is somebody only if one person in the article bears it."""
    fitting = [c for c in candidates if not (person.gender and c.gender and person.gender != c.gender)]
    return fitting[0] if len(fitting) == 1 else None


def join_people(articles: Iterable[Iterable[Cluster]]) -> list[Cluster]:
    """People over all articles: full names by surname and first name, then surnames that only one person bears."""
    joined: list[Cluster] = []
    short: list[Cluster] = []
    by_last: dict[str, list[Cluster]] = {}
    by_first: dict[str, list[Cluster]] = {}
    for clusters in articles:
        for cluster in clusters:
            if not cluster.full:
                short.append(cluster)
                continue
            full = [p for p in cluster.people if p.full]
            fitting = _unique(c for p in full for c in (*by_last.get(p.last, ()), *by_first.get(p.words[0], ())))
            fitting = [c for c in fitting if all(c.can_be(p) for p in full)]
            if len(fitting) == 1:
                fitting[0].absorb(cluster)
                home = fitting[0]
            else:
                joined.append(home := cluster)
            for p in full:
                for table, word in ((by_last, p.last), (by_first, p.words[0])):
                    if home not in table.setdefault(word, []):
                        table[word].append(home)
    alone: dict[str, list[Cluster]] = {}
    for cluster in short:
        word = cluster.people[0].words[0]
        candidates = by_last.get(people.surname(word), [])
        if not candidates and not people.is_first_name(word):
            candidates = by_first.get(word, [])
        fitting = [c for c in candidates if not (cluster.gender and c.gender and cluster.gender != c.gender)]
        if len(fitting) != 1:
            fitting = [c for c in alone.get(word, ()) if not (cluster.gender and c.gender and cluster.gender != c.gender)]
        if len(fitting) == 1:
            fitting[0].absorb(cluster)
        else:
            joined.append(cluster)
            alone.setdefault(word, []).append(cluster)
    return joined


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
        after = text[m.name.end : m.name.end + 12]
        inside = after[after.find("(") + 1 : after.find(")")].strip() if after.lstrip()[:1] == "(" and ")" in after else ""
        if inside.replace(".", "") in letters and inside[:1].upper() in {w[0].upper() for w in name.split()}:
            found.setdefault(inside.replace(".", ""), things.key(name, m.type))
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
