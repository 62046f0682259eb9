"""Sentences into claims."""

from __future__ import annotations

from reader.analysis.reading import Reading
from reader.comparison.model import Claim
from reader.document.article import Section


def cut(reading: Reading) -> tuple[Claim, ...]:
    """The claims of one article, in the order of the text."""
    out = []
    for n, s in enumerate(reading.article.sentences):
        if s.section in (Section.FAQ_QUESTION, Section.CREDIT):
            continue
        out.append(
            Claim(
                reading.article.id, n, s.section, s.span, s.span,
                tuple(f for f in reading.figures if s.span.contains(f.span)),
                tuple(d for d in reading.dates if s.span.contains(d.span)),
                tuple(m.entity for m in reading.entities if s.span.contains(m.span)),
                reading.attribution_of(s.span), reading.certainty_of(s.span),
            )  # fmt: skip
        )
    return tuple(out)
