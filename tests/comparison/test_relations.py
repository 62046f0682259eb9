"""Links between counts: an older one, a part of another, a subject without its number."""

from __future__ import annotations

from reader.comparison.model import Fact, RelationKind
from tests.comparison.build import story


def by_value(found: tuple[Fact, ...]) -> dict[float, Fact]:
    return {f.value: fact for fact in found for r in fact.reporting for f in r.figures if f.value is not None}


def links(fact: Fact) -> set[tuple[RelationKind, str]]:
    return {(r.kind, r.fact) for r in fact.relations}


def test_an_older_count_is_linked_and_no_conflict() -> None:
    told = story(
        {"A": "2021-06-06"},
        A="More than 500 Danes have left the island, the ministry said on Sunday. "
        "The ministry had said nearly 90 Danes had left the island by Thursday.",
    )
    found = by_value(
        told.facts(
            {"A": ["More than 500 Danes have left the island"]},
            {"A": ["nearly 90 Danes had left the island by Thursday"]},
        )
    )
    assert (RelationKind.EARLIER, found[500.0].id) in links(found[90.0])
    assert (RelationKind.LATER, found[90.0].id) in links(found[500.0])
    assert found[500.0].verdict == "only"


def test_who_wants_to_leave_is_no_older_count_of_who_has_left() -> None:
    told = story(
        {"A": "2021-06-06"},
        A="More than 500 Danes have left the island. Earlier, the ministry said 90 Danes wanted to leave the island.",
    )
    found = told.facts(
        {"A": ["More than 500 Danes have left the island."]}, {"A": ["90 Danes wanted to leave the island"]}
    )
    assert not any(r.kind in (RelationKind.EARLIER, RelationKind.LATER) for f in found for r in f.relations)


def test_a_part_is_linked_to_its_whole() -> None:
    told = story(
        A="The ministry said more than 7,200 villagers were killed in the war. This includes over 3,100 children."
    )
    found = by_value(
        told.facts(
            {"A": ["more than 7,200 villagers were killed in the war"]}, {"A": ["This includes over 3,100 children."]}
        )
    )
    assert (RelationKind.PART_OF, found[7200.0].id) in links(found[3100.0])
    assert (RelationKind.INCLUDES, found[3100.0].id) in links(found[7200.0])


def test_two_counts_that_only_stand_together_are_not_linked() -> None:
    told = story(A="The storm killed 41 people in the north. It destroyed 12 bridges.")
    found = told.facts({"A": ["The storm killed 41 people in the north."]}, {"A": ["It destroyed 12 bridges."]})
    assert all(f.relations == () for f in found)


def test_a_number_points_to_where_others_tell_of_it_without_one() -> None:
    told = story(
        A="The rebels took more than 240 hostages.",
        B="Talks about the release of the hostages go on.",
        C="Talks on freeing the hostages go on.",
    )
    number, talks = (
        told.facts({"A": [told.text("A")]}, {"B": [told.text("B")], "C": [told.text("C")]})
        if told.facts({"A": [told.text("A")]})[0].report("A").figures
        else (None, None)
    )
    assert number is not None and talks is not None
    if not number.report("A").figures:
        number, talks = talks, number
    assert (RelationKind.SAME_SUBJECT, talks.id) in links(number)
