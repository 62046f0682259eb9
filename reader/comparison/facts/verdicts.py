"""How the sources of a story stand to one fact, in one of four words."""

from __future__ import annotations

from collections.abc import Sequence

from reader.comparison.model import Difference, Verdict


def verdict(reporting: int, sources: int, differences: Sequence[Difference]) -> Verdict:
    """``only`` for one report; else ``differs`` where anything material differs; else ``agree`` or ``partial``."""
    if reporting < 2:
        return Verdict.ONLY
    if differences:
        return Verdict.DIFFERS
    return Verdict.AGREE if reporting == sources else Verdict.PARTIAL
