"""How sure the text is of what it says: hedges, plans, denials, and what could not be verified.

A closed lexicon (``lexicon/certainty.txt``) names each phrase and what it bears on. Within somebody's words a phrase
bears on these words only: "she said it may rain" does not make it uncertain that she said it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from reader.analysis.reading import Attribution, Certainty, CertaintyMark, Reading
from reader.document.article import Section
from reader.document.span import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NEXT = re.compile(r"\s+(?:also |then |soon |now |later )?([a-z]+)")
_EDGE = re.compile(
    r"[;—]| – |, (?:but|and|while|which|who|whom|although|though|after|because|so|or|denying|adding|saying)\b"
    r"|(?<=\s)(?:but|although|whereas|and (?:assert|claim|say|add|insist|argu|accus|stress|not)ing)\b"
)
_POINTS_BACK = re.compile(
    r"\b(?:th(?:e|is|at|ese|ose)|such|those|his|her|its|their|either|both|any of the|none of the)\b[^.]{0,40}?"
    r"\b(?:claims?|reports?|accounts?|figures?|statements?|allegations?|assertions?|numbers?|toll|details?|information"
    r"|footage|videos?|images?|authenticity|accusations?|story)\b|^(?:it|this|that|they)\b|\bwhich\b|\bit\b",
    re.I,
)
_REACH = 700
"""Characters to either side of a phrase within which its clause ends."""
_PER_SENTENCE = 40
"""Marks looked for in one sentence: more is no prose."""
_NOUN_BEFORE = frozenset({"the", "a", "his", "her", "their", "its", "free", "political", "own", "good", "of", "last"})


class _Phrase(NamedTuple):
    words: str
    certainty: Certainty
    scope: str
    verb: bool


@cache
def _phrases() -> tuple[dict[str, list[_Phrase]], frozenset[str]]:
    """Phrases by their first word, the longest first, and the plain verbs."""
    by_first: dict[str, list[_Phrase]] = {}
    verbs: set[str] = set()
    content = (Path(__file__).parent / "lexicon" / "certainty.txt").read_text(encoding="utf-8")
    for raw in content.splitlines():
        line = raw.split("#", 1)[0].strip()
        if not line:
            continue
        head, body = (part.strip() for part in line.split(":", 1))
        if head == "verbs":
            verbs.update(body.split())
            continue
        name, scope = head.split()
        words = body.removesuffix("(v)").strip()
        by_first.setdefault(words.split()[0], []).append(_Phrase(words, Certainty(name), scope, body.endswith("(v)")))
    for options in by_first.values():
        options.sort(key=lambda phrase: -len(phrase.words))
    return by_first, frozenset(verbs)


def find(reading: Reading) -> tuple[CertaintyMark, ...]:
    """Every mark of an article in the order of the text; needs its attributions."""
    if not reading.article.sentences:
        return ()
    text = reading.text
    by_first, _ = _phrases()
    folded = _fold(text)
    marks: list[CertaintyMark] = []
    reached, marked = 0, (-1, 0)
    before = ""
    for match in _WORD.finditer(folded):
        word = match[0]
        if match.start() >= reached and word in by_first:
            for phrase in by_first[word]:
                end = match.start() + len(phrase.words)
                if folded.startswith(phrase.words, match.start()) and not folded[end : end + 1].isalnum():
                    cue = Span(match.start(), end)
                    if _holds(text, folded, cue, phrase, before):
                        index = reading.article.sentence_at(cue.start)
                        marked = (index, marked[1] + 1 if marked[0] == index else 1)
                        if marked[1] <= _PER_SENTENCE:
                            marks.extend(_mark(reading, cue, phrase, index))
                        reached = end
                        break
        before = word
    return tuple(marks)


def _fold(text: str) -> str:
    """Lower case with straight apostrophes, of the same length as the text."""
    low = text.lower().replace("’", "'")
    if len(low) != len(text):  # one character may have two in lower case
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text).replace("’", "'")
    return low


def _holds(text: str, folded: str, cue: Span, phrase: _Phrase, before: str) -> bool:
    """Is a phrase what it seems: no month of May, no last will, nothing due to rain?"""
    if phrase.words in ("may", "will", "might") and (text[cue.start].isupper() or before in _NOUN_BEFORE):
        return False
    if phrase.words == "alleged" and before in ("he", "she", "they", "who", "has", "have"):
        return False
    if phrase.verb:
        following = _NEXT.match(folded, cue.end, cue.end + 40)
        return bool(following and following[1] in _phrases()[1])
    return True


def _mark(reading: Reading, cue: Span, phrase: _Phrase, index: int) -> Iterator[CertaintyMark]:
    """The mark for a phrase of sentence ``index``, with the span it bears on."""
    sentences = reading.article.sentences
    sentence = sentences[index]
    if sentence.section in (Section.FAQ_QUESTION, Section.CREDIT):
        return
    if phrase.scope == "before":
        scope = sentence.span
        opening = reading.text[scope.start : min(cue.end + 80, scope.end)]
        if index and sentences[index - 1].paragraph >= sentence.paragraph - 1 and _POINTS_BACK.search(opening[:300]):
            scope = scope.join(sentences[index - 1].span)
    else:
        scope = _clause(reading, cue, sentence.span)
        if phrase.scope == "after":
            scope = Span(cue.end, max(scope.end, cue.end))
            if phrase.certainty is Certainty.DENIED and (said := _said_by(reading, cue)):
                scope = said
    trimmed = _trim(reading.text, scope)
    yield CertaintyMark(cue, trimmed, phrase.certainty)


def _said_by(reading: Reading, cue: Span) -> Span | None:
    """What the attribution whose cue this is says was said."""
    for attribution in _near(reading, cue.start):
        if attribution.cue and attribution.cue.overlaps(cue):
            return attribution.content
    return None


def _near(reading: Reading, offset: int) -> Iterator[Attribution]:
    """Attributions whose content begins near an offset, the later ones first."""
    found = reading.attributions
    low, high = 0, len(found)
    while low < high:
        middle = (low + high) // 2
        if found[middle].content.start <= offset + 300:
            low = middle + 1
        else:
            high = middle
    for n in range(low - 1, max(-1, low - 16), -1):
        yield found[n]


def _clause(reading: Reading, cue: Span, sentence: Span) -> Span:
    """The clause of a sentence that holds a phrase, within the smallest content that holds it."""
    start, end = max(sentence.start, cue.start - _REACH), min(sentence.end, cue.end + _REACH)
    inner = [a.content for a in _near(reading, cue.start) if a.content.contains(cue)]
    if inner:
        content = min(inner, key=len)
        start, end = max(start, content.start), min(end, content.end)
        start, end = min(start, cue.start), max(end, cue.end)
    for edge in _EDGE.finditer(reading.text, start, end):
        if edge.end() <= cue.start:
            start = edge.end()
        elif edge.start() >= cue.end:
            end = edge.start()
            break
    return Span(start, end)


def _trim(text: str, span: Span) -> Span:
    """A scope without spaces and stops at its ends."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;:—–"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:."):
        end -= 1
    return Span(start, end)
