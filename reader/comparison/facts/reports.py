"""How each article reports a row: best sentence first, repeats folded, figures, speaker, dates, certainty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.analysis.reading import Certainty, DateMention, Entity, Figure, Reading
from reader.comparison.facts.folding import Row
from reader.comparison.facts.speakers import Voices, chosen, voices
from reader.comparison.facts.words import jaccard, stems
from reader.comparison.model import Claim, Evidence, Passage, Report
from reader.document.article import Section
from reader.document.span import Span

NEAR_CLAIMS = 3
"""Two claims in one sentence with no more characters between them are shown as one."""


@dataclass(frozen=True, slots=True)
class Told:
    """One article's report with the claims that it was made of, best first, and all voices in it."""

    report: Report
    claims: tuple[Claim, ...]
    voices: Voices


def tell(
    row: Row, article: str, reading: Reading, names: Mapping[str, Entity], others: Sequence[frozenset[str]]
) -> Told:
    """The report of one article that has claims in the row; ``others`` are the stems of the other articles' claims."""
    own = [c for c in row.claims if c.article == article]
    figures = row.figures.get(article, [])
    ranked = sorted(own, key=lambda c: _rank(c, reading, figures, others, row))
    evidence = _evidence(ranked)
    repeats = _evidence([c for c in row.repeats if c.article == article])
    shown = {e.span for e in evidence}
    said = voices(ranked, reading, names)
    report = Report(
        article,
        evidence,
        tuple(e for e in repeats if e.span not in shown),
        tuple(figures),
        chosen(said),
        _dates(ranked, reading),
        _certainty(ranked),
    )
    return Told(report, tuple(ranked), said)


def silent(article: str, nearest: Passage | None) -> Report:
    """The report of an article that does not tell the fact."""
    return Report(article, nearest=nearest)


def _rank(
    claim: Claim, reading: Reading, figures: Sequence[Figure], others: Sequence[frozenset[str]], row: Row
) -> tuple[int, int, float, int]:
    """Evidence first that holds the fact's figure, stands in the body, was joined surely and is near the others."""
    has_figure = any(claim.evidence.contains(f.number) for f in figures)
    said = stems(reading.text, claim.span)
    near = sum(jaccard(said, o) for o in others) / len(others) if others else 0.0
    joined = max(
        (j.p for j in row.joins if _touches(j.a, j.a_span, claim) or _touches(j.b, j.b_span, claim)), default=0.0
    )
    outside = claim.section in (Section.HEADLINE, Section.CAPTION, Section.FAQ_ANSWER)
    return -has_figure, outside, -round(near + joined / 2, 6), claim.span.start


def _touches(article: str, span: Span, claim: Claim) -> bool:
    return article == claim.article and span.overlaps(claim.span)


def _evidence(claims: Sequence[Claim]) -> tuple[Evidence, ...]:
    """One entry a sentence, in the order given; neighbouring claims of one sentence joined."""
    made: dict[Span, Span] = {}
    for claim in claims:
        known = made.get(claim.evidence)
        if known is None:
            made[claim.evidence] = claim.span
        elif known.start <= claim.span.end + NEAR_CLAIMS and claim.span.start <= known.end + NEAR_CLAIMS:
            made[claim.evidence] = known.join(claim.span)
    return tuple(Evidence(sentence, words) for sentence, words in made.items())


def _dates(ranked: Sequence[Claim], reading: Reading) -> tuple[DateMention, ...]:
    """The dates of the first claim that has any; where none has, when it was said. "Now" and "recently" come last."""
    dated = ([d for d in c.dates if not d.vague] for c in ranked)
    firm = tuple(next((d for d in dated if d), ())) or next((d for c in ranked if (d := _said(c, reading))), ())
    return firm or next((c.dates for c in ranked if c.dates), ())


def _said(claim: Claim, reading: Reading) -> tuple[DateMention, ...]:
    """The dates of a sentence that stand outside of what somebody is said to have said."""
    if not claim.attribution:
        return ()
    content = claim.attribution.content
    return tuple(
        d for d in reading.dates if not d.vague and claim.evidence.contains(d.span) and not content.overlaps(d.span)
    )


def _certainty(ranked: Sequence[Claim]) -> Certainty:
    """How sure the article is: the certainty of its best claim."""
    return ranked[0].certainty
