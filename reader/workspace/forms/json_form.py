"""The JSON of readings and comparisons: ``reader.analysis/1`` and ``reader.comparison/1``.

Keys may be added, never renamed; order is stable; offsets count Unicode code points of ``text``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reader.analysis.reading import Attribution, DateMention, Entity, Figure, Reading, Speaker
from reader.comparison.model import Comparison, Evidence, Fact, Nearest, Report, SharedOrigin, Story
from reader.document.article import Article
from reader.document.span import Span

Json = dict[str, Any]


def _place(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _span(span: Span | None) -> Json | None:
    return None if span is None else _place(span)


def _text(span: Span, text: str) -> Json:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value.is_integer() and abs(value) < 2**53 else value


def article(a: Article) -> Json:
    """An article without its mentions."""
    return {
        "id": a.id, "letter": a.letter, "path": a.path, "source": a.source, "title": a.title,
        "title_basis": a.title_basis,
        "published": a.published.isoformat() if a.published else None, "published_basis": a.published_basis,
        "language": a.language, "url": a.url, "story": a.story, "text": a.text,
        "sentences": [{"start": s.span.start, "end": s.span.end, "section": s.section.value} for s in a.sentences],
        **({"notes": list(a.notes)} if a.notes else {}),
        **({"extra": dict(a.extra)} if a.extra else {}),
    }  # fmt: skip


def figure(f: Figure, text: str) -> Json:
    """A figure: its number's span is under ``number``."""
    return {
        "value": _number(f.value), "low": _number(f.low), "high": _number(f.high), "qualifier": f.qualifier.value,
        "unit": f.unit, "counted": f.counted.of(text) if f.counted else None, "number": _span(f.number),
    }  # fmt: skip


def date_mention(d: DateMention, text: str) -> Json:
    """A date with its ISO value and where the value is from."""
    out: Json = {**_text(d.span, text), "iso": d.iso, "basis": d.basis.value}
    if d.iso_end:
        out["iso_end"] = d.iso_end
    if d.origin:
        out["from"] = d.origin
    return out


def mentions(r: Reading) -> list[Json]:
    """All mentions of an article in the order of the text."""
    rows: list[Json] = [{"kind": "figure", **_text(f.span, r.text), **figure(f, r.text)} for f in r.figures]
    for m in r.entities:
        if m.pronoun:
            continue
        row = {"kind": "entity", "type": m.type.value, **_text(m.span, r.text), "entity": m.entity or None}
        if m.name != m.span:
            row["name"] = _span(m.name)
        rows.append(row)
    rows += [{"kind": "date", **date_mention(d, r.text)} for d in r.dates]
    rows += [{"kind": "quote", **_text(q.span, r.text), "attribution": q.attribution} for q in r.quotes]
    return sorted(rows, key=lambda row: (row["start"], -row["end"], row["kind"]))


def _speaker(s: Speaker | None, text: str) -> Json | None:
    return None if s is None else {**_text(s.span, text), "entity": s.entity or None, "named": s.named}


def attribution(a: Attribution, text: str) -> Json:
    """Who is said to have said what."""
    out: Json = {
        "speaker": _speaker(a.speaker, text), "cue": _text(a.cue, text) if a.cue else None, "content": _span(a.content),
        "kind": a.kind.value, "to": a.to.of(text) if a.to else None,
    }  # fmt: skip
    if a.via:
        out["via"] = _speaker(a.via, text)
    return out


def reading(r: Reading) -> Json:
    """An article with everything that was marked in it."""
    return {
        **article(r.article),
        "mentions": mentions(r),
        "attributions": [attribution(a, r.text) for a in r.attributions],
        "certainties": [
            {"cue": _text(c.cue, r.text), "scope": _span(c.scope), "certainty": c.certainty.value}
            for c in r.certainties
        ],
    }


def entity(e: Entity) -> Json:
    """A joined entity."""
    return {
        "id": e.id,
        "name": e.name,
        "type": e.type.value,
        "mentions": dict(e.mentions),
        "aliases": list(e.aliases),
        "role": e.role,
    }


