"""JSON lines: one article a line, ``{"id", "source", "title", "published", "url", "text"}``, only ``text`` required."""

from __future__ import annotations

import json
from dataclasses import replace

from reader.document.article import RawDocument

KNOWN = ("id", "source", "title", "published", "url", "story")


def parse(text: str, path: str) -> tuple[list[RawDocument], list[str]]:
    """The documents of a JSONL text, and one notice for each bad line (with its number)."""
    documents: list[RawDocument] = []
    notices: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            notices.append(f"{path}: line {number} is not JSON ({getattr(error, 'msg', 'nested too deeply')}); skipped")
            continue
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            notices.append(f'{path}: line {number} has no "text"; skipped')
            continue
        extra = {k: v for k, v in row.items() if k not in KNOWN and k != "text"}
        document = RawDocument(text=_whole(row["text"]), path=path, extra=extra)
        given = {k: _whole(str(row[k])) for k in KNOWN if row.get(k) is not None}
        documents.append(replace(document, **given))  # type: ignore[arg-type]
    return documents, notices


def _whole(text: str) -> str:
    """The text with surrogates joined, and lone ones (which JSON can spell and no encoding can hold) replaced."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace") if not text.isascii() else text
