"""What a reader must see in the comparison of the sample story, scenario by scenario."""

from __future__ import annotations

import pytest

from reader.comparison.model import Comparison, Fact, RelationKind, Report, Story
from reader.workspace import Session, wording
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return Session.open([str(ROOT / "seeds")], state=False).compare()


@pytest.fixture
def story(comparison: Comparison) -> Story:
    return comparison.stories[0]


def text(comparison: Comparison, report: Report) -> str:
    return comparison.readings[report.article].text


def said(comparison: Comparison, fact: Fact, article: str) -> str:
    """All evidence of one article for a fact."""
    report = fact.report(article)
    return " ".join(e.span.of(text(comparison, report)) for e in report.evidence)


def counting(story: Story, value: float) -> list[Fact]:
    return [f for f in story.facts if any(x.value == value for r in f.reports for x in r.figures)]


def holding(comparison: Comparison, story: Story, **words: str) -> list[Fact]:
    """The facts whose evidence holds these words, article by article."""
    return [f for f in story.facts if all(w in said(comparison, f, a) for a, w in words.items())]


def words(fact: Fact, story: Story, comparison: Comparison) -> str:
    return wording.verdict_words(fact, story, comparison)


def test_scenario_16_one_figure_three_speakers_two_groups(comparison: Comparison, story: Story) -> None:
    (fact,) = counting(story, 300)
    assert words(fact, story, comparison) == "same figure, differs in who is counted, who says it"
    lines = []
    for report in fact.reports:
        own = text(comparison, report)
        counted = report.figures[0].counted
        assert counted is not None
        lines.append((wording.figure(report.figures[0]), counted.of(own), wording.speaker(report, own)))
    assert lines == [
        ("> 300", "US residents and Americans", "White House"),
        ("> 300", "Americans and their family members", "Jon Finer, to CBS News"),
        ("> 300", "Americans and their family members", "“a White House official”, not named"),
    ]


def test_scenario_17_400_and_1000_agree_in_rows_of_their_own(comparison: Comparison, story: Story) -> None:
    for value in (400, 1000):
        (fact,) = counting(story, value)
        assert words(fact, story, comparison) == "agree"
        assert len(fact.reporting) == 3
        assert {f.value for r in fact.reports for f in r.figures} == {value}


def test_scenario_18_the_earlier_count_is_linked_and_no_conflict(comparison: Comparison, story: Story) -> None:
    (fact,) = counting(story, 80)
    (later,) = counting(story, 300)
    assert words(fact, story, comparison) == "only in A"
    assert (RelationKind.EARLIER, later.id) in {(r.kind, r.fact) for r in fact.relations}
    assert {d.iso for d in fact.report("A").dates} == {"2023-11-01", "2023-11-02"}


def test_scenario_19_copied_wording_is_named(comparison: Comparison, story: Story) -> None:
    (fact,) = holding(comparison, story, A="suspended since Saturday", B="suspended since Saturday, but", C="challenge")
    assert words(fact, story, comparison) == "agree"
    assert wording.badge(fact) == "same wording (16 words)"
    shown = [wording.date(r.dates[0], comparison.readings[r.article].article, comparison) for r in fact.reports]
    assert shown == ["4 Nov", "4 Nov (inferred from A)", "4 Nov (inferred from A)"]


def test_scenario_20_the_efforts_are_one_row_and_one_source_tells_them_itself(
    comparison: Comparison, story: Story
) -> None:
    (fact,) = holding(comparison, story, A="resume the evacuations", B="efforts were on", C="resume these evacuations")
    assert [r.speaker is None for r in fact.reports] == [False, False, True]


@pytest.mark.xfail(strict=True, reason="shown as agreement: C names the officials itself")
def test_scenario_20_differs_in_who_says_it(comparison: Comparison, story: Story) -> None:
    (fact,) = holding(comparison, story, A="resume the evacuations", B="efforts were on", C="resume these evacuations")
    assert words(fact, story, comparison) == "differs in who says it"


def test_scenario_21_two_of_three_is_no_denial(comparison: Comparison, story: Story) -> None:
    (fact,) = counting(story, 1400)
    assert words(fact, story, comparison) == "2 of 3, not in A"
    assert all(wording.speaker(r) == "own voice" for r in fact.reporting)


def test_scenario_22_counts_of_one_source_stay_apart(comparison: Comparison, story: Story) -> None:
    rows = {value: counting(story, value) for value in (240, 9770, 4000, 31)}
    assert all(len(found) == 1 for found in rows.values())
    assert {words(found[0], story, comparison) for found in rows.values()} == {"only in B"}
    assert len({found[0].id for found in rows.values()}) == 4


def test_scenario_23_the_call_for_a_pause_is_in_two_of_three(comparison: Comparison, story: Story) -> None:
    (fact,) = holding(comparison, story, B="need for a pause", C="called for a pause")[:1]
    assert [r.article for r in fact.reporting] == ["B", "C"]


def test_scenario_24_the_prospects_differ_in_certainty(comparison: Comparison, story: Story) -> None:
    (fact,) = holding(comparison, story, B="the possibility of getting", C="expressed optimism")
    assert "differs in" in words(fact, story, comparison)
    assert "certain" in words(fact, story, comparison)


@pytest.mark.xfail(
    strict=True, reason="the two share no word: 'longer than any of us would like', 'slower than anticipated'"
)
def test_scenario_24_the_pace_is_one_row(comparison: Comparison, story: Story) -> None:
    assert holding(comparison, story, B="taken longer", C="slower than anticipated")


def test_scenario_25_one_man_under_two_names_and_nobody_is_renamed(comparison: Comparison, story: Story) -> None:
    finer = {
        a.speaker.entity
        for r in (comparison.readings["A"], comparison.readings["B"])
        for a in r.attributions
        if a.speaker and "Finer" in a.speaker.span.of(r.text)
    }
    assert len(finer) == 1
    (fact,) = counting(story, 300)
    speaker = fact.report("C").speaker
    assert speaker is not None
    assert not speaker.named and "Finer" not in (speaker.text + speaker.name)


def test_scenario_26_two_kinds_of_negotiations_are_two_rows(comparison: Comparison, story: Story) -> None:
    departures = holding(comparison, story, A="were a result of")
    hostages = holding(comparison, story, B="Difficult negotiations have continued")
    assert departures and hostages
    assert not {f.id for f in departures} & {f.id for f in hostages}
    assert any(not f.report("B").silent for f in departures)


def test_scenario_27_the_faq_counts_once(comparison: Comparison, story: Story) -> None:
    (fact,) = counting(story, 300)
    report = fact.report("C")
    assert report.repeats
    own = text(comparison, report)
    assert any("successfully left Gaza" in e.span.of(own) for e in report.repeats)
    assert len(fact.reporting) == 3
