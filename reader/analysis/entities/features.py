"""What the tagger sees of each token: its form, its neighbours, known names, and the rest of the article.

A token that neither is capitalised nor stands beside a capital or a number is described by its word alone: most words
of a text are of this kind, and no name is lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.analysis.entities.gazetteer import gazetteer
from reader.analysis.tokens import Token

_CACHE_LIMIT = 4000
_MARK = re.compile(r"[^\w]")
_STOPS = frozenset('.!?:;"“”‘•*|…')


class Word(NamedTuple):
    """The features that a form has wherever it stands, by its distance from the token that is described."""

    lower: str
    shape: str
    tags: tuple[str, ...]
    loud: bool
    capital: bool
    common: bool
    tail: tuple[str, ...]
    here: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    before2: tuple[str, ...]
    after2: tuple[str, ...]


def shape(form: str) -> str:
    """The form's kinds of character, runs shortened: ``Xx``, ``XX``, ``XxXx``, ``X.``, ``d``, ``x``."""
    kinds: list[str] = []
    for c in form[:20]:
        kind = "X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c
        if not kinds or kinds[-1] != kind or (kind == "X" and len(kinds) == 1):
            kinds.append(kind)
    return "".join(kinds[:6])


def _describe(form: str) -> Word:
    lower = form.lower()
    kind = shape(form)
    tags = gazetteer().tags(form)
    loud = kind[0] in "Xd" or "X" in kind or not lower[0].isascii() or bool(tags and "SAYV" not in tags)
    if loud and kind[0] != "d":
        here = [f"w={lower}", f"s={kind}", *(f"p{n}={lower[:n]}" for n in (2, 3, 4) if len(lower) > n)]
        here += [f"x{n}={lower[-n:]}" for n in (1, 2, 3, 4) if len(lower) > n]
        here.append(f"l={min(len(form), 12)}")
    else:
        here = [f"w={'#' * len(lower) if lower.isdigit() else lower}", f"s={kind}", f"x3={lower[-3:]}"]
    here += [f"g={t}" for t in tags]
    near = [f"w={lower}", f"s={kind}", *([f"x={lower[-3:]}"] if len(lower) > 3 else []), *(f"g={t}" for t in tags)]
    far = [f"w={lower}", *([f"s={kind}"] if loud else []), *(f"g={t}" for t in tags)]
    return Word(
        lower,
        kind,
        tags,
        loud,
        "X" in kind,
        "COMM" in tags,
        tuple(f"rt={t}" for t in tags),
        tuple(here),
        tuple("-1" + f for f in near),
        tuple("+1" + f for f in near),
        tuple("-2" + f for f in far),
        tuple("+2" + f for f in far),
    )


_words: dict[str, Word] = {}


def word(form: str) -> Word:
    """The features of a form, kept for the next time."""
    found = _words.get(form)
    if found is None:
        if len(_words) >= _CACHE_LIMIT:
            _words.clear()
        found = _words[form] = _describe(form)
    return found


EDGE = Word("", "", (), False, False, False, (), (), ("-1^",), ("+1$",), ("-2^",), ("+2$",))


class Context:
    """What the whole article tells of a word: evidence gathered over all its sentences."""

    def __init__(self, sentences: Sequence[Sequence[Token]]) -> None:
        lower: set[str] = set()
        seen: dict[str, set[str]] = {}
        for tokens in sentences:
            last = len(tokens) - 1
            for i, token in enumerate(tokens):
                form = token.form
                if form[0].islower():
                    lower.add(form)
                    continue
                if not form[0].isupper():
                    continue
                marks = seen.setdefault(form, set())
                before = tokens[i - 1].form if i else "."
                after = tokens[i + 1].form if i < last else "."
                if before not in _STOPS:
                    marks.add("D=mid")
                for tag in word(before).tags:
                    if tag in ("TITL", "FRST", "PRTY"):
                        marks.add(f"D=-{tag}")
                for tag in word(after).tags:
                    if tag in ("SAYV", "ORGW", "PLCW", "FACW"):
                        marks.add(f"D=+{tag}")
                if before == "(" and after == ")":
                    marks.add("D=()")
                if before in ("in", "from", "near"):
                    marks.add("D=in")
                if after in ("'s", "’s"):
                    marks.add("D='s")
                if before[0].isupper() and len(before) > 1:
                    marks.add("D=-X")
                if after[0].isupper() and len(after) > 1:
                    marks.add("D=+X")
        self._seen = seen
        self._lower = lower

    def of(self, form: str) -> list[str]:
        """The features of a capitalised form that come from elsewhere in the article."""
        marks = list(self._seen.get(form, ()))
        if form.lower() in self._lower:
            marks.append("D=low")
        return marks


