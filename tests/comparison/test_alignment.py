"""Claims of several articles are put together where they tell the same fact, and only there."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.comparison.alignment import Alignment
from reader.comparison.claims import cut
from reader.comparison.model import Correction
from reader.document.span import Span
from tests.comparison.build import Told, aligned, story, together

HARBOUR = {
    "A": (
        "A fire on a ferry in the harbour of Porto Velho killed 14 people on Tuesday, the coast guard said.\n\n"
        "More than 200 passengers were rescued by fishing boats.\n\n"
        "The ferry had left the island of Santa Rita an hour before."
    ),
    "B": (
        "Fourteen people died when a ferry caught fire in Porto Velho harbour on Tuesday.\n\n"
        "Fishing boats rescued more than 200 passengers, the coast guard said.\n\n"
        "The mayor ordered three days of mourning."
    ),
    "C": (
        "The mayor of Porto Velho ordered three days of mourning after the fire on the ferry.\n\n"
        "About 90 passengers were still in hospital on Wednesday.\n\n"
        "An inquiry into the engine room was opened."
    ),
}


def rows(told: Told, made: Alignment) -> set[frozenset[str]]:
    """Each group as the words of its claims, letters left out."""
    return {frozenset(c.span.of(told.text(c.article)) for c in g.claims) for g in made.groups}


def sources(told: Told, made: Alignment, words: str) -> set[str]:
    """The articles of the groups with a claim that holds these words."""
    found = [g for g in made.groups if any(words in c.span.of(told.text(c.article)) for c in g.claims)]
    assert len(found) == 1
    return {c.article for c in found[0].claims}


def test_the_same_fact_in_other_words_is_one_group() -> None:
    told = story(None, **HARBOUR)
    made = aligned(told)
    assert together(told, made, "killed 14 people", "Fourteen people died")
    assert together(told, made, "More than 200 passengers were rescued", "Fishing boats rescued more than 200")
    assert sources(told, made, "days of mourning") == {"B", "C"}


def test_two_counts_of_one_kind_are_never_one_row() -> None:
    told = story(None, **HARBOUR)
    assert not together(told, aligned(told), "200 passengers", "90 passengers")


def test_two_counts_with_answers_in_the_other_source_stay_apart() -> None:
    told = story(
        None,
        A="More than 300 tourists have left the island of Kos.\n\n"
        "About 400 tourists wanted to leave the island of Kos.",
        B="Over 300 tourists have managed to leave Kos island.\n\nAround 400 tourists had wanted to leave Kos island.",
    )
    made = aligned(told)
    assert together(told, made, "More than 300", "Over 300")
    assert together(told, made, "About 400", "Around 400")
    assert not together(told, made, "300", "400")


def test_a_shared_name_alone_joins_nothing() -> None:
    told = story(
        None,
        A="Foreign minister Helena Brandt arrived in Oslo on Monday.\n\nSchools in the valley stay shut.",
        B="Foreign minister Helena Brandt was born in a village near Graz.\n\nRain is expected in the valley.",
    )
    assert not together(told, aligned(told), "arrived in Oslo", "born in a village")


def test_one_quotation_of_everyday_words_is_one_group() -> None:
    told = story(
        None,
        A="“It should never have been there,” the mayor, Ada Lund, said of the bridge on Monday.\n\n"
        "The bridge over the Lune fell in the night.\n\nDivers searched the river until noon.",
        B="The bridge over the river Lune has fallen, police said.\n\n"
        "“It should never have been there,” said Ada Lund.\n\n"
        "“They should have been told before,” said a driver, Jon Moor.\n\nThe road stays shut.",
    )
    made = aligned(told)
    assert sources(told, made, "should never have been there") == {"A", "B"}
    assert any("same words quoted" in j.reason for g in made.groups for j in g.joins)
    assert sources(told, made, "should have been told") == {"B"}


def test_figures_of_different_things_keep_no_claims_apart() -> None:
    told = story(
        None,
        A="Two patrol boats escorted the merchant vessels through the Gulf of Aden on Thursday.",
        B="The patrol boats escorted five merchant vessels through the Gulf of Aden on Thursday.",
    )
    assert together(told, aligned(told), "Two patrol boats", "five merchant vessels")


def test_every_claim_is_in_exactly_one_group() -> None:
    told = story(None, **HARBOUR)
    made = aligned(told)
    held = [(c.article, c.span) for g in made.groups for c in g.claims]
    wanted = [(c.article, c.span) for r in told.readings.values() for c in cut(r)]
    assert sorted(held) == sorted(wanted)


def test_a_join_says_how_sure_it_is_and_why() -> None:
    told = story(None, **HARBOUR)
    made = aligned(told)
    joins = [j for g in made.groups for j in g.joins]
    rescue = next(j for j in joins if "rescued" in j.a_span.of(told.text(j.a)))
    assert 0 < rescue.p <= 1
    assert "fishing" in rescue.reason.lower()
    assert "same figure 200" in rescue.reason


def test_a_row_split_by_hand_stays_split_and_a_join_by_hand_joined() -> None:
    told = story(None, **HARBOUR)
    a, b = told.readings["A"].article, told.readings["B"].article
    one = Span(a.text.index("More than 200"), a.text.index("fishing boats.") + 13)
    two = Span(b.text.index("Fishing boats"), b.text.index("passengers, the") + 10)
    split = Correction("split", a.digest, one, b.digest, two)
    assert not together(told, aligned(told, corrections=[split]), "rescued by fishing boats", "Fishing boats rescued")
    last = Span(a.text.index("The ferry had left"), len(a.text) - 1)
    join = Correction("join", a.digest, last, b.digest, two)
    assert together(told, aligned(told, corrections=[join]), "had left the island", "Fishing boats rescued")
    undone = [split, Correction("join", a.digest, one, b.digest, two)]
    assert together(told, aligned(told, corrections=undone), "rescued by fishing boats", "Fishing boats rescued")


def test_every_sentence_has_its_nearest_passages_in_each_other_source() -> None:
    told = story(None, **HARBOUR)
    made = aligned(told, nearest=2)
    for key, reading in told.readings.items():
        for sentence in reading.article.sentences:
            entry = next(n for n in made.nearest if n.article == key and n.span == sentence.span)
            assert set(entry.others) == set(told.readings) - {key}
            for passages in entry.others.values():
                assert 1 <= len(passages) <= 2
                assert list(passages) == sorted(passages, key=lambda p: -p.p)
    mourning = next(n for n in made.nearest if n.article == "B" and "mourning" in n.span.of(told.text("B")))
    best = mourning.others["C"][0]
    assert "mourning" in best.span.of(told.text("C"))


def test_what_is_possibly_the_same_is_not_in_the_row() -> None:
    told = story(None, **HARBOUR)
    for group in aligned(told).groups:
        inside = {(c.article, c.evidence) for c in group.claims}
        assert all((p.article, p.span) not in inside and p.reason for p in group.possibly)


def test_the_order_of_the_articles_changes_nothing() -> None:
    plain = None
    for order in itertools.permutations("ABC"):
        told = story(None, **{new: HARBOUR[old] for new, old in zip("ABC", order, strict=True)})
        found = rows(told, aligned(told))
        plain = plain or found
        assert found == plain


def test_one_article_alone_is_only_itself() -> None:
    told = story(None, A=HARBOUR["A"])
    made = aligned(told, nearest=3)
    assert all(not g.joins and len({c.evidence for c in g.claims}) == 1 for g in made.groups)
    assert all(not n.others for n in made.nearest)


SENTENCES = (
    "The dam above Lindau broke on Friday night.",
    "A dam near Lindau burst late on Friday.",
    "At least 12 villages were flooded.",
    "Twelve villages stood under water.",
    "Soldiers carried 300 people to safety.",
    "The government promised 5 million euros of help.",
    "Opposition parties called the promise of 5 million euros too little.",
    "No one was hurt.",
    "Was anyone hurt?",
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), min_size=2, max_size=4))
def test_any_articles_in_any_order_give_the_same_rows(texts: list[list[str]]) -> None:
    pages = ["\n\n".join(t) for t in texts]
    told = story(None, **dict(zip("ABCD", pages, strict=False)))
    again = story(None, **dict(zip("ABCD", reversed(pages), strict=False)))
    assert rows(told, aligned(told)) == rows(again, aligned(again))
