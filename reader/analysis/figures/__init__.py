"""Figures: the quantities an article states, with qualifier, unit and what is counted.

A hand-written quantity grammar over one scan of the text: number (``numerals``), unit (``quantities``), what is no
figure (``guards``), qualifier and range (``grammar``), counted phrase (``nouns``). Words and units are tables in
``analysis/lexicon/figures_*.txt``. ``compare`` says whether two figures contradict, ``render`` prints one.
"""

from __future__ import annotations

from dataclasses import replace

from reader.analysis.figures.grammar import figure_at
from reader.analysis.figures.guards import Taboo
from reader.analysis.figures.lexicon import IN_NUMBER, group, numbers
from reader.analysis.figures.qualifying import bounds
from reader.analysis.figures.spelled import VULGAR
from reader.analysis.figures.words import NUMBER, WORD, Words
from reader.analysis.reading import Figure, Qualifier, Reading


def _as_before(before: Figure, figure: Figure, text: str) -> Figure:
    """ "about 58 km (36 miles)": what stands in brackets is the same quantity and as exact as the one before."""
    gap = text[before.span.end : figure.number.start] if figure.number.start - before.span.end <= 2 else ""
    if gap.strip() != "(" or figure.qualifier is not Qualifier.EXACT or figure.value is None or before.value is None:
        return figure
    if before.unit is None or figure.unit is None or before.unit == figure.unit or before.unit in IN_NUMBER:
        return figure
    low, high = bounds(before.qualifier, figure.value)
    return replace(figure, qualifier=before.qualifier, low=low, high=high)


def find(reading: Reading) -> tuple[Figure, ...]:
    """Every figure of an article, in the order of the text; numbers in dates and names are none."""
    words, taboo = Words(reading.text), Taboo(reading)
    comma = reading.article.language[:2].lower() in group("comma language")
    starters, low, kind = numbers().starters, words.low, words.kind
    figures: list[Figure] = []
    i, end = 0, 0
    for i in range(words.size):
        if i < end or not (kind[i] == NUMBER or (kind[i] == WORD and (low[i] in starters or low[i] in VULGAR))):
            continue
        figure, end = figure_at(words, i, taboo, comma)
        if figure is not None:
            figures.append(_as_before(figures[-1], figure, reading.text) if figures else figure)
    return tuple(figures)
