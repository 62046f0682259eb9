"""Words of a text with their offsets: the units that the name tagger labels.

The cut is the one of treebank news corpora, made independent of spaces: hyphens between words, possessive ``'s`` and
contractions are tokens of their own, initials ("U.S.", "J. P.") and titles ("Mr.") keep their full stop.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_MARKS = "\u0300-\u036f\u0591-\u05bd\u064b-\u0652\u0900-\u0903\u093a-\u094f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c\u200d"
"""Combining marks of common scripts: they belong to the letter before them."""

# Every repeat is bounded, so that a line without a space costs no more than its length.
_TOKEN = re.compile(
    rf"""
      (?:[A-Z]\.[ ]?){{0,4}}[A-Z]\.(?![^\W\d_][^\W_])            # initials, also printed apart: U. S.
    | (?:M(?:rs?|s|t|aj|essrs)|Dr|Ft|Gen|Col|Lt|Capt|Cpl|Pvt|Brig|Adm|Cmdr|Rep|Rev|Gov|Prof|Hon|Jr|No|S(?:t|r|gt|en))\.
    | https?://[^\s<>"]{{1,300}}
    | [^\W_]{{1,60}}(?:[{_MARKS}]{{1,3}}[^\W_]{{0,60}}){{0,30}}
      (?:['’ʼʻ](?!(?:s|re|ve|ll|d|m|t|S|RE|VE|LL|D|M|T)(?![^\W_]))[^\W_]{{1,60}}
        | (?<=\d)[.,:/]\d{{1,15}}[^\W_]{{0,4}}){{0,8}}
    | ['’](?:s|re|ve|ll|d|m|t|S|RE|VE|LL|D|M|T)(?![^\W_])
    | \.{{2,40}} | -{{2,40}}
    | \S
    """,
    re.VERBOSE,
)
_NOT = frozenset({"'t", "’t", "'T", "’T"})


class Token(NamedTuple):
    """``text[start:end]`` and its form: as printed, but initials without spaces and titles without their full stop."""

    start: int
    end: int
    form: str


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``, with offsets into the whole text; linear in its length."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        form = match.group()
        first, last = match.span()
        if form[-1] == "." and last - first > 1 and form[0] != ".":
            form = form.replace(" ", "") if form[1] == "." else form[:-1]
        elif form in _NOT and tokens and tokens[-1].end == first and tokens[-1].form[-1] in "nN":
            before = tokens.pop()  # "didn't" is "did" and "n't"
            if before.end - before.start > 1:
                tokens.append(Token(before.start, before.end - 1, before.form[:-1]))
            first, form = before.end - 1, before.form[-1] + form
        tokens.append(Token(first, last, form))
    return tokens
