"""Who is said to have said what.

Every verb of saying is a candidate cue; the phrases around it are candidate speakers, the clauses and quotations
around it candidate contents; a small log-linear model chooses one frame or none (``model``). What is chosen is then
made exact: the bare speaker, the audience, who passed it on.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from reader.analysis.attribution import model
from reader.analysis.attribution.cues import candidates
from reader.analysis.attribution.finish import finish, with_pronouns
from reader.analysis.attribution.frames import Source
from reader.analysis.attribution.model import Frame
from reader.analysis.attribution.regions import regions
from reader.analysis.reading import Attribution, Quote, Reading
from reader.document.article import Section

READ_LIMIT = 600
"""Words of a sentence in which a speaker is looked for: more is a table or a text without full stops."""


def find(reading: Reading) -> tuple[Attribution, ...]:
    """Every attribution of an article in the order of the contents; needs its quotes."""
    row = regions(reading)
    weights = model.weights()
    frames: list[Frame] = []
    for index, region in enumerate(row):
        if region.section == Section.FAQ_QUESTION or len(region) > READ_LIMIT:
            continue
        before: Source | None = None
        for cue in candidates(region):
            frame = model.best(cue, row, index, before, weights)
            if frame and _says_something(frame):
                frames.append(frame)
                before = frame.source if frame.source.first >= 0 else before
    kept = _without_doubles(frames)
    found: list[Attribution] = []
    for n, frame in enumerate(kept):
        attribution = finish(reading, frame, _beside(kept, n))
        if not any(other.content == attribution.content for other in found[-3:]):
            found.append(attribution)  # "quoted him as saying" has two cues and one content
    found.sort(key=lambda a: a.cue.start if a.cue else a.content.start)
    return tuple(sorted(with_pronouns(found, reading.text), key=lambda a: (a.content.start, -a.content.end)))


def _says_something(frame: Frame) -> bool:
    """Is there more in a content than one small word, and in a title line a speaker besides?"""
    region, content = frame.cue.region, frame.content
    if region.headline and frame.source.first < 0:
        return False
    single = content.stop - content.first == 1 and content.end == region.ends[content.first]
    return not (single and region.kind[content.first] in ("ADV", "DAY", "IN", "CC", "PRP", "DT"))


def _beside(frames: list[Frame], n: int) -> list[Frame]:
    """The frames after one in its own region."""
    region = frames[n].cue.region
    stop = n + 1
    while stop < len(frames) and frames[stop].cue.region is region:
        stop += 1
    return frames[n + 1 : stop]


def _without_doubles(frames: list[Frame]) -> list[Frame]:
    """Of frames that say nearly the same content, the surest ("went on to say", "issued a statement saying")."""
    kept: list[Frame] = []
    for frame in frames:
        for n in range(max(0, len(kept) - 4), len(kept)):
            a, b = kept[n].content, frame.content
            shared = min(a.end, b.end) - max(a.start, b.start)
            if shared > 0.7 * (max(a.end, b.end) - min(a.start, b.start)):
                if frame.certainty > kept[n].certainty:
                    kept[n] = frame
                break
        else:
            kept.append(frame)
    return kept


def assign(reading: Reading) -> tuple[Quote, ...]:
    """The quotes, each with the index of the attribution that it belongs to, or None: words set apart, or nobody's."""
    order = sorted(range(len(reading.attributions)), key=lambda n: reading.attributions[n].content.start)
    starts = [reading.attributions[n].content.start for n in order]
    out: list[Quote] = []
    for quote in reading.quotes:
        best, rank = None, (0, 0)
        high = bisect_right(starts, quote.words.end)
        for place in order[max(0, high - 12) : high]:
            content = reading.attributions[place].content
            shared = content.overlap(quote.words)
            if 2 * shared >= len(quote.words) and (shared, -len(content)) > rank:
                best, rank = place, (shared, -len(content))
        out.append(replace(quote, attribution=best))
    return tuple(_continued(reading, out))


def _continued(reading: Reading, found: list[Quote]) -> list[Quote]:
    """Give a quotation that fills its paragraph the speaker of the quotation that ends the paragraph before it."""
    sentences = reading.article.sentences
    fills: dict[int, tuple[int, int]] = {}
    for sentence in sentences:
        first, _ = fills.get(sentence.paragraph, (sentence.span.start, 0))
        fills[sentence.paragraph] = first, sentence.span.end
    for n, quote in enumerate(found):
        if quote.attribution is not None or not n or not sentences:
            continue
        here = sentences[reading.article.sentence_at(quote.words.start)].paragraph
        before = found[n - 1]
        there = sentences[reading.article.sentence_at(before.words.start)].paragraph
        whole = quote.span.start <= fills[here][0] and quote.span.end + 1 >= fills[here][1]
        open_end = before.span.end == before.words.end and before.span.end + 1 >= fills[there][1]
        if whole and here - there == 1 and (open_end or before.span.end + 1 >= fills[there][1]):
            found[n] = replace(quote, attribution=before.attribution)
    return found
