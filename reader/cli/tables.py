"""What the commands print on a terminal: set like a table in a book, the same signs and marks as on the desk."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from reader.comparison.model import Comparison, Story
from reader.workspace import Session
from reader.workspace.forms.rows import Cell, Marked, Row, Table, source_of, tables
from reader.workspace.gate import one_line

WIDEST = 100
DIM, STRONG, MARK = "dim", "bold", "reverse"
LETTERS = ("cyan", "magenta", "yellow", "green", "blue", "red")


class _Screen(Console):
    """A console whose closed pipe is handled where every other one is: quietly, with exit code 0."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def console(args: argparse.Namespace) -> Console:
    """A console that obeys ``--color``, ``NO_COLOR`` and ``TERM=dumb``; at most 100 columns wide."""
    system = {"16": "standard", "256": "256", "truecolor": "truecolor"}.get(args.color)
    plain = args.color == "never" or os.environ.get("TERM") == "dumb"
    screen = _Screen(
        file=sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=False,
        color_system=None if plain else system or "auto",  # type: ignore[arg-type]
        force_terminal=True if system else None,
        no_color=bool(os.environ.get("NO_COLOR")) and not system,
    )  # fmt: skip
    screen.width = min(screen.width if sys.stdout.isatty() else WIDEST, WIDEST)
    return screen


def show_comparison(screen: Console, comparison: Comparison, args: argparse.Namespace) -> None:
    """Every story: its sources, then fact after fact with each source's sentence."""
    for n, table in enumerate(tables(comparison, ascii=args.ascii)):
        if n:
            screen.print()
        _heading(screen, table)
        for row in table.rows:
            screen.print()
            _fact(screen, row, args)


def _heading(screen: Console, table: Table) -> None:
    screen.print(Text(one_line(table.title), STRONG))
    screen.print(Text(f"{_count(len(table.sources), 'source')}, {_count(len(table.rows), 'fact')}", DIM))
    for n, source in enumerate(table.sources):
        screen.print(
            Text.assemble(
                "  ", (source.letter, _colour(n)), "  ", one_line(source.name), (f"  {source.published}", DIM)
            )
        )
    for shared in table.shared:
        screen.print(Text(f"  {one_line(shared)}", DIM))


def _fact(screen: Console, row: Row, args: argparse.Namespace) -> None:
    head = Grid.grid(padding=(0, 1))
    head.add_column(width=1, no_wrap=True)
    head.add_column(ratio=1)
    head.add_row(Text(row.sign, STRONG), Text(one_line(row.title), STRONG))
    words = "; ".join((row.verdict, *row.notes))
    head.add_row("", Text(f"{row.count}  {one_line(words)}", DIM))
    screen.print(head)
    wide = max((len(c.figure) for c in row.cells), default=0)
    body = Grid.grid(padding=(0, 1))
    body.add_column(width=max((len(c.source.letter) for c in row.cells), default=1), no_wrap=True)
    if wide:
        body.add_column(width=min(wide, 16), justify="right")
    body.add_column(ratio=1)
    for n, cell in enumerate(row.cells):
        if not cell.silent:
            figure = [Text(cell.figure, STRONG)] if wide else []
            body.add_row(Text(cell.source.letter, _colour(n)), *figure, _said(cell))
    screen.print(Padding(body, (0, 0, 0, 2)))
    for letter, text, p in row.possibly:
        screen.print(Padding(Text(f"possibly also {letter} ({p:.0%}): “{one_line(text)}”", DIM), (0, 0, 0, 4)))
    if args.why and row.why:
        screen.print(Padding(Text(f"why: {one_line(row.why)}", "italic"), (0, 0, 0, 4)))


def _said(cell: Cell) -> Text:
    said = " · ".join(one_line(x) for x in (cell.counted, cell.speaker, cell.dates, cell.certainty) if x)
    out = Text(said, overflow="fold")
    for sentence in cell.sentences:
        if out.plain:
            out.append("\n")
        out.append_text(_quoted(sentence))
    if cell.repeats:
        out.append(f"  +{_count(cell.repeats, 'repeat')}", DIM)
    return out


def _quoted(sentence: Marked) -> Text:
    text = Text("“" + one_line(sentence.text) + "”", DIM)
    for start, end in sentence.marks:
        text.stylize("not dim " + MARK, start + 1, end + 1)
    return text


def show_timeline(screen: Console, comparison: Comparison, args: argparse.Namespace) -> None:
    """The dated facts of each story in order, and which source first reported each."""
    from reader.comparison.timeline import timeline  # noqa: PLC0415
    from reader.workspace import wording  # noqa: PLC0415

    for story in comparison.stories:
        screen.print(Text(one_line(story.title), STRONG))
        for entry in timeline(story, comparison.readings):
            screen.print(Text("  " + one_line(wording.timeline_line(entry, story, comparison, args.ascii))))


def show_stories(screen: Console, stories: Sequence[Story], session: Session) -> None:
    """One story a block: title, why, articles."""
    for n, story in enumerate(stories):
        if n:
            screen.print()
        screen.print(
            Text.assemble((one_line(story.title), STRONG), (f"  {_count(len(story.articles), 'article')}", DIM))
        )
        if story.why:
            screen.print(Text("  " + one_line(story.why), DIM))
        for k, article_id in enumerate(story.articles):
            s = source_of(session.article(article_id))
            screen.print(
                Text.assemble(
                    "  ",
                    (s.letter, _colour(k)),
                    f"  {one_line(s.name)}",
                    (f"  {s.published}  ", DIM),
                    one_line(s.title),
                )
            )


def _colour(n: int) -> str:
    return f"bold {LETTERS[n % len(LETTERS)]}"


def _count(n: int, what: str) -> str:
    return f"{n} {what}" if n == 1 else f"{n} {what}s"
