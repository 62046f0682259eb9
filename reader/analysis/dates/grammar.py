"""What an English time expression looks like, as patterns over classes of words.

Words in lower case name a class of ``tokens.class_letters``; names in capitals are parts defined in ``PARTS``; the rest
is a regular expression. Of the rules that match at a token the longest match wins, and the earlier rule among equals.
Each rule names the resolver (a function of ``absolute``, ``relative``, ``periods`` or ``clock``) that gives its value.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from reader.analysis.dates.tokens import OTHER, class_letters

PARTS: dict[str, str] = {
    "WD": "(weekday|weekday_short dot?)",
    "MON": "(month|month_short dot?)",
    "NTH": "(day|ordinal|tens hyphen ordinal)",
    "YEAR": "(year|teen tens (hyphen? numword)?)",
    "MONTHDAY": "(MON the? NTH|the? ordinal of? MON|day of? MON)",
    "DATE": "(WD comma? the?)? MONTHDAY (comma? year|comma apos (day|number))?",
    "WHEN": "(DATE|(this|next|last)? WD part?|(mod|later|earlier)? rel part?|(this|last|that) part|iso|numeric)",
    "CLOCK": (
        "(clock ampm?|day ampm|(day|numword) oclock ampm?|(day|numword|clock) in the part|noon|(year|number) zone)"
        " (zone|local time)?"
    ),
    "PRE": "((mod|earlier|later) hyphen?|the? edge of|approx)",
    "DET": "(this|last|next|past|previous|following|current|coming|same|that|latest|this past|most recent)",
    "FEW": "(a? quant of?)",
    "COUNT": "(a|numword|teen|tens (hyphen numword)?|(a|numword)? hundred|day|number|FEW|a numword)",
    "NQUARTER": "ordinal (quarter|half)",
    "OFYEAR": "(of (the|this|last|next)? fiscal? (YEAR|unit))",
    "AGO": "(unit|quarter) hyphen? (ago|earlier)",
}

RULES: tuple[tuple[str, str], ...] = (
    # A clock, with the day it belongs to.
    ("moment", "approx? CLOCK (comma? on? WHEN)?"),
    ("moment", "WHEN comma? at? approx? CLOCK"),
    # A day of a month.
    ("monthday", "(mod|approx)? (this|next)? coming? DATE"),
    ("monthday", "WD (open|comma)? MONTHDAY (comma? year)? close"),
    ("monthday", "(WD comma?)? day dot? de? month_other (de? year)?"),
    ("monthday", "(WD comma?)? ordinal de? month_other (de? year)?"),
    ("monthday", "month_other day comma? year"),
    ("monthdays", "(WD comma?)? MON days (comma? year)?|days of? MON (comma? year)?"),
    ("monthdays", "MON NTH (hyphen|dash|to|through|and|until) NTH (comma? year)?"),
    ("monthdays", "the? NTH (hyphen|dash|to|through|and|until) the? NTH of? MON (comma? year)?"),
    ("iso_day", "iso"),
    ("numeric_day", "numeric"),
    ("cjk_day", "(cjk_year (cjk_month cjk_day?)?|cjk_month cjk_day)"),
    # A month.
    ("month_year", "PRE? MON (comma|of|hyphen|slash)? YEAR|PRE? MON apos (day|number)"),
    ("month_year", "PRE? MON (of|in)? (this|last|next|that) unit"),
    ("month_year", "month_other de? year"),
    ("month_span", "MON (hyphen|slash) MON (comma? year)?"),
    ("month", "PRE? MON"),
    ("part_of_month", "the (last|ordinal) (unit|weekend|half|weekday) (of|in) MON (comma? year)?"),
    ("month", "(mod|PRE)? (this|last|next|past|coming|previous|following|this past) MON"),
    # A year and longer.
    ("year", "PRE? YEAR"),
    ("year", "PRE? the? (fiscal|unit|fiscal unit) YEAR"),
    ("year", "the unit numword thousand (and? (numword|teen))?"),
    ("year", "the? YEAR fiscal unit"),
    ("years", "the? years sport?"),
    ("decade", "(the (ordinal|last|mod) half of)? (the? PRE?|PRE? the) hyphen? (decade|apos short_decade)"),
    ("decade", "the (mod hyphen?)? (short_decade|decade_word)|mod hyphen? decade_word"),
    ("decade", "the (mod hyphen?)? year poss"),
    ("century", "(the? (mod hyphen?)?|PRE the) ordinal hyphen? unit"),
    # Days named from today or from another.
    ("offset_day", "(mod|later|earlier|approx)? rel part?"),
    ("offset_day", "mod hyphen? part rel|the unit (before|after) rel"),
    ("part_of_day", "(mod|later|earlier)? (this|last|that|same|next|previous|following) part|mod hyphen? part"),
    ("overnight", "overnight"),
    ("weekday", "(mod|earlier|later|approx)? weekday part?"),
    ("weekday", "WD the? ordinal"),
    ("weekday", "mod? the? (this|last|next|past|coming|previous|following|this coming|this past) weekday part?"),
    # Spans of the calendar named from today or from another.
    ("span", "PRE? the? DET (fiscal|full)? (unit|quarter|weekend|moment)"),
    ("span", "the full unit"),
    ("span", "(the? edge of|(mod|earlier|later) in) the fiscal? (unit|quarter|weekend)"),
    ("weekend", "PRE? the weekend"),
    ("day_before", "the unit before"),
    ("ago", "(approx|more than|over|mod)* COUNT (more|full|fiscal)? (unit|units) (or so)? (ago|earlier|later|hence)"),
    ("ago", "(approx|more than|over)* COUNT unit and a half (ago|earlier|later)"),
    ("ago", "COUNT (unit|units) from (now|rel)"),
    ("ago", "(approx|more than|over)* half a unit (ago|earlier|later)"),
    # Quarters, halves and the periods that reports compare.
    ("quarter", "(the|PRE)* (fiscal hyphen?)? fiscal? YEAR? NQUARTER OFYEAR?|fiscal? ordinal hyphen (quarter|half)"),
    ("quarter", "the? (fiscal hyphen?)? NQUARTER comma? YEAR"),
    ("quarter", "(this|last|next|that|the current) (unit poss)? (fiscal hyphen?)? NQUARTER"),
    ("quarter", "the? last half of (YEAR|(the|this|last|next) unit)"),
    ("quarter", "the? ordinal numword units of YEAR"),
    ("quarter_code", "q_code (of|comma|hyphen|apos)? (year|day|number)?"),
    ("year_before", "AGO|the? comparable? AGO (NQUARTER|quarter|period|half)"),
    ("year_before", "the quarter (a|numword) unit (ago|earlier)"),
    ("year_before", "the (comparable|same) period (the? (last|previous) unit|(a|numword) unit (ago|earlier))"),
    ("year_before", "(this|last|next) unit poss (quarter|period)"),
    ("last_period", "the (latest|current|same|comparable)? (fiscal|full)? (quarter|period)"),
    ("period_of_year", "the YEAR (quarter|period|half)"),
    ("season", "PRE? the? mod? season (of|comma)? YEAR|season apos (day|number)"),
    ("season", "the mod? season|season"),
    ("season", "PRE? (this|last|next|past|coming|this past|the past|that) season"),
    ("year_end", "approx? (the|this|last|next)? unit (hyphen|poss)? edge (YEAR)?"),
    ("year_end", "edge of unit"),
    ("week_of", "the unit of (MON NTH|day MON) (comma? year)?"),
    ("holiday", "(last|next|this)? holiday (unit|eve|weekday)? (comma? year)?"),
    ("holiday", "(last|next|this)? new unit poss (unit|eve)"),
    # No date of its own.
    ("vague", "right? now|more? vague|most vague"),
    ("vague", "these units|the? (recent|coming|past) units (and units)?"),
    ("vague", "(the|in) near? future_word|future_word units|the near term|the past"),
)  # fmt: skip

_LONGEST = 24  # tokens of one expression
_NAME = re.compile(r"[a-z_]{2,}|\ba\b")
_PART = re.compile(r"[A-Z]{2,}")


def _expand(pattern: str) -> str:
    """A rule as a regular expression over the letters of classes."""
    letters = class_letters()
    while _PART.search(pattern):
        pattern = _PART.sub(lambda m: f"({PARTS[m.group()]})", pattern)
    return _NAME.sub(lambda m: letters[m.group()], pattern).replace(" ", "")


def _firsts(pattern: str, at: int = 0) -> tuple[set[str], bool, int]:
    """Letters that a pattern can begin with, whether it can be empty, and where its group ends."""
    found: set[str] = set()
    empty, open_branch = False, True
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            empty, open_branch, at = empty or open_branch, True, at + 1
            continue
        if pattern[at] == "(":
            inner, optional, at = _firsts(pattern, at + 1)
        else:
            inner, optional = {pattern[at]}, False
        at += 1
        if pattern[at : at + 1] in ("?", "*"):
            optional, at = True, at + 1
        if open_branch:
            found |= inner
            open_branch = optional
    return found, empty or open_branch, at


@cache
def _by_first_letter() -> dict[str, list[int]]:
    table: dict[str, list[int]] = {}
    for index, (_, pattern) in enumerate(RULES):
        for letter in _firsts(_expand(pattern))[0]:
            table.setdefault(letter, []).append(index)
    return table


@cache
def _compiled(index: int) -> re.Pattern[str]:
    """A rule's pattern, compiled when the first text needs it."""
    return part_pattern(RULES[index][1])


def part_pattern(pattern: str) -> re.Pattern[str]:
    """A pattern of class names and parts, compiled to match ``Tokens.classes``."""
    return re.compile(_expand(pattern).replace("(", "(?:"))


@lru_cache(maxsize=4096)
def _candidates(run: str) -> tuple[tuple[int, str], ...]:
    found: list[tuple[int, str]] = []
    for index in _by_first_letter().get(run[0], ()):
        match = _compiled(index).match(run)
        if match:
            found.append((match.end(), RULES[index][0]))
    return tuple(sorted(found, key=lambda f: -f[0]))


def candidates(classes: str, at: int) -> tuple[tuple[int, str], ...]:
    """The expressions that begin at a token, longest first: how many tokens each takes, and its resolver's name.

    Runs of classed words come back again and again ("the" before a plain word), so they are remembered.
    """
    end = classes.find(OTHER, at, at + _LONGEST)
    return _candidates(classes[at : end if end >= 0 else at + _LONGEST])


@cache
def starters() -> re.Pattern[str]:
    """Where an expression can begin: everywhere else is passed over."""
    return re.compile(f"[{''.join(_by_first_letter())}]")
