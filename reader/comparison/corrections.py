"""Decisions by hand (or by a judge that the user named) about facts, as constraints on pairs of claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.comparison.material import Material
from reader.comparison.model import Correction
from reader.document.span import Span

Pair = tuple[int, int]


@dataclass(slots=True)
class ByHand:
    """Pairs of claims that must (with who said so) and must not be in one group (smaller number first)."""

    together: dict[Pair, str] = field(default_factory=dict)
    apart: set[Pair] = field(default_factory=set)


def read(material: Material, corrections: Sequence[Correction]) -> ByHand:
    """The pairs that corrections of the kinds ``join`` and ``split`` are about; the later correction wins."""
    out = ByHand()
    wanted = [c for c in corrections if c.kind in ("join", "split")]
    if not wanted:
        return out
    by_digest: dict[str, list[int]] = {}
    for n, reading in enumerate(material.readings):
        by_digest.setdefault(reading.article.digest, []).append(n)
    for c in wanted:
        one = [s for n in by_digest.get(c.a, ()) for s in _claims(material, n, c.a_span)]
        two = [s for n in by_digest.get(c.b, ()) for s in _claims(material, n, c.b_span)]
        if c.kind == "join":
            found = {(min(i, j), max(i, j)) for i in one[:1] for j in two[:1] if i != j}
            out.together |= dict.fromkeys(found, c.by)
            out.apart -= found
        else:
            found = {(min(i, j), max(i, j)) for i in one for j in two if i != j}
            out.apart |= found
            for pair in found:
                out.together.pop(pair, None)
    return out


def _claims(material: Material, article: int, span: Span) -> list[int]:
    """The claims of an article that a span touches, the one it covers best first."""
    found = [s for s in material.statements if s.article == article and s.claim.span.overlaps(span)]
    found.sort(key=lambda s: (-s.claim.span.overlap(span) / max(1, len(s.claim.span)), s.index))
    return [s.index for s in found]
