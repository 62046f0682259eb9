"""Known names: lists of one entry a line under ``reader/analysis/lexicon/``, looked up by word and by run of words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

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


_FOLDER = Path(__file__).parent.parent / "lexicon"


def entries(name: str) -> list[str]:
    """The entries of ``reader/analysis/lexicon/<name>.txt``: comments (``#``) and empty lines left out."""
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line and line[0] != "#"]


class Gazetteer:
    """Tags of words, and the tags of runs of words that are one entry."""

    def __init__(self) -> None:
        self._words: dict[str, tuple[str, ...]] = {}
        self._runs: dict[str, dict[tuple[str, ...], str]] = {}
        for name, tag in LISTS.items():
            listed = set(entries(name))
            for entry in listed:
                if not entry.isalpha():
                    self._add_run(entry, tag)
            if tag == "NORP":
                listed |= {entry + "s" for entry in listed}
            known = listed & self._words.keys()
            self._words.update(dict.fromkeys(listed - known, (tag,)))
            for entry in known:
                self._words[entry] += (tag,)

    def _add_run(self, entry: str, tag: str) -> None:
        words = entry.split() if entry.replace(" ", "").isalpha() else [t.form for t in tokenize(entry)]
        if len(words) > 1:
            self._runs.setdefault(words[0], {}).setdefault(tuple(words[1:]), tag)

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
