"""Known names: lists of one entry a line under ``reader/analysis/lexicon/``, looked up by word and by run of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from reader.analysis.tokens import tokenize

LISTS = {
    "countries": "CTRY",
    "cities": "CITY",
    "regions": "REGN",
    "groups": "NORP",
    "organisations": "ORGN",
    "parties": "PRTY",
    "first_names": "FRST",
    "surnames": "SURN",
    "titles": "TITL",
    "organisation_words": "ORGW",
    "place_words": "PLCW",
    "facility_words": "FACW",
    "event_words": "EVTW",
    "say_verbs": "SAYV",
    "common_capitals": "COMM",
}
"""File name of each list and the tag that it gives."""


def entries(name: str) -> Iterator[str]:
    """The entries of ``reader/analysis/lexicon/<name>.txt``: comments (``#``) and empty lines left out."""
    path = files("reader.analysis").joinpath("lexicon", f"{name}.txt")
    if not path.is_file():
        return
    for line in path.read_text(encoding="utf-8").split("\n"):
        entry = line.partition("#")[0].strip()
        if entry:
            yield entry


def _forms(entry: str) -> tuple[str, ...]:
    return tuple(token.form for token in tokenize(entry))


class Gazetteer:
    """Tags of words, and the tags of runs of words that are one entry."""

    def __init__(self) -> None:
        self._words: dict[str, tuple[str, ...]] = {}
        self._runs: dict[str, dict[tuple[str, ...], str]] = {}
        for name, tag in LISTS.items():
            for entry in entries(name):
                if entry.isalpha():
                    self._add(entry, tag)
                    if tag == "NORP":
                        self._add(entry + "s", tag)
                    continue
                words = tuple(entry.split()) if entry.replace(" ", "").isalpha() else _forms(entry)
                if len(words) == 1:
                    self._add(entry, tag)
                else:
                    self._runs.setdefault(words[0], {}).setdefault(words[1:], tag)

    def _add(self, word: str, tag: str) -> None:
        known = self._words.get(word, ())
        if tag not in known:
            self._words[word] = (*known, tag)

    def tags(self, word: str) -> tuple[str, ...]:
        """The tags of one word as printed; a word in capitals also has the tags of its usual form."""
        found = self._words.get(word)
        if found is None and len(word) > 3 and word.isupper():
            found = self._words.get(word.capitalize())
        return found or ()

    def starts(self, word: str) -> bool:
        """Does a run of several words begin with this one?"""
        return word in self._runs

    def run(self, forms: Sequence[str], at: int) -> tuple[int, str] | None:
        """The longest entry of several words that stands at a position: how many words, and its tag."""
        rests = self._runs.get(forms[at])
        if not rests:
            return None
        best: tuple[int, str] | None = None
        for rest, tag in rests.items():
            size = len(rest) + 1
            if (best is None or size > best[0]) and tuple(forms[at + 1 : at + size]) == rest:
                best = size, tag
        return best


@cache
def gazetteer() -> Gazetteer:
    """The shipped lists, read once."""
    return Gazetteer()


@cache
def word_list(name: str) -> frozenset[str]:
    """One list as a set of its entries."""
    return frozenset(entries(name))
