"""Names in an article: people, organisations, places, groups, facilities, events, works and products."""

from __future__ import annotations

import re

from reader.analysis.entities.tagger import tag
from reader.analysis.reading import EntityMention, EntityType, Reading
from reader.analysis.tokens import Token, tokenize
from reader.document.span import Span

READ_LIMIT = 400_000
"""Characters of an article in which names are looked for: far more than any article, little enough for any text."""
PARAGRAPH_LIMIT = 400
"""Tokens that are labelled at once."""

_KINDS = {
    "PER": EntityType.PERSON,
    "ORG": EntityType.ORGANISATION,
    "LOC": EntityType.PLACE,
    "NORP": EntityType.GROUP,
    "FAC": EntityType.FACILITY,
    "PRO": EntityType.PRODUCT,
    "MISC": EntityType.WORK,
}
_BLOCK = re.compile(r"[^\n]+")


def find(reading: Reading) -> tuple[EntityMention, ...]:
    """The names of an article in the order of its text; ``entity`` is empty until linking."""
    paragraphs = list(_paragraphs(reading))
    mentions = []
    for tokens, names in zip(paragraphs, tag(paragraphs), strict=True):
        for name in names:
            span = Span(tokens[name.first].start, tokens[name.last - 1].end)
            mentions.append(EntityMention(span, _KINDS[name.kind], span))
    return tuple(mentions)


def _paragraphs(reading: Reading) -> list[list[Token]]:
    """The tokens of each line."""
    cut: list[list[Token]] = []
    for block in _BLOCK.finditer(reading.text, 0, READ_LIMIT):
        tokens = tokenize(reading.text, *block.span())
        cut += [tokens[i : i + PARAGRAPH_LIMIT] for i in range(0, len(tokens), PARAGRAPH_LIMIT)]
    return cut
