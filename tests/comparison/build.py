"""Stories for the tests of this room: real readings of small texts, and groups of claims named by their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.analysis.chain import read_all
from reader.analysis.dates.resolve import resolve_story
from reader.analysis.reading import Entity, Reading
from reader.comparison import facts
from reader.comparison.alignment import Alignment, Group, align
from reader.comparison.claims import cut
from reader.comparison.independence import shared_origins
from reader.comparison.model import Claim, Correction, Fact, Join, Story
from reader.document.article import RawDocument
from reader.document.metadata import article_of
from reader.document.span import Span


@dataclass(frozen=True)
class Told:
    """Readings of a story by letter, in order, and the joined entities."""

    readings: Mapping[str, Reading]
    entities: Sequence[Entity]

    def claim(self, letter: str, words: str) -> Claim:
        """The claim that these words of an article make, in the sentence that holds them."""
        reading = self.readings[letter]
        start = reading.text.index(words)
        span = Span(start, start + len(words))
        n = reading.article.sentence_at(start)
        sentence = reading.article.sentences[n]
        return Claim(
            reading.article.id, n, sentence.section, span, sentence.span.join(span),
            tuple(f for f in reading.figures if span.contains(f.number)),
            tuple(d for d in reading.dates if span.contains(d.span)),
            tuple(m.entity for m in reading.entities if span.contains(m.span)),
            reading.attribution_of(span), reading.certainty_of(span),
        )  # fmt: skip

    def facts(self, *groups: Mapping[str, Sequence[str]]) -> tuple[Fact, ...]:
        """The facts made of groups of claims, each given as the words of each article."""
        made = []
        for group in groups:
            claims = tuple(self.claim(letter, words) for letter, all_ in group.items() for words in all_)
            first = claims[0]
            joins = tuple(
                Join(first.article, first.span, c.article, c.span, 0.9, "same words")
                for c in claims[1:]
                if c.article != first.article
            )
            made.append(Group(claims, joins))
        readings = list(self.readings.values())
        return facts.make(readings, Alignment(tuple(made)), self.entities, shared_origins(readings))

    def fact(self, group: Mapping[str, Sequence[str]]) -> Fact:
        """The one fact that a group makes."""
        (fact,) = self.facts(group)
        return fact

    def whole(self, letters: str | None = None) -> Fact:
        """The one fact made of each article's first sentence."""
        first = {k: r.article.sentences[0].span.of(r.text) for k, r in self.readings.items()}
        return self.fact({k: [v] for k, v in first.items() if letters is None or k in letters})

    def text(self, letter: str) -> str:
        """An article's text."""
        return self.readings[letter].text

    def story(self, made: Sequence[Fact]) -> Story:
        """The facts as a story."""
        return Story("s1", "", "", tuple(self.readings), tuple(made))


def story(published: Mapping[str, str] | None = None, **texts: str) -> Told:
    """Articles read by the real chain, by letter; ``published`` gives some of them an ISO date."""
    days = published or {}
    articles = [
        article_of(
            RawDocument(text, f"{letter}.txt", id=letter, source=f"Paper {letter}", published=days.get(letter)), letter
        )
        for letter, text in texts.items()
    ]
    readings, entities = read_all(articles)
    return Told({r.article.id: r for r in resolve_story(readings)}, entities)


def aligned(told: Told, nearest: int = 0, corrections: Sequence[Correction] = ()) -> Alignment:
    """The claims of a story put together as they are in the program."""
    readings = list(told.readings.values())
    return align(readings, [c for r in readings for c in cut(r)], nearest=nearest, corrections=corrections)


def together(told: Told, made: Alignment, *words: str) -> bool:
    """Is there a group with a claim that holds each of these words?"""
    return any(
        all(any(w in c.span.of(told.text(c.article)) for c in g.claims) for w in words) for g in made.groups
    )
