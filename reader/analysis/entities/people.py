"""Names of people: which two can be one person.

Joined are a surname and compatible first names: equal, short for one another (Jon, Jonathan), an initial, or left out.
Never joined are two people by a shared first name, nor a Mr with a Ms.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

from reader.analysis.entities.gazetteer import entries, word_list

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_MALE = frozenset({"mr", "sir", "lord", "messrs", "king", "prince", "duke", "father", "herr", "señor", "monsieur"})
_FEMALE = frozenset({"mrs", "ms", "miss", "dame", "lady", "queen", "princess", "duchess", "frau", "señora", "madame"})
_ARTICLES = ("al-", "el-", "al ", "el ")


def fold(word: str) -> str:
    """A word without case, accents, dots and the curl of its apostrophes: what two spellings share."""
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
        word = word.replace("’", "'").replace("‘", "'").replace("ʼ", "'")
    return word.casefold().replace(".", "")


@dataclass(frozen=True, slots=True)
class Person:
    """A name as its folded words, without form of address and suffix; ``gender`` is ``m``, ``f`` or empty."""

    words: tuple[str, ...]
    suffix: str
    gender: str

    @property
    def last(self) -> str:
        """The surname, without an Arabic article."""
        return surname(self.words[-1])

    @property
    def full(self) -> bool:
        """Is there more than one word?"""
        return len(self.words) > 1


def surname(word: str) -> str:
    """A folded surname without an Arabic article."""
    return word[3:] if word.startswith(_ARTICLES) and len(word) > 5 else word


def parse(name: str, title: str = "") -> Person:
    """A name as printed, and the title before it."""
    words = [w for w in (fold(word.strip(",")) for word in name.split()) if w]
    suffix = words.pop() if len(words) > 1 and words[-1] in _SUFFIXES else ""
    marks = {fold(w) for w in title.split()}
    while len(words) > 1 and words[0] in _MALE | _FEMALE:
        marks.add(words.pop(0))
    if len(words) > 2 and words[-2] in ("al", "el"):
        words[-2:] = [f"{words[-2]}-{words[-1]}"]
    gender = "m" if marks & _MALE else "f" if marks & _FEMALE else ""
    if not gender and len(words) > 1:
        gender = first_name_gender(words[0])
    return Person(tuple(words) or (fold(name),), suffix, gender)


def same(a: Person, b: Person) -> bool:
    """Can two names of several words be one person?"""
    if (a.gender and b.gender and a.gender != b.gender) or (a.suffix and b.suffix and a.suffix != b.suffix):
        return False
    short, long = sorted((a.words, b.words), key=len)
    if len(short) >= 2 and (long[: len(short)] == short or long[-len(short) :] == short):
        return True
    if a.last != b.last:
        return False
    return first_names_agree(a.words[0], b.words[0]) and _middle_agree(a.words[1:-1], b.words[1:-1])


def first_names_agree(a: str, b: str) -> bool:
    """Are two folded first names equal, short for one another, or initial and name?"""
    if a == b:
        return True
    if len(a) <= 2 or len(b) <= 2:
        return a[0] == b[0] and (len(a) == 1 or len(b) == 1)
    names = nicknames()
    if b in names.get(a, ()) or a in names.get(b, ()):
        return True
    return bool(set(names.get(a, ())) & set(names.get(b, ())) - {""}) and a in names and b in names


def _middle_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Middle names agree where one has none, or the first ones agree at least in the initial."""
    return not a or not b or a[0] == b[0] or (1 in (len(a[0]), len(b[0])) and a[0][0] == b[0][0])


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Short form → the full names that it can stand for, all folded."""
    table: dict[str, frozenset[str]] = {}
    for line in entries("nicknames"):
        short, *full = map(fold, line.split())
        table[short] = frozenset(full)
    return table


@cache
def _genders() -> dict[str, str]:
    table = {fold(name): "m" for name in word_list("first_names")}
    for line in entries("name_genders"):
        name, gender = line.split()
        table[fold(name)] = "" if gender == "?" else gender
    return table


def first_name_gender(word: str) -> str:
    """``m``, ``f`` or empty for a folded first name: a guess from lists, good enough for he and she."""
    return _genders().get(word, "")


def is_first_name(word: str) -> bool:
    """Is a folded word a known first name?"""
    return word in _genders()
