"""Who a report says it from, and when two sources name different people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from reader.analysis.reading import Entity, EntityType, Reading, Speaker
from reader.comparison.facts.lexicon import words_of
from reader.comparison.facts.words import stem, stems, words
from reader.comparison.model import Claim, ReportedSpeaker
from reader.document.span import Span

WHOLE = 0.15
"""A claim that is less than this part of what somebody said is told in passing: it matters little who said it."""


class Kind(Enum):
    """What is known of a speaker."""

    PERSON = "a person with a name"
    UNNAMED = "a person whom the source does not name"
    OTHER = "an institution, a document, or somebody who may be anybody named before"


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker of a report: what is known of him, and whether the claim is what he said and not a detail of it."""

    speaker: ReportedSpeaker
    kind: Kind
    whole: bool


@dataclass(frozen=True, slots=True)
class Voices:
    """Everybody whom one report says it from; empty for the article's own voice."""

    article: str
    all: tuple[Voice, ...]
    around: frozenset[str]
    """Entities named in the sentences of the report."""
    names: frozenset[str]
    """Capitalised words of these sentences, folded."""
    speech: bool
    """Does the report use a verb of speech?"""
    quoted: bool
    """Do the claims stand between quotation marks, whoever is quoted?"""


def voices(claims: Sequence[Claim], reading: Reading, names: Mapping[str, Entity]) -> Voices:
    """Who one article's claims of a fact are from, in the order of the claims."""
    found: list[Voice] = []
    for claim in claims:
        said = claim.attribution
        if not said or not said.speaker:
            continue
        entity = names.get(said.speaker.entity)
        speaker = _reported(said.speaker, said.to, entity, reading)
        whole = claim.span.overlap(said.content) >= WHOLE * len(said.content)
        if not any(same(speaker, other.speaker) and speaker.to == other.speaker.to for other in found):
            found.append(Voice(speaker, _kind(speaker, entity, reading.text), whole))
    if any(v.kind is Kind.PERSON for v in found):  # "an official" in the lead is who has a name further down
        found = [v for v in found if v.kind is not Kind.UNNAMED]
    sentences = [c.evidence for c in claims]
    around = frozenset(
        m.entity for s in sentences for m in reading.entities if s.start <= m.span.start and m.span.end <= s.end
    )
    listed = [w for s in sentences for w in words(reading.text, s)]
    capitals = frozenset(w.key for w in listed if reading.text[w.start].isupper())
    quoted = any(q.span.overlaps(c.span) for q in reading.quotes for c in claims)
    speech = any(_speaks(c, reading) for c in claims)
    return Voices(reading.article.id, tuple(found), around - {""}, capitals, speech, quoted)


def _reported(who: Speaker, to: Span | None, entity: Entity | None, reading: Reading) -> ReportedSpeaker:
    """The speaker as shown: the bare name where the article gives one, else its own description of him."""
    inside = [
        m for m in reading.entities if m.entity == who.entity != "" and who.span.contains(m.name) and not m.pronoun
    ]
    span = inside[0].name if inside and who.named else who.span
    described = not who.named and _official(who.span.of(reading.text))
    name = entity.name if entity and not described else ""
    audience = to.of(reading.text) if to else ""
    return ReportedSpeaker(span.of(reading.text), span, who.named, who.entity, name, to, audience)


def _kind(speaker: ReportedSpeaker, entity: Entity | None, text: str) -> Kind:
    """A name, "an official" (or "the official" whom the source introduced as "an official"), or anything else."""
    if entity and entity.type is EntityType.PERSON:
        return Kind.PERSON
    listed = [w.key for w in words(speaker.text)]
    if speaker.named or len(listed) < 2 or not set(listed) & words_of("role"):
        return Kind.OTHER
    if listed[0] in ("a", "an", "one"):
        return Kind.UNNAMED
    described = speaker.text[speaker.text.find(" ") + 1 :].casefold()
    known = text.casefold()
    introduced = any(f"{article} {described}" in known for article in ("a", "an"))
    return Kind.UNNAMED if listed[0] == "the" and introduced else Kind.OTHER


def chosen(said: Voices) -> ReportedSpeaker | None:
    """The speaker to show: somebody with a name before "an official", who told somebody before who just said."""
    best = max(said.all, key=lambda v: (v.speaker.named, bool(v.speaker.to)), default=None)
    return best.speaker if best else None


def same(a: ReportedSpeaker, b: ReportedSpeaker) -> bool:
    """Are two speakers one? By entity, or where the words for one are among the words for the other ("Mr Finer")."""
    if _official(a.text) != _official(b.text) and not (a.named and b.named):
        return False
    if a.entity and a.entity == b.entity:
        return True
    x, y = stems(a.text), stems(b.text)
    return bool(x and y) and (x <= y or y <= x)


def _official(text: str) -> bool:
    """Is it somebody who is named by what he is ("a White House official"), not the institution itself?"""
    return any(w.key in words_of("role") for w in words(text))


def clash(a: Voices, b: Voices) -> bool:
    """Do two sources have a claim from different people?

    Two persons with names, or a person with a name in one source and "an official" in the other. An institution may
    speak through anybody, and "the president" or "he" may be the person whom the other source names. Whoever is named
    beside the claim may be the one who is quoted at second hand.
    """
    pairs = [(x, y) for x in a.all for y in b.all]
    return not any(same(x.speaker, y.speaker) for x, y in pairs) and any(_apart(x, y, a, b) for x, y in pairs)


def _apart(x: Voice, y: Voice, a: Voices, b: Voices) -> bool:
    if not (x.whole and y.whole) or Kind.PERSON not in (x.kind, y.kind) or Kind.OTHER in (x.kind, y.kind):
        return False
    people = [(v, near) for v, near in ((x, b.around), (y, a.around)) if v.kind is Kind.PERSON]
    return not any(v.speaker.entity and v.speaker.entity in near for v, near in people)


def stated(quiet: Voices, naming: Sequence[Voices]) -> bool:
    """Does a report without a speaker state as fact what others attribute, rather than tell of the speaker's words?"""
    if quiet.quoted:
        return False
    speakers = [v for n in naming for v in n.all]
    told_of = [v for v in speakers if v.speaker.entity in quiet.around or _last(v.speaker.text) in quiet.names]
    return not told_of or not (quiet.speech or any(v.kind is Kind.PERSON or v.speaker.named for v in told_of))


def _last(text: str) -> str:
    """The last word of a speaker's name: the part that is used alone."""
    listed = words(text)
    return listed[-1].key if listed else ""


def _speaks(claim: Claim, reading: Reading) -> bool:
    """Has a claim a verb of speech of its own ("has called for")?"""
    return bool(stems(reading.text, claim.span) & _speech())


@cache
def _speech() -> frozenset[str]:
    return frozenset(stem(verb) for group in ("neutral", "demand", "doubt", "attack") for verb in words_of(group))
