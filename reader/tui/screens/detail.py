"""The foot of the matrix and the timeline: what each source says of the row that the cursor is on."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.geometry import Size

from reader.comparison.model import Fact, Report, Story
from reader.tui import marks
from reader.tui.marks import Glyphs, Mark
from reader.tui.rows import Row, RowMaker
from reader.tui.wrap import clip
from reader.workspace import Session, wording


def sign_width(glyphs: Glyphs) -> int:
    """Cells of a verdict's sign with the air around it; in ASCII a sign may be "2/3"."""
    return 5 if glyphs.ascii else 3


def detail_rows(session: Session, story: Story, fact: Fact | None, size: Size, g: Glyphs) -> list[Row]:
    """A rule, the fact's title and verdict in words, and a line for each source that reports it, as many as there is
    room for on a screen of this size."""
    width = size.width
    rows = [RowMaker().add(g.rule * width, Mark.RULE).row()]
    if fact is None:
        return [*rows, RowMaker().add(" no fact is left by this filter", Mark.DIM).row()]
    words = wording.verdict_words(fact, story, session.comparison)
    made = RowMaker().add(" ").add(wording.sign(fact, g.ascii), marks.of_verdict(fact.verdict)).to(sign_width(g))
    made.add(clip(fact.title, max(10, width - made.cells - 3 - cell_len(words)), g.ellipsis), Mark.TITLE)
    room = width - made.cells - 3
    if room > 8:
        made.add("  " + clip(words, room, g.ellipsis), Mark.DIM)
    shown = [r for r in fact.reports if not r.silent][: max(2, size.height // 4)]
    return [*rows, made.row(), *_report_rows(session, shown, width, g)]


def _report_rows(session: Session, reports: Sequence[Report], width: int, g: Glyphs) -> list[Row]:
    """One line a source: letter, cell, speaker, and the words that report the fact."""
    indent = sign_width(g)
    articles = [session.article(r.article) for r in reports]
    cells = [wording.cell(r, a.text, g.ascii) for r, a in zip(reports, articles, strict=True)]
    speakers = [
        clip(wording.speaker(r, a.text, g.ascii), width // 3, g.ellipsis)
        for r, a in zip(reports, articles, strict=True)
    ]
    said_at = indent + 4 + max(map(cell_len, cells), default=0)
    words_at = said_at + 2 + max(map(cell_len, speakers), default=0)
    rows = []
    for report, article, cell, speaker in zip(reports, articles, cells, speakers, strict=True):
        made = RowMaker().to(indent).add(article.letter, marks.of_source(article.letter))
        made.to(said_at - 2 - cell_len(cell)).add(cell, Mark.FIGURE).to(said_at).add(speaker).to(words_at)
        room = width - words_at - 3
        if room > 10:
            first = report.evidence[0]
            lead = g.ellipsis if first.claim.start > first.span.start else ""
            words = clip(article.text[first.claim.start : first.span.end], room - cell_len(lead), g.ellipsis)
            made.add(g.open_quote + lead + words + g.close_quote, Mark.QUOTE)
        rows.append(made.row())
    return rows
