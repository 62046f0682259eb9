"""How each source reports a fact: which figures, who says it, what is folded."""

from __future__ import annotations

from reader.analysis.reading import Certainty
from tests.comparison.build import story

FERRY = "More than 120 passengers were rescued from the burning ferry on Monday, a coastguard official said."


def test_two_counts_of_one_sentence_are_two_rows() -> None:
    told = story(
        A="Minister Anna Berg said about 250 workers and their families, around 900 people, wanted to return.",
        B="Minister Anna Berg said some 250 workers and their families, totalling around 900 people, wished to go.",
    )
    whole = {letter: [told.text(letter)] for letter in "AB"}
    found = told.facts(whole)
    values = [{f.value for r in fact.reporting for f in r.figures} for fact in found]
    assert {250.0} in values and {900.0} in values and len(values) == 2
    assert all(fact.verdict == "agree" for fact in found)


def test_a_figure_that_one_source_adds_has_a_row_of_its_own() -> None:
    told = story(
        A="Gunmen killed 1,300 villagers.",
        B="Israel answered after gunmen killed 1,300 villagers and seized more than 210 hostages.",
    )
    found = told.facts({"A": [told.text("A")], "B": [told.text("B")]})
    by_value = {next(f.value for r in fact.reporting for f in r.figures): fact for fact in found}
    assert by_value[1300.0].verdict == "agree"
    assert by_value[210.0].verdict == "only"
    assert [r.article for r in by_value[210.0].reporting] == ["B"]


def test_a_later_sentence_that_says_the_same_is_a_repeat_and_counts_once() -> None:
    text = f"{FERRY} The fire broke out in the engine room. More than 120 passengers were rescued from the ferry."
    told = story(A=text, B=FERRY)
    fact = told.fact({"A": [FERRY, "More than 120 passengers were rescued from the ferry."], "B": [FERRY]})
    report = fact.report("A")
    assert len(report.evidence) == 1
    assert len(report.repeats) == 1
    assert len(fact.reporting) == 2


def test_an_answer_of_the_faq_never_stands_alone() -> None:
    body = "More than 120 passengers were rescued from the burning ferry, officials said."
    told = story(
        A=f"{body}\n\nThe cause is not known.\n\nFrequently Asked Questions\n\n1. How many were rescued?\n\n"
        "More than 120 passengers were rescued from the ferry."
    )
    found = told.facts(
        {"A": [body]},
        {"A": ["The cause is not known."]},
        {"A": ["More than 120 passengers were rescued from the ferry."]},
    )
    assert len(found) == 2
    first = next(f for f in found if f.report("A").figures)
    assert [e.span.of(told.text("A")) for e in first.report("A").repeats] == [
        "More than 120 passengers were rescued from the ferry."
    ]


def test_two_numbers_of_one_source_are_two_facts_however_well_they_fit() -> None:
    told = story(
        A="Over 300 Danes have left the island. About 400 Danes wanted to leave.",
        B="More than 300 Danes have left the island. Around 400 Danes wished to leave.",
    )
    found = told.facts({k: [s.span.of(told.text(k)) for s in told.readings[k].article.sentences] for k in "AB"})
    values = [{f.value for r in fact.reporting for f in r.figures} for fact in found]
    assert {300.0} in values and {400.0} in values and len(values) == 2


def test_silence_is_a_report_without_evidence() -> None:
    told = story(A=FERRY, B="The weather was calm.")
    fact = told.whole("A")
    assert fact.report("B").silent
    assert fact.verdict == "only"


def test_the_doubt_of_a_source_stays_with_the_claim() -> None:
    told = story(
        A="The army said the bridge was destroyed by rebels. These claims could not be independently verified.",
    )
    found = told.facts(
        {"A": ["the bridge was destroyed by rebels"]}, {"A": ["These claims could not be independently verified."]}
    )
    assert len(found) == 1
    assert found[0].report("A").certainty is Certainty.UNVERIFIED


def test_every_word_shown_is_a_word_of_the_source() -> None:
    told = story(A=FERRY, B="Over 120 people got off the ship, according to a coastguard official.")
    for fact in told.facts({"A": [told.text("A")], "B": [told.text("B")]}):
        assert fact.title == fact.title_span.of(told.text(fact.title_article))
        for report in fact.reporting:
            text = told.text(report.article)
            for evidence in (*report.evidence, *report.repeats):
                assert evidence.span.contains(evidence.claim)
                assert all(evidence.span.contains(mark.span) for mark in evidence.marks)
                assert evidence.span.end <= len(text)
            if report.speaker:
                assert report.speaker.span.of(text) == report.speaker.text


def test_one_number_of_the_same_people_under_other_words_is_one_row() -> None:
    told = story(
        None,
        A="More than 1,300 scientists signed the letter to the agency.",
        B="The letter to the agency was signed by 1,300 biologists.",
        C="Over 1,300 researchers signed the letter to the agency.",
    )
    assert [r.article for r in told.whole().reporting] == ["A", "B", "C"]


def test_a_length_given_in_two_units_stays_with_either_of_them() -> None:
    told = story(
        None,
        A="The man fell about 60 metres (200 feet) from a ridge.",
        B="The man fell some 200 feet from a ridge.",
        C="He fell 60 metres from a ridge.",
    )
    fact = told.whole()
    assert [r.article for r in fact.reporting] == ["A", "B", "C"] and not fact.differences


def test_a_day_is_told_before_a_word_for_now() -> None:
    told = story(A="The port is now closed, the mayor said on Friday. The yard is now open.")
    said = ("The port is now closed", "The yard is now open")
    first, second = (told.fact({"A": [words]}).reports[0] for words in said)
    assert [d.span.of(told.text("A")) for d in first.dates] == ["Friday"]
    assert [d.span.of(told.text("A")) for d in second.dates] == ["now"]
