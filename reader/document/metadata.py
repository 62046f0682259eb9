"""Metadata taken out of a text: front matter, header lines, an inline prefix; and what to call the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import PurePath

from reader.document import dateline
from reader.document.article import Article, RawDocument, Section, Sentence
from reader.document.language import detect
from reader.document.sentences import of_page, opening, split

TITLE_LENGTH = 72
_KEYS = {
    "title": "title", "headline": "title",
    "source": "source", "publisher": "source", "outlet": "source", "site": "source", "publication": "source",
    "date": "published", "published": "published", "pubdate": "published",
    "url": "url", "link": "url",
}  # fmt: skip
_FRONT = re.compile(r"\A\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_HEADER = re.compile(
    rf"[ \t]*({'|'.join(_KEYS)})[ \t]*:[ \t]*(\S[^\n]*)(?:\n|\Z)",
    re.I,
)
_INLINE = re.compile(
    r"\A\s*(?:date|published(?: on)?|dated)\s*[:=]?\s*(\d{4}-\d{2}-\d{2})"
    r"(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?[\s|:–—-]+(?=\S)",
    re.I,
)
_HEAD = 6
"""In one of so many first paragraphs a page says when it was published."""
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_WRITTEN = re.compile(
    rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)? ({dateline.MONTH}),?"
    rf"|({dateline.MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?,?) (\d{{4}})\b",
    re.I,
)
_DATE_FORMATS = (
    "%d %B %Y",
    "%B %d, %Y",
    "%B %d %Y",
    "%d %b %Y",
    "%b %d, %Y",
    "%b %d %Y",
    "%Y/%m/%d",
    "%d.%m.%Y",
    "%a, %d %b %Y",
)


def parse_date(text: str) -> date | None:
    """A date as containers write it (ISO 8601 first, RFC 822 and long forms), or None."""
    text = text.strip().strip("\"'")
    if m := re.match(r"\d{4}-\d{2}-\d{2}", text):
        try:
            return date.fromisoformat(m.group())
        except ValueError:
            return None
    text = re.sub(r"\s+\d{1,2}:\d{2}.*$", "", text)
    for form in _DATE_FORMATS:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    return None


def take(raw: RawDocument) -> tuple[str, dict[str, tuple[str, str]]]:
    """The text without its metadata, and what it said: key → (value, basis)."""
    text = raw.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    found: dict[str, tuple[str, str]] = {}
    if m := _FRONT.match(text):
        for line in m.group(1).split("\n"):
            name, colon, value = line.partition(":")
            key = _KEYS.get(name.strip().lower())
            if colon and key and value.strip():
                found.setdefault(key, (value.strip().strip("\"'"), "front_matter"))
        text = text[m.end() :]
    text = _header_lines(text, found)
    if m := _INLINE.match(text):
        found.setdefault("published", (m.group(1), "inline"))
        text = text[m.end() :]
    return text.strip("\n").rstrip(), found


def _stamped(text: str, sentences: Sequence[Sentence]) -> date | None:
    """The day that a page says it was published on, else the first that it names in its head ("Last updated …")."""
    lines = [
        s.span.of(text) for s in sentences
        if s.section is Section.CREDIT and s.paragraph < _HEAD and of_page(s.span.of(text))
    ]  # fmt: skip
    lines.sort(key=lambda line: not re.search(r"publish|posted", line, re.I))
    return next((found for line in lines if (found := _day(line))), None)


def _day(line: str) -> date | None:
    """The first day with month and year in a line."""
    if iso := _ISO.search(line):
        return parse_date(iso.group())
    written = _WRITTEN.search(line)
    if written is None:
        return None
    first, month, other, second, year = written.groups()
    return parse_date(f"{first or second} {(month or other)[:3]} {year}")


def _header_lines(text: str, found: dict[str, tuple[str, str]]) -> str:
    """Cuts ``Title: …`` lines at the top; a lone ``Source: …`` line before prose counts too."""
    at = len(text) - len(text.lstrip())
    taken: dict[str, tuple[str, str]] = {}
    while m := _HEADER.match(text, at):
        taken.setdefault(_KEYS[m.group(1).lower()], (m.group(2).strip(), "header"))
        at = m.end()
    if not taken or not text[at:].strip():
        return text
    found.update({k: v for k, v in taken.items() if k not in found})
    return text[at:]


def article_of(raw: RawDocument, letter: str) -> Article:
    """The article made of a document; ``letter`` names it where the container gives no id."""
    text, found = take(raw)
    stated = {k: (v, "given") for k in ("title", "source", "published", "url") if (v := getattr(raw, k))}
    said = found | stated
    published, basis = None, None
    if "published" in said and (published := parse_date(said["published"][0])):
        basis = said["published"][1]
    sentences = split(text)
    if published is None and (published := _stamped(text, sentences)):
        basis = "page"
    title, title_basis = said.get("title", ("", ""))[0], "given"
    if not title and (first := opening(sentences)):
        headline, span = first.section is Section.HEADLINE, first.span
        words = text[dateline.after(text, span.start, span.end) : span.end]
        title, title_basis = (words, "headline") if headline else (shorten(words, TITLE_LENGTH), "lead")
    return Article(
        id=raw.id if raw.id is not None else letter,
        letter=letter,
        path=raw.path,
        source=said["source"][0] if "source" in said else source_name(raw.path),
        text=text,
        title=title or "(no text)",
        title_basis=title_basis,
        sentences=sentences,
        published=published,
        published_basis=basis,
        language=detect(text),
        url=said.get("url", (None, ""))[0],
        story=raw.story,
        extra=raw.extra,
        notes=raw.notes,
    )


def source_name(path: str) -> str:
    """What to call a source of which only the file's name is known: its stem, a long hash in it cut short."""
    stem = PurePath(path).stem if path != "-" else "stdin"
    return re.sub(r"(?<![0-9a-z])([0-9a-f]{8})[0-9a-f]{4,}(?![0-9a-z])", r"\1", stem) or "unnamed"


def shorten(text: str, length: int) -> str:
    """A text cut at a word to at most ``length`` characters, an ellipsis at the end if anything was cut."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    cut = text[: length - 1].rsplit(" ", 1)[0] or text[: length - 1]
    return cut.rstrip(" ,;:–—-") + "…"
