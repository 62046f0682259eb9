"""A story's reason in words: what its articles share, as one of them prints it, and how near in time they came out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.analysis.reading import Reading
from reader.comparison import words
from reader.comparison.stories.profile import READ, Weighed

ALONE = "no other article on this event"
GIVEN = "given by the input"
BY_HAND = "put together by hand"
SHOWN = 4
"""Shared names, words and figures that are shown at most."""
LONG = 3
"""Names of more words are only shown where there is no shorter one."""
LOOKED_AT = 200
"""Articles of a story whose common words are counted."""


def why(readings: Sequence[Reading], weighed: Sequence[Weighed], central: int) -> str:
    """Why articles are one story: "shares Aceh, earthquake, 6.1; published within 2 days".

    ``central`` is the place of the article whose printed forms are shown.
    """
    if len(readings) < 2:
        return ALONE
    shown = _printed(_shared(weighed), readings[central])
    parts = [f"shares {', '.join(shown)}" if shown else BY_HAND]
    days = sorted(w.profile.day for w in weighed if w.profile.day is not None)
    if len(days) > 1:
        apart = days[-1] - days[0]
        parts.append(f"published within {apart} days" if apart > 1 else "published within a day" if apart else
                     "published on the same day")  # fmt: skip
    return "; ".join(parts)


def _shared(weighed: Sequence[Weighed]) -> list[str]:
    """Stems that at least two of the articles have, those that most have and that tell most first."""
    holders: Counter[str] = Counter()
    worth: dict[str, float] = {}
    for article in weighed[:LOOKED_AT]:
        for stem, value in article.all.items():
            named = 1.5 if stem in article.names else 1.0
            first = 1.5 if stem in article.lead else 1.0
            holders[stem] += 1
            worth[stem] = worth.get(stem, 0.0) + value * named * first
    shared = [s for s, n in holders.items() if n > 1]
    return sorted(shared, key=lambda s: (-round(worth[s] * holders[s], 6), s))[: 8 * SHOWN]


def _printed(shared: Sequence[str], reading: Reading) -> list[str]:
    """Names, words and figures of an article that hold the shared stems, in their order; a name is shown once."""
    plain = _forms(shared, reading.text)
    named = _names(shared, reading)
    shown: list[str] = []
    seen: set[str] = set()
    for stem in shared:
        if stem in seen or not (stem in named or plain[stem]):
            continue
        form = named.get(stem) or min(plain[stem], key=lambda t: (-plain[stem][t], t))
        seen.update(words.stems(words.tokens(form)))
        shown.append(form)
        if len(shown) == SHOWN:
            break
    return shown


def _forms(stems: Sequence[str], text: str) -> dict[str, Counter[str]]:
    """How the beginning of a text prints each stem, and how often."""
    found: dict[str, Counter[str]] = {s: Counter() for s in stems}
    for token, count in Counter(words.tokens(text, 0, READ)).items():
        for stem in words.stems([token]):
            if stem in found:
                found[stem][token] += count
    return found


def _names(shared: Sequence[str], reading: Reading) -> dict[str, str]:
    """For each stem the name to show it by: the commonest, shortest one of those that are shared as a whole."""
    counts: Counter[str] = Counter()
    for mention in reading.entities:
        if not mention.pronoun and mention.name.start < READ:
            counts[" ".join(mention.name.of(reading.text).split())] += 1
    wanted = set(shared)
    whole = {name: stems for name in counts if (stems := words.stems(words.tokens(name))) and wanted.issuperset(stems)}
    out: dict[str, str] = {}
    for name in sorted(whole, key=lambda n: (len(n.split()) > LONG, -counts[n], len(n), n)):
        for stem in whole[name]:
            out.setdefault(stem, name)
    return out
