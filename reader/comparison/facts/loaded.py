"""Acts of speech of different strength: a source that "spoke about the need for" beside one that "called for"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from reader.analysis.reading import Reading
from reader.comparison.facts.lexicon import words_of
from reader.comparison.facts.words import stem, words
from reader.comparison.model import Claim
from reader.document.span import Span

DEMAND = "demand"
PARTICLES = {"call": ("for", "on", "upon"), "order": (), "press": ("for",), "appeal": ("for", "to"), "insist": ("on",)}
"""Verbs that ask for something only with one of these words behind them."""
SUBJECT = 8
"""So many words of a claim may stand before its first verb of speech."""
IRREGULAR = {"spoke": "speak", "spoken": "speak", "told": "tell", "said": "say", "wrote": "write", "thought": "think"}


class Act(NamedTuple):
    """The first verb of speech of a claim, its class, and the stems of the words before it: who speaks."""

    group: str
    verb: Span
    subject: frozenset[str]


@cache
def _class_of() -> dict[str, str]:
    return {stem(verb): group for group in (DEMAND, "neutral") for verb in words_of(group)}


def act(claims: Sequence[Claim], reading: Reading) -> Act | None:
    """What the speaker of some claims does, by the first claim that begins with somebody speaking."""
    for claim in claims:
        listed = words(reading.text, claim.span)
        for n, word in enumerate(listed[: SUBJECT + 1]):
            key = stem(IRREGULAR.get(word.key, word.key))
            group = _class_of().get(key)
            behind = listed[n + 1].key if n + 1 < len(listed) else ""
            if not group or not n or (group == DEMAND and key in PARTICLES and behind not in PARTICLES[key]):
                continue
            said_before = (w.key for w in listed[:n] if w.key not in words_of("function"))
            return Act(group, Span(word.start, word.end), frozenset(stem(k) for k in said_before))
    return None


def one_subject(a: Act | None, b: Act | None) -> bool:
    """Is it the same one who speaks in both?"""
    return bool(a and b and a.subject & b.subject)
