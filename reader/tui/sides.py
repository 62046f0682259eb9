"""Two or three articles in columns, aligned fact by fact: which sentences stand beside which. Pure; nothing is drawn.

The first article keeps its order. A sentence of another one stands beside the sentence that reports the most important
fact they share; one that shares none stands alone, after the sentence that it follows in its own text. So every
sentence of every article is there once, and what one source alone says leaves the others blank.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.comparison.model import DifferenceKind, Fact, Report, Story
from reader.document.article import Article
from reader.document.span import Span
from reader.tui.marks import Mark, Marked


@dataclass(slots=True)
class Block:
    """Sentences that stand beside one another: numbers of sentences by column, and the facts that they report.

    ``shared`` are the facts that two of its columns report here; ``facts`` all of them; both by importance.
    ``elsewhere`` holds, for a blank column, which way its report of the block's fact stands (-1 above, 1 below).
    """

    cells: list[list[int]]
    facts: list[Fact] = field(default_factory=list)
    shared: list[Fact] = field(default_factory=list)
    elsewhere: dict[int, int] = field(default_factory=dict)

    @property
    def lead(self) -> Fact | None:
        """The fact that the block stands for."""
        return self.shared[0] if self.shared else self.facts[0] if self.facts else None


def align(story: Story, articles: Sequence[Article]) -> list[Block]:
    """The blocks of some articles of a story, from top to bottom."""
    facts = [_facts_by_sentence(story, a) for a in articles]
    blocks: list[Block] = []
    for column, article in enumerate(articles):
        _place_column(blocks, column, len(articles), len(article.sentences), facts)
    for block in blocks:
        _name_facts(block, facts, story)
    _point_elsewhere(blocks, len(articles), facts)
    return blocks


def marks_of(story: Story, article: Article) -> list[Marked]:
    """The words of an article that differ from the other sources."""
    kinds = set(DifferenceKind) - {DifferenceKind.SPEAKER}
    return [
        (m.span.start, m.span.end, Mark.DIFFERENCE)
        for fact in story.facts
        for e in fact.report(article.id).evidence
        for m in e.marks
        if m.kind in kinds
    ]


def _spans(report: Report) -> list[Span]:
    return [e.span for e in (*report.evidence, *report.repeats)]


def _facts_by_sentence(story: Story, article: Article) -> dict[int, list[Fact]]:
    """The facts that each sentence of an article reports, the most important first."""
    found: dict[int, list[Fact]] = {}
    for fact in story.facts:
        for span in _spans(fact.report(article.id)):
            first, last = article.sentence_at(span.start), article.sentence_at(max(span.start, span.end - 1))
            for n in range(first, last + 1):
                known = found.setdefault(n, [])
                if fact not in known:
                    known.append(fact)
    return found


def _place_column(
    blocks: list[Block], column: int, columns: int, sentences: int, facts: Sequence[Mapping[int, list[Fact]]]
) -> None:
    """Puts one article's sentences beside those of the columns before it."""
    home: dict[str, Block] = {}
    for block in blocks:
        for other in range(column):
            for n in block.cells[other]:
                for fact in facts[other].get(n, ()):
                    home.setdefault(fact.id, block)
    followers: dict[int, list[Block]] = {}
    anchor = -1
    places = {id(block): at for at, block in enumerate(blocks)}
    for n in range(sentences):
        beside = next((home[f.id] for f in facts[column].get(n, ()) if f.id in home), None)
        if beside is None:
            beside = Block([[] for _ in range(columns)])
            followers.setdefault(anchor, []).append(beside)
        else:
            anchor = places[id(beside)]
        beside.cells[column].append(n)
    blocks[:] = [b for at in range(-1, len(blocks)) for b in (*blocks[max(at, 0) : at + 1], *followers.get(at, ()))]


def _name_facts(block: Block, facts: Sequence[Mapping[int, list[Fact]]], story: Story) -> None:
    """Which facts a block reports, and which of them two of its columns share."""
    seen: dict[str, set[int]] = {}
    for column, numbers in enumerate(block.cells):
        for n in numbers:
            for fact in facts[column].get(n, ()):
                seen.setdefault(fact.id, set()).add(column)
    block.facts = [f for f in story.facts if f.id in seen]
    block.shared = [f for f in block.facts if len(seen[f.id]) > 1]


def _point_elsewhere(blocks: Sequence[Block], columns: int, facts: Sequence[Mapping[int, list[Fact]]]) -> None:
    """For the blank cells of a block: does that source report one of its facts in another block?"""
    where: dict[tuple[int, str], int] = {}
    for at, block in enumerate(blocks):
        for column, numbers in enumerate(block.cells):
            for n in numbers:
                for fact in facts[column].get(n, ()):
                    where.setdefault((column, fact.id), at)
    for at, block in enumerate(blocks):
        for column in range(columns):
            found = [where[column, f.id] for f in block.facts if (column, f.id) in where]
            if not block.cells[column] and found:
                block.elsewhere[column] = 1 if found[0] > at else -1
