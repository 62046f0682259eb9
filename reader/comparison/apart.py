"""Which claims may never stand in one row, whatever words they share; for figures see ``figure_rules``."""

from __future__ import annotations

from reader.comparison import word_lists, words
from reader.comparison.figure_rules import equal
from reader.comparison.material import Material, Statement

_AUXILIARIES = word_lists.words("auxiliaries") | {"am"}
_SAME_WORDS = 0.8
"""Two speakers say one thing if the shorter claim has this part of its words in the other ..."""
_SURE = 0.7
"""... or if the claims are so probably one fact: the row tells that two say it."""


def apart(material: Material, a: Statement, b: Statement, p: float) -> bool:
    """Must two claims stay in different rows although their figures allow one, and their probability ``p`` may too?"""
    return (p < _SURE and _two_speakers(a, b)) or _opposed(material, a, b) or _opposed(material, b, a)


def _two_speakers(a: Statement, b: Statement) -> bool:
    """Do two speakers who are known by name say it, in words or figures of their own? What each says is a fact then."""
    if not (_named(a) and _named(b)) or a.speaker == b.speaker:
        return False
    if len(a.keys & b.keys) >= _SAME_WORDS * min(len(a.keys), len(b.keys)):
        return False
    return not equal(a.figures, b.figures)


def _named(a: Statement) -> bool:
    speaker = a.claim.attribution.speaker if a.claim.attribution else None
    return speaker is not None and speaker.named and bool(speaker.entity)


def _opposed(material: Material, a: Statement, b: Statement) -> bool:
    """Does one claim turn a single word into its opposite ("pleaded not guilty") that the other has as it is?

    A negation behind an auxiliary ("was not found") bears on the whole clause; it is left to the weights.
    """
    if not a.negated or b.negated:
        return False
    text = material.readings[a.article].text
    tokens = ["", *words.tokens(text, a.claim.span.start, a.claim.span.end)]
    for before, word, behind in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if word == "not" and before not in _AUXILIARIES and behind not in words.LIGHT:
            key = material.number.get(words.meaning(words.stem(behind)))
            if key is not None and key in b.keys:
                return True
    return False
