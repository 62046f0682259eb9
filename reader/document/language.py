"""Which language a text is written in, by its script and its commonest words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

# The commonest short words of each language; a word may stand in several.
_COMMON = {
    "en": "the of and to in that is was for it with as his on be at by had not are but from have were said has its",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an aus er",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son été",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ha este",
    "it": "di e il la che in a per un è del non si da della le con i una sono dei ha al nel alla più come anche",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er die als ook door bij uit werd naar heeft",
    "sv": "och i att det som en på är av för med till den har de inte om ett men var jag från",
    "pl": "w i na z do się nie że o jest to za od po jak przez dla który oraz są ma",
    "tr": "ve bir bu da için de ile olarak çok daha olan gibi en kadar ancak ise olduğunu",
    "id": "yang dan di dengan untuk dari ini dalam pada tidak itu akan juga oleh sebagai telah",
}  # fmt: skip
_SCRIPTS = {
    "ARABIC": "ar", "HEBREW": "he", "CYRILLIC": "ru", "GREEK": "el", "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko",
    "CJK": "zh", "DEVANAGARI": "hi", "THAI": "th", "BENGALI": "bn", "TAMIL": "ta", "GEORGIAN": "ka", "ARMENIAN": "hy",
}  # fmt: skip
_SAMPLE = 6000
_WORD = re.compile(r"[^\W\d_]+")
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}


def detect(text: str) -> str:
    """An ISO 639-1 code, or ``und`` where the text does not tell; looks at the first few thousand characters.

    Latin script: the language with the largest share of its commonest words among the words of the text (at least two,
    and one in twelve). Other scripts name the language that is most often written in them.
    """
    sample = text[:_SAMPLE]
    words = [w.lower() for w in _WORD.findall(sample)]
    if not words:
        return "und"
    letters = Counter(_script(c) for c in sample if c.isalpha() and ord(c) > 0x24F)
    if sum(letters.values()) * 2 > sum(map(len, words)):
        # Japanese is told from Chinese by a few kana among the ideographs.
        if (letters["HIRAGANA"] + letters["KATAKANA"]) * 12 > sum(letters.values()):
            return "ja"
        return _SCRIPTS.get(letters.most_common(1)[0][0], "und")
    counts = Counter(words)
    found = {language: sum(counts[w] for w in common) for language, common in _WORDS.items()}
    best = max(found, key=lambda language: found[language])
    return best if found[best] >= max(2, len(words) / 12) else "und"


def _script(char: str) -> str:
    return unicodedata.name(char, "UNKNOWN").split(" ", 1)[0].split("-", 1)[0]
