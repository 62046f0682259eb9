"""The comparison as plain rows: what every printed form (table, Markdown, CSV, HTML, plain) has in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.comparison.model import Comparison, DifferenceKind, Fact, Report, Story
from reader.document.article import Article
from reader.workspace import wording


@dataclass(frozen=True, slots=True)
class Source:
    """One article as a heading names it."""

    id: str
    letter: str
    name: str
    published: str
    title: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A quoted sentence and the spans inside it (from its own start) that differ from the other sources."""

    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """How one source reports one fact, in the program's closed words and the source's own sentences."""

    source: Source
    silent: bool
    figure: str
    counted: str
    speaker: str
    dates: str
    certainty: str
    sentences: tuple[Marked, ...]
    repeats: int


@dataclass(frozen=True, slots=True)
class Row:
    """One fact."""

    id: str
    sign: str
    count: str
    title: str
    verdict: str
    notes: tuple[str, ...]
    cells: tuple[Cell, ...]
    why: str
    possibly: tuple[tuple[str, str, float], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One story; ``shared`` says in words which of its sources have one origin."""

    title: str
    why: str
    sources: tuple[Source, ...]
    rows: tuple[Row, ...]
    shared: tuple[str, ...] = ()


def source_of(article: Article) -> Source:
    """An article as a heading names it."""
    return Source(article.id, article.letter, article.source, wording.day(article.published), article.title)


def tables(comparison: Comparison, ascii: bool = False) -> Iterator[Table]:
    """The stories of a comparison as rows."""
    for story in comparison.stories:
        sources = {i: source_of(comparison.readings[i].article) for i in story.articles}
        rows = tuple(_row(f, story, comparison, sources, ascii) for f in story.facts)
        yield Table(story.title, story.why, tuple(sources.values()), rows, wording.shared(story, comparison))


def _row(fact: Fact, story: Story, comparison: Comparison, sources: dict[str, Source], ascii: bool) -> Row:
    cells = tuple(_cell(r, comparison, sources[r.article], ascii) for r in fact.reports)
    possibly = tuple(
        (sources[p.article].letter, p.span.of(comparison.readings[p.article].text), p.p) for p in fact.possibly
    )
    return Row(
        fact.id, wording.sign(fact, ascii), f"{len(fact.reporting)}/{len(story.articles)}", fact.title,
        wording.verdict_words(fact, story, comparison), wording.notes(fact, story, comparison), cells,
        wording.why(fact), possibly,
    )  # fmt: skip


def _cell(report: Report, comparison: Comparison, source: Source, ascii: bool) -> Cell:
    reading = comparison.readings[report.article]
    text = reading.text
    if report.silent:
        return Cell(source, True, "", "", "", "", "", (), 0)
    sentences = tuple(
        Marked(
            e.span.of(text),
            tuple(
                (m.span.start - e.span.start, m.span.end - e.span.start)
                for m in e.marks
                if e.span.contains(m.span) and m.kind is not DifferenceKind.SPEAKER
            ),
        )
        for e in report.evidence
    )
    return Cell(
        source, False,
        ", ".join(dict.fromkeys(wording.figure(f, text, ascii) for f in report.figures)),
        "; ".join(dict.fromkeys(f.counted.of(text) for f in report.figures if f.counted)),
        wording.speaker(report, text),
        ", ".join(dict.fromkeys(wording.date(d, reading.article) for d in report.dates)),
        wording.certainty(report), sentences, len(report.repeats),
    )  # fmt: skip
