"""What a figure counts, made comparable: "US residents and Americans" is residents and nationals of the US."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.analysis.reading import Figure
from reader.comparison.facts.lexicon import countries, words_of
from reader.comparison.facts.words import stem, words

_PARTS = re.compile(r"\s*(?:,\s*(?:and|or)\b|,|;|&|\b(?:and|or|plus|as well as|along with|together with)\b)\s*", re.I)
_NATIONAL = "national"
_PERSON = "person"


class Counted(NamedTuple):
    """One kind of thing counted: its noun (``national`` and ``person`` stand for all of their kind) and its country."""

    noun: str
    country: str


def kinds(figure: Figure, text: str) -> frozenset[Counted]:
    """The kinds of thing that a figure counts; empty if the text does not say."""
    phrase = figure.counted.of(text) if figure.counted else figure.head or ""
    made = (_kind(part) for part in _PARTS.split(phrase))
    return frozenset(kind for kind in made if kind)


def _kind(phrase: str) -> Counted | None:
    """One member of a list: its last noun, and the country that an adjective or the noun itself names."""
    keys = [w.key for w in words(phrase)]
    for n, key in enumerate(keys):
        if n and key in words_of("border"):
            keys = keys[:n]
            break
    keys = [k for k in keys if k not in words_of("function") or k in countries()]
    if not keys:
        return None
    country = next((c for k in keys if (c := _country(k))), "")
    noun = keys[-1]
    if _country(noun):
        return Counted(_NATIONAL, country)
    singular = _singular(noun)
    if country and singular in words_of("national"):
        return Counted(_NATIONAL, country)
    if singular in words_of("person"):
        return Counted(_PERSON, country)
    return Counted(stem(noun), country)


def _country(key: str) -> str:
    return countries().get(key) or countries().get(_singular(key)) or ""


def _singular(key: str) -> str:
    return key[:-1] if key.endswith("s") and len(key) > 3 and not key.endswith("ss") else key


def same_kind(a: frozenset[Counted], b: frozenset[Counted]) -> bool:
    """May two figures count the same thing? True where one does not say, or says only "people"."""
    if not a or not b:
        return True
    return any(_fits(x, y) for x in a for y in b)


def _fits(x: Counted, y: Counted) -> bool:
    """Is one thing the other, or a wider word for it?"""
    if x.country and y.country and x.country != y.country:
        return False
    return x.noun == y.noun or _PERSON in (x.noun, y.noun)


def differ(a: frozenset[Counted], b: frozenset[Counted]) -> bool:
    """Do two counts of one fact name different groups?

    Only what both name can differ: a wider word ("people") is no difference, a list with a member that the other has
    not is one, and so are nationals of two countries.
    """
    if not a or not b or a == b:
        return False
    lone = [x for x in a if not any(_fits(x, y) for y in b)], [y for y in b if not any(_fits(x, y) for x in a)]
    if len(a) > 1 or len(b) > 1:
        wide = any(x.noun == _PERSON and not x.country for x in a | b)
        return bool(lone[0] or lone[1]) and not wide
    (x,), (y,) = a, b
    return bool(x.country and y.country and x.country != y.country)
