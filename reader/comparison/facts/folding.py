"""What is no row of its own: FAQ answers, repeats inside one source, doubts about another claim, bare attributions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.analysis.reading import Certainty, Figure, Reading
from reader.comparison.facts.lexicon import words_of
from reader.comparison.facts.quantities import Standing, quantity, stand
from reader.comparison.facts.words import coverage, stems, words
from reader.comparison.model import Claim, Join, Possible
from reader.document.article import Section
from reader.document.span import Span

BODIES = 300
"""So many claims of a body are compared with the answers below it."""
FAQ_NEAR = 0.4
"""A FAQ answer restates the body: this share of its stems in one body claim is enough to know which."""
REPEAT_NEAR = 0.75
"""A later claim is a repeat where this share of its stems was there before."""
LEAST = 2
"""A claim with a verb of saying needs so many words besides that say something."""


@dataclass
class Row:
    """Claims of one fact before it is worded: repeats by claim, figures by article."""

    claims: list[Claim]
    repeats: list[Claim] = field(default_factory=list)
    figures: dict[str, list[Figure]] = field(default_factory=dict)
    joins: tuple[Join, ...] = ()
    possibly: tuple[Possible, ...] = ()

    @property
    def articles(self) -> set[str]:
        """The articles that report it."""
        return {c.article for c in self.claims}


def empty(row: Row, readings: Mapping[str, Reading]) -> bool:
    """Do the claims of one article hold nothing but who spoke and when ("The White House on Sunday said that")?"""
    if len(row.articles) > 1 or any(c.figures for c in row.claims):
        return False
    return all(_bare(c, readings[c.article]) for c in row.claims)


def _bare(claim: Claim, reading: Reading) -> bool:
    """Is a claim speaker, verb of saying and date, and hardly a word that says something?"""
    frame: list[Span] = []
    for said in reading.attributions:
        spans = (said.speaker.span if said.speaker else None, said.cue, said.to)
        frame += [s for s in spans if s and claim.span.overlaps(s) and not said.content.overlap(claim.span)]
    if not frame:
        return False
    frame += [d.span for d in claim.dates]
    listed = words(reading.text, claim.span)
    inside = (w for w in listed if not any(s.start <= w.start < s.end for s in frame))
    return len({w.key for w in inside if w.key not in words_of("function")}) < LEAST


def fold_doubts(made: list[Row], readings: Mapping[str, Reading]) -> list[Row]:
    """Puts "these claims could not be verified" to the claim it is about: it is no fact of its own."""
    for row in made:
        if len(row.claims) != 1:
            continue
        claim = row.claims[0]
        marks = [
            m for m in readings[claim.article].certainties
            if m.certainty is Certainty.UNVERIFIED and claim.span.contains(m.cue) and m.scope.start < claim.span.start
        ]  # fmt: skip
        about = [
            (other.span.start, other_row) for other_row in made if other_row is not row
            for other in other_row.claims
            if other.article == claim.article and any(m.scope.overlaps(other.span) for m in marks)
        ]  # fmt: skip
        if about:
            max(about, key=lambda a: a[0])[1].claims.append(claim)
            row.claims = []
    return [row for row in made if row.claims]


def _claim_stems(claim: Claim, readings: Mapping[str, Reading]) -> frozenset[str]:
    return stems(readings[claim.article].text, claim.span)


def fold_faq(made: list[Row], readings: Mapping[str, Reading]) -> list[Row]:
    """Puts each FAQ answer as a repeat with the body claim of its own article that it restates."""
    bodies: dict[str, list[tuple[Claim, int]]] = defaultdict(list)
    answers: list[tuple[Claim, int]] = []
    for n, row in enumerate(made):
        for claim in row.claims:
            if claim.section is Section.FAQ_ANSWER:
                answers.append((claim, n))
            elif claim.section not in (Section.CREDIT, Section.FAQ_QUESTION) and len(bodies[claim.article]) < BODIES:
                bodies[claim.article].append((claim, n))
    moved: dict[int, int] = {}
    for claim, n in answers:
        near = max(((_restates(claim, b, readings), -m) for b, m in bodies[claim.article]), default=(0.0, 0))
        if any(c.article == claim.article and c.section is not Section.FAQ_ANSWER for c in made[n].claims):
            home = n
        elif near[0] >= FAQ_NEAR:
            home = moved.get(-near[1], -near[1])
        else:
            continue
        made[n].claims.remove(claim)
        if home != n and len(made[n].articles) and made[home].articles == {claim.article}:
            made[n].claims += made[home].claims
            made[n].repeats += made[home].repeats
            made[home].claims, made[home].repeats = [], []
            moved[home] = n
            home = n
        made[home].repeats.append(claim)
    return [row for row in made if row.claims]


def _restates(answer: Claim, body: Claim, readings: Mapping[str, Reading]) -> float:
    """How much of an answer a claim of the body says; nothing where their figures are not the same."""
    text = readings[answer.article].text
    figures = [quantity(answer.article, f, text) for f in answer.figures]
    others = [quantity(body.article, f, text) for f in body.figures]
    if figures and not any(stand(a, b) is Standing.EQUAL for a in figures for b in others):
        return 0.0
    return coverage(_claim_stems(answer, readings), _claim_stems(body, readings))


def fold_repeats(row: Row, readings: Mapping[str, Reading]) -> None:
    """Later claims of one article that say nothing new become repeats; a report has at least one claim that is none."""
    kept: list[Claim] = []
    for claim in sorted(row.claims, key=lambda c: (c.article, c.section is Section.FAQ_ANSWER, c.span)):
        said = _claim_stems(claim, readings)
        before = [k for k in kept if k.article == claim.article]
        if any(
            k.evidence != claim.evidence and coverage(said, _claim_stems(k, readings)) >= REPEAT_NEAR for k in before
        ):
            row.repeats.append(claim)
        else:
            kept.append(claim)
    row.claims = kept
    for article in {c.article for c in row.repeats} - {c.article for c in kept}:
        row.claims += [c for c in row.repeats if c.article == article]
        row.repeats = [c for c in row.repeats if c.article != article]
