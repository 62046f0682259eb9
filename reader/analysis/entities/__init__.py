"""Names in an article: people, organisations, places, groups, facilities, events, works and products."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.analysis.entities import glue, titles
from reader.analysis.entities.consistency import settle
from reader.analysis.entities.kinds import kind_of, with_bodies
from reader.analysis.entities.repair import repair
from reader.analysis.entities.tagger import Name, tag
from reader.analysis.reading import EntityMention, EntityType, Reading
from reader.analysis.tokens import Token, tokenize
from reader.document.span import Span

READ_LIMIT = 200_000
"""Characters of an article in which names are looked for: far more than any article, little enough for any text."""
PARAGRAPH_LIMIT = 400
"""Tokens that are labelled at once."""


def find(reading: Reading) -> tuple[EntityMention, ...]:
    """The names of an article in the order of its text; ``entity`` is empty until linking."""
    paragraphs = _paragraphs(reading)
    names = settle(paragraphs, tag(paragraphs))
    surnames = _surnames(paragraphs, names)
    mentions: list[EntityMention] = []
    for tokens, line in zip(paragraphs, names, strict=True):
        mentions += _mentions(tokens, line, surnames)
    kept = tuple(m for m in mentions if not _is_date(m, reading))
    return repair([replace(reading, entities=kept)])[0].entities


def _paragraphs(reading: Reading) -> list[list[Token]]:
    """The tokens of each line: names do not run over the end of one."""
    cut: list[list[Token]] = []
    at = 0
    for block in reading.text[:READ_LIMIT].split("\n"):
        if block and not block.isspace():
            tokens = tokenize(reading.text, at, at + len(block))
            cut += [tokens[i : i + PARAGRAPH_LIMIT] for i in range(0, len(tokens), PARAGRAPH_LIMIT)]
        at += len(block) + 1
    return [tokens for tokens in cut if tokens]


def _surnames(paragraphs: Sequence[Sequence[Token]], names: Sequence[Sequence[Name]]) -> set[str]:
    """Every word of a person's name in the article."""
    return {
        token.form
        for tokens, line in zip(paragraphs, names, strict=True)
        for name in line
        if name.kind == "PER"
        for token in tokens[name.first : name.last]
    }


def _mentions(tokens: Sequence[Token], names: Sequence[Name], surnames: set[str]) -> list[EntityMention]:
    forms = [t.form for t in tokens]
    names = with_bodies(forms, names)
    out = []
    floor = 0
    for i, name in enumerate(names):
        kind = kind_of(forms, name)
        if kind is None:
            continue
        ceiling = names[i + 1].first if i + 1 < len(names) else len(tokens)
        out.append(_mention(tokens, name, kind, floor, ceiling, surnames))
        floor = name.last
    return out


def _mention(
    tokens: Sequence[Token], name: Name, kind: EntityType, floor: int, ceiling: int, surnames: set[str]
) -> EntityMention:
    start, end = tokens[name.first].start, tokens[name.last - 1].end
    if kind is not EntityType.PERSON:
        span = Span(start, end)
        return EntityMention(span, kind, span)
    short = glue.stem(tokens[name.last - 1].form, surnames)
    if short:
        end = tokens[name.last - 1].start + len(short)
    bare = Span(start, end)
    title = titles.before(tokens, name.first, floor)
    if title:
        role = Span(tokens[title.role_first].start, tokens[title.last - 1].end) if title.has_role else None
        return EntityMention(Span(tokens[title.first].start, end), kind, bare, role)
    behind = titles.after(tokens, name.last, ceiling)
    role = Span(tokens[behind[0]].start, tokens[behind[1] - 1].end) if behind else None
    return EntityMention(bare, kind, bare, role)


def _is_date(mention: EntityMention, reading: Reading) -> bool:
    if mention.type not in (EntityType.WORK, EntityType.EVENT, EntityType.PRODUCT):
        return False
    return any(date.span.contains(mention.span) for date in reading.dates)
