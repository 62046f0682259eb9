"""The comparison as Markdown: a table to look over, then each fact with its sentences, for a mail or a note."""

from __future__ import annotations

import re

from reader.comparison.model import Comparison
from reader.workspace.forms.rows import Cell, Table, tables

# What Markdown would read as markup inside a paragraph or a table cell.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#])")


def comparison(c: Comparison) -> str:
    """Markdown of all stories."""
    return "\n\n".join(_story(t) for t in tables(c)) + "\n"


def escape(text: str) -> str:
    """Foreign text as literal Markdown on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _story(table: Table) -> str:
    out = [f"# {escape(table.title)}", ""]
    out += [f"- **{s.letter}** {escape(s.name)}, {s.published}" for s in table.sources]
    out += [f"- {escape(shared)}" for shared in table.shared]
    heads = [s.letter for s in table.sources]
    out += ["", f"| | fact | {' | '.join(heads)} | verdict |", f"|---|---|{'---|' * len(heads)}---|"]
    for row in table.rows:
        cells = " | ".join(escape(_short(c)) for c in row.cells)
        out.append(f"| {escape(row.sign)} | {escape(row.title)} | {cells} | {escape(row.verdict)} |")
    for row in table.rows:
        out += [
            "",
            f"## {escape(row.sign)} {escape(row.title)}",
            "",
            f"{row.count}: {escape('; '.join((row.verdict, *row.notes)))}",
            "",
        ]
        for cell in row.cells:
            if not cell.silent:
                said = "; ".join(
                    escape(x) for x in (cell.figure, cell.counted, cell.speaker, cell.dates, cell.certainty) if x
                )
                quoted = " […] ".join(f"“{escape(s.text)}”" for s in cell.sentences)
                out.append(f"- **{cell.source.letter}** {said}: {quoted}")
        out += [f"- possibly also {letter} ({p:.0%}): “{escape(text)}”" for letter, text, p in row.possibly]
    return "\n".join(out)


def _short(cell: Cell) -> str:
    return "·" if cell.silent else cell.figure or "yes"
