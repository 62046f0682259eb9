"""Where a sentence can be cut into statements: by conjunctions, relative and participle clauses, dashes, and figures.

The cut goes by pattern alone (no parser): a place is a border only where the words on both sides can stand for a
statement, so that a list of names stays whole. What is cut is never lost: the pieces cover the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice, pairwise

from reader.comparison import word_lists
from reader.document.span import Span

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+){0,6}")
_BORDER = re.compile(
    r"""
      [;:](?=\s)
    | (?<!\d)\s(?:[-–—]|--)(?=\s(?!\d|old\b)) | —
    | [,)]["”’']?(?=\s)
    | (?<=[\w"”’'])\s(?=(?:and|but|while|after|before|because|although|though|when|whereas|unless|until|despite|who
        |which|where|that|since|as|if|by|to|for|from|in|on|with|at|during|under|amid|following|against|over)\s)
    | (?<=\w)\s(?=[a-z]{3,14}ing\s)
    """,
    re.VERBOSE,
)
_COORDINATE = frozenset({"and", "but", "or", "yet", "nor"})
_CLAUSE = frozenset(
    "after before because although though while whereas when unless until despite since who which where whose "
    "even if so amid following including".split()
)
_LIGHT = frozenset(
    "a an the and or but nor so yet of in on at to for from by with as that this these those it its he she they "
    "we i you his her their our your my him them us who which what whose when where while after before because "
    "although though if unless until despite since than then there here is are was were be been being has have "
    "had do does did will would can could may might shall should must not no also just only even still very more "
    "most such into over under about against between during through out up down off all any some each both own "
    "same other said says say told according saying".split()
)


_FINITE = frozenset(
    "is are was were has have had will would can could may might shall should must do does did isn't aren't "
    "wasn't weren't won't can't couldn't wouldn't says".split()
)
_RESTRICTIVE = frozenset("since who which where whose".split())
_LAST = re.compile(r"([^\W\d_]+)[\s,:]*[\"“‘']?\s*$")
_SPEECH = frozenset("said says saying told added wrote tweeted asked stated declared warned argued insisted".split())
_SUBJECT_WORDS = 9
"""Within this many words after a conjunction the verb of a new clause is looked for."""
_STOP = re.compile(r"[;:]\s|,\s(?!\w+,|\w+ and\b)|\s(?:who|which|that)\s")


@cache
def _verbs() -> frozenset[str]:
    """Irregular past forms and auxiliaries: with ``-ed`` they tell a second predicate from a list of nouns."""
    return word_lists.words("past_forms") | word_lists.words("auxiliaries")


def _predicate(word: str) -> bool:
    """Can this word begin a predicate ("took", "wanted", "was")?"""
    return word in _verbs() or (len(word) > 4 and word.endswith("ed"))


def weight(text: str, start: int, end: int) -> int:
    """How many words between two offsets carry content."""
    return sum(1 for m in _WORD.finditer(text, start, end) if m.group().lower() not in _LIGHT)


def borders(text: str, span: Span) -> list[int]:
    """Offsets within the sentence where one statement may end and the next begin."""
    out: list[int] = []
    for match in _BORDER.finditer(text, span.start, span.end):
        at = match.end()
        while at < span.end and text[at].isspace():
            at += 1
        ahead = islice(_WORD.finditer(text, at, min(span.end, at + 60)), 3)
        following = [m.group().lower() for m in ahead]
        if following and (
            _divides(match.group(), text[at] if at < span.end else "", following)
            or (match.group()[0] == "," and following[0] in _COORDINATE and _says_more(text, at, span.end))
        ):
            out.append(at)
    return out


def _says_more(text: str, start: int, end: int) -> bool:
    """Does a clause with a subject and a finite verb of its own follow a comma and a conjunction?"""
    words = []
    stop = _STOP.search(text, start, min(end, start + 160))
    for match in _WORD.finditer(text, start, stop.start() if stop else min(end, start + 160)):
        words.append(match.group().lower())
        if len(words) > _SUBJECT_WORDS:
            break
    if not words or words[1:2] == ["also"]:
        return False
    if words[0] == "but" and len(words) > 3:
        return True
    return any(n > 1 and (word in _FINITE or _predicate(word)) for n, word in enumerate(words))


def _divides(mark: str, first: str, words: list[str]) -> bool:
    """Does a mark with these words after it divide two statements?"""
    word, after = words[0], words[1] if len(words) > 1 else ""
    if mark[0] in ";—–-:" or mark.strip() in ("-", "–", "—", "--"):
        return True
    if mark[0] in ",)":
        if word in _COORDINATE:
            return word == "but" or _predicate(after) or after in _SUBJECTS or after in _CLAUSE
        return (
            word in _CLAUSE or word in ("as", "with", "to", "by") or _predicate(word) or word in _SUBJECTS
            or (len(word) > 4 and word.endswith("ing") and first.islower())
        )  # fmt: skip
    if word in _COORDINATE:
        return _predicate(after) or after in _SUBJECTS
    if word == "as":
        return after in _SUBJECTS or after in ("the", "part")
    if word == "that":
        return _predicate(after)
    # Without a comma "who" and its like tell which one is meant, and "since" may be a preposition.
    return word in _CLAUSE and word not in _RESTRICTIVE


_SUBJECTS = frozenset("he she they it we i there who that".split())


def cut(text: str, span: Span, figures: Sequence[Span]) -> list[Span]:
    """The pieces of a sentence, in order; each holds two words of content or a figure of its own.

    ``figures`` are the sentence's figures: two of them never stay in one piece if there is any word between them to
    cut at.
    """
    marks = [span.start, *(b for b in borders(text, span) if not any(f.start < b < f.end for f in figures)), span.end]
    pieces = [Span(a, b) for a, b in pairwise(marks) if a < b]
    pieces = _merge(text, pieces, figures)
    return [p for piece in pieces for p in _between_figures(text, piece, figures)]


def _merge(text: str, pieces: list[Span], figures: Sequence[Span]) -> list[Span]:
    """Pieces that say nothing of their own go with the one before them (the first one with the next)."""
    out: list[Span] = []
    for piece in pieces:
        if out and (announces(text, out[-1]) or not _says_something(text, piece, figures)):
            out[-1] = out[-1].join(piece)
        else:
            out.append(piece)
    if len(out) > 1 and not _says_something(text, out[0], figures, first=True):
        out[:2] = [out[0].join(out[1])]
    return out


def announces(text: str, piece: Span) -> bool:
    """Does a piece end on a verb of speech, so that what is said is still to come ("she reportedly said:")?"""
    last = _LAST.search(text, piece.start, piece.end)
    return last is not None and last.group(1).lower() in _SPEECH


def _says_something(text: str, piece: Span, figures: Sequence[Span], first: bool = False) -> bool:
    """Has a piece a figure, or three words of content and a verb among its words?

    In the first piece of a sentence a form in ``-ing`` is more often a noun of its subject ("the crossing").
    """
    if any(piece.contains(f) for f in figures):
        return True
    return weight(text, piece.start, piece.end) >= 3 and _has_verb(text, piece, not first)


def _has_verb(text: str, piece: Span, participles: bool) -> bool:
    before = ""
    for match in _WORD.finditer(text, piece.start, piece.end):
        word = match.group().lower()
        if before == "to" or _predicate(word) or (participles and len(word) > 5 and word.endswith("ing")):
            return True
        before = word
    return False


_BEFORE_FIGURE = re.compile(r"[,;]\s|\s(?=(?:and|but|or|[a-z]{3,14}ing|with|of|in|on|for|at|by|from|including)\s)")


def _between_figures(text: str, piece: Span, figures: Sequence[Span]) -> list[Span]:
    """Cuts a piece so that each part holds one figure and a word of content besides."""
    inside = [f for f in figures if piece.contains(f)]
    out, start = [], piece.start
    for n, (one, two) in enumerate(pairwise(inside)):
        places = [m.end() for m in _BEFORE_FIGURE.finditer(text, one.end, two.start)]
        at = places[0] if places else two.start
        end = inside[n + 2].start if n + 2 < len(inside) else piece.end
        if start < at <= two.start and weight(text, at, two.start) + weight(text, two.end, end):
            out.append(Span(start, at))
            start = at
    return [*out, Span(start, piece.end)]


def actions(tokens: Sequence[str]) -> list[str]:
    """Those of some lower-case tokens that look like verbs of action: past forms, participles, infinitives."""
    out, before = [], ""
    for word in tokens:
        verb = _predicate(word) or before == "to" or (len(word) > 5 and word.endswith("ing"))
        if verb and word not in _LIGHT:
            out.append(word)
        before = word
    return out
