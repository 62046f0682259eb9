"""The facts of the comparison as rows: one line for a folded fact, source by source for the unfolded one. Pure.

Columns, in cells: sign at 1, how many sources at 3, text from 7 on; in an unfolded fact the source's letter stands at 3
and figures are set right-aligned on their digits in the text's column, on which the sentences hang too. What is shown
of a source is cut from its article and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from reader.analysis.reading import Figure, Qualifier
from reader.comparison.model import Comparison, Evidence, Fact, Possible, RelationKind, Report, Story, Verdict
from reader.document.article import Article, Section
from reader.document.span import Span
from reader.tui import marks
from reader.tui.gate import safe
from reader.tui.marks import Glyphs, Mark, Marked
from reader.tui.rows import BLANK, Row, RowMaker
from reader.tui.spots import Spot
from reader.tui.wrap import clip, wrap_flowing
from reader.workspace import wording

_LETTER = 3
_COUNT = 3
_ROOMY = 56
_LONGEST_SENTENCE = 7
_HINT = " (m joins it)"
_LONGEST_NEAR = 2
_DIGITS = re.compile(r"\d[\d.,\u202f\u00a0]*\d|\d")
_RELATIONS = {
    RelationKind.EARLIER: "earlier{} than",
    RelationKind.LATER: "later{} than",
    RelationKind.PART_OF: "part of",
    RelationKind.INCLUDES: "includes",
    RelationKind.SAME_SUBJECT: "same subject as",
}


@dataclass(frozen=True, slots=True)
class FactRows:
    """Makes rows for one story at one width."""

    comparison: Comparison
    story: Story
    width: int
    glyphs: Glyphs
    airy: bool = True

    @property
    def text(self) -> int:
        """The column of the text: 7, more where there are ten sources."""
        sources = len(str(len(self.story.articles)))
        return _COUNT + max(3, 2 * sources + 1) + 1

    # -- folded -------------------------------------------------------------------------------------------------

    def folded(self, fact: Fact) -> Row:
        """One line: sign, how many sources, title, and at the right what is not the same everywhere."""
        row = self._start(fact)
        note = self.note(fact)
        room = self.width - row.cells - 1 - (cell_len(note) + 2 if note else 0)
        if room < 20:
            note, room = "", self.width - row.cells - 1
        row.add(clip(fact.title, room, self.glyphs.ellipsis))
        return row.right(note, self.width - 1, Mark.DIM).row(Spot("fact", fact.id))

    def note(self, fact: Fact) -> str:
        """The verdict in two or three words."""
        if fact.verdict is Verdict.ONLY:
            return f"only in {self._letters([fact.reporting[0].article])}" if fact.reporting else ""
        if fact.verdict is Verdict.PARTIAL:
            return f"not in {self._letters([r.article for r in fact.reports if r.silent])}"
        if fact.verdict is Verdict.DIFFERS:
            return "differs"
        return "same words" if fact.same_wording and self.width >= _ROOMY else ""

    # -- unfolded -----------------------------------------------------------------------------------------------

    def unfolded(self, fact: Fact, why: bool = False) -> list[Row]:
        """The fact with every source's report."""
        return list(self._unfolded(fact, why))

    def _unfolded(self, fact: Fact, why: bool) -> Iterator[Row]:
        yield from self._title(fact)
        if why:
            for reason in (*wording.why(fact).split("\n"), *self._shared(fact)):
                yield from self._lines(reason, Mark.QUOTE)
        cells = self._cells(fact)
        for report in fact.reports:
            if self.airy:
                yield BLANK
            if report.silent:
                yield from self._silent(fact, report)
            else:
                yield from self._report(fact, report, cells)
        yield from self._possible(fact)
        yield from self._relations(fact)
        yield BLANK

    def _shared(self, fact: Fact) -> tuple[str, ...]:
        """Which articles have one origin, where that makes the row's origins fewer."""
        return wording.shared(self.story, self.comparison) if len(fact.origins) < len(fact.reporting) else ()

    def _start(self, fact: Fact) -> RowMaker:
        sign, ink = wording.sign(fact, self.glyphs.ascii), marks.of_verdict(fact.verdict)
        if len(sign) > 1:  # in ASCII "2/3" is the sign
            return RowMaker().to(_COUNT).add(sign, ink).to(self.text)
        row = RowMaker().add(" ").add(sign, ink).to(_COUNT)
        return row.add(f"{len(fact.reporting)}/{len(fact.reports)}", Mark.DIM).to(self.text)

    def _title(self, fact: Fact) -> Iterator[Row]:
        room = self.width - self.text - 1
        for n, (start, end) in enumerate(wrap_flowing(fact.title, room, 0, len(fact.title))):
            row = RowMaker().to(self.text) if n else self._start(fact)
            yield row.add(fact.title[start:end], Mark.TITLE).row(None if n else Spot("fact", fact.id), stop=not n)
        words = wording.verdict_words(fact, self.story, self.comparison)
        yield from self._lines(words, Mark.TEXT if fact.verdict is Verdict.DIFFERS else Mark.DIM)
        origins = wording.count(fact).partition(", ")[2]
        badges = f" {self.glyphs.dot} ".join(b for b in (wording.badge(fact), origins) if b)
        if badges:
            yield from self._lines(badges, Mark.ACCENT)

    def _report(self, fact: Fact, report: Report, cells: dict[str, str]) -> Iterator[Row]:
        article, best = self._article(report.article), report.evidence[0]
        key = Spot("report", fact.id, report.article, best.span)
        row = self._letter(article)
        cell = cells.get(report.article, "")
        if cell:
            row.add(cell, Mark.FIGURE).add("  ")
        shown = firm(report)
        counted = shown.counted.of(article.text) if shown and shown.counted else ""
        who = self._who(report, article)
        if counted:
            yield row.add(clip(counted, self.width - row.cells - 1, self.glyphs.ellipsis)).row(key)
            yield from self._lines(who, Mark.DIM)
        else:
            yield row.add(clip(who, self.width - row.cells - 1, self.glyphs.ellipsis), Mark.DIM).row(key)
        yield from self._sentence(article, best)
        for more in report.evidence[1:]:
            yield from self._sentence(article, more, Spot("report", fact.id, report.article, more.span))
        yield from self._repeats(fact, report, article)

    def _who(self, report: Report, article: Article) -> str:
        """Speaker, dates and certainty in one line of words."""
        parts = [wording.speaker(report, article.text, self.glyphs.ascii)]
        parts += dict.fromkeys(wording.date(d, article, self.comparison) for d in report.dates[:2])
        parts.append(wording.certainty(report))
        return f" {self.glyphs.dot} ".join(p for p in parts if p)

    def _sentence(self, article: Article, evidence: Evidence, key: Spot | None = None) -> Iterator[Row]:
        """The whole sentence: the words that report the fact in full ink, differing ones marked."""
        text, span = safe(article.text), evidence.span
        laid: list[Marked] = [(span.start, evidence.claim.start, Mark.DIM), (evidence.claim.end, span.end, Mark.DIM)]
        laid += [(m.span.start, m.span.end, Mark.DIFFERENCE) for m in evidence.marks]
        yield from self._passage(text, span, laid, _LONGEST_SENTENCE, key, evidence.claim.start)

    def _passage(
        self, text: str, span: Span, laid: Sequence[Marked], most: int, key: Spot | None = None, seen: int = 0
    ) -> Iterator[Row]:  # fmt: skip
        """At most ``most`` lines of a passage, from the line before the one that holds offset ``seen`` where that is
        further down; an ellipsis says that there is more."""
        g = self.glyphs
        lines = wrap_flowing(text, self.width - self.text - 1 - cell_len(g.ellipsis), span.start, span.end)
        holds = next((n for n, (_, end) in enumerate(lines) if end > seen), 0)
        first = max(0, min(holds - 1, len(lines) - most)) if holds > most - 2 else 0
        shown = lines[first : first + most]
        for n, (start, end) in enumerate(shown):
            row = RowMaker().to(self.text).add(g.ellipsis if first and not n else "", Mark.DIM)
            row.piece(text, start, end, laid)
            if n == len(shown) - 1 and first + most < len(lines):
                row.add(g.ellipsis, Mark.DIM)
            yield row.row(None if n else key, stop=key is not None and not n)

    def _repeats(self, fact: Fact, report: Report, article: Article) -> Iterator[Row]:
        if not report.repeats:
            return
        faq = {Section.FAQ_ANSWER, Section.FAQ_QUESTION}
        sections = {article.sentences[article.sentence_at(e.span.start)].section for e in report.repeats}
        count = len(report.repeats)
        words = f"+{count} repeat{'s' if count > 1 else ''}" + (" in the FAQ" if sections <= faq else "")
        key = Spot("repeat", fact.id, article.id, report.repeats[0].span)
        yield RowMaker().to(self.text).add(words, Mark.DIM).row(key)

    def _silent(self, fact: Fact, report: Report) -> Iterator[Row]:
        article, near = self._article(report.article), report.nearest
        maybe = next((p for p in fact.possibly if _is_nearest(p, report)), None)
        if maybe:
            yield from self._maybe(fact, maybe, f"not in {article.letter}; ")
            return
        key = Spot("silent", fact.id, article.id, near.span if near else None)
        words = f"not in {article.letter}" + ("; nearest passage:" if near else "")
        yield from self._aside(article, words, key, near.span if near else None)

    def _possible(self, fact: Fact) -> Iterator[Row]:
        """What may be the same but for passages that stand where their source is said to be silent."""
        further = [p for p in fact.possibly if not _is_nearest(p, fact.report(p.article))]
        for number, maybe in enumerate(further):
            if not number and self.airy:
                yield BLANK
            yield from self._maybe(fact, maybe)

    def _maybe(self, fact: Fact, maybe: Possible, before: str = "") -> Iterator[Row]:
        article = self._article(maybe.article)
        key = Spot("possible", fact.id, maybe.article, maybe.span)
        said = f"{before}possibly the same"
        if self.width - self.text > len(said) + len(_HINT):
            said += _HINT
        yield from self._aside(article, said, key, maybe.span)

    def _aside(self, article: Article, words: str, key: Spot, span: Span | None) -> Iterator[Row]:
        """A source's letter with some words, and a passage of it that is no report of the fact."""
        yield self._letter(article).add(words, Mark.DIM).row(key)
        if span:
            yield from self._passage(safe(article.text), span, [(span.start, span.end, Mark.DIM)], _LONGEST_NEAR)

    def _relations(self, fact: Fact) -> Iterator[Row]:
        titles = {f.id: f.title for f in self.story.facts}
        for number, relation in enumerate(r for r in fact.relations if r.fact in titles):
            if not number and self.airy:
                yield BLANK
            when = self._when(fact)
            words = _RELATIONS[relation.kind].format(f" ({when})" if when else "")
            g = self.glyphs
            text = f"{words} {g.open_quote}{titles[relation.fact]}{g.close_quote}"
            text = clip(text, 2 * (self.width - self.text - 4), g.ellipsis)
            yield from self._lines(text, Mark.DIM, key=Spot("relation", relation.fact))

    # -- small parts --------------------------------------------------------------------------------------------

    def _when(self, fact: Fact) -> str:
        for report in fact.reporting:
            for date in report.dates:
                return wording.date(date, self._article(report.article), self.comparison)
        return ""

    def _letter(self, article: Article) -> RowMaker:
        return RowMaker().to(_LETTER).add(article.letter, marks.of_source(article.letter)).add(" ").to(self.text)

    def _lines(self, words: str, *ink: Mark, key: Spot | None = None) -> Iterator[Row]:
        for n, (start, end) in enumerate(wrap_flowing(words, self.width - self.text - 1, 0, len(words))):
            row = RowMaker().to(self.text).add(words[start:end], *ink)
            yield row.row(None if n else key, stop=key is not None and not n)

    def _cells(self, fact: Fact) -> dict[str, str]:
        """Every source's figure, padded so that their digits end in one column."""
        own = {
            r.article: wording.figure(shown, self._article(r.article).text, self.glyphs.ascii)
            for r in fact.reporting
            if (shown := firm(r)) is not None
        }
        return dict(zip(own, align(list(own.values())), strict=True))

    def _letters(self, ids: Sequence[str]) -> str:
        letters = [self._article(i).letter for i in ids]
        return ", ".join(letters[:3]) + (self.glyphs.ellipsis if len(letters) > 3 else "")

    def _article(self, id: str) -> Article:
        return self.comparison.readings[id].article


def _is_nearest(maybe: Possible, report: Report) -> bool:
    """Is what may be the same the passage that a silent source would be shown with anyway?"""
    if maybe.article != report.article or not report.silent:
        return False
    return report.nearest is None or report.nearest.span.overlaps(maybe.span)


def firm(report: Report) -> Figure | None:
    """The figure that stands for a report: the first that is not a vague word, else the first."""
    return next((f for f in report.figures if f.qualifier is not Qualifier.VAGUE), next(iter(report.figures), None))


def align(cells: Sequence[str]) -> list[str]:
    """Cells of one column, padded left and right so that the last digits stand under one another."""
    cut = []
    for cell in cells:
        found = list(_DIGITS.finditer(cell))
        at = found[0].end() if found else len(cell)
        cut.append((cell[:at], cell[at:]))
    left = max((cell_len(a) for a, _ in cut), default=0)
    right = max((cell_len(b) for _, b in cut), default=0)
    return [" " * (left - cell_len(a)) + a + b + " " * (right - cell_len(b)) for a, b in cut]
