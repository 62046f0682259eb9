"""The verbs of saying and the small words, read once from the lexicon's files."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_VOWELS = "aeiou"


def _lines(name: str) -> list[str]:
    """Entries of a lexicon file without comments."""
    content = (Path(__file__).parents[1] / "lexicon" / name).read_text(encoding="utf-8")
    return [line for raw in content.splitlines() if (line := raw.split("#", 1)[0].strip())]


def inflect(verb: str) -> tuple[str, str, str]:
    """Third person, past and present participle of a regular verb."""
    if verb.endswith("e"):
        return verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    plural = "es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return verb + plural, verb + "ed", verb + "ing"


@cache
def cue_forms() -> dict[str, tuple[str, str]]:
    """Every form of every verb of saying: (verb, group)."""
    out: dict[str, tuple[str, str]] = {}
    for line in _lines("cues.txt"):
        verb, group, *forms = line.split()
        for form in (verb, *(forms or inflect(verb))):
            out.setdefault(form, (verb, group))
    return out


@cache
def word_classes() -> dict[str, str]:
    """Class of each small word; the first class that names a word wins."""
    out: dict[str, str] = {}
    for line in _lines("word_classes.txt"):
        name, words = line.split(":", 1)
        for word in words.split():
            if name not in ("ROLE", "VB") or word not in cue_forms():
                out.setdefault(word, name)
    return out


@cache
def publications() -> frozenset[str]:
    """Last words of the names of papers, agencies and stations, lower case."""
    return frozenset(_lines("publications.txt"))
