"""Words between quotation marks: curly, straight, angular and doubled marks, single ones, nested ones.

A paragraph that opens with a mark and does not close it is quoted to its end when the next paragraph opens with a mark
again: the habit of printers for a speech that goes on. Apostrophes, inches and minutes are not marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.analysis.reading import Quote, Reading
from reader.document.span import Span

_PARAGRAPH = re.compile(r"[^\n]+")
_MARK = re.compile(r"''|``|[\"“”„«»‘’'‚‹›]")
_CLOSERS = {"“": '”“"', "„": "“”", "«": "»", "‹": "›", '"': '"”', "''": "''", "``": "''", "‘": "’", "'": "'", "‚": "‘’"}
_SINGLE = frozenset("‘’'‚")
_ELIDED = re.compile(r"(?:em|tis|twas|til|cause|n|bout|round|cuz|\d0?s?)\b", re.I)
_BEFORE_OPENER = frozenset("([{<—–-/“\"‘'«¿¡")
_MAX_SINGLE = 600


def find(reading: Reading) -> tuple[Quote, ...]:
    """Every quotation of the article in the order of the text, nested ones after the one that holds them."""
    text = reading.text
    if not _MARK.search(text):
        return ()
    found: list[Quote] = []
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
    for n, (start, end) in enumerate(paragraphs):
        following = _first(text, *paragraphs[n + 1]) if n + 1 < len(paragraphs) else ""
        found.extend(_in_paragraph(text, start, end, following))
    return tuple(sorted(found, key=lambda quote: (quote.span.start, -quote.span.end)))


def _in_paragraph(text: str, start: int, end: int, following: str) -> Iterator[Quote]:
    """Quotations of one paragraph; ``following`` is the first character of the next one."""
    stack: list[tuple[str, int, int]] = []
    found: list[Quote] = []
    for match in _MARK.finditer(text, start, end):
        mark, at, after = match[0], match.start(), match.end()
        if mark in _SINGLE and not _may_be_single(text, mark, at, start, end):
            continue
        depth = _closes(text, stack, mark, at, end)
        if depth is not None:
            opened, opened_at, inside = stack[depth]
            del stack[depth:]
            if opened not in _SINGLE or at - opened_at <= _MAX_SINGLE:
                _add(found, text, opened_at, inside, at, after)
        elif _opens(text, mark, at, after, start, end) and len(stack) < 4:
            stack.append((mark, at, after))
    for mark, at, inside in stack[:1]:
        first = not text[start:at].strip()
        if mark not in _SINGLE and (first or text[:at].rstrip()[-1:] in (",", ":")):
            goes_on = following and following in "“\"«„'"
            if goes_on or first or at > start:
                stop = at + len(text[at:end].rstrip())
                _add(found, text, at, inside, stop, stop)
    yield from found


def _first(text: str, start: int, end: int) -> str:
    """First visible character of a paragraph."""
    return text[start : min(end, start + 8)].lstrip()[:1]


def _add(found: list[Quote], text: str, start: int, inside: int, stop: int, end: int) -> None:
    """Keep a quotation that holds a word."""
    if any(c.isalnum() for c in text[inside:stop]):
        found.append(Quote(Span(start, end), Span(inside, stop)))


def _may_be_single(text: str, mark: str, at: int, start: int, end: int) -> bool:
    """Is a single mark something other than the apostrophe inside a word or before a shortened one?"""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if before.isalnum() and after.isalnum():
        return False
    if before.isdigit() and mark == "'":
        return False
    return not (mark in "'’" and not before.isalnum() and _ELIDED.match(text, at + 1))


def _closes(text: str, stack: list[tuple[str, int, int]], mark: str, at: int, end: int) -> int | None:
    """Index in the stack of the mark that this one closes, or None."""
    for depth in range(len(stack) - 1, -1, -1):
        opened, opened_at, inside = stack[depth]
        if mark not in _CLOSERS[opened] or (opened == "“" and mark == "“"):
            continue
        if mark in ('"', "''", "'", "’"):
            before = text[at - 1]
            if at == inside or (before.isspace() and at + 1 < end and not text[at + len(mark)].isspace()):
                continue
            if mark in "'’" and _is_plural_possessive(text, mark, at, end):
                continue
        if opened in _SINGLE and at - opened_at > _MAX_SINGLE:
            continue
        return depth
    return None


def _is_plural_possessive(text: str, mark: str, at: int, end: int) -> bool:
    """Is a single mark after a final s an apostrophe, because the real closing mark is still to come?"""
    if text[at - 1] not in "sS" or not re.match(r" \w", text[at + 1 : at + 3]):
        return False
    later = re.compile(rf"(?<=[\w.,?!…])[{mark}](?!\w)|[‘]|(?<=\s)['](?=\w)").search(text, at + 1, min(end, at + 300))
    return bool(later and later[0] == mark and not text[later.start() - 1].isspace())


def _opens(text: str, mark: str, at: int, after: int, start: int, end: int) -> bool:
    """May a mark open a quotation here?"""
    if mark in "“„«‹‘‚" or mark == "``":
        return True
    if mark in "”»›’":
        return False
    before = text[at - 1] if at > start else " "
    behind = text[after] if after < end else " "
    if behind.isspace():
        return mark == '"' and before.isspace() and text.find('"', after, min(end, after + 2000)) > 0
    return before.isspace() or before in _BEFORE_OPENER
