"""Who a report says it from, and when two sources name different people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.analysis.reading import Entity, Reading, Speaker
from reader.comparison.facts.lexicon import words_of
from reader.comparison.facts.words import stem, stems, words
from reader.comparison.model import Claim, ReportedSpeaker


@dataclass(frozen=True, slots=True)
class Voices:
    """Everybody whom one report says it from; empty for the article's own voice."""

    article: str
    all: tuple[ReportedSpeaker, ...]
    inside: frozenset[str]
    """Entities that the claims themselves name."""
    own: bool
    """Does at least one claim stand in the article's own voice?"""


def reported(claim: Claim, reading: Reading, names: Mapping[str, Entity]) -> ReportedSpeaker | None:
    """The speaker of one claim, or None for the article's own voice."""
    said = claim.attribution
    if not said or not said.speaker:
        return None
    speaker: Speaker = said.speaker
    entity = names.get(speaker.entity)
    return ReportedSpeaker(
        speaker.span.of(reading.text),
        speaker.span,
        speaker.named,
        speaker.entity,
        entity.name if entity else "",
        said.to,
    )


def voices(claims: Sequence[Claim], reading: Reading, names: Mapping[str, Entity]) -> Voices:
    """Who one article's claims of a fact are from, in the order of the claims."""
    found: list[ReportedSpeaker] = []
    own = False
    for claim in claims:
        speaker = reported(claim, reading, names)
        own = own or speaker is None
        if speaker and not any(same(speaker, other) and speaker.to == other.to for other in found):
            found.append(speaker)
    inside = frozenset(e for c in claims for e in c.entities if e)
    return Voices(reading.article.id, tuple(found), inside, own)


def chosen(said: Voices) -> ReportedSpeaker | None:
    """The speaker to show: somebody with a name before "an official", who told somebody before who just said."""
    return max(said.all, key=lambda s: (s.named, bool(s.to)), default=None)


def same(a: ReportedSpeaker, b: ReportedSpeaker) -> bool:
    """Are two speakers one? By entity where both have a name; else by the words that describe them."""
    if a.entity and a.entity == b.entity:
        return True
    if a.named and b.named and a.entity and b.entity:
        return False
    x, y = stems(a.text), stems(b.text)
    if a.named != b.named:
        return bool(x and y) and x == y
    return bool(x and y) and (x <= y or y <= x)


def kin(a: ReportedSpeaker, b: ReportedSpeaker) -> bool:
    """Do two names mean one voice? An institution and an official of it, or a part of one list of speakers.

    "The White House" and "a White House official" are kin; a person with a name and "an official" are not: only one of
    the two sources says who it was.
    """
    if same(a, b):
        return True
    x, y = stems(a.text), stems(b.text)
    if not x or not y or a.named != b.named:
        return False
    return x <= y or y <= x or len(x & y) * 2 > min(len(x), len(y))


def subject(said: Voices, speaker: ReportedSpeaker, claim_stems: frozenset[str]) -> bool:
    """Does a report in its own voice tell of the speaker himself ("has expressed its support")?"""
    if speaker.entity and speaker.entity in said.inside:
        return True
    who = stems(speaker.text)
    return bool(who) and who <= claim_stems


def speaks(claim: Claim, reading: Reading) -> bool:
    """Has a claim in the article's own voice a verb of speech of its own ("has called for")?"""
    keys = {stem(w.key) for w in words(reading.text, claim.span)}
    return any(stem(verb) in keys for group in ("neutral", "demand", "doubt", "attack") for verb in words_of(group))
