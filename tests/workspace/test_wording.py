"""The closed words and signs of the panel."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.analysis.reading import Certainty
from reader.comparison.model import Difference, DifferenceKind, Fact, Report, ReportedSpeaker, Verdict
from reader.document.span import Span
from reader.workspace import wording
from tests.comparison.build import story

LEFT = "More than 300 Swedes have left Kabul, deputy minister Karl Lund told Channel 4."


@pytest.fixture
def fact() -> Fact:
    told = story(A=LEFT, B="Over 300 Swedes and their children have left Kabul.", C="The airport is closed.")
    return told.whole("AB")


def worded(fact: Fact, verdict: Verdict, *kinds: DifferenceKind) -> Fact:
    return replace(fact, verdict=verdict, differences=tuple(Difference(k, (("A",), ("B",))) for k in kinds))


def three(fact: Fact) -> Fact:
    """The same fact told by all three."""
    return replace(fact, reports=(fact.reports[0], fact.reports[1], replace(fact.reports[1], article="C")))


def test_verdict_words(fact: Fact) -> None:
    counted, speaker = DifferenceKind.COUNTED, DifferenceKind.SPEAKER
    assert wording.verdict_words(worded(three(fact), Verdict.AGREE)) == "agree"
    assert wording.verdict_words(worded(fact, Verdict.PARTIAL)) == "2 of 3, not in C"
    both = worded(three(fact), Verdict.DIFFERS, counted, speaker)
    assert wording.verdict_words(both) == "same figure, differs in who is counted, who says it"
    two = worded(fact, Verdict.DIFFERS, DifferenceKind.DATE, DifferenceKind.WORDING)
    assert wording.verdict_words(two) == "2 of 3, differs in wording and date"
    assert wording.verdict_words(worded(three(fact), Verdict.DIFFERS, DifferenceKind.FIGURE)) == "differs in the figure"
    only = replace(fact, verdict=Verdict.ONLY, reports=(fact.reports[0], Report("B"), Report("C")))
    assert wording.verdict_words(only) == "only in A"


def test_signs_and_their_ascii_forms(fact: Fact) -> None:
    agree, partial = worded(three(fact), Verdict.AGREE), worded(fact, Verdict.PARTIAL)
    conflict = worded(three(fact), Verdict.DIFFERS, DifferenceKind.FIGURE)
    detail = worded(three(fact), Verdict.DIFFERS, DifferenceKind.SPEAKER)
    assert [wording.sign(f) for f in (agree, detail, conflict, partial)] == ["=", "≈", "≠", "◐"]
    assert [wording.sign(f, True) for f in (agree, detail, conflict, partial)] == ["=", "~", "!", "2/3"]
    assert wording.sign(Verdict.ONLY) == wording.sign(Verdict.ONLY, True) == "1"
    assert (wording.sign(Report("A")), wording.sign(Report("A"), True)) == ("·", ".")


def test_cells(fact: Fact) -> None:
    assert wording.cell(fact.report("A"), LEFT) == "> 300"
    assert wording.cell(fact.report("C"), "") == "·"
    assert wording.cell(fact.report("C"), "", ascii=True) == "."
    told = story(A="The bridge was closed, the mayor said.")
    report = told.whole().report("A")
    assert wording.cell(report, told.text("A")) == "said"
    assert wording.cell(replace(report, certainty=Certainty.PLANNED), told.text("A")) == "planned"


def test_speakers() -> None:
    def words(speaker: ReportedSpeaker | None) -> str:
        return wording.speaker(Report("A", speaker=speaker))

    span = Span(0, 1)
    assert words(None) == "own voice"
    assert (
        words(ReportedSpeaker("Karl Lund", span, True, "e1", "Karl Lund", span, "Channel 4"))
        == "Karl Lund, to Channel 4"
    )
    assert words(ReportedSpeaker("a ministry official", span, False)) == "“a ministry official”, not named"
    assert words(ReportedSpeaker("The White House", span, False, "e2", "White House")) == "White House"
    assert words(ReportedSpeaker("he", span, True, "e1", "Karl Lund")) == "Karl Lund"
    plain = wording.speaker(Report("A", speaker=ReportedSpeaker("a ministry official", span, False)), ascii=True)
    assert plain == '"a ministry official", not named'


def test_dates_say_where_they_are_from() -> None:
    told = story(
        {"A": "2023-11-05"},
        A="The crossing closed on Saturday (Nov 4). A guard said so.",
        B="The crossing has been closed since Saturday.",
    )
    a, b = told.readings["A"], told.readings["B"]
    assert wording.date(a.dates[0], a.article) == "4 Nov"
    assert wording.date(b.dates[0], b.article) == "4 Nov (inferred from A)"
    alone = story(A="The crossing has been closed since Saturday.").readings["A"]
    assert wording.date(alone.dates[0], alone.article) == "Saturday (not resolved)"
    vague = story(A="The crossing was recently closed.").readings["A"]
    assert wording.date(vague.dates[0], vague.article) == "recently"


def test_a_citation_has_sentence_source_and_date() -> None:
    told = story({"A": "2023-11-05"}, A="The crossing closed.", B="It is shut.")
    a, b = told.readings["A"].article, told.readings["B"].article
    assert wording.citation(a, a.sentences[0].span) == "“The crossing closed.” — Paper A, 5 Nov 2023"
    assert wording.citation(b, b.sentences[0].span) == "“It is shut.” — Paper B, undated"
    assert wording.day(None) == "no date"


def test_one_origin_is_said() -> None:
    text = "Crossings of foreign passport holders through the northern gate have been suspended since Saturday."
    told = story(A=text, B=text)
    fact = told.whole()
    assert wording.count(fact) == "2 of 2, one origin"
    assert wording.badge(fact) == "same wording (14 words)"
    assert "one origin" in wording.notes(fact)


def test_the_reason_of_a_join_is_in_words(fact: Fact) -> None:
    assert wording.why(fact) == "A and B: same words (90 %)"


def test_no_word_of_the_panel_needs_more_than_ascii_when_asked() -> None:
    for verdict in Verdict:
        assert wording.sign(verdict, True).isascii()
    assert wording.plain("“4 Nov” – A · ≈ 300…").isascii()
