"""Mentions of one entity joined over all articles.

Inside an article a surname is the last person of that name; over all articles full names join first, and a surname
alone joins only if one person bears it. Places and bodies join by the key of their name, their usual other names, and
acronyms where an article explains them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reader.analysis.entities import clusters
from reader.analysis.entities.clusters import Cluster
from reader.analysis.entities.people import parse
from reader.analysis.entities.repair import repair
from reader.analysis.entities.speakers import resolve
from reader.analysis.reading import Entity, EntityType, Reading

ALL_LISTED = 50
"""Up to so many articles, an entity lists also those without it: beyond, lists would grow with the square."""


def link(readings: Sequence[Reading]) -> tuple[tuple[Reading, ...], tuple[Entity, ...]]:
    """The readings with every mention's and speaker's ``entity`` filled, and the entities they name.

    ``Entity.mentions`` names every article, also with 0, as long as there are no more than ``ALL_LISTED``.
    Ids are ``e1``, ``e2``, … in the order of first appearance, articles in the order given.
    """
    mended = repair(readings)
    sons = clusters.juniors(mended)
    people = clusters.join_people(clusters.of_people(at, reading, sons) for at, reading in enumerate(mended))
    joined = sorted((*people, *clusters.of_things(mended)), key=lambda c: min(c.places))
    ids = {place: f"e{n}" for n, cluster in enumerate(joined, 1) for place in cluster.places}
    linked = []
    for at, reading in enumerate(mended):
        named = tuple(replace(m, entity=ids.get((at, i), "")) for i, m in enumerate(reading.entities))
        linked.append(resolve(replace(reading, entities=named)))
    entities = tuple(_entity(f"e{n}", cluster, mended) for n, cluster in enumerate(joined, 1))
    return tuple(linked), entities


def _entity(name_id: str, cluster: Cluster, readings: Sequence[Reading]) -> Entity:
    counts = Counter(at for at, _ in cluster.places)
    listed = range(len(readings)) if len(readings) <= ALL_LISTED else sorted(counts)
    kind = cluster.kinds.most_common(1)[0][0]
    name = _fullest(cluster, kind)
    return Entity(
        name_id,
        name,
        kind,
        tuple((readings[at].article.id, counts[at]) for at in listed),
        tuple(sorted((n for n in cluster.names if n != name), key=lambda n: (-len(n), n))),
        Counter(cluster.roles).most_common(1)[0][0] if cluster.roles else None,
    )


def _fullest(cluster: Cluster, kind: EntityType) -> str:
    """The name with most words; of equals the longest, then the commonest.

    Never one in capitals, or one that begins with a small letter ("northern Mali"), if there is another; nor a person's
    that ends on a word which is no surname of most of his mentions (a headline's "Ian Hale Memos").
    """
    last = Counter(parse(name).last for name, n in cluster.names.items() for _ in range(n)).most_common(1)[0][0]

    def rank(name: str) -> tuple[bool, int, int, int, str]:
        person = kind is EntityType.PERSON
        size = len(parse(name).words) if person else len(name.split())
        own = not person or parse(name).last == last
        return (not name.isupper() and not name[0].islower() and own, size, len(name), cluster.names[name], name)

    return max(cluster.names, key=rank)
