"""From the tagger's seven kinds to the eight of a reading, and what is no name after all."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.entities.gazetteer import gazetteer, word_list
from reader.analysis.entities.tagger import Name
from reader.analysis.reading import EntityType

_KINDS = {
    "PER": EntityType.PERSON,
    "ORG": EntityType.ORGANISATION,
    "LOC": EntityType.PLACE,
    "NORP": EntityType.GROUP,
    "FAC": EntityType.FACILITY,
    "PRO": EntityType.PRODUCT,
}
_QUOTES = frozenset("\"“‘'«„")


def kind_of(forms: Sequence[str], name: Name) -> EntityType | None:
    """The kind of a name, or None for what is none: a weekday, an illness, an idea that is written with a capital.

    What the tagger calls miscellaneous is an event or a work where a word of it, or quotation marks around it, say so.
    """
    words = forms[name.first : name.last]
    known = gazetteer()
    if not any(any(c.isalnum() for c in w) for w in words):
        return None
    if all("COMM" in known.tags(w) for w in words) and name.kind != "PER":
        return None
    if name.kind != "MISC":
        return _KINDS[name.kind]
    if any("EVTW" in known.tags(w) for w in words):
        return EntityType.EVENT
    if words[-1] in word_list("work_words"):
        return EntityType.WORK
    if name.first and forms[name.first - 1] in _QUOTES:
        return EntityType.WORK
    capitals = sum(w[0].isupper() for w in words)
    return EntityType.WORK if capitals >= 3 else None


def with_bodies(forms: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """ "Malian health authorities", "Iraqi foreign ministry": a place or group and what it runs are one body."""
    fields, heads = word_list("body_fields"), word_list("body_heads")
    out = []
    for name in names:
        last = name.last
        if (
            name.kind in ("LOC", "NORP")
            and last + 1 < len(forms)
            and forms[last] in fields
            and forms[last + 1] in heads
        ):
            name = Name(name.first, last + 2, "ORG")  # noqa: PLW2901 - the same name, longer
        out.append(name)
    return out
