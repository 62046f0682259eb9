"""From what the user names (files, folders, ``-``) to articles."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reader.document.article import Article, RawDocument
from reader.document.metadata import article_of
from reader.ingest import jsonl, plain

TEXT_SUFFIXES = {".txt", ".text", ".md", ".markdown", ".jsonl", ".ndjson"}
LATER_SUFFIXES = {".html", ".htm", ".xml", ".rss", ".atom", ".opml"}


class NotFound(Exception):
    """A path that the user named does not exist."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The articles that were read, and notices about what was not or was guessed."""

    articles: tuple[Article, ...]
    notices: tuple[str, ...]


def gather(paths: Sequence[str]) -> Gathered:
    """Reads everything that the paths name, in their order, folders by name.

    :raises NotFound: a path does not exist.
    """
    documents: list[RawDocument] = []
    notices: list[str] = []
    for path in paths:
        for found, said in _one(path):
            documents += found
            notices += said
    return Gathered(tuple(articles(documents)), tuple(notices))


def articles(documents: Iterable[RawDocument]) -> list[Article]:
    """Documents as articles, lettered in their order."""
    return [article_of(document, letter(n)) for n, document in enumerate(documents)]


def article_from_text(text: str, published: date | None = None) -> Article:
    """One article of a plain text, for the library's users and for tests."""
    return article_of(RawDocument(text, "text.txt", published=published.isoformat() if published else None), "A")


def letter(n: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    return (letter(n // 26 - 1) if n >= 26 else "") + chr(65 + n % 26)


def _one(name: str) -> Iterable[tuple[list[RawDocument], list[str]]]:
    if name == "-":
        yield _document(sys.stdin.buffer.read(), "-")
        return
    path = Path(name)
    if path.is_dir():
        for child in sorted(path.rglob("*")):
            inside = child.relative_to(path).parts
            if child.suffix.lower() in TEXT_SUFFIXES and child.is_file() and not any(p.startswith(".") for p in inside):
                yield _file(child, str(child))
    elif path.exists():
        yield _file(path, name)
    else:
        raise NotFound(name)


def _file(path: Path, name: str) -> tuple[list[RawDocument], list[str]]:
    """What one file holds; one that cannot be read costs a notice, not the others."""
    if path.suffix.lower() in LATER_SUFFIXES:
        return [], [f"{name}: HTML and feeds are not read by this version; skipped"]
    try:
        return _document(path.read_bytes(), name)
    except OSError as error:
        return [], [f"{name}: cannot be read ({error.strerror}); skipped"]


def _document(data: bytes, path: str) -> tuple[list[RawDocument], list[str]]:
    if plain.is_binary(data):
        return [], [f"{path}: not a text; skipped"]
    text, notes = plain.decode(data)
    if not text.strip("\ufeff\x00 \t\r\n\f\v"):
        return [], [f"{path}: empty; skipped"]
    if path.lower().endswith((".jsonl", ".ndjson")) or (path == "-" and text.lstrip().startswith('{"')):
        return jsonl.parse(text, path)
    if path.lower().endswith((".md", ".markdown")):
        from reader.ingest import markdown  # noqa: PLC0415 (the parser is loaded only for Markdown)

        text = markdown.to_text(text)
    return [RawDocument(text, path, notes=notes)], [f"{path}: {note}" for note in notes]
