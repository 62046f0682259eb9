"""The comparison as comma-separated values: one report a line, for a spreadsheet."""

from __future__ import annotations

import csv
import io

from reader.comparison.model import Comparison
from reader.workspace.forms.rows import tables

HEAD = (
    "story", "fact", "title", "verdict", "verdict in words", "article", "source", "published", "status", "figure",
    "value", "counted", "speaker", "dates", "certainty", "sentence", "start", "end", "repeats",
)  # fmt: skip


def comparison(c: Comparison) -> str:
    """CSV (RFC 4180) of all stories; a cell that a spreadsheet would run as a formula begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    for story, table in zip(c.stories, tables(c), strict=True):
        for fact, row in zip(story.facts, table.rows, strict=True):
            for report, cell in zip(fact.reports, row.cells, strict=True):
                span = report.evidence[0].span if report.evidence else None
                value = next((f.value for f in report.figures if f.value is not None), None)
                line = (
                    story.id, fact.id, fact.title, fact.verdict.value, row.verdict, cell.source.letter,
                    cell.source.name,
                    cell.source.published, "silent" if cell.silent else "reports", cell.figure,
                    "" if value is None else f"{value:.15g}", cell.counted, cell.speaker, cell.dates, cell.certainty,
                    " ".join(" ".join(s.text.split()) for s in cell.sentences),
                    "" if span is None else span.start, "" if span is None else span.end, cell.repeats,
                )  # fmt: skip
                writer.writerow([_harmless(str(v)) for v in line])
    return out.getvalue()


def _harmless(cell: str) -> str:
    return "'" + cell if cell[:1] in ("=", "+", "-", "@") else cell
