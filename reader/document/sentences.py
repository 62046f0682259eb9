"""Where sentences begin and end, and what part of the article each belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.document import dateline
from reader.document.article import Section, Sentence
from reader.document.span import Span

CLOSERS = "\"'”’»)]"
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sr jr st gen col lt maj capt sgt cpl cmdr adm rep sen gov pres rev hon supt det insp "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "inc ltd co corp bros vs etc al no nos vol fig art sec dept est ave blvd rd mt ft approx "
    "u.s u.k u.n e.g i.e a.m p.m d.c".split()
)
NARROWEST, WIDEST = 45, 100
"""How wide text that is cut into lines may be, in characters."""
NEVER_LAST = frozenset("mr mrs ms dr prof st gen col lt maj capt sgt cpl cmdr adm rep sen gov rev hon supt vs".split())

_BREAK = re.compile(r"[.!?…؟۔।]+(?:[\"'”’»)\]]*(?=\s|$)|”(?=[“A-Z])|(?=“))|[。！？]+[”’」』]*")
_BLANK = re.compile(r"\n[ \t\r\f\v]*\n\s*")
_FAQ_HEADING = re.compile(r"^\W*(?:frequently asked questions|faqs?|questions and answers|q\s*&\s*a)\W*$", re.I)
_QUESTION = re.compile(r"^(?:\d{1,2}[.)]|Q\s*\d*[:.]|\*|-)?\s*\S.*\?$", re.S)
_CREDIT = re.compile(
    r"^\W*(?:additional reporting|reporting by|written by|edited by|editing by|with reporting|with inputs? from"
    r"|with files|source:|sources:|copyright|©|all rights reserved|the associated press contributed"
    r"|this (?:story|article) (?:was|has)"
    r"|read more|read also|also read|see also|related:|more on this|sign up|subscribe|click here|follow us|share this"
    r"|by [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}\W*$"
    r"|by (?-i:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}"
    r"(?:(?:,| and| &| \|) [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}){1,3})$)",
    re.I,
)
_ADDRESS = re.compile(r"^\W*(?:https?\s?:\s?/|www\.)", re.I)
_STAMP_WORDS = frozenset(
    "first last update updated publish published posted modified created date dated on at as of a p m am pm "
    "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday "
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september "
    "october november december st nd rd th t z gmt utc bst ist cet cest est edt cst cdt mst mdt pst pdt et ct mt pt "
    "uk us local eastern central mountain pacific standard daylight time".split()
)
_TIME = re.compile(r"\d\s?[:.]\s?\d\d|\d{4}|\d{1,2}[/-]\d{1,2}")
_LONGEST_STAMP = 90
_LONGEST_CREDIT = 300
_CAPTION = re.compile(
    r"^\W*(?:photo|image|picture|caption|file photo|file -|file –|watch:|video:|graphic:)\b"
    r"|\((?:AP|AFP|Reuters|Getty)[^)]*\)\s*$",
    re.I,
)


def split(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, in order; whitespace between them belongs to none."""
    out: list[Sentence] = []
    faq = False
    asked = False
    blocks = list(_blocks(text))
    opened = False
    for number, block in enumerate(blocks):
        words = block.of(text)
        if _FAQ_HEADING.match(words):
            faq, asked = True, False
            section = Section.HEADLINE
        elif (len(words) < _LONGEST_CREDIT and _CREDIT.match(words)) or of_page(words):
            section = Section.CREDIT
        elif faq and _QUESTION.match(words):
            section, asked = Section.FAQ_QUESTION, True
        elif faq and asked:
            section = Section.FAQ_ANSWER
        elif _CAPTION.search(words) and len(words) < 400:
            section = Section.CAPTION
        elif not opened and _headline(words, blocks[number + 1].of(text) if number + 1 < len(blocks) else ""):
            section = Section.HEADLINE
        else:
            section = Section.BODY
        opened = opened or section is not Section.CREDIT
        out.extend(Sentence(span, section, number) for span in _sentences(text, block))
    return tuple(out)


