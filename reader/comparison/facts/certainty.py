"""How sure the reports of one fact are: possibility, belief and hope beside plain statement."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.reading import Certainty, Reading
from reader.comparison.facts.lexicon import words_of
from reader.comparison.facts.words import words
from reader.comparison.model import Claim
from reader.document.span import Span

FIRM = "firm"
CLASSES = ("possible", "believed", "hoped")
FRONT = 0.6
"""A hedge bears on a claim if it stands in this part of it; at its end it bears on an afterthought."""
BEFORE = 25
"""A cue may stand so many characters before a claim and still bear on it."""


def levels(claims: Sequence[Claim], reading: Reading) -> frozenset[str]:
    """The ways in which some claims are sure or not; empty where it cannot be said ("will", "could", "if").

    Only hedges of possibility, belief and hope count. "Alleged" says that somebody said it, which the speaker shows;
    what is planned or denied is another fact rather than another certainty.
    """
    found: set[str] = set()
    for claim in claims:
        listed = [w for w in words(reading.text, claim.span) if reading.text[w.start].islower()]  # "May" is a month
        keys = {w.key for w in listed}
        front = {w.key for w in listed if w.start - claim.span.start <= len(claim.span) * FRONT}
        said = {group for group, _ in cues(claim, reading)} | {g for g in CLASSES if front & words_of(g)}
        if said:
            found |= said
        elif not keys & words_of("modal"):
            found.add(FIRM)
    return frozenset(found)


def cues(claim: Claim, reading: Reading) -> list[tuple[str, Span]]:
    """The hedges that stand in a claim, or right before it, with their class."""
    out = []
    for mark in reading.certainties:
        if mark.certainty is not Certainty.HEDGED or not claim.evidence.contains(mark.cue):
            continue
        inside = claim.span.contains(mark.cue) and mark.cue.start - claim.span.start <= len(claim.span) * FRONT
        before = mark.cue.end <= claim.span.start <= mark.cue.end + BEFORE and mark.scope.contains(claim.span)
        keys = {w.key for w in words(reading.text, mark.cue)}
        group = next((g for g in CLASSES if keys & words_of(g)), None)
        if group and (inside or before):
            out.append((group, mark.cue))
    return out
