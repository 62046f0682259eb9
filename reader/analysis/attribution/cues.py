"""Words that may say who said something."""

from __future__ import annotations

from collections.abc import Iterator

from reader.analysis.attribution.frames import Cue, end_of, group_of
from reader.analysis.attribution.lexicon import cue_forms
from reader.analysis.attribution.regions import QUOTE, Region


def candidates(region: Region) -> Iterator[Cue]:
    """Every item of a region that may be a cue, from left to right.

    "Continued to pay" and "came to discuss" say what was done, not what was said.
    """
    forms = cue_forms()
    kind, low = region.kind, region.low
    for at, k in enumerate(kind):
        word = low[at]
        if k == "CUE" or (k == "CAP" and word in forms and (at == 0 or region.headline)):
            lemma, group = forms[word]
            if low[at + 1 : at + 2] == ["to"] and lemma == "continue":
                continue
            if at and ((group == "talk" and low[at - 1] == "to") or low[at - 1] == "frequently"):
                continue
            yield Cue(region, at, group_of(region, at), lemma, group)
        elif word == "to" and at and low[at - 1] == "according":
            yield Cue(region, at, at - 1, "according", "according")
        elif k == ":" and 0 < at < end_of(region) - 1 and _speaks(region, at):
            yield Cue(region, at, at, "colon", "colon")


def _speaks(region: Region, at: int) -> bool:
    """May a colon stand for "said": a short name before it, or a quotation after it?"""
    kind = region.kind
    named = at <= 8 and kind[0] in ("CAP", "TITLE") and not any(k in ("BE", "HAVE", "MD") for k in kind[:at])
    return (named and ":" not in kind[:at]) or (kind[at + 1] == QUOTE and kind[at - 1] != "CUE")