def _casing(tokens: Sequence[Token]) -> str:
    """How a sentence is set: ``U`` in capitals, ``T`` as a title, empty for running text."""
    words = [t.form for t in tokens if t.form[0].isalpha()]
    if len(words) < 3:
        return "S"
    upper = sum(w.isupper() for w in words)
    capital = sum(w[0].isupper() for w in words)
    return "U" if 10 * upper > 7 * len(words) else "T" if 10 * capital > 6 * len(words) else ""


def features(sentences: Sequence[Sequence[Token]]) -> list[list[list[str]]]:
    """For each sentence (or paragraph) of one article, for each token, its features."""
    context = Context(sentences)
    return [_sentence(tokens, context) for tokens in sentences]


def _sentence(tokens: Sequence[Token], context: Context) -> list[list[str]]:
    forms = [t.form for t in tokens]
    words = [EDGE, EDGE, *map(word, forms), EDGE, EDGE]
    runs = _runs(forms)
    around = _around(words)
    casing = _casing(tokens)
    rows: list[list[str]] = []
    for i in range(len(forms)):
        before2, before, here, after, after2 = words[i : i + 5]
        if not (here.loud or before.loud or after.loud):
            rows.append([f"q={here.lower}"])
            continue
        row = [*here.here, *before.before, *after.after, *before2.before2, *after2.after2]
        row.append(f"ss={before.shape}|{here.shape}|{after.shape}")
        if here.loud:
            row += (
                f"ww-={before.lower}|{here.lower}",
                f"ww+={here.lower}|{after.lower}",
                f"w-w={before.lower}|{after.lower}",
                f"sw+={here.shape}|{after.lower}",
                f"sw-={before.lower}|{here.shape}",
            )
            if not i or forms[i - 1] in _STOPS:
                row += ("I", f"I{here.shape}")
            row += context.of(forms[i])
            row += around.get(i, ())
            if casing:
                row += (f"C{casing}", f"C{casing}{here.shape}")
        if i in runs:
            row.append(runs[i])
        rows.append(row)
    return rows


def _around(words: Sequence[Word]) -> dict[int, tuple[str, ...]]:
    """For the tokens of each run of capitals: what stands before and after the whole run, its end and its length.

    ``words`` has two edges on either side.
    """
    marked: dict[int, tuple[str, ...]] = {}
    i, last = 2, len(words) - 2
    while i < last:
        if not words[i].capital or words[i].common:
            i += 1
            continue
        end = i + 1
        while end < last and (words[end].capital or (words[end].lower == "-" and words[end + 1].capital)):
            end += 1
        size = end - i
        if size == 1:
            marked[i - 2] = ("r=1",)
        else:
            before, after, tail = words[i - 1].lower, words[end].lower, words[end - 1]
            shared = (f"r={min(size, 5)}", f"r-={before}", f"r+={after}", f"rt={tail.lower}", *tail.tail)
            for k in range(i, end):
                marked[k - 2] = shared
        i = end
    return marked


def _runs(forms: Sequence[str]) -> dict[int, str]:
    known = gazetteer()
    marked: dict[int, str] = {}
    i = 0
    while i < len(forms):
        found = known.run(forms, i) if known.starts(forms[i]) else None
        if found is None:
            i += 1
            continue
        size, tag = found
        for k in range(size):
            marked[i + k] = f"G={tag}{'B' if k == 0 else 'E' if k == size - 1 else 'I'}"
        i += size
    return marked
