"""The panel's closed words and signs, used by screen and command line alike.

``ascii`` gives forms without a byte above 127 for terminals that have no more; what a source printed stays as it is.
Articles are named by their letters where ``comparison`` is given, else by their ids.
"""

from __future__ import annotations

from datetime import date as Day  # noqa: N812

from reader.analysis.dates.render import render as render_date
from reader.analysis.figures.render import render as render_figure
from reader.analysis.reading import Basis, Certainty, DateMention, Figure, Qualifier
from reader.comparison.model import (
    Comparison,
    DifferenceKind,
    Fact,
    OriginKind,
    RelationKind,
    Report,
    Story,
    Verdict,
)
from reader.comparison.timeline import TimelineEntry
from reader.document.article import Article
from reader.document.span import Span

_SIGNS = {
    Verdict.AGREE: ("=", "="),
    Verdict.DIFFERS: ("≈", "~"),
    Verdict.PARTIAL: ("◐", "/"),
    Verdict.ONLY: ("1", "1"),
}
SILENT = ("·", ".")
"""The sign of a source that does not tell a fact, and its ASCII form."""
CONFLICT = ("≠", "!")
"""The sign of a fact whose figures exclude each other."""
_DIFFERENCES = {
    DifferenceKind.FIGURE: "the figure",
    DifferenceKind.COUNTED: "who is counted",
    DifferenceKind.SPEAKER: "who says it",
    DifferenceKind.CERTAINTY: "certainty",
    DifferenceKind.WORDING: "wording",
    DifferenceKind.DATE: "date",
}
"""The words for each kind of difference, in the order in which they are said."""
_CERTAINTIES = {
    Certainty.HEDGED: "hedged",
    Certainty.PLANNED: "planned",
    Certainty.DENIED: "denied",
    Certainty.UNVERIFIED: "unverified",
}
_RELATIONS = {
    RelationKind.EARLIER: "an earlier count of",
    RelationKind.LATER: "a later count of",
    RelationKind.PART_OF: "part of",
    RelationKind.INCLUDES: "includes",
    RelationKind.SAME_SUBJECT: "told without a number in",
}
_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "·": ".", "≈": "~", "→": "->"}
)


def sign(of: Verdict | Fact | Report, ascii: bool = False) -> str:
    """``=`` agree, ``≈`` differs, ``≠`` differs in the figure, ``◐`` partial, ``1`` only, ``·`` a silent report.

    In ASCII a partial fact is "2/3"; a verdict alone, which has no counts, is "/".
    """
    if isinstance(of, Report):
        return SILENT[ascii] if of.silent else ""
    if isinstance(of, Verdict):
        return _SIGNS[of][ascii]
    if of.verdict is Verdict.DIFFERS and any(d.kind is DifferenceKind.FIGURE for d in of.differences):
        return CONFLICT[ascii]
    if of.verdict is Verdict.PARTIAL and ascii:
        return f"{len(of.reporting)}/{len(of.reports)}"
    return _SIGNS[of.verdict][ascii]


def verdict_words(fact: Fact, story: Story | None = None, comparison: Comparison | None = None) -> str:
    """ "agree", "same figure, differs in who is counted, who says it", "2 of 3, not in A", "only in B"."""
    reporting = [_letter(r.article, comparison) for r in fact.reporting]
    missing = [_letter(r.article, comparison) for r in fact.reports if r.silent]
    total = len(story.articles) if story else len(fact.reports)
    if fact.verdict is Verdict.ONLY:
        return f"only in {listed(reporting)}"
    if fact.verdict is Verdict.AGREE:
        return "agree"
    if fact.verdict is Verdict.PARTIAL:
        return f"{len(reporting)} of {total}, not in {listed(missing)}"
    found = {d.kind for d in fact.differences}
    words = [said for kind, said in _DIFFERENCES.items() if kind in found]
    out = f"differs in {_joined(words)}"
    if not missing and _same_figure(fact):
        out = f"same figure, {out}"
    return f"{len(reporting)} of {total}, {out}" if missing else out


