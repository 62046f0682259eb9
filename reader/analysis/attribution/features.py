"""What the weights look at: short names of facts about a cue, a speaker, a content, and the three together."""

from __future__ import annotations

from reader.analysis.attribution.frames import Content, Cue, Source
from reader.analysis.attribution.phrases import DASHES
from reader.analysis.attribution.regions import QUOTE, Region

_SHOWN = frozenset({QUOTE, "DT", "PRP", "POS", "WH", "IN", "SUB", "CC", "MD", "BE", "HAVE", "DO", "NOT"})


def _show(region: Region, at: int) -> str:
    """An item as a feature value: small words themselves, others by class."""
    if at < 0:
        return "^"
    if at >= len(region.kind):
        return "$"
    return region.low[at] if region.kind[at] in _SHOWN else region.kind[at]


def _size(count: int) -> str:
    """A count in five steps."""
    return "0" if count <= 0 else "1" if count < 3 else "2" if count < 7 else "3" if count < 16 else "4"


def is_passive(cue: Cue) -> bool:
    """Is the cue a participle after "was" or after nothing ("when asked")?"""
    region = cue.region
    return region.low[cue.at][-3:] != "ing" and "BE" in region.kind[cue.group : cue.at]


def of_cue(cue: Cue) -> list[str]:
    """Is this word a cue at all?"""
    region, at, group = cue.region, cue.at, cue.group
    kind, low = region.kind, region.low
    form = low[at]
    before, after = _show(region, at - 1), _show(region, at + 1)
    subject, second = _show(region, group - 1), _show(region, at + 2)
    quoted = "q" if region.quoted else "-"
    shape = "=" if group == at else low[group]
    out = [
        "b",
        f"l{cue.lemma}",
        f"f{form}",
        f"k{cue.kind}",
        f"k{cue.kind}<{subject}",
        f"k{cue.kind}>{after}",
        f"f{form}<{before}",
        f"f{form}>{after}",
        f"l{cue.lemma}<{subject}",
        f"<{subject}",
        f">{after}",
        f">>{after} {second}",
        f"<>{subject} {after}",
        f"<<{_show(region, group - 2)} {subject}",
        f"g{shape}",
        f"g{shape}{cue.kind}",
        f"i{quoted}",
        f"i{quoted}{cue.kind}",
        f"i{quoted}l{cue.lemma}",
        f"e{form[-3:]}{cue.kind}",
        f"e{form[-2:]}<{subject}",
        f"a{_size(len(kind) - at)}{cue.kind}",
        f"w{low[at + 1] if at + 1 < len(low) else '$'}",
    ]
    return out + _around(cue)


def _around(cue: Cue) -> list[str]:
    """What else stands in the sentence of a cue: quotations, "that", a passive, a title line."""
    region, at = cue.region, cue.at
    kind, out = region.kind, []
    if region.headline:
        out.append(f"h{cue.kind}")
    if is_passive(cue):
        out += [f"v{cue.kind}", f"vl{cue.lemma}"]
    if QUOTE in kind:
        side = ("<" if QUOTE in kind[:at] else "") + (">" if QUOTE in kind[at:] else "")
        out += [f"q{side}", f"q{side}{cue.kind}", f"q{side}l{cue.lemma}"]
    if "that" in region.low[at + 1 : at + 10]:
        out += [f"t{cue.kind}", f"tl{cue.lemma}"]
    return out


def of_source(cue: Cue, source: Source) -> list[str]:
    """Is this phrase the speaker?"""
    name, region = source.pattern, cue.region
    if source.first < 0:
        return _of_nobody(cue, name)
    kind, low = region.kind, region.low
    first, stop = source.first, source.stop
    lead, last = _show(region, first), kind[stop - 1]
    subject = _show(region, cue.group - 1)
    left = source.stop <= cue.at
    between = kind[stop : cue.group] if left else kind[cue.at + 1 : first]
    out = [
        name,
        f"{name}{cue.kind}",
        f"{name}l{cue.lemma}",
        f"{name}^{lead}",
        f"{name}${last}",
        f"{name}[{_show(region, first - 1)}",
        f"{name}]{_show(region, stop)}",
        f"{name}d{_size(len(between))}",
        f"{name}<{subject}",
        f"{name}e{low[cue.at][-3:]}",
        f"{name}n{_size(stop - first)}",
        f"^{lead}",
        f"${last}",
        f"^{lead}${last}",
        f"w{low[stop - 1]}",
        f"p{_size(first)}",
        f"{name}>{_show(region, cue.at + 1)}",
        f"{name}v{is_passive(cue)}",
    ]
    if "ROLE" in kind[first:stop]:
        out.append("r")
    if "CAP" in kind[first:stop]:
        out.append(f"{name}C")
    for mark in ("CUE", "BE", "MD", "VB", QUOTE, "WH", ","):
        if mark in between:
            out += [f"x{mark}", f"{name}x{mark}"]
    return out


def _of_nobody(cue: Cue, name: str) -> list[str]:
    """Is nobody said to have said it?"""
    subject, ending = _show(cue.region, cue.group - 1), cue.region.low[cue.at][-3:]
    voice = f"{name}v{is_passive(cue)}"
    out = [name, name + cue.kind, f"{name}l{cue.lemma}", f"{name}<{subject}", f"{name}e{ending}"]
    return [*out, voice, voice + cue.lemma]


def of_content(cue: Cue, content: Content) -> list[str]:
    """Is this what was said?"""
    region, name = cue.region, content.pattern
    kind, low = region.kind, region.low
    first, stop = content.first, content.stop
    lead = _show(region, first)
    base = name.rstrip("|,q012+N")
    out = [
        name,
        f"{name}{cue.kind}",
        f"{name}l{cue.lemma}",
        f"{base}f{low[cue.at]}",
        f"{name}^{lead}",
        f"{name}e{low[cue.at][-3:]}",
        f"{name}>{_show(region, cue.at + 1)}",
        f"{name}<{_show(region, cue.group - 1)}",
        f"{name}n{_size(stop - first)}",
        f"{name}]{_show(region, stop)}",
        f"{base}[{_show(region, first - 1)}",
        f"{name}${cue.at + 1 >= len(kind) or kind[cue.at + 1] == '.'}",
        f"{name}p{_size(cue.group)}",
    ]
    inside = kind[first:stop]
    for mark in (QUOTE, "BE", "MD", "CUE", ";"):
        if mark in inside:
            out.append(f"{base}x{mark}")
    if name.startswith("prev"):
        out += [f"{name}s{len(kind)}", f"{name}s{_size(len(kind) - cue.at)}"]
    for mark in ("CUE", ",", QUOTE) if first > cue.at else ():
        if mark in kind[cue.at + 1 : first]:
            out.append(f"{base}o{mark}")
    if content.gap:
        out.append(f"{base}+^{_show(region, content.gap[1])}")
        out.append(f"{base}+g{_size(content.gap[1] - content.gap[0])}")
        out.append(f"{base}+]{_show(region, content.gap[1] - 1)}")
    if any(mark in DASHES for mark in inside):
        out.append(f"{base}x-")
    return out


def of_pair(cue: Cue, source: Source, content: Content) -> tuple[str, str, str]:
    """Do speaker and content stand together as they do in news?"""
    pair = f"{source.pattern}/{content.pattern}"
    return pair, pair + cue.kind, f"{pair} {cue.lemma}"
