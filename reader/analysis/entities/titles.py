"""Titles and roles beside a person's name: "deputy national security adviser Ann Lee", "Ann Lee, the mayor"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.analysis.entities.gazetteer import word_list
from reader.analysis.tokens import Token

LONGEST = 7
"""Tokens of the longest title that is looked for."""


class Title(NamedTuple):
    """``tokens[first:last]`` are titles of the name beside them; ``role_first`` skips forms of address."""

    first: int
    last: int
    role_first: int

    @property
    def has_role(self) -> bool:
        """Is there more than a form of address?"""
        return self.role_first < self.last


def before(tokens: Sequence[Token], name: int, floor: int) -> Title | None:
    """The titles that end where a name begins; ``floor`` is the end of the name before it."""
    heads, words, address = word_list("role_heads"), word_list("role_words"), word_list("honorifics")
    first = name
    role = name
    while first > floor and name - first < LONGEST:
        form = tokens[first - 1].form
        lower = form.lower()
        if form in address:
            first -= 1
        elif lower in heads or (lower in words and first < name):
            first = role = first - 1
        elif (
            lower in word_list("role_of")
            and first - 3 >= floor
            and tokens[first - 2].form == "of"
            and _is_head(tokens[first - 3])
        ):
            first = role = first - 3
        elif form == "-" and first - 2 >= floor and tokens[first - 2].form.lower() in words and first < name:
            first = role = first - 2
        else:
            break
    if first == name:
        return None
    return Title(first, name, role)


def after(tokens: Sequence[Token], name: int, ceiling: int) -> tuple[int, int] | None:
    """The role in an apposition after a name: ``, the deputy mayor,``; ``ceiling`` is the start of the next name."""
    if name >= len(tokens) or tokens[name].form != ",":
        return None
    heads, words = word_list("role_heads"), word_list("role_words")
    at = name + 1
    if at < ceiling and tokens[at].form in ("the", "a", "an", "its", "his", "her", "their"):
        at += 1
    first = at
    while at < min(ceiling, first + LONGEST):
        lower = tokens[at].form.lower()
        if lower in heads and not (at + 1 < ceiling and tokens[at + 1].form.lower() in heads):
            return first, at + 1
        if lower not in heads and lower not in words and tokens[at].form != "-":
            return None
        at += 1
    return None


def _is_head(token: Token) -> bool:
    return token.form.lower() in word_list("role_heads")
