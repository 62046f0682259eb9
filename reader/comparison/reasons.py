"""What two claims have in common that can join them, and how that is said in words."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.analysis.figures.compare import Compatibility, compatible
from reader.comparison import words
from reader.comparison.material import Material, Statement

_WORDS_SHOWN = 4
_QUOTED, _QUOTED_SHARE = 4, 0.6
"""The same words are quoted if so many pairs of neighbours are shared, and such a part of the shorter quotation's."""
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+){0,4}\.?")


def reason(material: Material, a: Statement, b: Statement) -> str:
    """The shared evidence, rarest words of the story first: "both: evacuations, Rafah, Saturday; same figure 300"."""
    parts: list[str] = []
    common = sorted(a.keys & b.keys, key=lambda k: (-material.weights[k], k))[:_WORDS_SHOWN]
    if common:
        shown = _as_printed(material, a, frozenset(common))
        if shown:
            parts.append("both: " + ", ".join(shown))
    parts += _figures(material, a, b)
    if same_quotation(a, b):
        parts.append("same words quoted")
    if a.speaker and a.speaker == b.speaker and a.claim.attribution and a.claim.attribution.speaker:
        parts.append(f"same speaker {a.claim.attribution.speaker.span.of(material.readings[a.article].text)}")
    if days := sorted(a.dates & b.dates):
        parts.append(f"same date {days[0]}")
    if not parts:
        parts.append("near in both sentences")
    return "; ".join(parts)


def same_quotation(a: Statement, b: Statement) -> bool:
    """Is most of what one claim quotes quoted in the other too, word for word?"""
    if not a.quoting or not b.quoting:
        return False
    common = len(a.quoting & b.quoting)
    return common >= _QUOTED and common >= _QUOTED_SHARE * min(len(a.quoting), len(b.quoting))


def only_names(material: Material, a: Statement, b: Statement) -> bool:
    """Do two claims of different sentences share no word but persons' names and offices, and no quotation?

    Then nothing joins the two; that each belongs to a row for other reasons is no contradiction.
    """
    return a.sentence != b.sentence and not material.said(a, b) and not same_quotation(a, b)


def _as_printed(material: Material, a: Statement, keys: frozenset[int]) -> list[str]:
    """The words of a claim that stand for some keys, as printed, in the order of the text, each once."""
    text, number = material.readings[a.article].text, material.number
    found: dict[int, str] = {}
    for match in _WORD.finditer(text, a.claim.span.start, a.claim.span.end):
        printed = match.group().rstrip(".") if not match.group()[:-1].count(".") else match.group()
        for meaning in _meanings(printed):
            key = number.get(meaning)
            if key in keys and key not in found:
                found[key] = printed.removesuffix("'s").removesuffix("’s")
    return list(dict.fromkeys(found.values()))


@lru_cache(maxsize=20_000)
def _meanings(printed: str) -> tuple[str, ...]:
    """The meanings of the words that one printed word is compared by: "Gaza-based" is two."""
    return tuple(words.meaning(s) for s in words.stems(words.tokens(printed)))


def _figures(material: Material, a: Statement, b: Statement) -> list[str]:
    for f in (c.figure for c in a.figures):
        for g in (c.figure for c in b.figures):
            how = compatible(f, g)
            if how is Compatibility.EQUAL:
                return [f"same figure {_value(f.value)}" if f.value is not None else "same figure"]
            if how is Compatibility.COMPATIBLE:
                one = f.number.of(material.readings[a.article].text)
                return [f"figures that fit: {one}, {g.number.of(material.readings[b.article].text)}"]
    return []


def _value(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) and abs(value) < 1e15 else f"{value:g}"
