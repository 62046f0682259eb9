"""Attribution: who is said to have said what, to whom, and which quotations belong to whom."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis import attribution as step
from reader.analysis import quotes
from reader.analysis.chain import read
from reader.analysis.reading import Attribution, Certainty, Reading
from reader.ingest.sources import article_from_text
from tests.analysis.cases import Case, read_cases

SMALL = ("said", "told", "he", "Ana", "according", "to", "the", "who", "and", "by", "quoted", "as", "saying")
WORDS = [*SMALL, *'“”",.:()—', "\n\n"]


def told(reading: Reading, attribution: Attribution) -> tuple[str, set[str]]:
    """An attribution as the case file writes it: the three parts, and everything else that holds of it."""
    text = reading.text
    speaker = attribution.speaker.span.of(text) if attribution.speaker else "nobody"
    cue = attribution.cue.of(text) if attribution.cue else ""
    more = {str(attribution.kind)}
    if attribution.speaker:
        more.add("named" if attribution.speaker.named else "unnamed")
    if attribution.to:
        more.add("to " + attribution.to.of(text))
    if attribution.via:
        more.add("via " + attribution.via.span.of(text))
    return f"{speaker} | {cue} | {attribution.content.of(text)}", more


@pytest.mark.parametrize("case", read_cases("attribution.md"), ids=str)
def test_every_attribution_of_a_case_is_found(case: Case) -> None:
    reading = read(article_from_text(case.text))
    found = [told(reading, attribution) for attribution in reading.attributions]
    parts = [line.split(" | ") for line in case.expected]
    assert [main for main, _ in found] == [" | ".join(part[:3]) for part in parts]
    for (_, more), part in zip(found, parts, strict=True):
        assert set(part[3:]) <= more


def test_each_quotation_knows_its_attribution_and_words_set_apart_have_none() -> None:
    text = "“It is over,” Ana Silva said. “We lost.” The so-called “miracle bridge” stood for a day."
    reading = read(article_from_text(text))
    assert [quote.attribution for quote in reading.quotes] == [0, 0, None]


def test_a_speech_over_paragraphs_stays_with_its_speaker() -> None:
    text = "Ana Silva said: “We came by night.\n\n“Nobody saw us on the road to the coast.”\n\nThe road is closed."
    reading = read(article_from_text(text))
    assert [quote.attribution for quote in reading.quotes] == [0, 0]
    second = reading.quotes[1].words
    speaker = reading.attribution_of(second)
    assert speaker and speaker.speaker and speaker.speaker.span.of(text) == "Ana Silva"


def test_the_own_voice_of_an_article_belongs_to_nobody() -> None:
    text = "The mayor said the bridge was safe. The bridge was built in 1932 by a local firm."
    reading = read(article_from_text(text))
    first, second = (sentence.span for sentence in reading.article.sentences)
    assert reading.attribution_of(first) and not reading.attribution_of(second)
    assert reading.certainty_of(second) is Certainty.ASSERTED


def test_questions_of_a_list_of_questions_say_nothing() -> None:
    text = (
        "The dam broke.\n\nFrequently Asked Questions\n\n1. What did the mayor say about hope?\n\nNothing is known yet."
    )
    assert not read(article_from_text(text)).attributions


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_row_of_words_gives_spans_within_the_text(words: list[str]) -> None:
    reading = read(article_from_text(" ".join(words)))
    for attribution in reading.attributions:
        assert attribution.content.of(reading.text).strip()
        if attribution.speaker:
            assert attribution.speaker.span.end <= len(reading.text)
    for quote in reading.quotes:
        assert quote.attribution is None or quote.attribution < len(reading.attributions)


@pytest.mark.parametrize("unit", ["he said ", "“said” ", "said, ", "a: ", "(said) ", "who said that, "])
def test_a_text_without_a_stop_costs_what_its_length_costs(unit: str) -> None:
    def seconds(size: int) -> float:
        reading = Reading(article_from_text(unit * (size // len(unit))))
        start = perf_counter()
        reading = replace(reading, quotes=quotes.find(reading))
        reading = replace(reading, attributions=step.find(reading))
        step.assign(reading)
        return perf_counter() - start

    seconds(1_000)
    assert seconds(80_000) < 60 * seconds(8_000) + 0.2
