"""Dates: what is found in a sentence, and what it is told to mean."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise, permutations
from pathlib import Path
from random import Random

import pytest

from reader.analysis.dates import find, find_in
from reader.analysis.dates.calendar import bounds, easter
from reader.analysis.dates.render import render
from reader.analysis.dates.resolve import resolve_story
from reader.analysis.reading import Basis, DateMention, Reading
from reader.document.article import Article
from reader.document.span import Span

CASES = Path(__file__).parent.parent / "cases" / "dates.md"


@dataclass
class Case:
    """One sentence of the case file, and the lines that say what is to be found in it."""

    published: date | None
    sentence: str
    expected: list[str] = field(default_factory=list)


def cases() -> Iterator[Case]:
    """Every case of the file."""
    published: date | None = None
    case: Case | None = None
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("published: "):
            day = line.removeprefix("published: ")
            published = None if day == "none" else date.fromisoformat(day)
        elif line.startswith("> "):
            if case:
                yield case
            case = Case(published, line[2:])
        elif line.startswith("- ") and case:
            case.expected.append(line[2:])
    if case:
        yield case


def said(mention: DateMention, text: str) -> str:
    """A mention in the words of the case file."""
    if mention.iso is None:
        return f"{mention.span.of(text)} = ?"
    end = f"..{mention.iso_end}" if mention.iso_end else ""
    return f"{mention.span.of(text)} = {mention.iso}{end}, {mention.basis.value}"


@pytest.mark.parametrize("case", cases(), ids=lambda case: re.sub(r"\W+", " ", case.sentence)[:60])
def test_sentence(case: Case) -> None:
    found = [said(m, case.sentence) for m in find_in(case.sentence, case.published)]
    assert (found or ["none"]) == case.expected


def test_the_case_file_is_read() -> None:
    assert sum(1 for _ in cases()) >= 100


def reading(identity: str, text: str, published: date | None = None, language: str = "en") -> Reading:
    """A reading with its dates found."""
    article = Article(identity, identity, "-", identity, text, "", "lead", (), published, language=language)
    empty = Reading(article)
    return replace(empty, dates=find(empty))


def test_what_is_written_in_words_only_is_left_alone_in_other_languages() -> None:
    text = "Mon ami sat now; le 4 juillet 1998 et 2023-11-05."
    found = [m.span.of(text) for m in reading("A", text, date(2023, 11, 8), "fr").dates]
    assert found == ["4 juillet 1998", "2023-11-05"]


def test_bare_weekdays_keep_their_name_for_later() -> None:
    text = "He left on Friday. Last Friday it rained. She will leave on Friday."
    bare, told, ahead = find_in(text, None)
    assert (bare.weekday, bare.ahead) == (4, False)
    assert told.weekday is None
    assert (ahead.weekday, ahead.ahead) == (4, True)


def test_mentions_come_in_order_and_never_overlap() -> None:
    text = CASES.read_text(encoding="utf-8")
    found = find_in(text, date(2023, 11, 8))
    assert len(found) > 100
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n \u200b\ud83d",
        "1" * 100_000,
        "9999999999 years ago and 99999 weeks from now",
        "the " * 50_000,
        "Nov " * 4_000 + "5",
        "1-" * 50_000,
        "5 5 5 " * 8_000,
        "January 0, 0000 and 31/31/9999 at 25:61 p.m. on Monday the 40th",
        "the 99th century, Dec. 31, 9999 and the following year, 10 centuries ago",
        "２０２３年１３月４０日",
    ],
    ids=range(11),
)
@pytest.mark.parametrize("published", [None, date(1, 1, 1), date(9999, 12, 31), date(2023, 11, 8)])
def test_any_text_passes(text: str, published: date | None) -> None:
    for mention in find_in(text, published):
        assert mention.span.of(text)
        assert mention.iso is None or bounds(mention.iso) is not None


def test_any_order_of_date_words_passes() -> None:
    rows = (Path(__file__).parents[2] / "reader" / "analysis" / "lexicon" / "date_words.txt").read_text("utf-8")
    words = [line.split("\t")[0] for line in rows.splitlines() if line and not line.startswith("#")]
    words += [
        *map(str.capitalize, words),
        *("5", "13", "31", "1998", "2000", "1980s", "'98", "10:15", "8pm", "5/11/2023", "1998-99", "7th", "0"),
        *(",", ".", "-", "(", ")"),
    ]
    picker = Random(7)
    for published in (None, date(2023, 11, 8)):
        for _ in range(300):
            text = " ".join(picker.choices(words, k=60))
            assert all(m.iso is None or bounds(m.iso) for m in find_in(text, published))


# --------------------------------------------------------------------------------------------- dates of other articles

PRINTS = "The president on Sunday (Nov 5) said the crossing was shut since Saturday (Nov 4)."


def test_an_undated_article_borrows_the_day_that_another_prints() -> None:
    dated = reading("A", PRINTS, date(2023, 11, 5))
    undated = reading("B", "It has been shut since Saturday. War came on 7 October. He spoke on Wednesday.")
    resolved = resolve_story([dated, undated])[1]
    assert [(m.iso, m.basis, m.origin) for m in resolved.dates] == [
        ("2023-11-04", Basis.INFERRED, "A"),
        ("2023-10-07", Basis.INFERRED, "A"),
        ("2023-11-01", Basis.INFERRED, "A"),
    ]


def test_a_weekday_to_come_is_not_the_one_printed() -> None:
    dated = reading("A", PRINTS, date(2023, 11, 5))
    undated = reading("B", "He is set to visit on Saturday.")
    assert resolve_story([dated, undated])[1].dates[0].iso == "2023-11-11"


def test_what_turns_on_the_day_of_writing_stays_open() -> None:
    dated = reading("A", "Nothing.", date(2023, 11, 5))
    undated = reading("B", "It rained yesterday, and again two days ago, as it does now.")
    assert [m.iso for m in resolve_story([dated, undated])[1].dates] == [None, None, None]


def test_dated_articles_and_dates_in_full_are_left_alone() -> None:
    dated = reading("A", "It rained on Friday and in May 1998.", date(2023, 11, 5))
    undated = reading("B", "It rained in May 1998.")
    assert resolve_story([dated, undated]) == (dated, undated)


def test_without_any_date_in_the_story_nothing_is_guessed() -> None:
    undated = [reading(name, "It rained on Friday.") for name in "AB"]
    assert resolve_story(undated) == tuple(undated)


def test_the_order_of_the_articles_makes_no_difference() -> None:
    story = [
        reading("A", PRINTS, date(2023, 11, 5)),
        reading("B", "It was shut on Saturday and on Friday, and last month."),
        reading("C", "Nothing new.", date(2023, 11, 7)),
        reading("D", "Nothing old.", date(2023, 11, 6)),
    ]
    expected = {r.article.id: r for r in resolve_story(story)}
    for order in permutations(story):
        assert {r.article.id: r for r in resolve_story(order)} == expected


# ------------------------------------------------------------------------------------------------------ in short form


@pytest.mark.parametrize(
    ("iso", "iso_end", "long", "short"),
    [
        ("2023-11-04", None, "4 Nov 2023", "4 Nov"),
        ("2023-11-04T22:00", None, "4 Nov 2023 22:00", "4 Nov 22:00"),
        ("2023-11", None, "Nov 2023", "Nov"),
        ("2023", None, "2023", "2023"),
        ("2023-W45", None, "week of 6 Nov 2023", "week of 6 Nov"),
        ("2023-W44-6", "2023-W44-7", "weekend of 4 Nov 2023", "weekend of 4 Nov"),
        ("1998-Q3", None, "Q3 1998", "Q3"),
        ("1998-H1", None, "H1 1998", "H1"),
        ("2023-11-05", "2023-11-07", "5–7 Nov 2023", "5–7 Nov"),
        ("2023-10-30", "2023-11-02", "30 Oct – 2 Nov 2023", "30 Oct – 2 Nov"),
        ("2022-12-30", "2023-01-02", "30 Dec 2022 – 2 Jan 2023", "30 Dec – 2 Jan"),
        ("1998-06", "1998-08", "Jun–Aug 1998", "Jun–Aug"),
        ("1998-12", "1999-02", "Dec 1998–Feb 1999", "Dec–Feb"),
        ("1980", "1989", "1980s", "1980s"),
        ("1914", "1918", "1914–1918", "1914–1918"),
    ],
)
def test_short_form(iso: str, iso_end: str | None, long: str, short: str) -> None:
    mention = DateMention(Span(0, 1), iso, iso_end, Basis.EXPLICIT)
    assert (render(mention, year=True), render(mention, year=False)) == (long, short)


def test_short_form_of_what_is_not_resolved() -> None:
    assert [render(m, year=True) for m in find_in("On Saturday, 7 October, in May and now.", None)] == [
        "7 Oct",
        "May",
        "",
    ]
    assert render(find_in("since Saturday", None)[0], year=True) == "Saturday"


def test_first_and_last_day() -> None:
    assert bounds("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))
    assert bounds("2023-Q4") == (date(2023, 10, 1), date(2023, 12, 31))
    assert bounds("2020-W53") == (date(2020, 12, 28), date(2021, 1, 3))
    assert [bounds(bad) for bad in (None, "", "soon", "2023-13", "2023-02-30", "2023-W60")] == [None] * 6


def test_easter_days_known_from_the_calendar() -> None:
    assert [easter(year) for year in (1998, 2008, 2024)] == [date(1998, 4, 12), date(2008, 3, 23), date(2024, 3, 31)]
    assert all(easter(year).weekday() == 6 for year in range(1900, 2100))
    assert all(abs(easter(y) - date(y, 4, 7)) <= timedelta(18) for y in range(1900, 2100))


# ------------------------------------------------------------------------------------------------ the sample story


@pytest.mark.shared
def test_every_date_of_the_gold_is_found(shared: Path) -> None:
    gold = json.loads((shared / "gold" / "seeds.json").read_text(encoding="utf-8"))
    for letter, path in zip("ABC", sorted((shared / "seeds").glob("*.txt")), strict=True):
        text = path.read_text(encoding="utf-8")
        found = [m.span for m in find_in(text, date(2023, 11, 5))]
        wanted = [
            Span(m["char_start"], m["char_end"])
            for kind in ("date", "weekday")
            for m in gold[f"{kind}_mentions"][letter]
        ]
        assert wanted
        assert [w.of(text) for w in wanted if not any(span.contains(w) for span in found)] == []
