"""Markdown to plain text, by markdown-it-py."""

from __future__ import annotations

from markdown_it import MarkdownIt


def to_text(source: str) -> str:
    """The words of a Markdown text, one blank line between blocks; front matter is left as it is."""
    front = ""
    if source.startswith("---\n") and (end := source.find("\n---", 4)) > 0:
        stop = source.find("\n", end + 4)
        front, source = source[: stop + 1], source[stop + 1 :]
    parser = MarkdownIt("commonmark", {"maxNesting": 200})
    blocks = [
        "".join(c.content if c.type in ("text", "code_inline") else "\n" if c.type == "softbreak" else "" for c in t.children or ())
        for t in parser.parse(source)
        if t.type == "inline"
    ]
    return front + "\n\n".join(b for b in blocks if b.strip())
