"""The order of the rows: what many sources tell, with figures, early; repeats and colour last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.analysis.reading import Qualifier
from reader.comparison.facts.lexicon import words_of
from reader.comparison.facts.words import stem, words
from reader.comparison.model import Report
from reader.document.article import Article, Section

SOURCES, FIGURE, POSITION, DEPTH = 0.5, 0.15, 0.25, 0.1
"""Weights; they add up to one."""
COLOUR_MAX = 4
"""A sentence with no more content words than this beside words of colour holds nothing to check."""


def importance(reports: Sequence[Report], articles: Mapping[str, Article]) -> float:
    """0..1: the share of sources, figures, how early it stands, how much each source says of it."""
    told = [r for r in reports if not r.silent]
    share = (len(told) - 1) / (len(reports) - 1) if len(reports) > 1 else 1.0
    figure = any(f.qualifier is not Qualifier.VAGUE for r in told for f in r.figures)
    early = max(1.0 - r.evidence[0].span.start / (len(articles[r.article].text) or 1) for r in told)
    depth = min(1.0, sum(len(r.evidence) + len(r.repeats) - 1 for r in told) / 3)
    score = SOURCES * share + FIGURE * figure + POSITION * early + DEPTH * depth
    if not figure and not any(checkable(r, articles[r.article]) for r in told):
        score *= 0.2
    if all(_section(r, articles[r.article]) in (Section.FAQ_ANSWER, Section.CREDIT) for r in told):
        score *= 0.1
    return round(score, 4)


def _section(report: Report, article: Article) -> Section:
    return (
        article.sentences[article.sentence_at(report.evidence[0].span.start)].section
        if article.sentences
        else Section.BODY
    )


def checkable(report: Report, article: Article) -> bool:
    """Does a report hold anything to check: a name, a number, or a fair number of words that say something?"""
    if report.figures or report.speaker or report.dates:
        return True
    for e in report.evidence:
        listed = words(article.text, e.claim)
        content = [w for w in listed if w.key not in words_of("function")]
        colour = {stem(w) for w in words_of("colour")}
        plain = [w for w in content if stem(w.key) not in colour]
        if len(content) - len(plain) < 2 or len(plain) > 2 * COLOUR_MAX:
            return True
    return False
