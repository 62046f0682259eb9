"""One article, one reading of a name: what is a person once is a person again.

The tagger decides sentence by sentence. This pass looks at the whole article: it fills in names that were seen
elsewhere, settles a name that was read in two ways, and takes an acronym for the kind of its long form.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from reader.analysis.entities import glue
from reader.analysis.entities.gazetteer import Gazetteer, gazetteer, word_list
from reader.analysis.entities.tagger import Name
from reader.analysis.tokens import Token

Key = tuple[str, ...]
_PLACE_TAGS = frozenset({"CTRY", "CITY", "REGN", "NORP"})
_RUNS = {"CTRY": "LOC", "CITY": "LOC", "REGN": "LOC", "ORGN": "ORG", "PRTY": "ORG"}
_ALONE = {"CTRY": "LOC", "ORGN": "ORG"}
_WORDS = frozenset({"COMM", "ORGW", "PLCW", "FACW", "TITL"})
"""Tags of words that are also written with a capital where they are no name of their own: "the Company"."""
_SURE = 0.75
"""The share of readings of a name that outvotes the others."""


def settle(paragraphs: Sequence[Sequence[Token]], found: Sequence[Sequence[Name]]) -> list[list[Name]]:
    """The names of an article's paragraphs, made consistent."""
    forms = [[t.form for t in tokens] for tokens in paragraphs]
    names = [_split_pairs(f, list(n)) for f, n in zip(forms, found, strict=True)]
    votes = _votes(forms, names)
    _acronyms(forms, names, votes)
    family = _family(votes, {w for words in forms for w in words if w[0].isupper()})
    names = [_revote(f, n, votes, family) for f, n in zip(forms, names, strict=True)]
    votes = _votes(forms, names)
    known = _known(votes, family, forms)
    return [_fill(f, n, known) for f, n in zip(forms, names, strict=True)]


def _votes(forms: Sequence[Sequence[str]], names: Sequence[Iterable[Name]]) -> dict[Key, Counter[str]]:
    votes: dict[Key, Counter[str]] = {}
    for words, line in zip(forms, names, strict=True):
        for name in line:
            votes.setdefault(tuple(words[name.first : name.last]), Counter())[name.kind] += 1
    return votes


def _split_pairs(forms: Sequence[str], names: list[Name]) -> list[Name]:
    """ "Israel-Hamas" in "the Israel-Hamas war" are two names; "Al-Sisi" is one."""
    known = gazetteer()
    out: list[Name] = []
    for name in names:
        if name.last - name.first != 3 or forms[name.first + 1] not in ("-", "–", "/") or name.kind == "PER":
            out.append(name)
            continue
        kinds = [_gazetted(known.tags(forms[i])) for i in (name.first, name.last - 1)]
        if not all(kinds):
            out.append(name)
            continue
        out += [Name(name.first, name.first + 1, kinds[0]), Name(name.last - 1, name.last, kinds[1])]
    return out


def _gazetted(tags: Sequence[str]) -> str:
    for tag, kind in (("CTRY", "LOC"), ("NORP", "NORP"), ("CITY", "LOC"), ("REGN", "LOC"), ("ORGN", "ORG")):
        if tag in tags:
            return kind
    return ""


def _acronyms(forms: Sequence[Sequence[str]], names: Sequence[list[Name]], votes: dict[Key, Counter[str]]) -> None:
    """ "African Union (AU)": the letters in parentheses have the kind of the name before them."""
    for words, line in zip(forms, names, strict=True):
        for name in line:
            at = name.last
            if name.kind not in ("ORG", "FAC", "LOC") or name.last - name.first < 2 or at + 2 >= len(words):
                continue
            letters = words[at + 1]
            if words[at] == "(" and words[at + 2] == ")" and letters.isalpha() and letters.isupper():
                initials = "".join(w[0] for w in words[name.first : name.last] if w[0].isalpha()).upper()
                if letters[0] in initials and len(letters) > 1:
                    votes.setdefault((letters,), Counter())[name.kind] += 100


def _family(votes: dict[Key, Counter[str]], capitals: set[str]) -> set[str]:
    """The surnames of people who are named in full, also where a verb is stuck to them."""
    family = set()
    for key, kinds in votes.items():
        last = key[-1]
        if len(key) > 1 and kinds.most_common(1)[0][0] == "PER" and len(last) > 2 and last[0].isupper():
            family.add(glue.stem(last, capitals) or last)
    return family


def _revote(
    forms: Sequence[str], names: Iterable[Name], votes: dict[Key, Counter[str]], family: set[str]
) -> list[Name]:
    out = []
    for name in names:
        key = tuple(forms[name.first : name.last])
        kinds = votes[key]
        best, count = kinds.most_common(1)[0]
        kind = name.kind
        if len(key) == 1 and key[0] in family and kind != "PER" and not _PLACE_TAGS & {*gazetteer().tags(key[0])}:
            kind = "PER"
        elif best != kind and count >= _SURE * kinds.total():
            kind = best
        out.append(Name(name.first, name.last, kind))
    return out


def _known(
    votes: dict[Key, Counter[str]], family: set[str], forms: Sequence[Sequence[str]]
) -> dict[str, list[tuple[Key, str]]]:
    """Names to look for where none was found, by their first word, longest first."""
    lower = {w for words in forms for w in words if w.islower()}
    known: dict[str, list[tuple[Key, str]]] = {}
    for key, kinds in votes.items():
        best, count = kinds.most_common(1)[0]
        first = key[0]
        if best == "MISC" or count < _SURE * kinds.total() or not first[0].isupper():
            continue
        if len(key) == 1 and (len(first) < 2 or first.lower() in lower or _WORDS & {*gazetteer().tags(first)}):
            continue
        known.setdefault(first, []).append((key, best))
    for name in family:
        if (name,) not in votes and name.lower() not in lower:
            known.setdefault(name, []).append(((name,), "PER"))
    for entries in known.values():
        entries.sort(key=lambda e: -len(e[0]))
    return known


def _listed(forms: Sequence[str], at: int, taken: set[int], gazette: Gazetteer) -> Name | None:
    """A listed name that can be nothing else: the tagger misses some at the start of a sentence."""
    run = gazette.run(forms, at) if gazette.starts(forms[at]) else None
    if run and run[1] in _RUNS and not any(k in taken for k in range(at, at + run[0])):
        return Name(at, at + run[0], _RUNS[run[1]])
    tags = gazette.tags(forms[at])
    if len(forms[at]) > 3 and len(tags) == 1 and tags[0] in _ALONE and forms[at] not in word_list("ambiguous_names"):
        return Name(at, at + 1, _ALONE[tags[0]])
    return None


def _fill(forms: Sequence[str], names: list[Name], known: dict[str, list[tuple[Key, str]]]) -> list[Name]:
    taken = {i for name in names for i in range(name.first, name.last)}
    added = []
    gazette = gazetteer()
    i = 0
    while i < len(forms):
        name = None
        if i not in taken and forms[i][0].isupper():
            name = _seen(forms, i, taken, known.get(forms[i], ())) or _listed(forms, i, taken, gazette)
        if name:
            added.append(name)
        i = name.last if name else i + 1
    return sorted([*names, *added]) if added else names


def _seen(forms: Sequence[str], at: int, taken: set[int], known: Iterable[tuple[Key, str]]) -> Name | None:
    """A name that was found elsewhere in the article."""
    for key, kind in known:
        last = at + len(key)
        if tuple(forms[at:last]) == key and not any(k in taken for k in range(at, last)):
            return Name(at, last, kind)
    return None
