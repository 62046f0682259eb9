"""What a text is: the bytes' outcome (``RawDocument``) and the article made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256

from reader.document.span import Span


class Section(StrEnum):
    """What part of an article a sentence belongs to."""

    HEADLINE = "headline"
    CAPTION = "caption"
    BODY = "body"
    FAQ_QUESTION = "faq_question"
    FAQ_ANSWER = "faq_answer"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; ``paragraph`` counts blocks of text from 0."""

    span: Span
    section: Section
    paragraph: int


@dataclass(frozen=True, slots=True)
class RawDocument:
    """Decoded text and what the container said of it, before metadata is taken out of the text.

    ``id`` is None where the container gives none; ``path`` is how the user named the place (``-`` for stdin).
    ``title``, ``source``, ``published``, ``url`` and ``story`` are what the container stated (a JSONL key, a feed),
    never a guess. ``extra`` holds unknown keys as they came.
    """

    text: str
    path: str
    id: str | None = None
    title: str | None = None
    source: str | None = None
    published: str | None = None
    url: str | None = None
    story: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One text by one source; immutable.

    ``text`` holds everything but metadata; all spans of the program are offsets into it. ``id`` is unique in a run and
    shown as the article's letter where the container gave none. ``title_basis`` is ``given``, ``headline`` or
    ``lead``; ``published_basis`` is ``given``, ``front_matter``, ``header``, ``inline``, ``page`` (a line such as
    "Last updated: 3 February 2024" in its head) or None.
    """

    id: str
    letter: str
    path: str
    source: str
    text: str
    title: str
    title_basis: str
    sentences: tuple[Sentence, ...]
    published: date | None = None
    published_basis: str | None = None
    language: str = "en"
    url: str | None = None
    story: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """SHA-256 of the text, hexadecimal: names the article where letters and file names may change."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds an offset, or of the last one that begins before it (0 if none)."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].span.start <= offset:
                low = middle + 1
            else:
                high = middle
        return max(0, low - 1)