def _same_figure(fact: Fact) -> bool:
    """Do two or more reports have a figure, and none another one?"""
    having = [r for r in fact.reporting if any(f.qualifier is not Qualifier.VAGUE for f in r.figures)]
    return len(having) > 1 and not any(d.kind is DifferenceKind.FIGURE for d in fact.differences)


def _joined(words: list[str]) -> str:
    """ "who is counted, who says it"; "wording and date"."""
    if len(words) > 1 and not words[-1].startswith("who "):
        return f"{', '.join(words[:-1])} and {words[-1]}"
    return ", ".join(words)


def _letter(article: str, comparison: Comparison | None) -> str:
    reading = comparison.readings.get(article) if comparison else None
    return reading.article.letter if reading else article


def listed(articles: list[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return " and ".join(filter(None, (", ".join(articles[:-1]), articles[-1]))) if articles else ""


def count(fact: Fact) -> str:
    """ "3 of 3", and how many origins that is where sources share their text: "3 of 3, one origin"."""
    reporting, origins = len(fact.reporting), len(fact.origins) or len(fact.reporting)
    out = f"{reporting} of {len(fact.reports)}"
    if origins == reporting:
        return out
    return f"{out}, one origin" if origins == 1 else f"{out}, {origins} origins"


def shared(story: Story, comparison: Comparison | None = None) -> tuple[str, ...]:
    """What articles of a story have in common before they say anything: "A and C are signed by Reuters"."""
    out = []
    for origin in story.shared:
        letters = [_letter(a, comparison) for a in origin.articles]
        if origin.kind is OriginKind.COPY:
            out.append(f"{listed(letters)} are one text ({round(100 * origin.share)} % in the same words)")
        else:
            out.append(f"{listed(letters)} {'is' if len(letters) == 1 else 'are'} signed by {origin.name}")
    return tuple(out)


def badge(fact: Fact) -> str:
    """ "same wording (16 words)", or nothing."""
    return f"same wording ({fact.same_wording[0].words} words)" if fact.same_wording else ""


def difference(kind: DifferenceKind) -> str:
    """The words for one kind of difference: "who is counted"."""
    return _DIFFERENCES[kind]


def cell(report: Report, text: str, ascii: bool = False) -> str:
    """The short cell of a matrix: "> 300", "1,400", "said", "planned", "·"."""
    if report.silent:
        return SILENT[ascii]
    firm = [f for f in report.figures if f.qualifier is not Qualifier.VAGUE] or list(report.figures)
    return figure(firm[0], text, ascii) if firm else _CERTAINTIES.get(report.certainty, "said")


def figure(of: Figure, text: str = "", ascii: bool = False) -> str:
    """A figure in short: "> 300", "≈ 400", "$2.5m"; for a word like "several" the article's own word."""
    shown = render_figure(of, ascii)
    return of.number.of(text) if shown == "?" and text else shown


def speaker(report: Report, text: str = "", ascii: bool = False) -> str:
    """ "Jon Finer, to CBS News", "“a White House official”, not named", "own voice"; ``text`` is the article's."""
    said = report.speaker
    if said is None:
        return "own voice"
    pronoun = said.text.casefold() in {"he", "she", "they", "it", "who", "i", "we"}
    shown = said.name if pronoun and said.name else said.text
    if not (said.named or said.name):
        shown = f"“{shown}”, not named"
    elif shown[:4].casefold() == "the ":
        shown = shown[4:]
    audience = said.to_text or (said.to.of(text) if said.to and text else "")
    out = f"{shown}, to {audience}" if audience else shown
    return plain(out) if ascii else out


def certainty(report: Report) -> str:
    """ "hedged", "planned", "denied", "unverified", or nothing where a source simply says it."""
    return _CERTAINTIES.get(report.certainty, "")


def date(mention: DateMention, article: Article, comparison: Comparison | None = None) -> str:
    """ "4 Nov", "4 Nov (inferred from A)", "Saturday (not resolved)"; with the year where it is not the article's own,
    or that of the article it is inferred from. "Recently" names no day that could be resolved, and stays as it is.
    """
    if mention.vague:
        return mention.span.of(article.text)
    origin = comparison.readings.get(mention.origin or "") if comparison else None
    own = article.published or (origin.article.published if origin else None)
    lent = own is None and mention.origin is not None
    shown = render_date(mention, not lent and (own is None or not (mention.iso or "").startswith(str(own.year))))
    if mention.basis is Basis.UNRESOLVED or not mention.iso:
        return f"{shown or mention.span.of(article.text)} (not resolved)"
    if mention.basis is Basis.INFERRED:
        told = f" from {_letter(mention.origin, comparison)}" if mention.origin else ""
        return f"{shown} (inferred{told})"
    return shown


def citation(article: Article, span: Span) -> str:
    """“sentence” — source, 5 Nov 2023; or "undated". The sentence is verbatim but for its line breaks."""
    when = day(article.published) if article.published else "undated"
    return f"“{' '.join(span.of(article.text).split())}” — {article.source}, {when}"


def day(published: Day | None) -> str:
    """ "5 Nov 2023", or "no date"."""
    if published is None:
        return "no date"
    return render_date(DateMention(Span(0, 0), published.isoformat(), basis=Basis.EXPLICIT), True)


def why(fact: Fact) -> str:
    """The reasons of a row's joins, one a line: "A and B: same number, shared words (93 %)"."""
    rows = [f"{j.a} and {j.b}: {j.reason} ({round(100 * j.p)} %)" for j in sorted(fact.joins, key=lambda j: -j.p)]
    return (
        "\n".join(dict.fromkeys(rows)) or f"only in {listed([r.article for r in fact.reporting])}: nothing was joined"
    )


def notes(fact: Fact, story: Story | None = None, comparison: Comparison | None = None) -> tuple[str, ...]:
    """What else is to be said of a row: "same wording (16 words)", "one origin", "an earlier count of f1: “…”"."""
    out = [badge(fact)] if fact.same_wording else []
    origins = count(fact).partition(", ")[2]
    out += [origins] if origins else []
    titles = {f.id: f.title for f in story.facts} if story else {}
    for relation in fact.relations:
        title = f": “{titles[relation.fact]}”" if relation.fact in titles else ""
        out.append(f"{_RELATIONS[relation.kind]} {relation.fact}{title}")
    for report in fact.reporting:
        if report.repeats:
            more = "1 repeat" if len(report.repeats) == 1 else f"{len(report.repeats)} repeats"
            out.append(f"+{more} in {_letter(report.article, comparison)}")
    return tuple(out)


def timeline_line(entry: TimelineEntry, story: Story, comparison: Comparison, ascii: bool = False) -> str:
    """ "4 Nov 2023  Rafah crossing … suspended since Saturday  (first in A)", and how a count grew."""
    facts = {f.id: f for f in story.facts}
    article = comparison.readings[entry.article].article
    when = render_date(entry.mention, True) or entry.mention.span.of(article.text)
    out = f"{when}{' (inferred)' if entry.mention.basis is Basis.INFERRED else ''}  {facts[entry.fact].title}"
    if entry.first:
        out += f"  (first in {listed([_letter(a, comparison) for a in entry.first])})"
    if entry.growth:
        out += f"  {' → '.join(_count_of(facts[key], comparison, ascii) for key in entry.growth)}"
    return plain(out) if ascii else out


def _count_of(fact: Fact, comparison: Comparison, ascii: bool) -> str:
    report = next((r for r in fact.reporting if r.figures), None)
    return cell(report, comparison.readings[report.article].text, ascii) if report else "?"


def plain(text: str) -> str:
    """Typographic marks of the program's own words in ASCII; letters of a source stay as they are."""
    return text.translate(_PLAIN)
