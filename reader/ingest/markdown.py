"""Markdown to plain text, by markdown-it-py."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

# Deeper nesting than this is no article; the parser drops text below its limit without a word.
NESTING = 200
_TAG = re.compile(r"<[^<>]{0,500}>")


def to_text(source: str) -> str:
    """The words of a Markdown text, one blank line between blocks; front matter is left as it is.

    Where the parser finds no words at all, the source itself is the text: nothing is silently lost.
    """
    front = ""
    if source.startswith("---\n") and (end := source.find("\n---", 4)) > 0:
        stop = source.find("\n", end + 4)
        stop = len(source) - 1 if stop < 0 else stop
        front, source = source[: stop + 1], source[stop + 1 :]
    parser = MarkdownIt("commonmark", {"maxNesting": NESTING}).enable("table")
    blocks = [words for token in parser.parse(source) if (words := _words(token)).strip()]
    return front + ("\n\n".join(blocks) or source)


def _words(token: Token) -> str:
    """The text of one block token; markup, addresses and images' sources are left out."""
    if token.type in ("fence", "code_block"):
        return token.content.rstrip("\n")
    if token.type == "html_block":
        return _TAG.sub("", token.content).strip()
    if token.type != "inline":
        return ""
    return "".join(_inline(child) for child in token.children or ())


def _inline(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    return token.content if token.type in ("text", "code_inline", "image") else ""