def opening(sentences: Sequence[Sentence]) -> Sentence | None:
    """Where an article begins: its title or first sentence, whatever lines of credit stand above it."""
    return next((s for s in sentences if s.section is not Section.CREDIT), sentences[0] if sentences else None)


def of_page(words: str) -> bool:
    """Is it the address of a page, or when it was published or changed ("Last updated: November 11, 2011 19:04 IST")?

    Such a line states nothing, but tells which event an article is about.
    """
    if _ADDRESS.match(words):
        return len(words) < _LONGEST_CREDIT
    if len(words) > _LONGEST_STAMP or not _TIME.search(words):
        return False
    return all(word in _STAMP_WORDS for word in re.findall(r"[^\W\d_]+", words.lower()))


def _headline(words: str, following: str) -> bool:
    """Is the block that opens an article a title line: short, one line, and no sentence, or right above a dateline?"""
    if not following or len(words) > 160 or "\n" in words:
        return False
    return words[-1] not in ".!…:;,\"”'’" or dateline.after(following, 0, len(following)) > 0


def _blocks(text: str) -> Iterator[Span]:
    """Paragraphs: parted by blank lines, or by a line end where the line before it is finished."""
    start, filled = 0, _filled(text)
    for gap in [*_BLANK.finditer(text), None]:
        end = gap.start() if gap else len(text)
        yield from _lines(text, start, end, filled)
        start = gap.end() if gap else end


def _filled(text: str) -> bool:
    """Are the lines cut to a width? Where lines are longer than any width, a line end is the end of a paragraph."""
    lengths = [len(line) for line in text.split("\n") if line.strip()]
    return sum(length > WIDEST for length in lengths) <= len(lengths) // 10


def _lines(text: str, start: int, end: int, filled: bool) -> Iterator[Span]:
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        while filled and stop >= 0 and _wrapped(text, at, stop, end):
            stop = text.find("\n", stop + 1, end)
        stop = end if stop < 0 else stop
        if span := _trim(text, at, stop):
            yield span
        at = stop + 1


def _wrapped(text: str, start: int, stop: int, end: int) -> bool:
    """Does a line go on after its line end (text wrapped at some 60 to 100 columns)?"""
    line = text[text.rfind("\n", start, stop) + 1 if text.rfind("\n", start, stop) >= 0 else start : stop].rstrip()
    following = text[stop + 1 : min(end, stop + 40)].lstrip()
    if not NARROWEST <= len(line) <= WIDEST or not following:
        return False
    return following[0].islower() or (
        line[-1:] not in ".!?…:" + CLOSERS and not re.match(r"[-*•]|\d{1,2}[.)]\s", following)
    )


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end > start else None


def _sentences(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for mark in _BREAK.finditer(text, block.start, block.end):
        if _ends(text, start, mark, block.end) and (span := _trim(text, start, mark.end())):
            yield span
            start = mark.end()
    if span := _trim(text, start, block.end):
        yield span


def _ends(text: str, start: int, mark: re.Match[str], end: int) -> bool:
    """Is this full stop the end of a sentence?"""
    rest = text[mark.end() : min(end, mark.end() + 60)].lstrip()
    if not rest:
        return True
    first = rest.lstrip("\"'“‘«([")[:1]
    if not first or first.islower():
        return False
    if mark.group()[0] != "." or len(mark.group()) > 1:
        return True
    before = text[max(start, mark.start() - 25) : mark.start()].split()
    word = before[-1].lstrip("\"'“‘(").lower() if before else ""
    if word in NEVER_LAST or (len(word) == 1 and word.isalpha() and before[-1].isupper()):
        return False
    if re.fullmatch(r"\d{1,2}", word) and not text[start : mark.start() - len(word)].strip():
        return False
    if word in ABBREVIATIONS or re.fullmatch(r"(?:[a-z]\.)+[a-z]", word):
        return bool(
            re.match(r"[\"'“‘]?(?:The|A|An|In|On|At|But|And|He|She|It|They|We|This|That|I|However|Meanwhile)\b", rest)
        )
    return True
