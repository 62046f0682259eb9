"""What the desk shows: which article, sentence, fact and filter is current. Pure: no Textual here."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from reader.comparison.model import Comparison, Fact, Story, Verdict
from reader.document.article import Article
from reader.document.span import Span
from reader.tui.compared import Compared, full_name, when

PANES = ("list", "text", "panel")
STILL = "still comparing"
"""What a key says that needs the comparison before it is there."""


class Show(StrEnum):
    """Which facts the panel shows."""

    ALL = "all"
    MISSING = "missing"
    ONLY = "only"
    DIFFERING = "differing"
    ENTITY = "entity"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader was: for the way back."""

    article: str
    offset: int
    fact: str | None


@dataclass(slots=True)
class Finding:
    """The words looked for in the open article and where they stand."""

    query: str = ""
    matches: tuple[Span, ...] = ()
    index: int = 0

    @property
    def current(self) -> Span | None:
        """The match that the reader is at."""
        return self.matches[self.index] if self.matches else None

    @property
    def counter(self) -> str:
        """``1/7``; empty where nothing is looked for."""
        return f"{self.index + 1 if self.matches else 0}/{len(self.matches)}" if self.query else ""


@dataclass
class Current:
    """What is current, and what follows from it. ``offset`` is the reader's place in the text, ``span`` the name or
    figure stepped to."""

    articles: tuple[Article, ...]
    article_id: str = ""
    offset: int = 0
    span: Span | None = None
    fact_id: str | None = None
    pane: str = "text"
    show: Show = Show.ALL
    entity: str = ""
    timeline: bool = False
    why: bool = False
    zen: bool = False
    panel_on: bool = True
    marks_on: bool = True
    count: str = ""
    marked: tuple[str, Span] | None = None
    finding: Finding = field(default_factory=Finding)
    jumps: list[Place] = field(default_factory=list)
    compared: Compared | None = None

    def __post_init__(self) -> None:
        self.article_id = self.article_id or self.articles[0].id
        self._facts: tuple[object, tuple[Fact, ...]] = ((), ())

    # -- what is current ----------------------------------------------------------------------------------------

    def article_of(self, id: str) -> Article:
        """An article by its id."""
        return next(a for a in self.articles if a.id == id)

    @property
    def article(self) -> Article:
        """The open article."""
        return self.article_of(self.article_id)

    @property
    def story(self) -> Story | None:
        """The open article's story, once compared."""
        return self.compared.story(self.article_id) if self.compared else None

    @property
    def members(self) -> tuple[Article, ...]:
        """The articles of the story by letter; before the comparison, all."""
        story = self.story
        chosen = [a for a in self.articles if story is None or a.id in story.articles]
        return tuple(sorted(chosen, key=lambda a: (len(a.letter), a.letter)))

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that the panel shows, in its order."""
        here = self.article_id if self.show in (Show.MISSING, Show.ONLY) else ""
        key = (id(self.compared), self.story.id if self.story else "", self.show, here, self.entity, self.timeline)
        if self._facts[0] != key:
            self._facts = (key, self._shown())
        return self._facts[1]

    @property
    def fact(self) -> Fact | None:
        """The current fact, whether or not the filter shows it."""
        story = self.story
        return next((f for f in story.facts if f.id == self.fact_id), None) if story else None

    @property
    def number(self) -> int:
        """Which of the shown facts is current, from 1; 0 where none is."""
        return next((n for n, f in enumerate(self.facts, 1) if f.id == self.fact_id), 0)

    @property
    def sentence(self) -> Span:
        """The sentence at the reader's place."""
        sentences = self.article.sentences
        return sentences[self.article.sentence_at(self.offset)].span if sentences else Span(0, len(self.article.text))

    @property
    def lit(self) -> tuple[Span, ...]:
        """The open article's sentences that report the current fact."""
        fact = self.fact
        if fact is None:
            return ()
        report = fact.report(self.article_id)
        return tuple(e.span for e in (*report.evidence, *report.repeats))

    def filter_words(self) -> str:
        """The filter in words; empty where all facts are shown."""
        letter = self.article.letter
        return {
            Show.ALL: "",
            Show.MISSING: f"not in {letter}",
            Show.ONLY: f"only in {letter}",
            Show.DIFFERING: "differing",
            Show.ENTITY: f"with {self.entity_name()}",
        }[self.show]

    def entity_name(self) -> str:
        """The name that the panel is filtered by."""
        found = self.compared.entity(self.entity) if self.compared else None
        return full_name(found) if found else "that name"

    # -- comparing ----------------------------------------------------------------------------------------------

    def set_comparison(self, comparison: Comparison) -> None:
        """The comparison is there, or another one after a correction: the current sentence's fact is current."""
        self.compared = Compared(comparison)
        fact = self._fact_here()
        if fact is not None:
            self.fact_id = fact.id
        elif self.fact is None:
            self.fact_id = self.facts[0].id if self.facts else None

    def _shown(self) -> tuple[Fact, ...]:
        story = self.story
        facts = story.facts if story else ()
        if self.show is Show.MISSING:
            facts = tuple(f for f in facts if f.report(self.article_id).silent)
        elif self.show is Show.ONLY:
            facts = tuple(f for f in facts if [r.article for r in f.reporting] == [self.article_id])
        elif self.show is Show.DIFFERING:
            facts = tuple(f for f in facts if f.verdict is Verdict.DIFFERS or f.differences)
        elif self.show is Show.ENTITY:
            facts = tuple(f for f in facts if self._names(f))
        return tuple(sorted(facts, key=when)) if self.timeline else facts

    def _names(self, fact: Fact) -> bool:
        readings = self.compared.comparison.readings if self.compared else {}
        return any(
            m.entity == self.entity and e.span.contains(m.span)
            for r in fact.reporting
            for e in r.evidence
            for m in (readings[r.article].entities if r.article in readings else ())
        )

    def _fact_here(self) -> Fact | None:
        """The fact of the current sentence: the one whose figure the reader is at; else the current one if it is
        reported there; else the most important."""
        if not self.compared:
            return None
        sentence = self.sentence
        here = [fact for span, fact in self.compared.sentences_of(self.article_id) if span.overlaps(sentence)]
        if self.span is not None:
            at = self.span
            for fact in here:
                if any(f.number.overlaps(at) for f in fact.report(self.article_id).figures):
                    return fact
        current = next((f for f in here if f.id == self.fact_id), None)
        shown = {f.id for f in self.facts}
        return current or next((f for f in here if f.id in shown), None) or (here[0] if here else None)
