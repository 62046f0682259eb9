"""Words as they are compared: lower case, without endings, light words left out.

The stemmer is light and strips derivation too ("evacuated", "evacuations" -> "evacu"), because two newsrooms seldom use
one form of a word; a full Snowball stemmer was slower by far to load and no better at finding the same fact.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,6}|[^\W\d_]{1,40}(?:['’][^\W\d_]{1,20})?|\d{1,15}(?:[.,]\d{1,15}){0,5}",
)
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")

LIGHT = frozenset(
    "a an the and or but nor so yet of in on at to for from by with as that this these those it its he she they we i you "
    "his her their our your my him them us me who which what whose whom when where why how while after before because "
    "although though if unless until despite since than then there here is are was were be been being am has have had "
    "having do does did done doing will would can could may might shall should must not no also just only even very "
    "more most such into over under about against between during through out up down off all any some each both own same "
    "other another said says say saying told tell tells telling according added adds asked near around upon within without "
    "toward towards among amid across per via s t re ve ll d m one two too yes mr mrs ms dr ago yesterday today tomorrow "
    "however meanwhile later last next first many much several few now again back ever never always often like get got "
    "n't don't didn't doesn't isn't wasn't aren't weren't hasn't haven't hadn't can't couldn't won't wouldn't".split()
)
NEGATIONS = frozenset(
    "not no never none nor n't cannot without neither nobody nothing deny denies denied refuse refuses refused reject "
    "rejects rejected".split()
)

_ENDINGS = (
    ("izations", 4), ("ization", 4), ("isations", 4), ("isation", 4), ("ations", 3), ("ation", 3), ("ements", 4),
    ("ement", 4), ("ments", 4), ("ment", 4), ("ities", 4), ("ity", 4), ("nesses", 4), ("ness", 4), ("ating", 4),
    ("ated", 4), ("ates", 4), ("ate", 4), ("ators", 4), ("ator", 4), ("ions", 4), ("ion", 4), ("ings", 3), ("ing", 3),
    ("edly", 3), ("ed", 3), ("ingly", 3), ("ies", 3), ("ied", 3), ("ily", 4), ("ively", 4), ("ives", 4), ("ive", 4),
    ("ers", 4), ("er", 4), ("ors", 4), ("or", 4), ("ants", 4), ("ant", 4), ("ents", 4), ("ent", 4), ("ances", 4),
    ("ance", 4), ("ences", 4), ("ence", 4), ("ists", 4), ("ist", 4), ("ically", 4), ("ical", 4), ("ials", 4), ("ial", 4),
    ("ally", 4), ("als", 4), ("al", 4), ("ably", 4), ("able", 4), ("fully", 4), ("ful", 4), ("ously", 4), ("ous", 4),
    ("ly", 4), ("es", 3), ("s", 3), ("e", 3), ("y", 3),
)  # fmt: skip
"""Endings, longest of a family first, with how many letters must stay before them."""


@lru_cache(maxsize=60_000)
def stem(word: str) -> str:
    """The stem of one lower-case word; a capitalised word of a name should be given in lower case too."""
    if len(word) <= 3 or not word.isascii():
        return word
    for ending, keep in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= keep:
            word = word[: -len(ending)]
            break
    if len(word) > 4 and word[-1] in "aeiy":
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "s":
        word = word[:-1]
    return word


@cache
def _same() -> dict[str, str]:
    """Stem -> the name of its class of meaning, from the lexicon."""
    out: dict[str, str] = {}
    text = files("reader.comparison").joinpath("lexicon/meanings.txt").read_text("utf-8")
    for line in text.splitlines():
        words = line.split("#", 1)[0].split()
        for word in words:
            out.setdefault(stem(word.lower()), "=" + words[0])
    return out


def meaning(stemmed: str) -> str:
    """The class of words of one meaning that a stem belongs to ("=kill"), or the stem itself."""
    return _same().get(stemmed, stemmed)


def tokens(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """Lower-case words of ``text[start:end]``, curly apostrophes made straight, "U.S." as "us"."""
    part = text[start : len(text) if end is None else end]
    if not part.isascii():
        part = unicodedata.normalize("NFKC", part)
    out: list[str] = []
    for word in _TOKEN.findall(part):
        low = word.lower().replace("’", "'")
        if "." in low and not low[0].isdigit():
            low = low.replace(".", "")
            if low == "us":
                low = "usa"
        elif word == "US":
            low = "usa"
        elif low.endswith("'s"):
            low = low[:-2]
        if not low.isascii() and _IDEOGRAPHS.search(low):
            out += [low[i : i + 2] for i in range(max(1, len(low) - 1))]
        elif low:
            out.append(low.strip("'"))
    return out


def stems(words: list[str]) -> list[str]:
    """The stems of the words that carry content, in their order."""
    return [stem(w) for w in words if w not in LIGHT and (len(w) > 1 or w.isdigit())]


def forms(text: str) -> list[str]:
    """The words of a text as printed, possessive endings left out."""
    return [w.removesuffix("'s").removesuffix("’s") for w in _TOKEN.findall(text)]
