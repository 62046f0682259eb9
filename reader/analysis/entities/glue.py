"""A lost space: a verb of saying stuck to a surname ("Smithtold") is cut off where the surname is known."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from reader.analysis.entities.gazetteer import word_list

SHORTEST = 3
"""Letters of the shortest surname that is cut."""


def stem(form: str, known: Collection[str]) -> str | None:
    """The known surname that a form begins with, if the rest is a verb of saying."""
    if not form[:1].isupper():
        return None
    for verb in _verbs():
        if form.endswith(verb) and len(form) - len(verb) >= SHORTEST and form[: -len(verb)] in known:
            return form[: -len(verb)]
    return None


def looks_glued(form: str) -> bool:
    """Does a capitalised form end like a verb of saying?"""
    return form[:1].isupper() and len(form) > SHORTEST + 3 and form.endswith(_verbs())


@cache
def _verbs() -> tuple[str, ...]:
    return tuple(sorted(word_list("glue_verbs"), key=lambda v: (-len(v), v)))
