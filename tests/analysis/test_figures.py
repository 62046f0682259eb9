"""Figures in the text: what is found, how it is printed in a table, and when two of them contradict."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from reader.analysis.figures import find
from reader.analysis.figures.compare import Compatibility, compatible
from reader.analysis.figures.render import render
from reader.analysis.reading import (
    Basis,
    DateMention,
    EntityMention,
    EntityType,
    Figure,
    Qualifier,
    Reading,
)
from reader.document.article import Article
from reader.document.span import Span
from tests.analysis.cases import Case, read_cases

EQUAL, COMPATIBLE, CONFLICT, UNRELATED = Compatibility


def article(text: str, language: str = "en") -> Article:
    return Article("a", "A", "a.txt", "a", text, "", "lead", (), language=language)


def figures(text: str, language: str = "en") -> tuple[Figure, ...]:
    return find(Reading(article(text, language)))


def only(text: str) -> Figure:
    (figure,) = figures(text)
    return figure


def spelled(text: str) -> Iterator[str]:
    for figure in figures(text):
        counted = f" | {figure.counted.of(text)}" if figure.counted else ""
        yield render(figure) + counted


@pytest.mark.parametrize("case", read_cases("figures.md"), ids=str)
def test_case(case: Case) -> None:
    assert list(spelled(case.text)) == case.expected


def test_spans_cover_what_is_printed() -> None:
    text = "Officials said more than 300 US residents and Americans were flown out for $2.5 million each."
    first, second = figures(text)
    assert first.number.of(text) == "more than 300"
    assert first.span.of(text) == "more than 300 US residents and Americans"
    assert first.counted is not None
    assert first.counted.of(text) == "US residents and Americans"
    assert (first.head, first.value, first.low, first.high) == ("american", 300, 300, None)
    assert second.number.of(text) == "$2.5 million"
    assert (second.value, second.unit, second.qualifier) == (2_500_000, "USD", Qualifier.EXACT)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It grew 12%.", 12, "%"),
        ("It grew 12 per cent.", 12, "%"),
        ("It is 40 km away.", 40, "km"),
        ("It is 26 miles away.", 26, "[mi_i]"),
        ("It cost £1.2bn.", 1_200_000_000, "GBP"),
        ("It cost 750,000 euros.", 750_000, "EUR"),
        ("It is 37 °C here.", 37, "Cel"),
        ("It lasted six weeks.", 6, "wk"),
        ("It rose 25 basis points.", 25, "bp"),
    ],
)
def test_units_are_those_of_the_standards(text: str, value: float, unit: str) -> None:
    figure = only(text)
    assert (figure.value, figure.unit) == (value, unit)


def test_bounds_of_ranges_and_vague_words() -> None:
    ranged, vague = only("Between 10 and 15 boats sank."), only("Dozens of boats sank.")
    assert (ranged.value, ranged.low, ranged.high, ranged.qualifier) == (None, 10, 15, Qualifier.BETWEEN)
    assert (vague.value, vague.low, vague.high, vague.qualifier) == (None, 24, 99, Qualifier.VAGUE)


def test_a_change_ends_where_it_ended() -> None:
    change = only("He shrank from 208 pounds to 193.")
    assert change.change
    assert (change.low, change.high, change.value) == (208, 193, 193)


def test_what_stands_in_brackets_is_as_exact_as_what_it_repeats() -> None:
    _, inner = figures("The village lies about 58 km (36 miles) inland.")
    assert (inner.value, inner.qualifier) == (36, Qualifier.ABOUT)


def test_list_numbers_are_no_figures() -> None:
    assert not figures("Questions\n\n1. How many left?\n\n2. Who stayed?\n(3) Why?\n- 4) When?")


def test_numbers_of_dates_and_names_are_no_figures() -> None:
    text = "On 3 Thermidor the fans of Studio 54 counted 12 swans within the last three months."
    dates = (
        DateMention(Span(3, 14), None, basis=Basis.UNRESOLVED),
        DateMention(Span(65, 82), None, basis=Basis.UNRESOLVED),
    )
    assert dates[1].span.of(text) == "last three months"
    name = Span(text.index("Studio"), text.index(" counted"))
    entities = (EntityMention(name, EntityType.FACILITY, name),)
    found = find(Reading(article(text), dates=dates, entities=entities))
    assert [f.value for f in found] == [12, 3]


def test_numbers_follow_the_language() -> None:
    assert [f.value for f in figures("Es kamen 1.400 Menschen und 2,5 Prozent blieben.", "de")] == [1400, 2.5]
    assert [f.value for f in figures("Le village compte 10 500 habitants.", "fr")] == [10500]
    assert [f.value for f in figures("The ratio was 1.400 at noon.", "en")] == [1.4]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "9" * 5000,
        "1." * 2000,
        "$" * 500,
        "-" * 500 + "5",
        "twenty " * 500,
        "five " + "quadrillion " * 30,
        "7 " + "quadrillion " * 30 + "people",
        "1" * 39,
        "٣٠٠ " * 500,
        "more than " * 300 + "5",
        "½" * 100,
        "5\x00 \ud83d\ude00 5\u200b people".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
        "between between 5 and and 6",
        "from 1 to",
        "US $",
    ],
)
def test_nonsense_does_no_harm(text: str) -> None:
    for figure in figures(text):
        assert 0 <= figure.span.start <= figure.number.start < figure.number.end <= figure.span.end <= len(text)
        assert render(figure)


@pytest.mark.parametrize("piece", ["1 ", "1-", "hundred and ", "from 1 to ", "٣٠٠ ", "US 5 people and ", "1,"])
def test_time_grows_with_the_length_and_not_faster(piece: str) -> None:
    def seconds(times: int) -> float:
        reading = Reading(article(piece * times))
        start = time.perf_counter()
        find(reading)
        return time.perf_counter() - start

    seconds(2000)
    short = min(seconds(4000) for _ in range(3))
    assert seconds(32000) < 8 * short * 4 + 0.05


def figure(value: float | None, qualifier: str = "exact", unit: str | None = None, **more: object) -> Figure:
    """A figure without a text."""
    low, high = more.get("low"), more.get("high")
    assert low is None or isinstance(low, (int, float))
    assert high is None or isinstance(high, (int, float))
    head = more.get("head")
    assert head is None or isinstance(head, str)
    nowhere = Span(0, 1)
    kind = Qualifier(qualifier)
    return Figure(nowhere, nowhere, value, low, high, kind, unit, None, head, bool(more.get("change")))


DOZENS = figure(None, "vague", low=24, high=99)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (figure(24), figure(24), EQUAL),
        (figure(24, "at_least"), figure(24), EQUAL),
        (figure(20, "about"), figure(20, "more_than"), EQUAL),
        (figure(1_000_000, "more_than", "USD"), figure(1_000_000, "exact", "USD"), COMPATIBLE),
        (figure(4, "nearly"), figure(4), COMPATIBLE),
        (figure(300, "nearly"), figure(300, "more_than"), CONFLICT),
        (figure(2799, unit="USD"), figure(2800, unit="USD"), COMPATIBLE),
        (figure(150), figure(200), CONFLICT),
        (figure(30), figure(31), CONFLICT),
        (figure(50, "at_least"), figure(80), COMPATIBLE),
        (figure(50, "at_least"), figure(40), CONFLICT),
        (figure(200, "more_than"), figure(249), COMPATIBLE),
        (figure(26_000, "more_than"), figure(31_000, "more_than"), CONFLICT),
        (figure(100, "up_to"), figure(70), COMPATIBLE),
        (DOZENS, figure(40), COMPATIBLE),
        (DOZENS, figure(400), CONFLICT),
        (DOZENS, DOZENS, EQUAL),
        (figure(None, "between", low=10, high=15), figure(12), COMPATIBLE),
        (figure(None, "between", low=10, high=15), figure(16), CONFLICT),
        (figure(10, unit="km"), figure(6, unit="[mi_i]"), COMPATIBLE),
        (figure(10, unit="km"), figure(9, unit="[mi_i]"), CONFLICT),
        (figure(90, unit="d"), figure(3, unit="mo"), COMPATIBLE),
        (figure(37, unit="Cel"), figure(98.6, unit="[degF]"), EQUAL),
        (figure(0.5), figure(50, unit="%"), EQUAL),
        (figure(0.002), figure(0.2, unit="%"), EQUAL),
        (figure(69, head="cent"), figure(0.69, unit="USD"), EQUAL),
        (figure(5, unit="km"), figure(5, unit="kg"), UNRELATED),
        (figure(5, unit="USD"), figure(5, unit="EUR"), UNRELATED),
        (figure(5, unit="%"), figure(5, unit="pp"), UNRELATED),
        (figure(33, unit="a", head="age"), figure(33), EQUAL),
        (figure(193, "between", low=208, high=193, change=True), figure(193), EQUAL),
        (figure(None, low=2, high=0, head="score"), figure(None, low=0, high=2, head="score"), EQUAL),
        (figure(None, low=2, high=0, head="score"), figure(None, low=2, high=1, head="score"), CONFLICT),
        (figure(None, low=2, high=0, head="score"), figure(2), UNRELATED),
    ],
)
def test_two_figures_of_one_quantity(a: Figure, b: Figure, verdict: Compatibility) -> None:
    assert compatible(a, b) is verdict
    assert compatible(b, a) is verdict


@pytest.mark.parametrize(
    ("shown", "short", "plain"),
    [
        (figure(300, "more_than"), "> 300", ">300"),
        (figure(400, "about"), "≈ 400", "~400"),
        (figure(5, "at_least"), "≥ 5", ">=5"),
        (figure(80, "less_than"), "< 80", "<80"),
        (figure(10, "up_to"), "≤ 10", "<=10"),
        (figure(80, "nearly"), "≲ 80", "~<80"),
        (figure(1400), "1,400", "1,400"),
        (figure(2.5e6, unit="USD"), "$2.5m", "$2.5m"),
        (figure(2.5e6, unit="EUR"), "€2.5m", "EUR 2.5m"),
        (figure(12, unit="%"), "12 %", "12 %"),
        (figure(None, "between", low=10, high=15), "10–15", "10-15"),
        (figure(None, "between", "km", low=10, high=15), "10–15 km", "10-15 km"),
        (figure(193, "between", low=208, high=193, change=True), "208 → 193", "208 -> 193"),
        (figure(37, unit="Cel"), "37 °C", "37 C"),
        (figure(1, unit="wk"), "1 week", "1 week"),
        (figure(1 / 3), "1/3", "1/3"),
        (figure(1_307_000), "1.307m", "1.307m"),
        (figure(1_307_123), "1,307,123", "1,307,123"),
        (DOZENS, "dozens", "dozens"),
        (figure(None, low=2, high=0, head="score"), "2–0", "2-0"),
        (figure(45, unit="a", head="age"), "aged 45", "aged 45"),
    ],
)
def test_short_form(shown: Figure, short: str, plain: str) -> None:
    assert render(shown) == short
    assert render(shown, ascii=True) == plain
    assert render(shown, ascii=True).isascii()
