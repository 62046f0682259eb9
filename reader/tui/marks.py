"""What is marked in a text and how each mark is called: nothing else turns kinds of mention into styles.

A mark is the name of an ink in ``themes.Palette.inks()``; ``LineView`` looks it up when it paints. The legend is made
from the same table, and so are the glyphs, which have ASCII twins.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from reader.analysis.reading import EntityType, Reading
from reader.comparison.model import Verdict
from reader.document.article import Article, Section
from reader.document.span import Span


class Mark(StrEnum):
    """The marks; each value is the name of an ink of every palette."""

    TEXT = "text"
    DIM = "dim"
    TITLE = "title"
    ACCENT = "accent"
    FOCUS = "focus"
    CURSOR = "cursor"
    CURSOR_BLURRED = "cursor_blurred"
    RULE = "rule"
    BAR = "bar"
    KEY = "key"
    ERROR = "error"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    OTHER = "other"
    FIGURE = "figure"
    QUOTE = "quote"
    CURRENT = "current"
    DIFFERENCE = "difference"
    FIND = "find"
    FIND_CURRENT = "find_current"
    AGREE = "agree"
    DIFFERS = "differs"
    PARTIAL = "partial"
    ONLY = "only"
    SOURCE_A = "source_a"
    SOURCE_B = "source_b"
    SOURCE_C = "source_c"
    SOURCE_D = "source_d"
    SOURCE_E = "source_e"
    SOURCE_F = "source_f"


Marked = tuple[int, int, Mark]
"""Characters ``start`` to ``end`` carry a mark; in a list, later marks lie over earlier ones."""

_SOURCES = (Mark.SOURCE_A, Mark.SOURCE_B, Mark.SOURCE_C, Mark.SOURCE_D, Mark.SOURCE_E, Mark.SOURCE_F)
_ENTITIES = {
    EntityType.PERSON: Mark.PERSON,
    EntityType.ORGANISATION: Mark.ORGANISATION,
    EntityType.PLACE: Mark.PLACE,
    EntityType.GROUP: Mark.GROUP,
}
_VERDICTS = {
    Verdict.AGREE: Mark.AGREE,
    Verdict.DIFFERS: Mark.DIFFERS,
    Verdict.PARTIAL: Mark.PARTIAL,
    Verdict.ONLY: Mark.ONLY,
}
_SECTIONS = {
    Section.HEADLINE: Mark.TITLE,
    Section.FAQ_QUESTION: Mark.TITLE,
    Section.CAPTION: Mark.DIM,
    Section.CREDIT: Mark.DIM,
}


def of_source(letter: str) -> Mark:
    """The mark of a source by its letter: the same in every view; they repeat after six."""
    number = 0
    for char in letter:
        number = number * 26 + ord(char) - 64
    return _SOURCES[(number - 1) % len(_SOURCES)]


def of_entity(kind: EntityType) -> Mark:
    """The mark of a kind of entity."""
    return _ENTITIES.get(kind, Mark.OTHER)


def of_verdict(verdict: Verdict) -> Mark:
    """The mark of a verdict's sign."""
    return _VERDICTS[verdict]


def of_sections(article: Article) -> list[Marked]:
    """Headlines and questions as titles, captions and credits dim: known without any analysis."""
    return [(s.span.start, s.span.end, _SECTIONS[s.section]) for s in article.sentences if s.section in _SECTIONS]


def of_reading(reading: Reading) -> list[Marked]:
    """Every mark that one article's analysis gives, in the order in which they are laid over one another.

    Quotes lie lowest, then names (the name only, without title or determiner), then figures with their qualifier.
    """
    quotes = [(q.span.start, q.span.end, Mark.QUOTE) for q in reading.quotes]
    names = [(m.name.start, m.name.end, of_entity(m.type)) for m in reading.entities if not m.pronoun]
    figures = [(f.number.start, f.number.end, Mark.FIGURE) for f in reading.figures]
    return [*quotes, *names, *figures]


def of_spans(spans: Iterable[Span], mark: Mark) -> list[Marked]:
    """One mark over several spans."""
    return [(s.start, s.end, mark) for s in spans]


LEGEND: tuple[tuple[Mark, str, str], ...] = (
    (Mark.PERSON, "a person", "underlined"),
    (Mark.ORGANISATION, "an organisation", "underlined"),
    (Mark.PLACE, "a place", "underlined"),
    (Mark.GROUP, "a people, a faith, a party", "underlined"),
    (Mark.OTHER, "an event, a work, a product", "underlined"),
    (Mark.FIGURE, "more than 300", "a figure with its qualifier: bold"),
    (Mark.QUOTE, "“quoted words”", "italic; a thin bar beside long ones"),
    (Mark.CURRENT, "the sentence of the current fact", "on a quiet ground"),
    (Mark.DIFFERENCE, "differing words", "words that the other sources do not have so"),
    (Mark.FIND, "found words", "underlined and reversed"),
    (Mark.AGREE, "= agree", "all sources report it, nothing differs"),
    (Mark.DIFFERS, "≈ ≠ differs", "same figure, something else differs · the figure differs"),
    (Mark.PARTIAL, "◐ some", "two or more sources report it, not all"),
    (Mark.ONLY, "1 only", "one source alone reports it"),
)
"""Mark, an example drawn with it, what it means."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The signs of the chrome; ``ASCII`` holds the twins for terminals that know no others."""

    rule: str = "─"
    rule_focus: str = "━"
    upright: str = "│"
    bar: str = "▏"
    cursor: str = "▌"
    unread: str = "●"
    star: str = "★"
    folded: str = "▸"
    unfolded: str = "▾"
    dot: str = "·"
    dash: str = "–"
    ellipsis: str = "…"
    open_quote: str = "“"
    close_quote: str = "”"
    border: str = "solid"

    @property
    def ascii(self) -> bool:
        """Are these the ASCII twins?"""
        return self.rule == "-"


UNICODE = Glyphs()
ASCII = Glyphs("-", "=", "|", "|", ">", "o", "*", "+", "-", "-", "-", "...", '"', '"', "ascii")


def glyphs(ascii_only: bool) -> Glyphs:
    """The signs for a terminal."""
    return ASCII if ascii_only else UNICODE