def analysis(readings: Sequence[Reading], entities: Iterable[Entity]) -> Json:
    """The whole of ``reader analyze --json``."""
    return {
        "schema": "reader.analysis/1",
        "articles": [reading(r) for r in readings],
        "entities": [entity(e) for e in entities],
    }


def _evidence(e: Evidence, text: str) -> Json:
    marks = [{"start": m.span.start, "end": m.span.end, "in": m.kind.value} for m in e.marks]
    return {**_text(e.span, text), "claim": _span(e.claim), "marks": marks}


def report(r: Report, readings: Mapping[str, Reading]) -> Json:
    """How one article reports a fact."""
    text = readings[r.article].text
    if r.silent:
        out: Json = {"article": r.article, "status": "silent"}
        if r.nearest:
            near = readings[r.nearest.article].text
            out["nearest"] = {"article": r.nearest.article, **_text(r.nearest.span, near), "p": r.nearest.p}
        return out
    speaker = None
    if s := r.speaker:
        speaker = {
            "text": s.text,
            **_place(s.span),
            "named": s.named,
            "entity": s.entity or None,
            "name": s.name or None,
            "to": s.to.of(text) if s.to else None,
        }
    return {
        "article": r.article, "status": "reports",
        "evidence": [_evidence(e, text) for e in r.evidence],
        "repeats": [_evidence(e, text) for e in r.repeats],
        "figures": [{"start": f.number.start, "end": f.number.end, **figure(f, text)} for f in r.figures],
        "speaker": speaker,
        "dates": [date_mention(d, text) for d in r.dates],
        "certainty": r.certainty.value,
    }  # fmt: skip


def fact(f: Fact, readings: Mapping[str, Reading]) -> Json:
    """One row of the comparison."""
    return {
        "id": f.id, "title": f.title, "title_from": {"article": f.title_article, **_place(f.title_span)},
        "importance": f.importance, "verdict": f.verdict.value,
        "differences": [{"in": d.kind.value, "between": [list(g) for g in d.between]} for d in f.differences],
        "same_wording": [
            {"articles": list(s.articles), "words": s.words, "spans": {k: [v.start, v.end] for k, v in s.spans.items()}}
            for s in f.same_wording
        ],
        "origins": [list(articles) for articles in f.origins],
        "reports": [report(r, readings) for r in f.reports],
        "relations": [{"kind": r.kind.value, "fact": r.fact} for r in f.relations],
        "joins": [
            {
                "a": {"article": j.a, **_place(j.a_span)}, "b": {"article": j.b, **_place(j.b_span)},
                "p": j.p, "reason": j.reason,
            }
            for j in f.joins
        ],
        "possibly": [
            {"article": p.article, **_text(p.span, readings[p.article].text), "p": p.p, "reason": p.reason}
            for p in f.possibly
        ],
    }  # fmt: skip


def _nearest(n: Nearest) -> Json:
    return {
        "article": n.article, "start": n.span.start, "end": n.span.end,
        "others": {k: [{"start": p.span.start, "end": p.span.end, "p": p.p} for p in v] for k, v in n.others.items()},
    }  # fmt: skip


def _shared(o: SharedOrigin) -> Json:
    """Articles of one origin: ``name`` is the agency, ``share`` the part of its five-word runs a copy has in common."""
    why: Json = {"name": o.name} if o.name else {"share": o.share}
    return {"articles": list(o.articles), "kind": o.kind.value, **why}


def story(s: Story, readings: Mapping[str, Reading], nearest: bool = False) -> Json:
    """One story with its facts."""
    out: Json = {
        "id": s.id,
        "title": s.title,
        "why": s.why,
        "articles": list(s.articles),
        "same_origin": [_shared(o) for o in s.shared],
        "facts": [fact(f, readings) for f in s.facts],
    }
    if nearest:
        out["nearest"] = [_nearest(n) for n in s.nearest]
    return out


def comparison(c: Comparison, *, with_mentions: bool = False, nearest: bool = False) -> Json:
    """The whole of ``reader compare --json``."""
    rows = [reading(r) if with_mentions else article(r.article) for r in c.readings.values()]
    return {
        "schema": "reader.comparison/1",
        "stories": [story(s, c.readings, nearest) for s in c.stories],
        "articles": rows,
        "entities": [entity(e) for e in c.entities],
    }
