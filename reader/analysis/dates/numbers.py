"""What a run of digits may be within a date: a day, a year, a clock, a date in figures."""

from __future__ import annotations

import re

_SPLIT = re.compile(r"(?P<body>\d[\d.,:/–-]*?)(?P<tail>[^\d.,:/–-]*)")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)(?:[:.][0-5]\d)?")
_ISO = re.compile(r"(\d{4})[-/.](\d\d?)[-/.](\d\d?)")
_NUMERIC = re.compile(r"(\d\d?)([-/.])(\d\d?)\2(\d{4}|\d\d)")
_YEARS = re.compile(r"(1[5-9]\d\d|20\d\d)[-–/](\d{4}|\d\d)")
_DAYS = re.compile(r"(\d\d?)[-–/](\d\d?)")
_CJK = {"年": "cjk_year", "月": "cjk_month", "日": "cjk_day", "년": "cjk_year", "월": "cjk_month", "일": "cjk_day"}
_LONGEST = 40

Classed = tuple[str, object]
NONE: Classed = ("other", None)


def classify_number(printed: str) -> Classed:
    """The class of a token that begins with a digit, and its value (an int, a tuple of ints, or None).

    Digits of any script count; tokens longer than 40 characters are no date.
    """
    if len(printed) > _LONGEST:
        return NONE
    if "T" in printed and printed[10:11] == "T":
        return "iso", (
            int(printed[:4]),
            int(printed[5:7]),
            int(printed[8:10]),
            int(printed[11:13]),
            int(printed[14:16]),
        )
    split = _SPLIT.fullmatch(printed)
    if not split:
        return NONE
    body, tail = split["body"], split["tail"].lower()
    return _plain(body, tail) if body.isdecimal() else _joined(body, tail)


def _plain(body: str, tail: str) -> Classed:
    value = int(body)
    if tail in _CJK:
        return _CJK[tail], value
    if tail in ("am", "pm"):
        return ("clock", _hours(value, 0, tail)) if 1 <= value <= 12 else NONE
    if tail in ("st", "nd", "rd", "th", "er", "º", "°"):
        return "ordinal", value
    if tail == "s":
        if value % 10:
            return NONE
        return ("decade", value) if len(body) == 4 and 1000 <= value < 2200 else ("short_decade", value)
    if tail:
        return NONE
    if len(body) == 4 and 1000 <= value < 2200:
        return "year", value
    return ("day", value) if len(body) <= 2 and 1 <= value <= 31 else ("number", value)


def _joined(body: str, tail: str) -> Classed:
    if tail in ("am", "pm") or not tail:
        clock = _CLOCK.fullmatch(body)
        if clock and (":" in body or tail):
            return "clock", _hours(int(clock[1]), int(clock[2]), tail)
    if tail:
        return NONE
    if m := _ISO.fullmatch(body):
        return "iso", (int(m[1]), int(m[2]), int(m[3]))
    if m := _NUMERIC.fullmatch(body):
        if len(m[4]) == 2 and m[2] != "/":
            return NONE
        return "numeric", (int(m[1]), int(m[3]), int(m[4]) if len(m[4]) == 4 else _full_year(int(m[4])), m[2])
    if m := _YEARS.fullmatch(body):
        first = int(m[1])
        last = int(m[2]) if len(m[2]) == 4 else first - first % 100 + int(m[2])
        last += 100 if last < first and len(m[2]) == 2 else 0
        return ("years", (first, last)) if first < last else NONE
    if (m := _DAYS.fullmatch(body)) and 1 <= int(m[1]) < int(m[2]) <= 31:
        return "days", (int(m[1]), int(m[2]))
    return NONE


def _hours(hour: int, minute: int, half: str) -> tuple[int, int, str]:
    return to_hours(hour, half), minute, half


def to_hours(hour: int, half: str) -> int:
    """Hour of the day from an hour of the clock and ``am``, ``pm`` or nothing."""
    if half == "pm":
        return hour if hour >= 12 else hour + 12
    return 0 if half == "am" and hour == 12 else hour


def _full_year(short: int) -> int:
    """POSIX's rule for years of two digits: 69–99 are the twentieth century's."""
    return short + (1900 if short >= 69 else 2000)
