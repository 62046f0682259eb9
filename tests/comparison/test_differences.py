"""What counts as a difference between sources, and what does not."""

from __future__ import annotations

import pytest

from reader.comparison.facts import quotes
from reader.comparison.facts.counted import differ, kinds
from reader.comparison.model import DifferenceKind, Fact
from tests.comparison.build import story


def kinds_of(fact: Fact) -> set[DifferenceKind]:
    return {d.kind for d in fact.differences}


def test_other_numbers_for_one_thing_conflict_and_the_groups_say_who() -> None:
    told = story(
        A="The quake killed 150 people in Aceh.",
        B="The quake killed 200 people in Aceh.",
        C="The earthquake killed 150 people in Aceh.",
    )
    fact = told.whole()
    assert kinds_of(fact) == {DifferenceKind.FIGURE}
    assert [set(g) for g in fact.differences[0].between] == [{"A", "C"}, {"B"}]
    marked = [m.span.of(told.text("B")) for m in fact.report("B").evidence[0].marks]
    assert "200" in marked


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The quake killed more than 300 people.", "The quake killed over 300 people."),
        ("The plant cost about $2,800.", "The plant cost $2,799."),
        ("The quake killed dozens of people.", "The quake killed 45 people."),
        ("At least 50 people were hurt.", "Some 80 people were hurt."),
    ],
)
def test_rounding_and_bounds_are_no_conflict(a: str, b: str) -> None:
    assert DifferenceKind.FIGURE not in kinds_of(story(A=a, B=b).whole())


def test_a_bound_that_fits_two_numbers_does_not_hide_that_they_conflict() -> None:
    told = story(
        None,
        A="Jurors deliberated for 40 hours.",
        B="The jury deliberated for more than 30 hours.",
        C="The jury deliberated for 30 hours.",
    )
    (found,) = [d for d in told.whole().differences if d.kind is DifferenceKind.FIGURE]
    assert found.between == (("A",), ("B", "C"))


@pytest.mark.parametrize(
    ("a", "b", "different"),
    [
        ("US residents and Americans", "Americans and their family members", True),
        ("Americans", "US citizens", False),
        ("people", "individuals", False),
        ("Swedish citizens", "Swedes", False),
        ("Swedes", "Danes", True),
        ("people", "Palestinians", False),
        ("American citizens and their family members", "Americans and family members", False),
    ],
)
def test_who_is_counted(a: str, b: str, different: bool) -> None:
    told = story(A=f"More than 300 {a} have left the town.", B=f"More than 300 {b} have left the town.")
    counted = [kinds(told.readings[k].figures[0], told.text(k)) for k in "AB"]
    assert differ(*counted) is different


def test_a_named_person_and_an_unnamed_official_differ() -> None:
    told = story(
        A='"The bridge will open in May," deputy minister Karl Lund told Channel 4. Mr Lund did not say more.',
        B="The bridge will open in May, according to a ministry official.",
    )
    fact = told.fact({"A": ["The bridge will open in May"], "B": ["The bridge will open in May"]})
    assert DifferenceKind.SPEAKER in kinds_of(fact)
    assert fact.verdict == "differs"


def test_one_person_under_two_names_is_no_difference() -> None:
    told = story(
        A='"The bridge will open in May," deputy minister Jonathan Lund said.',
        B='"The bridge will open in May," said the deputy minister, Jon Lund.',
    )
    fact = told.fact({"A": ["The bridge will open in May"], "B": ["The bridge will open in May"]})
    assert fact.verdict == "agree"


def test_plain_rewording_is_no_difference() -> None:
    told = story(
        A="The council closed the old market on Friday.", B="On Friday the old market was shut by the council."
    )
    assert told.whole().verdict == "agree"


def test_days_that_exclude_each_other_differ_and_a_wider_span_does_not() -> None:
    told = story(
        A="The raid took place on 3 March 2021.",
        B="The raid took place on 5 March 2021.",
        C="The raid was in March 2021.",
    )
    assert DifferenceKind.DATE in kinds_of(told.whole("AB"))
    assert DifferenceKind.DATE not in kinds_of(told.whole("AC"))


def test_what_one_source_states_and_the_other_holds_for_possible() -> None:
    told = story(
        A="The memos are evidence in the case against the mayor.",
        B="The memos are believed to be evidence in the case against the mayor.",
    )
    fact = told.whole()
    assert DifferenceKind.CERTAINTY in kinds_of(fact)
    assert any(m.kind is DifferenceKind.CERTAINTY for e in fact.report("B").evidence for m in e.marks)


def test_a_cut_quotation_is_marked_and_not_judged() -> None:
    long = '"We remain deeply concerned about the dangerous escalation in the north and beyond," Mr Hale said.'
    short = 'Mr Hale said: "We remain deeply concerned about the dangerous escalation in the north."'
    told = story(A=long, B=short)
    fact = told.fact({"A": [told.text("A")], "B": [told.text("B")]})
    assert fact.verdict == "agree"
    marked = [m.span.of(told.text("A")) for e in fact.report("A").evidence for m in e.marks]
    assert "and beyond" in marked


def test_another_name_inside_one_quotation_is_a_difference() -> None:
    a = '"They gave it to the Wendy Miller servers and to the press," he said.'
    b = '"They gave it to the Debbie Miller servers and to the press," he said.'
    fact = story(A=a, B=b).whole()
    assert DifferenceKind.WORDING in kinds_of(fact)


def test_the_words_that_only_one_printing_of_a_quotation_has() -> None:
    told = story(
        A='He said: "I will never ever sign that silly paper of yours in my life."',
        B='He said: "I will never sign that silly paper of yours."',
    )
    a, b = told.readings["A"], told.readings["B"]
    diff = quotes.compare(a.quotes[0], a.text, b.quotes[0], b.text)
    assert diff is not None
    assert [s.of(a.text) for s in diff.only_a] == ["ever", "in my life"]
    assert diff.only_b == ()


def test_asking_for_something_is_more_than_speaking_of_it() -> None:
    told = story(
        A="President Maria Silva on Tuesday spoke about the need for a truce in the south.",
        B="President Maria Silva has called for a truce in the south.",
    )
    assert kinds_of(told.whole()) == {DifferenceKind.WORDING, DifferenceKind.DATE}


def test_two_ages_of_one_person_are_a_conflict_in_any_unit() -> None:
    told = story(A="A 60-year-old woman was arrested in Lund.", B="Police in Lund arrested a 61-year-old woman.")
    assert kinds_of(told.whole()) == {DifferenceKind.FIGURE}
