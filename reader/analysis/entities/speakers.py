"""Who a speaker is: the person or body that is named in it, and "he" and "she" where only one person can be meant."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from reader.analysis.entities.people import first_name_gender, fold, parse
from reader.analysis.reading import Attribution, EntityMention, EntityType, Reading, Speaker

_PRONOUNS = {"he": "m", "she": "f"}
WINDOW = 600
"""Characters before a pronoun in which its person must have been named."""
_BODIES = (EntityType.ORGANISATION, EntityType.PLACE, EntityType.GROUP)


def resolve(reading: Reading) -> Reading:
    """The reading with the entity of every speaker filled where it is certain; pronouns become mentions."""
    people = [m for m in reading.entities if m.type is EntityType.PERSON]
    starts = [m.span.start for m in people]
    genders = _genders(reading, people)
    pronouns: dict[EntityMention, None] = {}
    attributions: list[Attribution] = []
    last: EntityMention | None = None
    for attribution in reading.attributions:
        speaker, via = attribution.speaker, attribution.via
        if speaker:
            speaker, mention = _resolve(reading, speaker, people, starts, genders, last)
            if mention and mention.pronoun:
                pronouns[mention] = None
            last = mention or (None if speaker.named else last)
        if via:
            via, _ = _resolve(reading, via, people, starts, genders, None)
        attributions.append(replace(attribution, speaker=speaker, via=via))
    entities = reading.entities
    if pronouns:
        entities = tuple(sorted((*entities, *pronouns), key=lambda m: m.span))
    return replace(reading, attributions=tuple(attributions), entities=entities)


def _resolve(
    reading: Reading,
    speaker: Speaker,
    people: list[EntityMention],
    starts: list[int],
    genders: dict[str, str],
    last: EntityMention | None,
) -> tuple[Speaker, EntityMention | None]:
    words = speaker.span.of(reading.text)
    gender = _PRONOUNS.get(words.lower())
    if gender:
        person = _antecedent(speaker, people, starts, genders, gender, last)
        if person is None:
            return speaker, None
        mention = EntityMention(speaker.span, EntityType.PERSON, speaker.span, None, person.entity, pronoun=True)
        return replace(speaker, entity=person.entity, named=True), mention
    inside = _inside(reading.entities, speaker)
    person = next((m for m in inside if m.type is EntityType.PERSON and not _owner(reading.text, m, speaker)), None)
    if person:
        return replace(speaker, entity=person.entity, named=True), person
    bodies = [m for kind in _BODIES for m in inside if m.type is kind and not _owner(reading.text, m, speaker)]
    if bodies and any(m.type is EntityType.ORGANISATION for m in bodies):
        return replace(speaker, entity=bodies[0].entity), None
    whole = next((m for m in bodies if 2 * len(m.name) > len(speaker.span)), None)
    return (replace(speaker, entity=whole.entity), None) if whole else (speaker, None)


def _inside(mentions: tuple[EntityMention, ...], speaker: Speaker) -> list[EntityMention]:
    """The names that share a character with a speaker."""
    at = bisect_left(mentions, speaker.span.end, key=lambda m: m.span.start)
    found: list[EntityMention] = []
    while at > 0 and mentions[at - 1].span.end > speaker.span.start:
        at -= 1
        if not mentions[at].pronoun:
            found.insert(0, mentions[at])
    return found


def _owner(text: str, mention: EntityMention, speaker: Speaker) -> bool:
    """Is somebody else meant: "Smith's lawyer", "a lawyer for Smith"?"""
    if text[mention.span.end : mention.span.end + 2] in ("'s", "’s") and speaker.span.end > mention.span.end + 2:
        return True
    before = text[speaker.span.start : mention.span.start].split()
    return mention.type is EntityType.PERSON and bool(before) and before[-1] in ("for", "to", "of", "with", "by")


def _genders(reading: Reading, people: list[EntityMention]) -> dict[str, str]:
    """Entity → gender, as forms of address and first names of this article tell it."""
    genders: dict[str, str] = {}
    for m in people:
        person = parse(m.name.of(reading.text), reading.text[m.span.start : m.name.start])
        gender = person.gender or (first_name_gender(fold(person.words[0])) if person.full else "")
        if gender:
            genders.setdefault(m.entity, gender)
    return genders


def _antecedent(
    speaker: Speaker,
    people: list[EntityMention],
    starts: list[int],
    genders: dict[str, str],
    gender: str,
    last: EntityMention | None,
) -> EntityMention | None:
    """The person of a pronoun: the last speaker if nobody else was named since, or the only one named nearby."""
    at = bisect_right(starts, speaker.span.start)
    near: list[EntityMention] = []
    for i in range(at - 1, -1, -1):
        m = people[i]
        if speaker.span.start - m.span.start > WINDOW:
            break
        if genders.get(m.entity, gender) == gender:
            near.append(m)
    others = {m.entity for m in near}
    if last and genders.get(last.entity, gender) == gender:
        since = {m.entity for m in near if m.span.start > last.span.start}
        if since <= {last.entity} and speaker.span.start - last.span.end <= 2 * WINDOW:
            return last
    return near[0] if len(others) == 1 else None
