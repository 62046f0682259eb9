"""The comparison as plain paragraphs, one fact each, sources in fixed order: for speech and for grep."""

from __future__ import annotations

from reader.comparison.model import Comparison
from reader.workspace.forms.rows import Row, Table, tables


def comparison(c: Comparison) -> str:
    """Plain text of all stories; a paragraph is one line."""
    return "\n\n".join(_story(t) for t in tables(c)) + "\n"


def _story(table: Table) -> str:
    names = "; ".join(f"{s.letter}: {s.name}, {s.published}" for s in table.sources)
    head = f"Story: {_ended(table.title)} {len(table.sources)} sources, {len(table.rows)} facts. {names}."
    head += "".join(f" {_line(shared)}." for shared in table.shared)
    return "\n\n".join([head, *(_fact(n, row) for n, row in enumerate(table.rows, 1))])


def _fact(number: int, row: Row) -> str:
    parts = [f"Fact {number}: {_ended(row.title)} {row.count}, {'; '.join((row.verdict, *row.notes))}."]
    for cell in row.cells:
        if cell.silent:
            parts.append(f"{cell.source.letter}: silent.")
            continue
        said = ", ".join(x for x in (cell.figure, cell.counted, cell.speaker, cell.dates, cell.certainty) if x)
        quoted = " ".join(f"“{_line(s.text)}”" for s in cell.sentences)
        parts.append(f"{cell.source.letter}: {said}: {quoted}" + (f" +{cell.repeats} repeat." if cell.repeats else ""))
    parts += [f"Possibly also {letter}: “{_line(text)}”" for letter, text, _ in row.possibly]
    return " ".join(parts)


def _ended(title: str) -> str:
    """A title as a sentence: with a full stop, unless it has an end of its own."""
    line = _line(title)
    return line if line.rstrip("\"”’'")[-1:] in (".", "…", "!", "?") else f"{line}."


def _line(text: str) -> str:
    return " ".join(text.split())
