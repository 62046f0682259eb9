"""What stays in rows of its own, however many words it shares."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from reader.comparison.joining import AGAIN, STRANGERS, cluster
from tests.comparison.build import aligned, story, together


def nowhere(_one: int, _two: int) -> bool:
    return False


@pytest.mark.parametrize(
    ("texts", "one", "other"),
    [
        pytest.param(
            {
                "A": "Paul Ardmore pleaded guilty to bank fraud on Friday.",
                "B": "Paul Ardmore pleaded not guilty to bank fraud on Friday.",
                "C": "Ardmore pleaded not guilty to bank fraud on Friday, the court said.",
            },
            ("Paul Ardmore pleaded not", "Ardmore pleaded not guilty to bank fraud on Friday"),
            ("pleaded guilty", "pleaded not guilty"),
            id="a word and its opposite",
        ),
        pytest.param(
            {
                "A": "Police arrested 12 demonstrators in the capital on Friday.",
                "B": "At least 12 demonstrators were injured in the capital on Friday.",
                "C": "Police detained 12 demonstrators in the capital on Friday, a spokesman said.",
            },
            ("arrested 12", "detained 12"),
            ("arrested 12", "were injured"),
            id="counts of two fates",
        ),
    ],
)
def test_what_is_alike_but_for_what_counts_stays_apart(
    texts: Mapping[str, str], one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    told = story(None, **texts)
    made = aligned(told)
    assert together(told, made, *one)
    assert not together(told, made, *other)


def test_what_two_named_speakers_say_is_two_facts() -> None:
    told = story(
        None,
        A="The bridge will be closed to lorries from Monday, Mayor Anna Holt said.",
        B="The bridge must not be closed to lorries before the summer, Governor Peter Lang said.",
    )
    assert not together(told, aligned(told), "from Monday", "before the summer")


def test_the_same_words_of_two_named_speakers_are_one_fact() -> None:
    told = story(
        None,
        A="The old bridge over the Arno will be closed to lorries from Monday, Mayor Anna Holt said.",
        B="The old bridge over the Arno will be closed to lorries from Monday, Governor Peter Lang said.",
    )
    assert [len(group.claims) for group in aligned(told).groups] == [2]


def test_a_claim_that_is_near_to_one_of_many_does_not_join_them() -> None:
    tie = dict.fromkeys([(0, 1), (0, 2), (1, 2), (0, 3)], 0.9)
    assert cluster([0, 1, 2, 3], tie, 0.1, nowhere) == [[0, 1, 2], [3]]
    near = tie | dict.fromkeys([(1, 3), (2, 3)], STRANGERS)
    assert cluster([0, 1, 2, 3], near, 0.1, nowhere) == [[0, 1, 2, 3]]


def test_a_second_claim_of_an_article_must_be_surer_than_a_first() -> None:
    known = {(0, 1): 0.9}
    doubtful = AGAIN - 0.09
    pairs = known | {(0, 2): doubtful, (1, 2): doubtful}
    assert cluster([0, 1, 2], pairs, 0.3, nowhere) == [[0, 1, 2]]
    assert cluster([0, 1, 1], pairs, 0.3, nowhere) == [[0, 1], [2]]
