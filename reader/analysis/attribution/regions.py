"""Sentences as rows of classed words in which every quotation is one item: what cues are looked for in.

A quotation of several sentences does not end the sentence that it stands in. The words within a quotation make regions
of their own, because people quote one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reader.analysis.attribution.lexicon import cue_forms, word_classes
from reader.analysis.reading import Quote, Reading
from reader.document import dateline
from reader.document.article import Section
from reader.document.span import Span

QUOTE = "Q"
_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,9}|(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Rev|St|Jr|Sr|Sens|Reps)\."
    r"|[^\W_]{1,60}(?:[-&/](?=[^\W_])[^\W_]{1,60}|(?<=\d)[.,](?=\d)\d{1,20}){0,8}(?:['’](?!s\b)[^\W_]{1,20}){0,2}"
    r"|['’]s\b|\.{2,40}|\S"
)
_ABOUT = frozenset({"about", "around", "over", "under", "nearly", "almost", "some"})
_GLUED = re.compile(r"([A-Z][a-z]{2,20})(said|told|says|added)$")


class Region:
    """One sentence: parallel lists of offsets, lower-case forms and classes of its items.

    ``quoted``: does it stand inside a quotation? ``paragraph`` and ``section`` come from its first sentence.
    """

    __slots__ = ("ends", "headline", "kind", "low", "paragraph", "quoted", "section", "starts")

    def __init__(self, paragraph: int, section: Section, quoted: bool) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.low: list[str] = []
        self.kind: list[str] = []
        self.paragraph, self.section, self.quoted = paragraph, section, quoted
        self.headline = section is Section.HEADLINE and not quoted

    def __len__(self) -> int:
        return len(self.kind)

    def add(self, start: int, end: int, low: str, kind: str) -> None:
        """Append an item."""
        self.starts.append(start)
        self.ends.append(end)
        self.low.append(low)
        self.kind.append(kind)

    def span(self, first: int, stop: int) -> Span:
        """The characters of items ``first`` to ``stop - 1``."""
        return Span(self.starts[first], self.ends[stop - 1])


@cache
def _kinds() -> dict[str, str]:
    """Class of a lower-case word; verbs of saying are ``CUE`` unless they are small words."""
    return dict.fromkeys(cue_forms(), "CUE") | word_classes()


def _classify(word: str, low: str, kinds: dict[str, str]) -> str:
    """The class of a word that no list may know."""
    kind = kinds.get(low.rstrip(".") if len(low) > 1 else low)
    first = word[0]
    if kind:
        if first.isupper() and (kind in ("CUE", "VB", "ROLE") or low in ("will", "may") or word[1:2].isupper()):
            return "CAP"
        return "LOW" if kind == "DAY" and first.islower() and low in ("march", "second", "mar", "sun", "sat") else kind
    if first.isdigit():
        return "NUM"
    if first.isupper():
        return "CAP"
    if not first.isalpha():
        return "'s" if low in ("'s", "’s") else first
    if low.endswith(("n't", "n’t")):
        return "DO"
    if low.endswith("ly"):
        return "ADV"
    return "ED" if low.endswith("ed") else "ING" if low.endswith("ing") else "LOW"


def _fill(region: Region, text: str, start: int, end: int, known: dict[str, tuple[str, str]]) -> None:
    """Append the words of ``text[start:end]``; ``known`` keeps the class of each word of an article."""
    kinds, classes = _kinds(), region.kind
    add_start, add_end, add_low = region.starts.append, region.ends.append, region.low.append
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        pair = known.get(word)
        if pair is None:
            low = word.lower().replace("’", "'")
            pair = known[word] = low, _classify(word, low, kinds)
        low, kind = pair
        if classes:
            last = classes[-1]
            if kind == "CAP":
                if last == "CAP" and (glued := _GLUED.match(word)):
                    middle = match.start() + len(glued[1])
                    region.add(match.start(), middle, glued[1].lower(), "CAP")
                    region.add(middle, match.end(), glued[2], "CUE")
                    continue
            elif kind == "'s":
                kind = "BE" if last in ("PRP", "WH") else kind
            elif kind == "NUM" and region.low[-1] in _ABOUT:
                classes[-1] = "NUM"
            elif kind in ("'", "’") and last in ("CAP", "LOW", "ROLE") and _possessive(region, text, match):
                kind = "'s"  # "the Farmers' Party"
        first, stop = match.span()
        add_start(first)
        add_end(stop)
        add_low(low)
        classes.append(kind)


def _possessive(region: Region, text: str, mark: re.Match[str]) -> bool:
    """Is an apostrophe the end of a plural with something of its own behind it?"""
    behind = text[mark.end() : mark.end() + 2]
    return region.ends[-1] == mark.start() and region.low[-1][-1] == "s" and behind[:1] == " " and behind[1:].isalpha()


def _ending(text: str, quote: Quote) -> str:
    """How a quotation ends: ``Q,`` ``Q.`` ``Q?`` or ``Q``; a comma may stand behind its mark."""
    words = quote.words
    last = text[words.end - 1]
    if not last.isalnum() and last.isspace():
        last = text[words.start : words.end].rstrip()[-1:]
    if last in ".…":
        return "Q."
    if last in "?!":
        return "Q?"
    return "Q," if last in ",-—–" or text[quote.span.end : quote.span.end + 1] == "," else QUOTE


def outermost(quotes: Sequence[Quote]) -> list[Quote]:
    """Quotations that stand in no other, in order."""
    out: list[Quote] = []
    for quote in quotes:
        if not out or quote.span.start >= out[-1].span.end:
            out.append(quote)
    return out


def regions(reading: Reading) -> list[Region]:
    """All regions of an article: each sentence in turn, then the insides of quotations at the end."""
    sentences = reading.article.sentences
    text = reading.text
    outer = outermost(reading.quotes)
    known: dict[str, tuple[str, str]] = {}
    out: list[Region] = []
    current: Region | None = None
    n, at = 0, 0
    for number, sentence in enumerate(sentences):
        span = sentence.span
        if current is None or current.paragraph != sentence.paragraph:
            current = Region(sentence.paragraph, sentence.section, False)
            out.append(current)
        at = max(at, dateline.begin(text, number, span))  # a place says nothing
        while n < len(outer) and outer[n].span.start < span.end:
            quote = outer[n].span
            if quote.start >= at:
                _fill(current, text, at, quote.start, known)
                current.add(quote.start, quote.end, _ending(text, outer[n]), QUOTE)
            at = max(at, quote.end)
            if quote.end >= span.end:
                break
            n += 1
        if at < span.end:
            _fill(current, text, at, span.end, known)
            at = span.end
        if n >= len(outer) or outer[n].span.end <= span.end or outer[n].span.start >= span.end:
            current = None
    return [r for r in out if r.kind] + list(_insides(reading, outer, known))


def _insides(reading: Reading, outer: Sequence[Quote], known: dict[str, tuple[str, str]]) -> Iterator[Region]:
    """Regions of the words inside quotations of some length."""
    sentences = reading.article.sentences
    for quote in outer:
        if len(quote.words) < 40:
            continue
        n = reading.article.sentence_at(quote.words.start)
        while n < len(sentences) and sentences[n].span.start < quote.words.end:
            span = sentences[n].span
            region = Region(sentences[n].paragraph, sentences[n].section, True)
            start, end = max(span.start, quote.words.start), min(span.end, quote.words.end)
            if start < end:
                _fill(region, reading.text, start, end, known)
            if region.kind:
                yield region
            n += 1
