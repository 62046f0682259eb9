"""Verbs of speech that colour what was said: "spoke about" beside "called for"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from reader.analysis.reading import Reading
from reader.comparison.facts.lexicon import words_of
from reader.comparison.facts.words import stem, words
from reader.comparison.model import Claim
from reader.document.span import Span

CLASSES = ("neutral", "demand", "doubt", "attack", "refusal", "threat", "admission")
PARTICLES = {"call": ("for", "on", "upon"), "order": (), "press": ("for",), "appeal": ("for", "to")}
"""Verbs that ask for something only with one of these words behind them."""


@cache
def _irregular() -> dict[str, str]:
    return {"spoke": "speak", "spoken": "speak", "told": "tell", "said": "say", "wrote": "write", "thought": "think"}


@cache
def _class_of() -> dict[str, str]:
    return {stem(verb): group for group in CLASSES for verb in words_of(group)}


def verbs(claims: Sequence[Claim], reading: Reading) -> dict[str, Span]:
    """The classes of the verbs of speech of some claims, with the first verb of each."""
    found: dict[str, Span] = {}
    for claim in claims:
        said = claim.attribution
        cue = said.cue if said else None
        for span in (claim.span, cue) if cue and not claim.span.contains(cue) else (claim.span,):
            listed = words(reading.text, span)
            for n, word in enumerate(listed):
                key = _irregular().get(word.key, word.key)
                group = _class_of().get(stem(key))
                behind = listed[n + 1].key if n + 1 < len(listed) else ""
                wanted = PARTICLES.get(stem(key))
                if group == "demand" and wanted is not None and behind not in wanted:
                    group = None
                if group:
                    found.setdefault(group, Span(word.start, word.end))
    return found
