"""Agreement counts once for every origin: copies, agencies and their words are no confirmation."""

from __future__ import annotations

import pytest

from reader.comparison.independence import agency, shared_origins, signed_by
from reader.comparison.model import OriginKind
from tests.comparison.build import story

AGENCY = "crossings of foreign passport holders through the northern gate have been suspended since Saturday"
BODY = (
    "Fire broke out in the port of Varna on Tuesday night. Two ships burnt. "
    "The mayor said that nobody was hurt and that the cause was unknown."
)


def test_agreement_in_one_agencys_words_has_one_origin() -> None:
    told = story(
        A=f"The {AGENCY}.",
        B=f"{AGENCY.capitalize()}.",
        C="The northern gate is shut for travellers with a foreign passport, guards said.",
    )
    fact = told.whole()
    assert len(fact.reporting) == 3
    assert fact.origins == (("A", "B"), ("C",))


def test_a_copy_of_an_article_adds_no_confirmation() -> None:
    other = "A blaze hit the harbour at Varna late on Tuesday. Two vessels burnt, the port authority said."
    before = story(A=BODY, B=other)
    after = story(A=BODY, B=other, C=BODY)
    groups = (
        {"A": ["Two ships burnt."], "B": ["Two vessels burnt"]},
        {"A": ["Fire broke out in the port of Varna on Tuesday night."]},
    )
    copied = tuple({**g, "C": g["A"]} for g in groups)
    plain = sorted(len(f.origins) for f in before.facts(*groups))
    assert sorted(len(f.origins) for f in after.facts(*copied)) == plain
    (shared,) = shared_origins(list(after.readings.values()))
    assert (shared.articles, shared.kind, shared.share) == (("A", "C"), OriginKind.COPY, 1.0)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("VARNA, Bulgaria (Reuters) - Fire broke out in the port.\n\nTwo ships burnt.", {"Reuters"}),
        ("VARNA, Bulgaria, Nov. 5 (AP) — Fire broke out in the port.\n\nTwo ships burnt.", {"AP"}),
        ("Fire in the port\n\nBy The Associated Press\n\nFire broke out in the port of Varna.", {"AP"}),
        ("Fire in the port\n\nBy Ana Petrova, Agence France-Presse\n\nFire broke out.", {"AFP"}),
        (
            "Fire broke out in the port of Varna.\n\nTwo ships burnt.\n\n© 2023 Reuters. All rights reserved.",
            {"Reuters"},
        ),
        ("Fire broke out in the port of Varna.\n\nTwo ships burnt.\n\nSource: AFP", {"AFP"}),
        ("Fire broke out in the port of Varna, the Associated Press reported.", set()),
        ("Fire broke out in the port.\n\nThe Associated Press contributed to this report.", set()),
        ("The agency that first reported the fire (Reuters) - it has an office there - was told so.", set()),
        ("Fire broke out in the port of Varna (AP Photo/Ivan Petrov)\n\nTwo ships burnt in the night.", set()),
    ],
)
def test_who_signs_an_article(text: str, wanted: set[str]) -> None:
    assert signed_by(story(A=text).readings["A"]) == wanted


def test_articles_that_one_agency_signs_are_one_origin_in_other_words_too() -> None:
    told = story(
        A="VARNA (Reuters) - Two ships burnt in the port of Varna.",
        B="VARNA, Nov 5 (Reuters) - In the port of Varna two vessels have been lost to a fire.",
        C="Two ships were destroyed by a fire in Varna, the mayor said.",
    )
    assert told.whole().origins == (("A", "B"), ("C",))


def test_who_has_it_from_an_agency_adds_nothing_to_the_agency() -> None:
    told = story(
        A="VARNA (AP) - Two ships burnt in the port of Varna on Tuesday.",
        B="Two ships burnt in the port, the Associated Press reported.",
        C="Two ships burnt, the mayor said.",
    )
    fact = told.fact({
        "A": ["Two ships burnt in the port of Varna on Tuesday"],
        "B": ["Two ships burnt in the port"],
        "C": ["Two ships burnt"],
    })  # fmt: skip
    assert fact.origins == (("A", "B"), ("C",))


def test_an_agency_under_its_names() -> None:
    assert agency("the Associated Press") == "AP"
    assert agency("Xinhua news agency") == "Xinhua"
    assert agency("The mayor") == ""


def test_silent_articles_are_no_origin() -> None:
    told = story(A=BODY, B="Rain is expected in Varna.", C=BODY)
    fact = told.fact({"A": ["Two ships burnt."]})
    assert fact.origins == (("A",),)
