"""One scan of a text into words, numbers and marks, kept as parallel lists for speed."""

from __future__ import annotations

import re

MARK, WORD, NUMBER = 0, 1, 2

# Alternatives: 1 a number with its inner separators; 2 a word, initials ("U.S."); else one mark.
_TOKEN = re.compile(
    r"((?<![\w.])\.\d+|\d+(?:[.,'’٬٫]\d+|[\u00a0\u202f\u2009]\d{3}(?!\d))*)"
    r"|((?:[^\W\d_a-zß-ÿ]\.){2,8}|[^\W\d_]+(?:['’][^\W\d_]+)?)"
    r"|\S"
)
_SENTINELS = 8


class Words:
    """The tokens of a text: ``start``, ``end``, ``low`` (lower case) and ``kind`` by index.

    Eight empty marks stand behind the last token, so that looking a few tokens ahead, or before the first one, gives
    the empty string and never an error.
    """

    __slots__ = ("end", "kind", "low", "size", "start", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        start: list[int] = []
        end: list[int] = []
        low: list[str] = []
        kind: list[int] = []
        for match in _TOKEN.finditer(text):
            a, b = match.span()
            start.append(a)
            end.append(b)
            group = match.lastindex or 0
            low.append(match.group().lower() if group == 2 else match.group())
            kind.append(NUMBER if group == 1 else WORD if group == 2 else MARK)
        self.size = len(start)
        beyond = len(text) + 9
        start += [beyond] * _SENTINELS
        end += [beyond + 1] * _SENTINELS
        low += [""] * _SENTINELS
        kind += [MARK] * _SENTINELS
        self.start, self.end, self.low, self.kind = start, end, low, kind

    def glued(self, i: int) -> bool:
        """Does token ``i`` touch the one before it?"""
        return self.start[i] == self.end[i - 1]

    def printed(self, i: int) -> str:
        """Token ``i`` as it stands in the text."""
        return self.text[self.start[i] : self.end[i]]

    def capital(self, i: int) -> bool:
        """Does the word begin with a capital?"""
        return self.kind[i] == WORD and self.text[self.start[i]].isupper()

    def glued_number(self, i: int) -> bool:
        """Is token ``i`` a number that touches the one before it?"""
        return self.kind[i] == NUMBER and self.glued(i)

    def hyphen(self, i: int) -> bool:
        """Is token ``i`` a hyphen that touches both neighbours?"""
        return self.low[i] in ("-", "‑") and self.glued(i) and self.glued(i + 1)

    def loose_hyphen(self, i: int) -> bool:
        """Is token ``i`` a hyphen with one space on either side ("43 - year - old", as some wires print it)?"""
        return self.low[i] == "-" and self.start[i] - self.end[i - 1] == 1 == self.start[i + 1] - self.end[i]

    def opens_sentence(self, i: int) -> bool:
        """Does token ``i`` follow a full stop, a line end, a quotation mark or nothing at all?"""
        return i == 0 or self.low[i - 1] in _OPENERS or "\n" in self.text[self.end[i - 1] : self.start[i]]


_OPENERS = frozenset('.!?:;“”"‘—–•*')
