"""The comparison as one self-contained page: no script, no request, light and dark, printable."""

from __future__ import annotations

from html import escape

from reader.comparison.model import Comparison
from reader.workspace.forms.rows import Cell, Marked, Row, Table, tables

_STYLE = """
:root { color-scheme: light dark; --dim: #666; --line: #ddd; --mark: #fff0c2; }
@media (prefers-color-scheme: dark) { :root { --dim: #a0a0a0; --line: #3a3a3a; --mark: #4a3f1a; } }
body { font: 17px/1.5 Georgia, serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.1rem; margin: 2rem 0 .3rem; }
.sign { display: inline-block; min-width: 1.6rem; font-family: monospace; }
.dim, .verdict { color: var(--dim); font-size: .9rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; }
tr { border-top: 1px solid var(--line); } th { font-family: monospace; width: 1.5rem; }
td.figure { white-space: nowrap; text-align: right; font-variant-numeric: tabular-nums; width: 6rem; }
q { quotes: "“" "”"; } mark { background: var(--mark); color: inherit; }
"""


def comparison(c: Comparison) -> str:
    """An HTML page of all stories."""
    body = "\n".join(_story(t) for t in tables(c))
    title = escape(c.stories[0].title) if c.stories else "reader"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _story(table: Table) -> str:
    sources = "".join(
        f"<li><b>{escape(s.letter)}</b> {escape(s.name)} <span class=dim>{escape(s.published)}</span></li>"
        for s in table.sources
    )
    sources += "".join(f"<li class=dim>{escape(shared)}</li>" for shared in table.shared)
    facts = "\n".join(_fact(r) for r in table.rows)
    return f"<h1>{escape(table.title)}</h1>\n<ul>{sources}</ul>\n{facts}"


def _fact(row: Row) -> str:
    cells = "".join(_cell(c) for c in row.cells)
    words = "; ".join((row.verdict, *row.notes))
    possibly = "".join(
        f"<p class=dim>possibly also {escape(letter)} ({p:.0%}): <q>{escape(text)}</q></p>"
        for letter, text, p in row.possibly
    )
    return (
        f'<section id="{escape(row.id)}"><h2><span class=sign>{escape(row.sign)}</span>{escape(row.title)}</h2>'
        f"<p class=verdict>{row.count}, {escape(words)}</p><table>{cells}</table>{possibly}</section>"
    )


def _cell(cell: Cell) -> str:
    if cell.silent:
        return f"<tr class=dim><th>{escape(cell.source.letter)}</th><td class=figure>·</td><td>silent</td></tr>"
    said = " · ".join(escape(x) for x in (cell.counted, cell.speaker, cell.dates, cell.certainty) if x)
    quoted = " ".join(f"<q>{_marked(s)}</q>" for s in cell.sentences)
    repeats = f" <span class=dim>+{cell.repeats} repeat</span>" if cell.repeats else ""
    return (
        f"<tr><th>{escape(cell.source.letter)}</th><td class=figure>{escape(cell.figure)}</td>"
        f"<td><span class=dim>{said}</span><br>{quoted}{repeats}</td></tr>"
    )


def _marked(sentence: Marked) -> str:
    out, at = [], 0
    for start, end in sorted(sentence.marks):
        if start >= at:
            out += [escape(sentence.text[at:start]), f"<mark>{escape(sentence.text[start:end])}</mark>"]
            at = end
    return "".join([*out, escape(sentence.text[at:])])
