"""Where agreement comes from: agencies that sign articles, near copies, and how many origins a fact has.

Three newspapers that print one agency's text confirm one another no more than three copies of a newspaper do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations

from reader.analysis.reading import Reading
from reader.comparison import word_lists
from reader.comparison.facts.words import words
from reader.comparison.model import OriginKind, Report, SameWording, SharedOrigin
from reader.comparison.words import windows
from reader.document.article import Section
from reader.document.span import Span

SHINGLE = 5
COPY = 0.75
"""An article that shares this part of its five-word runs with another is a copy of it."""
HEAD = 60_000
"""So many characters of an article tell whether it is a copy."""
HALF = 0.5
"""A run that covers this part of a claim makes two reports one origin."""
DATELINE = 140
"""Within so many characters of a sentence stands the agency of its dateline."""
OPENING = 4
"""So many sentences may come before the one with the dateline: title, standfirst, caption."""
CREDIT = 120
"""A line that credits an agency is no longer than this."""


@cache
def _names() -> dict[str, str]:
    """How agencies are called -> the name they are shown by."""
    rows = word_lists.table("agencies").items()
    return {called.strip(): shown for shown, names in rows for called in names.split("|")}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A dateline ("TEL AVIV, Nov 5 (Reuters) -"), and a line that credits the article ("By The Associated Press")."""
    names = "|".join(sorted(map(re.escape, _names()), key=lambda n: (-len(n), n)))
    dateline = re.compile(rf"\((?P<name>{names})(?:[/,][^()]{{0,40}})?\)\s*(?:[-–—:]|--)")
    line = re.compile(
        rf"\W*(?:(?:by|source|from|via)\b\W*(?:the\s+)?|(?:copyright|©|\(c\))\W*(?:\d{{4}})?\W*(?:by\s+)?(?:the\s+)?"
        rf"|by\s+[\w.'’-]+(?:\s+[\w.'’-]+){{1,3}}\s*(?:,|/|\||\bof\b)\s*(?:the\s+)?|(?:the\s+)?)"
        rf"(?P<name>{names})(?:\W*|\W.{{0,60}}(?:rights reserved|permission).*)",
        re.IGNORECASE | re.DOTALL,
    )
    return dateline, line


def signed_by(reading: Reading) -> frozenset[str]:
    """The agencies that sign an article as theirs, in a dateline, a byline or a copyright line.

    An agency that is quoted, or that "contributed to this report", does not sign.
    """
    dateline, line = _patterns()
    found = set()
    sentences = reading.article.sentences
    for number, sentence in enumerate(sentences):
        printed = reading.text[sentence.span.start : min(sentence.span.end, sentence.span.start + DATELINE)]
        if number <= OPENING and (match := dateline.search(printed)) and not _speech(printed[: match.start()]):
            found.add(_shown(match["name"]))
        outside = sentence.section in (Section.CREDIT, Section.HEADLINE) or number in (0, 1, 2, len(sentences) - 1)
        if outside and len(sentence.span) <= CREDIT and (match := line.fullmatch(sentence.span.of(reading.text))):
            found.add(_shown(match["name"]))
    return frozenset(found)


def _shown(called: str) -> str:
    names = _names()
    return names.get(called) or next(shown for name, shown in names.items() if name.casefold() == called.casefold())


def _speech(before: str) -> bool:
    """Do the words before a bracket make a sentence rather than a place and a day?"""
    return sum(1 for word in re.findall(r"[^\W\d_]+", before) if word.islower() and len(word) > 3) > 1


def agency(name: str) -> str:
    """The agency that a speaker's name means ("the Associated Press"), or nothing."""
    bare = re.sub(r"(?i)^the\s+|\s+news agency$", "", name.strip())
    return _names().get(bare) or _names().get(f"The {bare}", "")


def shared_origins(readings: Sequence[Reading]) -> tuple[SharedOrigin, ...]:
    """Articles of a story that are one text, and those that an agency signs (one article too)."""
    found = [
        SharedOrigin(tuple(r.article.id for r in pair), OriginKind.COPY, share=round(share, 2))
        for pair, share in _copies(readings)
    ]
    signed: dict[str, list[str]] = defaultdict(list)
    for reading in readings:
        for name in sorted(signed_by(reading)):
            signed[name].append(reading.article.id)
    found += [SharedOrigin(tuple(articles), OriginKind.AGENCY, name) for name, articles in sorted(signed.items())]
    return tuple(found)


def _copies(readings: Sequence[Reading]) -> list[tuple[tuple[Reading, Reading], float]]:
    """Pairs of articles of which one is a copy or near copy of the other, and the share of runs they have in common."""
    shingles = [frozenset(windows([w.key for w in words(r.text[:HEAD])], SHINGLE)) for r in readings]
    found = []
    for (i, x), (j, y) in combinations(enumerate(shingles), 2):
        least = min(len(x), len(y))
        if readings[i].text == readings[j].text:
            found.append(((readings[i], readings[j]), 1.0))
        elif least and 3 * least >= max(len(x), len(y)):
            share = len(x & y) / least
            if share >= COPY:
                found.append(((readings[i], readings[j]), share))
    return found


def copied(shared: Sequence[SharedOrigin]) -> frozenset[frozenset[str]]:
    """The pairs of articles that are copies."""
    return frozenset(frozenset(s.articles) for s in shared if s.kind is OriginKind.COPY)


def origins(
    reports: Sequence[Report], same_wording: Sequence[SameWording], shared: Sequence[SharedOrigin]
) -> tuple[tuple[str, ...], ...]:
    """The articles that report a fact, grouped by where they have it from, in the order of the reports.

    One origin are copies, articles that one agency signs, reports whose claim stands in the same words in both, and
    reports that say they have it from the same agency, or from the agency that signs the other.
    """
    telling = {r.article: r for r in reports if not r.silent}
    home = {article: article for article in telling}

    def root(article: str) -> str:
        while home[article] != article:
            article = home[article]
        return article

    def join(articles: Sequence[str]) -> None:
        known = [a for a in articles if a in telling]
        for article in known[1:]:
            home[root(article)] = root(known[0])

    for group in shared:
        join(group.articles)
    for run in same_wording:
        if any(_covers(run.spans[a], telling[a]) for a in run.articles if a in telling):
            join(run.articles)
    for articles in _told_by_agency(telling, shared).values():
        join(articles)
    grouped: dict[str, list[str]] = defaultdict(list)
    for article in telling:
        grouped[root(article)].append(article)
    return tuple(tuple(articles) for articles in grouped.values())


def _told_by_agency(telling: Mapping[str, Report], shared: Sequence[SharedOrigin]) -> dict[str, list[str]]:
    """The articles that name an agency as the one who says it, with those that the agency signs."""
    found: dict[str, list[str]] = defaultdict(list)
    for article, report in telling.items():
        if report.speaker and (name := agency(report.speaker.text)):
            found[name].append(article)
    for group in shared:
        if group.name in found:
            found[group.name] += group.articles
    return found


def _covers(run: Span, report: Report) -> bool:
    return any(len(e.claim) > 0 and run.overlap(e.claim) >= HALF * len(e.claim) for e in report.evidence[:1])
