"""Names: what is found in a sentence, of what kind, with which title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.entities import READ_LIMIT, find
from reader.analysis.entities.consistency import settle
from reader.analysis.entities.gazetteer import LISTS, entries, gazetteer
from reader.analysis.entities.tagger import MODEL, Name, decode
from reader.analysis.reading import EntityMention, EntityType, Reading
from reader.analysis.tokens import tokenize
from reader.document.article import Article

CASES = Path(__file__).parent.parent / "cases" / "entities.md"
ROOM = Path(__file__).parents[2] / "reader" / "analysis"


@dataclass
class Case:
    """One sentence of the case file, and what is to be found in it."""

    sentence: str
    whole: bool
    expected: list[str] = field(default_factory=list)


def cases() -> Iterator[Case]:
    """Every case of the file."""
    case: Case | None = None
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("> "):
            if case:
                yield case
            case = Case(line[2:].removesuffix(" …"), not line.endswith(" …"))
        elif line.startswith("- ") and case:
            case.expected.append(line[2:])
    if case:
        yield case


def names_in(text: str) -> tuple[EntityMention, ...]:
    """The names of a text that stands for itself."""
    return find(Reading(Article("A", "A", "a.txt", "a", text, "", "lead", ())))


def said(mention: EntityMention, text: str) -> str:
    """A mention in the words of the case file."""
    title = text[mention.span.start : mention.name.start].strip()
    role = f" (role: {mention.role.of(text)})" if mention.role else ""
    return f"{title + ' + ' if title else ''}{mention.name.of(text)} = {mention.type.value}{role}"


@pytest.mark.parametrize("case", cases(), ids=lambda c: re.sub(r"\W+", "-", c.sentence)[:60])
def test_case(case: Case) -> None:
    found = [said(m, case.sentence) for m in names_in(case.sentence)]
    expected = [] if case.expected == ["none"] else case.expected
    if case.whole:
        assert found == expected
    else:
        assert set(expected) <= set(found)


def test_the_case_file_has_its_cases() -> None:
    assert len(list(cases())) >= 60


def test_tokens_keep_their_places_and_cut_like_a_newspaper_corpus() -> None:
    text = "“We can’t,” Mr. Day's aide said; the U.S.-led, U. S. and 1,400-strong force didn't go to O’Neill’s."
    forms = [t.form for t in tokenize(text)]
    assert forms == [
        "“", "We", "ca", "n’t", ",", "”", "Mr", "Day", "'s", "aide", "said", ";", "the", "U.S.", "-", "led", ",",
        "U.S.", "and", "1,400", "-", "strong", "force", "did", "n't", "go", "to", "O’Neill", "’s", ".",
    ]  # fmt: skip
    for token in tokenize(text):
        assert text[token.start : token.end].replace(" ", "").rstrip(".") == token.form.rstrip(".")


@given(st.text(max_size=300))
def test_any_text_keeps_every_character_that_is_no_space(text: str) -> None:
    tokens = tokenize(text)
    assert "".join(text[t.start : t.end] for t in tokens).replace(" ", "") == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(tokens))


@given(st.text(alphabet=st.sampled_from("Aa Bb-.'’\n(,)1é文\u0301\u200dع:“”"), max_size=200))
def test_any_text_gives_mentions_inside_itself_and_apart(text: str) -> None:
    mentions = names_in(text)
    for m in mentions:
        assert 0 <= m.span.start < m.span.end <= len(text)
        assert m.span.contains(m.name)
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))


@pytest.mark.parametrize(
    "text",
    [
        "Президент Владимир Зеленский прибыл в Берлин.",
        "習近平在北京會見了德國總理。",
        "وصل الرئيس إلى القاهرة يوم الأحد.",
        "प्रधानमंत्री ने दिल्ली में कहा।",
        "👩‍👩‍👧‍👦 🇮🇱 \u202ereversed\u202c",
        "",
        "\x00\x1b[31m\ufeff",
    ],
)
def test_other_scripts_pass_unharmed(text: str) -> None:
    for mention in names_in(text):
        assert mention.name.of(text).strip()


def test_a_huge_line_costs_no_more_than_its_limit() -> None:
    text = "A" * 5_000_000
    assert all(m.span.end <= READ_LIMIT for m in names_in(text))


def test_a_long_text_is_read_from_its_first_line_to_its_last() -> None:
    line = "Angela Merkel met reporters in Berlin on that day.\n"
    found = names_in(line * 300)
    assert len(found) == 600
    assert found[-1].name.of(line * 300) == "Berlin"


def test_a_weekday_that_the_tagger_takes_for_a_name_is_none() -> None:
    forms = ["Late", "on", "Sunday", "it", "rained"]
    from reader.analysis.entities.kinds import kind_of  # noqa: PLC0415

    assert kind_of(forms, Name(2, 3, "MISC")) is None
    assert kind_of(forms, Name(2, 3, "ORG")) is None


def test_the_majority_of_an_article_settles_a_name() -> None:
    tokens = tokenize("Acme and Acme and Acme and Acme and Acme fell.")
    names = [Name(0, 1, "ORG"), Name(2, 3, "ORG"), Name(4, 5, "ORG"), Name(6, 7, "PER")]
    (settled,) = settle([tokens], [names])
    assert [(n.first, n.kind) for n in settled] == [(0, "ORG"), (2, "ORG"), (4, "ORG"), (6, "ORG"), (8, "ORG")]


def test_a_surname_alone_is_the_person_named_in_full() -> None:
    tokens = tokenize("Ola Brekke left. Brekke smiled.")
    (settled,) = settle([tokens], [[Name(0, 2, "PER"), Name(4, 5, "LOC")]])
    assert settled == [Name(0, 2, "PER"), Name(4, 5, "PER")]


def test_broken_labels_still_give_names() -> None:
    assert decode(["I-PER", "E-PER", "O", "E-LOC", "B-ORG", "B-ORG", "S-PER"]) == [
        Name(0, 2, "PER"),
        Name(3, 4, "LOC"),
        Name(4, 5, "ORG"),
        Name(5, 6, "ORG"),
        Name(6, 7, "PER"),
    ]


def test_every_list_is_one_entry_a_line_without_doubles() -> None:
    for name in LISTS:
        listed = list(entries(name))
        assert listed, name
        assert len(listed) == len(set(listed)), name
        assert all(entry == entry.strip() and "," not in entry for entry in listed), name


def test_lists_know_words_runs_and_capitals() -> None:
    known = gazetteer()
    assert "CTRY" in known.tags("Norway")
    assert "CTRY" in known.tags("NORWAY")
    assert "NORP" in known.tags("Norwegians")
    assert known.run(["in", "New", "York", "City", "today"], 1) == (3, "CITY")


def test_the_model_and_the_lists_are_small_enough_to_ship() -> None:
    assert (ROOM / "entities" / MODEL).stat().st_size <= 3_000_000
    assert sum((ROOM / "lexicon" / f"{name}.txt").stat().st_size for name in LISTS) <= 300_000


def test_places_never_become_people_by_a_surname() -> None:
    tokens = tokenize("Irene London smiled. In London it rained.")
    (settled,) = settle([tokens], [[Name(0, 2, "PER"), Name(5, 6, "LOC")]])
    assert settled[1].kind == "LOC"


def test_kinds_of_the_tagger_all_have_a_kind_of_the_reading() -> None:
    text = "The Treaty of Lisbon, the Olympic Games and “Gone Home” were named."
    assert {m.type for m in names_in(text)} <= set(EntityType)
