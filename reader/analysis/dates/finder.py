"""Finding the dates of one article, from left to right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

from reader.analysis.dates import absolute, calendar, clock, periods, relative, written
from reader.analysis.dates.context import Context, Match
from reader.analysis.dates.grammar import candidates, starters
from reader.analysis.dates.tokens import Tokens, class_letters
from reader.analysis.dates.value import NO_DATE, Value
from reader.analysis.reading import Basis, DateMention, Reading

Resolver = Callable[[Context, Match], Value | None]
_ENGLISH = "en"
# Resolvers that need no English words: the others are not asked where the article is in another language.
_ANY_LANGUAGE = ("iso_day", "numeric_day", "cjk_day", "monthday", "month_year", "years")
# What a report compares with is no date to go on from: "a year earlier" leaves the passage in its own year.
_COMPARED = ("year_before", "period_of_year", "ago", "years", "decade", "century")


@cache
def _resolver(name: str) -> Resolver:
    for room in (absolute, relative, periods, written, clock):
        if found := getattr(room, name, None):
            return found  # type: ignore[no-any-return]
    raise LookupError(name)


def find(reading: Reading) -> tuple[DateMention, ...]:
    """Every date and time of an article, in order, told from its publication date where it has one."""
    article = reading.article
    return find_in(article.text, article.published, english=article.language.startswith(_ENGLISH))


def find_in(text: str, published: date | None, *, english: bool = True) -> tuple[DateMention, ...]:
    """Every date and time of a text; see ``DateMention`` for the forms of a value."""
    tokens = Tokens(text)
    context = Context(published, tokens)
    pattern, classes = starters(), tokens.classes
    found: list[DateMention] = []
    at = 0
    while start := pattern.search(classes, at):
        at = start.start()
        mention, at = _at(context, at, english)
        if mention:
            found.append(mention)
    return tuple(found)


def _at(context: Context, at: int, english: bool) -> tuple[DateMention | None, int]:
    """The mention that begins at a token, if any, and the token to go on from."""
    tokens = context.tokens
    repeated = at > 0 and tokens.classes[at - 1] == class_letters()["each"]
    for length, name in candidates(tokens.classes, at):
        end = at + length
        if not english and name not in _ANY_LANGUAGE:
            continue
        match = Match(tokens, range(at, end))
        try:
            value = _resolver(name)(context, match)
        except (ValueError, OverflowError):  # no such day, or beyond the calendar
            value = Value() if name in ("monthday", "month_year", "numeric_day") else None
        if value is None:
            continue
        if repeated or value is NO_DATE:
            return None, end
        if name not in _COMPARED:
            _remember(context, value, at)
        return _mention(tokens, at, end, value), end
    return None, at + 1


def _mention(tokens: Tokens, first: int, end: int, value: Value) -> DateMention:
    basis = Basis.UNRESOLVED if value.iso is None else Basis.EXPLICIT if value.explicit else Basis.INFERRED
    return DateMention(
        tokens.span(first, end),
        value.iso,
        value.iso_end,
        basis,
        weekday=value.weekday,
        month=value.month,
        day=value.day,
        ahead=value.ahead,
        vague=value.vague,
    )


def _remember(context: Context, value: Value, at: int) -> None:
    """Later expressions ("the following day", "a year earlier") are told from this one."""
    limits = calendar.bounds(value.iso)
    if value.iso is None or limits is None:
        return
    first, last = limits
    context.year = first.year
    if first == last:
        context.day = first
    if (last - first).days <= 31:
        context.month = first.year, first.month
    if "-Q" in value.iso:
        context.quarter, context.quarter_at = (first.year, (first.month + 2) // 3), at
