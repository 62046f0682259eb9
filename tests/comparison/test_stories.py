"""Articles into stories: one event, one story, in whatever order and number they come."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.chain import read_all
from reader.analysis.reading import Reading
from reader.comparison.model import Correction, Story
from reader.comparison.stories import StoryIndex, group
from reader.comparison.stories.background import weights
from reader.document.article import Article, RawDocument, Section, Sentence
from reader.document.metadata import article_of
from reader.document.span import Span

QUAKE = [
    "A magnitude 6.1 earthquake shook Aceh province on Tuesday, killing at least 22 people and burying children under a"
    " collapsed mosque in Blang Mancung. More than 200 people were injured in Bener Meriah and Central Aceh districts,"
    " officials of the disaster agency in Banda Aceh said. Landslides cut the road to Takengon.",
    "Rescuers searched on Wednesday for children trapped in the ruins of a mosque after a strong earthquake in"
    " Indonesia's Aceh province. The 6.1-magnitude tremor left 22 dead and hundreds of houses in Bener Meriah"
    " destroyed. Soldiers were clearing the road to Takengon, which landslides had blocked.",
    "The death toll of the Aceh quake rose to 24 on Wednesday as soldiers reached villages in Bener Meriah and Central"
    " Aceh. Six children died when a mosque fell down in Blang Mancung during a Koran reading. The tremor of"
    " magnitude 6.1 also injured 249 people.",
]
OTHER_QUAKE = [
    "A magnitude 6.5 earthquake struck Pidie Jaya in Aceh before dawn, killing 97 people. The market of Meureudu fell"
    " down, and rescuers with excavators dug for shopkeepers who had slept over their shops. Morning prayers had just"
    " begun, said the army chief Tatang Sulaiman.",
    "Nearly 100 people died when an earthquake of magnitude 6.5 hit Pidie Jaya on the north coast of Aceh."
    " Excavators dug for survivors in the ruins of the Meureudu market. Army chief Tatang Sulaiman said 93"
    " bodies had been found there by evening.",
]
FLOOD = "The river Maas burst its banks near Venlo on Tuesday, flooding 40 homes. Firefighters evacuated 120 people."
MATCH = "Celtic beat Rangers 3-1 in Glasgow on Sunday. The striker scored twice before half time."
STRIKE = [
    "Dockers in Rotterdam walked out on Monday over pay, and the port stood still. The union FNV wants nine per"
    " cent more. Forty ships wait off Hook of Holland.",
    "Europe's largest port came to a halt as its dock workers went on strike. FNV, their union, demands a rise"
    " of nine per cent. Off Hook of Holland, 40 vessels lie at anchor, the Rotterdam harbour master said.",
    "No container left Rotterdam on Monday. Employers called the pay strike of the FNV irresponsible and offered"
    " five per cent; ships were sent to Antwerp.",
]


def readings(
    texts: Sequence[str], days: Sequence[date | None] = (), stories: Sequence[str | None] = ()
) -> list[Reading]:
    """The texts read, as articles A, B, C …"""
    articles = []
    for n, text in enumerate(texts):
        raw = RawDocument(text, "-", story=stories[n] if stories else None)
        article = article_of(raw, chr(65 + n))
        articles.append(replace(article, published=days[n] if days else None))
    return list(read_all(articles)[0])


def shape(stories: Sequence[Story]) -> set[frozenset[str]]:
    return {frozenset(s.articles) for s in stories}


def said(correction: str, a: Reading, b: Reading) -> Correction:
    return Correction(correction, a.article.digest, Span(0, 0), b.article.digest, Span(0, 0))


@pytest.mark.parametrize("texts", [QUAKE, OTHER_QUAKE, STRIKE], ids=["quake", "other quake", "strike"])
def test_accounts_of_one_event_are_one_story(texts: list[str]) -> None:
    (story,) = group(readings(texts))
    assert story.id == "s1"
    assert story.articles == tuple("ABC"[: len(texts)])


def test_the_sample_is_one_story_of_three(seeds: object) -> None:
    from reader.workspace import Session  # noqa: PLC0415

    (story,) = Session.open([str(seeds)], state=False).stories()
    assert len(story.articles) == 3
    assert story.why.startswith("shares ")


@pytest.mark.parametrize("texts", [[FLOOD, MATCH], [QUAKE[0], STRIKE[0]], [FLOOD, QUAKE[2]]])
def test_two_events_are_two_stories(texts: list[str]) -> None:
    assert shape(group(readings(texts))) == {frozenset("A"), frozenset("B")}


def test_events_told_in_another_language_are_told_apart() -> None:
    texts = [
        "Die Maas ist am Dienstag bei Venlo über die Ufer getreten und hat 40 Häuser überschwemmt. Die Feuerwehr"
        " brachte 120 Menschen in Sicherheit, wie der Bürgermeister sagte.",
        "Celtic hat am Sonntag in Glasgow gegen die Rangers mit 3:1 gewonnen. Der Stürmer traf zweimal vor der"
        " Pause, wie er nach dem Spiel sagte. Der Trainer lobte die junge Abwehr.",
        "Hochwasser in Venlo: Am Dienstag trat die Maas über die Ufer, rund 40 Häuser stehen unter Wasser. Die"
        " Feuerwehr rettete 120 Menschen, sagte der Bürgermeister.",
    ]
    assert shape(group(readings(texts))) == {frozenset("AC"), frozenset("B")}


def test_an_article_alone_is_a_story_and_says_so() -> None:
    (story,) = group(readings([FLOOD]))
    assert (story.articles, story.why) == (("A",), "no other article on this event")
    assert group([]) == ()


def test_another_earthquake_in_the_same_province_is_another_story() -> None:
    assert shape(group(readings([*QUAKE, *OTHER_QUAKE]))) == {frozenset("ABC"), frozenset("DE")}


def test_the_same_teams_in_another_match_are_another_story() -> None:
    matches = [
        "Rovers beat United 2-0 at Elm Park on 3 March. Joe Pell scored both goals, and keeper Ivo Stanek saved a"
        " penalty.",
        "Joe Pell struck twice as Rovers won 2-0 against United at Elm Park. Keeper Ivo Stanek stopped a penalty on"
        " 3 March.",
        "United took revenge on Rovers, 4-1, at Moss Lane on 20 October. Ola Brandt had a hat-trick; Rovers' captain"
        " Sid Marsh was sent off.",
        "A hat-trick by Ola Brandt gave United a 4-1 victory over Rovers at Moss Lane. Sid Marsh, the captain, saw"
        " red.",
    ]
    assert shape(group(readings(matches))) == {frozenset("AB"), frozenset("CD")}


def test_articles_published_months_apart_are_two_stories() -> None:
    days = [date(2013, 7, 2), date(2013, 11, 30)]
    assert len(group(readings(QUAKE[:2], days))) == 2
    assert len(group(readings(QUAKE[:2], [days[0], days[0] + timedelta(1)]))) == 1


def test_the_reason_names_what_is_shared_and_when() -> None:
    (story,) = group(readings(QUAKE, [date(2013, 7, 2), date(2013, 7, 3), date(2013, 7, 4)]))
    assert story.why.endswith("; published within 2 days")
    shared = story.why.removeprefix("shares ").partition(";")[0].split(", ")
    assert any("Aceh" in words for words in shared)
    assert 2 <= len(shared) <= 4
    assert all(any(words.lower() in text.lower() for text in QUAKE) for words in shared)


def test_the_title_is_that_of_one_of_its_articles() -> None:
    read = readings(STRIKE)
    (story,) = group(read)
    assert story.title in {r.article.title for r in read}


def test_the_story_with_more_articles_comes_first_then_the_newest() -> None:
    days = [date(2024, 5, 1), date(2024, 5, 9), *[date(2013, 7, 2)] * 3]
    stories = group(readings([FLOOD, MATCH, *QUAKE], days))
    assert [s.articles for s in stories] == [("C", "D", "E"), ("B",), ("A",)]
    assert [s.id for s in stories] == ["s1", "s2", "s3"]


def test_given_stories_are_taken_as_given() -> None:
    read = readings([*QUAKE, FLOOD, MATCH], stories=["x", "y", None, "x", None])
    assert shape(group(read, given=True)) == {frozenset("AD"), frozenset("B"), frozenset("C"), frozenset("E")}


def test_a_correction_splits_and_joins() -> None:
    read = readings([*QUAKE, FLOOD])
    split = group(read, corrections=[said("other_story", read[0], read[1]), said("other_story", read[0], read[2])])
    assert shape(split) == {frozenset("A"), frozenset("BC"), frozenset("D")}
    joined = group(read, corrections=[said("same_story", read[3], read[0])])
    assert shape(joined) == {frozenset("ABCD")}
    pair = group([read[0], read[3]], corrections=[said("same_story", read[3], read[0])])
    assert shape(pair) == {frozenset("AD")}


def test_of_two_corrections_the_later_counts() -> None:
    read = readings(QUAKE[:2])
    apart, together = said("other_story", read[0], read[1]), said("same_story", read[1], read[0])
    assert len(group(read, corrections=[together, apart])) == 2
    assert len(group(read, corrections=[apart, together])) == 1


def test_a_correction_holds_for_given_stories_too() -> None:
    read = readings([*QUAKE], stories=["x", "x", "x"])
    found = group(read, given=True, corrections=[said("other_story", read[0], read[2])])
    assert all(not {"A", "C"} <= set(s.articles) for s in found)


def test_corrections_about_facts_change_no_story() -> None:
    read = readings(QUAKE)
    assert group(read, corrections=[said("split", read[0], read[1])]) == group(read)


ALL = readings([*QUAKE, *OTHER_QUAKE, *STRIKE, FLOOD, MATCH])


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(len(ALL))), st.integers(2, len(ALL)))
def test_neither_order_nor_ids_decide(order: list[int], count: int) -> None:
    kept = sorted(order[:count])
    straight = group([ALL[n] for n in kept])
    renamed = [replace(ALL[n], article=replace(ALL[n].article, id=f"x{n}", letter=f"x{n}")) for n in order if n in kept]
    turned = group(renamed)
    names = {f"x{n}": ALL[n].article.id for n in kept}
    assert [frozenset(names[a] for a in s.articles) for s in turned] == [frozenset(s.articles) for s in straight]
    assert [(s.id, s.title, s.why) for s in turned] == [(s.id, s.title, s.why) for s in straight]
    place = {r.article.id: n for n, r in enumerate(renamed)}
    assert all([place[a] for a in s.articles] == sorted(place[a] for a in s.articles) for s in turned)


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(len(ALL))))
def test_a_grown_index_holds_the_stories_of_all_at_once(order: list[int]) -> None:
    index = StoryIndex()
    for n in order:
        index.add(ALL[n])
        index.stories()
    assert shape(index.stories()) == shape(group(ALL))


def test_corrections_reach_articles_that_come_later() -> None:
    index = StoryIndex(corrections=[said("same_story", ALL[0], ALL[-1])])
    for n in (0, 5, len(ALL) - 1):
        index.add(ALL[n])
    assert index.story_of(0) == (0, 2)
    index.correct(said("other_story", ALL[0], ALL[-1]))
    assert index.story_of(0) == (0,)


def test_other_articles_do_not_change_a_story() -> None:
    towns = ("Arden", "Borg", "Culm", "Dole", "Esk", "Fenn", "Gorse", "Hale")
    many = readings(
        [f"A new school opened in {t} on Monday. The mayor of {t} cut a ribbon; pupils sang." for t in towns]
    )
    assert shape(group([*ALL, *many])) >= shape(group(ALL))


def test_copies_are_one_story() -> None:
    (story,) = group(readings([FLOOD, FLOOD, FLOOD]))
    assert story.articles == ("A", "B", "C")


@pytest.mark.parametrize(
    "text", ["", ".", "7", "洪水淹没了四十座房屋。" * 50, "a\ud800b", "x" * 100_000, "\x00 \x1b]52;c;x\x07"]
)
def test_any_text_is_grouped(text: str) -> None:
    articles = [article_of(RawDocument(t, "-"), letter) for t, letter in ((text, "A"), (FLOOD, "B"))]
    stories = group([Reading(a) for a in articles])
    assert sorted(a for s in stories for a in s.articles) == ["A", "B"]


_LETTERS = str.maketrans("0123456789", "bcdfghjklm")
_COMMON = list(weights()[0])


def _made(n: int, rng: random.Random) -> Reading:
    """An article of made-up words, few of them common and most rare, as words are; five articles tell one event."""
    event = random.Random(n // 5)
    about = [f"event{int(event.expovariate(1) * 20_000)}".translate(_LETTERS) for _ in range(20)]
    filler = [_COMMON[int(rng.paretovariate(0.5)) % len(_COMMON)] for _ in range(60)]
    text = " ".join((*about, *filler)) + "."
    day = date(2020, 1, 1) + timedelta(n // 150)
    sentence = Sentence(Span(0, len(text)), Section.BODY, 0)
    article = Article(str(n), str(n), "-", "-", text, text[:40], "lead", (sentence,), published=day)
    return Reading(article)


@pytest.mark.slow
def test_one_more_article_costs_the_same_in_a_large_collection() -> None:
    rng = random.Random(1)
    filled: dict[int, StoryIndex] = {}
    for size in (1_000, 100_000):
        filled[size] = StoryIndex()
        for n in range(size):
            filled[size].add(_made(n, rng))
    cost = dict.fromkeys(filled, float("inf"))
    for _ in range(12):
        for size, index in filled.items():  # in turn, so that what else the machine does slows both
            more = [_made(len(index) + n, rng) for n in range(100)]
            start = time.process_time()
            for reading in more:
                index.story_of(index.add(reading))
            cost[size] = min(cost[size], time.process_time() - start)
    assert cost[100_000] <= 1.3 * cost[1_000]
