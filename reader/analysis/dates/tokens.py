"""A text as a row of classed words: one character a token, so that the grammar can be regular expressions over it."""

from __future__ import annotations

import re
import string
from functools import cache
from pathlib import Path

from reader.analysis.dates.numbers import classify_number
from reader.document.span import Span

OTHER = "x"
_ALPHABET = (string.ascii_letters + string.digits + "".join(map(chr, range(0xC0, 0x180)))).replace(OTHER, "")
_LEXICON = Path(__file__).parent.parent / "lexicon"
_PUNCTUATION = {",": "comma", "-": "hyphen", "–": "hyphen", "—": "dash", ".": "dot", "(": "open", ")": "close",
                "'": "apos", "’": "apos", "‘": "apos", "/": "slash", "!": "stop", "?": "stop", ";": "stop",
                ":": "colon", "$": "money", "£": "money", "€": "money", "#": "money", "%": "money"}  # fmt: skip
_NUMBER_CLASSES = (
    *("day", "number", "ordinal", "year", "years", "days", "decade", "short_decade"),
    *("iso", "numeric", "clock", "q_code", "cjk_year", "cjk_month", "cjk_day"),
)
_OTHER_CLASSES = ("month_other", "poss", "paragraph")
_TOKEN = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?"
    r"|\d+(?:[.:/–-]\d+|,\d{3}(?!\d))*(?:[年月日년월일]|[a-zA-Zº°]{1,2}(?![^\W_]|\.[mM]))?"
    r"|[aApP]\.\s?[mM]\.?(?![^\W_])|o['’]clock|[QH][1-4](?![^\W_])|['’]s(?!\w)|[^\W\d_]+|\n[^\S\n]*\n|[^\w\s]"
)
# Words that are dates only with a capital: elsewhere "may", "march", "sat", "sun", "second" mean other things.
_CAPITAL = frozenset({"month", "month_short", "weekday", "weekday_short"})


class Tokens:
    """``classes[i]`` is the letter of token i's class, ``printed[i]`` the token as it stands in the text."""

    __slots__ = ("_matches", "classes", "printed", "text")

    def __init__(self, text: str) -> None:
        """Split a text and look each token up; linear in the length of the text."""
        self.text = text
        self._matches = list(_TOKEN.finditer(text))
        self.printed = [match.group() for match in self._matches]
        known = _letters().get
        self.classes = "".join([known(token) or _unlisted(token) for token in self.printed])

    def __len__(self) -> int:
        return len(self.printed)

    def word(self, index: int) -> str:
        """A token in lower case."""
        return self.printed[index].lower()

    def value(self, index: int) -> object:
        """What the lexicon says of a token (a month's number, a unit's letter), or the number that its digits print."""
        printed = self.printed[index]
        if printed[0].isdecimal():
            return classify_number(printed)[1]
        return _values().get(printed.lower(), printed)

    def span(self, first: int, end: int) -> Span:
        """Where tokens ``first`` to ``end - 1`` stand in the text."""
        return Span(self._matches[first].start(), self._matches[end - 1].end())

    def touching(self, index: int) -> bool:
        """Does nothing stand between this token and the one before?"""
        return index > 0 and self._matches[index - 1].end() == self._matches[index].start()


def lexicon_rows(name: str) -> list[list[str]]:
    """The entries of a lexicon file, split at tabs; comments (``#``) and empty lines left out."""
    lines = (_LEXICON / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def class_letters() -> dict[str, str]:
    """Every class by name, and the one character that stands for it in ``Tokens.classes``."""
    names = dict.fromkeys(row[1] for row in lexicon_rows("date_words"))
    names |= dict.fromkeys((*_NUMBER_CLASSES, *_PUNCTUATION.values(), *_OTHER_CLASSES))
    return dict(zip(names, _ALPHABET, strict=False))


@cache
def _values() -> dict[str, object]:
    """What each word of the lexicon means, in lower case: a number, a short name, or None."""
    values: dict[str, object] = {word: int(month) for word, month in lexicon_rows("date_months")}
    for word, _, *value in lexicon_rows("date_words"):
        known: object = value[0] if value else None
        if value and value[0].lstrip("-").isdigit():
            known = int(value[0])
        values[word] = known
    return values | {"a.m.": "am", "p.m.": "pm"}


@cache
def _letters() -> dict[str, str]:
    """The letter of every word of the lexicon as it may be printed: lower case, with a capital, in capitals."""
    letters = class_letters()
    table: dict[str, str] = {mark: letters[name] for mark, name in _PUNCTUATION.items()}
    table["'s"] = table["’s"] = letters["poss"]
    other = letters["month_other"]
    for word, _ in lexicon_rows("date_months"):
        table |= dict.fromkeys((word, word.capitalize(), word.upper()), other)
    for word, name, *_ in lexicon_rows("date_words"):
        table |= dict.fromkeys((word.capitalize(), word.upper()), letters[name])
        if name not in _CAPITAL:
            table[word] = letters[name]
        elif name == "month":  # without its capital, a month of another language at best
            table[word] = other
    return table


def _unlisted(token: str) -> str:
    """The letter of a token that no lexicon lists: a number, a half of the day, a break, or another word."""
    if token[0].isdecimal():
        return class_letters().get(classify_number(token)[0], OTHER)
    if token[0] == "\n":
        return class_letters()["paragraph"]
    if len(token) == 2 and token[1].isdecimal():
        return class_letters()["q_code"]
    return class_letters()["ampm"] if token[1:2] == "." else OTHER
