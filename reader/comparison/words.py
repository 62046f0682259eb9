"""Words as they are compared: lower case, without endings, light words left out.

The stemmer is light and strips derivation too ("evacuated", "evacuations" -> "evacu"), because two newsrooms seldom use
one form of a word; a full Snowball stemmer was slower by far to load and no better at finding the same fact.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from reader.comparison import word_lists

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,6}|[^\W\d_]{1,40}(?:['’][^\W\d_]{1,20})?|\d{1,15}(?:[.,]\d{1,15}){0,5}",
)
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


LIGHT = word_lists.words("light_words")
"""Words that are not compared."""
NEGATIONS = word_lists.words("negations")
_FAMILIES = {word: line.split()[0] for line in word_lists.lines("stems") for word in line.split()}
"""Words with a stem of their own -> that stem."""
_ENDINGS = tuple((ending, int(keep)) for ending, keep in map(str.split, word_lists.lines("endings")))


@lru_cache(maxsize=60_000)
def stem(word: str) -> str:
    """The stem of one lower-case word; a capitalised word of a name should be given in lower case too."""
    if word in _FAMILIES:
        return _FAMILIES[word]
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
    for line in word_lists.lines("meanings"):
        words = line.split()
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


def windows(words: list[str], width: int) -> Iterator[tuple[str, ...]]:
    """Every run of ``width`` neighbouring words."""
    return zip(*(words[n:] for n in range(width)), strict=False)
