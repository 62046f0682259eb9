"""One article on a terminal with everything that was marked in it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from reader.analysis.reading import Entity, EntityType, Reading
from reader.workspace.forms.rows import source_of
from reader.workspace.gate import safe

# Each mark is told apart without colour too: underline for entities, bold for figures, italics for quotes.
STYLES = {
    EntityType.PERSON: "underline cyan",
    EntityType.ORGANISATION: "underline magenta",
    EntityType.PLACE: "underline green",
    EntityType.GROUP: "underline yellow",
}
OTHER = "underline"


def show_reading(screen: Console, reading: Reading, entities: Sequence[Entity]) -> None:
    """Prints an article's heading, its marked text, and who and what it names."""
    source = source_of(reading.article)
    screen.print(Text.assemble((f"{source.letter}  {safe(source.name)}", "bold"), (f"  {source.published}", "dim")))
    if reading.article.language not in ("en", "und"):
        screen.print(Text(f"language: {reading.article.language}; marks are made for English and limited here", "dim"))
    screen.print()
    screen.print(Padding(_marked(reading), (0, 0, 0, 2)))
    names = [(e, dict(e.mentions).get(reading.article.id, 0)) for e in entities]
    listed = ", ".join(f"{safe(e.name)} {n}" for e, n in sorted(names, key=lambda x: -x[1]) if n)
    if listed:
        screen.print()
        screen.print(Padding(Text.assemble(("names  ", "dim"), listed), (0, 0, 0, 2)))
    screen.print()


def _marked(reading: Reading) -> Text:
    text = Text(safe(reading.text))
    for quote in reading.quotes:
        text.stylize("italic", quote.span.start, quote.span.end)
    for date in reading.dates:
        text.stylize("dim", date.span.start, date.span.end)
    for mention in reading.entities:
        if not mention.pronoun:
            text.stylize(STYLES.get(mention.type, OTHER), mention.span.start, mention.span.end)
    for figure in reading.figures:
        text.stylize("bold", figure.span.start, figure.span.end)
    return text
