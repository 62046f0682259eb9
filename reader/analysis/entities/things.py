"""Names of places, bodies, groups and the rest: one key for the spellings and usual other names of one thing."""

from __future__ import annotations

import re
from functools import cache

from reader.analysis.entities.gazetteer import entries, word_list
from reader.analysis.entities.people import fold
from reader.analysis.reading import EntityType

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|&")
_SPELLING = {
    "&": "and",
    "organisation": "organization",
    "defence": "defense",
    "labour": "labor",
    "centre": "center",
    "programme": "program",
    "harbour": "harbor",
    "theatre": "theater",
    "st": "saint",
    "dept": "department",
}
_LEGAL = frozenset(
    ("inc", "incorporated", "corp", "corporation", "co", "ltd", "limited", "llc", "llp", "plc", "gmbh", "ag")
)


def key(name: str, kind: EntityType) -> str:
    """What two names of one thing share; people have no key."""
    plain = _plain(name, kind)
    return aliases().get(plain, plain)


def _plain(name: str, kind: EntityType) -> str:
    first, _, rest = name.partition(" ")
    folded = fold(rest if rest and kind is EntityType.PLACE and first in word_list("directions") else name)
    for end in ("'s", "'"):
        folded = folded.removesuffix(end)
    words = [_SPELLING.get(w, w) for w in _WORD.findall(folded)]
    if len(words) > 1 and words[0] == "the":
        del words[0]
    while len(words) > 1 and words[-1] in _LEGAL and kind is EntityType.ORGANISATION:
        words.pop()
    if kind is EntityType.GROUP and words and len(words[-1]) > 4 and words[-1][-1] == "s" and words[-1][-2] != "s":
        words[-1] = words[-1][:-1]
    return " ".join(words) or folded


@cache
def aliases() -> dict[str, str]:
    """The key of every usual other name of a thing → the key of its full name."""
    table: dict[str, str] = {}
    for line in entries("aliases"):
        first, *others = (_plain(name.strip(), EntityType.PLACE) for name in line.split("|"))
        for other in others:
            table[other] = first
    return table


def is_acronym(name: str) -> bool:
    """Two to seven capitals: "IDF", "U.N."."""
    letters = name.replace(".", "")
    return 2 <= len(letters) <= 7 and letters.isalpha() and letters.isupper()


def initials(name: str) -> set[str]:
    """The letters that can stand for a name of several words: of its capitalised words, and of all of them."""
    words = [w for w in re.split(r"[\s\-–/]+", name) if w and w[0].isalnum()]
    if words and words[0].lower() == "the":
        words = words[1:]
    capitals = [w[0] for w in words if w[0].isupper()]
    if len(capitals) < 2:
        return set()
    return {"".join(capitals), "".join(w[0] for w in words).upper()}


def short_of(short: str, long: str) -> bool:
    """Is a folded key the other without its last word, that only says what kind of body it is ("CBS", "CBS News")?"""
    head, _, tail = long.rpartition(" ")
    return head == short and tail in word_list("body_words")
