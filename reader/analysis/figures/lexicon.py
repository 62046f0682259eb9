"""The tables of the quantity grammar, read once from ``analysis/lexicon/figures_*.txt``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from reader.analysis.reading import Qualifier

_FOLDER = Path(__file__).parent.parent / "lexicon"

SECONDS = {"s": 1.0, "min": 60.0, "h": 3600.0, "d": 86400.0, "wk": 604800.0}
CALENDAR = {"mo": 1.0, "a": 12.0, "10.a": 120.0, "100.a": 1200.0}
TIME = frozenset(SECONDS) | frozenset(CALENDAR) | {"ms"}
"""Units of time: seconds and months of each."""
IN_NUMBER = frozenset({"%", "pp", "bp"})
"""Units that belong to the printed number as a currency sign does."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Number words; scales are powers, ``vague`` and ``times`` have bounds, ``part`` denominators."""

    cardinals: dict[str, float] = field(default_factory=dict)
    tens: frozenset[str] = frozenset()
    scales: dict[str, float] = field(default_factory=dict)
    after_digits: dict[str, float] = field(default_factory=dict)
    letters: dict[str, float] = field(default_factory=dict)
    vague: dict[str, tuple[float, float]] = field(default_factory=dict)
    times: dict[str, tuple[float, float]] = field(default_factory=dict)
    parts: dict[str, float] = field(default_factory=dict)
    multiples: dict[str, float] = field(default_factory=dict)
    folds: dict[str, float] = field(default_factory=dict)
    starters: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Units:
    """Signs (case matters) and words (lower case) to UCUM symbols or, for money, ISO 4217 codes."""

    signs: dict[str, str]
    words: dict[str, str]
    firsts: frozenset[str]
    """First words of the entries of ``words`` that have several."""


@dataclass(frozen=True, slots=True)
class Money:
    """Currencies: ``codes`` in capitals, one-character ``signs``, ``dollars`` by the letters beside the sign."""

    codes: frozenset[str]
    signs: dict[str, str]
    letters: dict[str, str]
    dollars: dict[str, str]
    words: dict[str, str]


def rows(name: str) -> Iterator[list[str]]:
    """The entries of a table, split at tabs; lines that begin with ``# `` are comments."""
    for line in (_FOLDER / f"figures_{name}.txt").read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("# "):
            yield line.split("\t")


_SHORT_SCALES = frozenset({"mn", "mln", "mio", "bn", "bln", "tn", "trn", "mm"})


@cache
def numbers() -> Numbers:
    """Number words."""
    table: dict[str, dict[str, list[float]]] = {}
    for kind, word, *values in rows("numbers"):
        table.setdefault(kind, {})[word] = [float(v) for v in values]
    one = {kind: {word: values[0] for word, values in words.items()} for kind, words in table.items()}
    two = {kind: {w: (v[0], v[1]) for w, v in table[kind].items()} for kind in ("vague", "times")}
    return Numbers(
        cardinals=one["unit"] | one["ten"],
        tens=frozenset(one["ten"]),
        scales=one["scale"],
        after_digits=one["scale"] | one["after"],
        letters=one["letter"],
        vague=two["vague"],
        times=two["times"],
        parts=one["part"],
        multiples=one["multiple"],
        folds=one["fold"],
        starters=frozenset(one["unit"])
        | set(one["ten"])
        | set(one["part"])
        | set(one["multiple"])
        | set(one["fold"])
        | set(two["vague"])
        | set(two["times"])
        | (set(one["scale"]) - _SHORT_SCALES),
    )


@cache
def units() -> Units:
    """Units of measurement."""
    signs: dict[str, str] = {}
    words: dict[str, str] = {}
    for code, printed, *spelled in rows("units"):
        signs |= {sign: code for sign in printed.split(",") if sign}
        for word in (w.lower() for w in (spelled[0].split(",") if spelled else [])):
            words[word] = words[word + "s"] = code
    del words["stones"]  # "threw 20 stones"
    firsts = frozenset(word.split()[0] for word in words if " " in word)
    return Units(signs, words, firsts)


@cache
def money() -> Money:
    """Currencies."""
    codes: set[str] = set()
    signs: dict[str, str] = {}
    letters: dict[str, str] = {"Rs": "INR"}
    dollars: dict[str, str] = {}
    words: dict[str, str] = {}
    for code, printed, *spelled in rows("money"):
        codes.add(code)
        for sign in filter(None, printed.split(",")):
            target = dollars if sign[-1] == "$" and len(sign) > 1 else letters if sign[-1].isalpha() else signs
            target[sign.rstrip("$") if target is dollars else sign] = code
        for word in spelled[0].split(",") if spelled else []:
            if word.isupper() and len(word) <= 3:
                dollars[word] = code
            else:
                words[word.lower()] = words[word.lower() + "s"] = code
    return Money(frozenset(codes), signs, letters, dollars, words)


@cache
def qualifiers() -> dict[tuple[str, ...], Qualifier]:
    """Words before a number, split as the scan splits them."""
    return {tuple(w.split()): Qualifier(q) for q, w in rows("qualifiers")}


@cache
def afterwards() -> dict[tuple[str, ...], Qualifier]:
    """Words after a number or after what is counted."""
    return {tuple(w.split()): Qualifier(q) for q, w in rows("afterwards")}


@cache
def plurals() -> dict[str, str]:
    """Plurals without -s and words that count without one, to their singular."""
    return {row[0]: row[1] for row in rows("plurals")}


@cache
def stops() -> frozenset[str]:
    """Words that end a counted phrase."""
    return frozenset(row[0] for row in rows("stops"))


@cache
def names() -> tuple[frozenset[str], frozenset[str]]:
    """Words that make a number after them a name: in any case; only with a capital."""
    words = [row[0] for row in rows("names")]
    return frozenset(w for w in words if w[0] != "*"), frozenset(w[1:] for w in words if w[0] == "*")


@cache
def _groups() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in rows("words")}


def group(name: str) -> frozenset[str]:
    """A small class of words by its name in the table."""
    return _groups()[name]


_NO_PLURAL = ("ss", "us", "is", "ous", "ness", "'s", "’s")


def is_plural(low: str) -> bool:
    """Does a lower-case word look like a plural noun?"""
    return (
        low in plurals()
        or (low[-1:] == "s" and len(low) > 2 and not low.endswith(_NO_PLURAL))
        or (low.endswith("men") and len(low) > 5)
    )


def singular(word: str) -> str:
    """The singular of a noun, lower case: a table, then the common endings."""
    low = word.lower().removesuffix("'s").removesuffix("’s")
    if low in plurals():
        return plurals()[low]
    if low.endswith("men") and len(low) > 5:
        return low[:-3] + "man"
    if low.endswith("ies") and len(low) > 4 and low[-4] not in "aeiou":
        return low[:-3] + "y"
    if low.endswith(("sses", "xes", "ches", "shes", "zes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith(_NO_PLURAL) else low
