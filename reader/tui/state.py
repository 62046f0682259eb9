"""How the keys change what is current. Pure: no Textual here.

The desk asks the state, changes it by its methods, and shows what it is. A method that has something to tell the
reader returns a sentence; an empty one means that there is nothing to say.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.reading import EntityMention, Figure, Reading
from reader.comparison.model import Fact, Passage
from reader.document.span import Span
from reader.tui import find
from reader.tui.compared import full_name
from reader.tui.current import PANES, STILL, Current, Finding, Place, Show

__all__ = ["PANES", "DeskState", "Show"]


class DeskState(Current):
    """The desk's state, changed by its keys."""

    # -- moving in the text -------------------------------------------------------------------------------------

    def move_to(self, offset: int, span: Span | None = None) -> None:
        """The reader is at another place of the open article: the fact of its sentence becomes current."""
        self.offset, self.span = max(0, min(offset, len(self.article.text))), span
        fact = self._fact_here()
        if fact is not None:
            self.fact_id = fact.id

    def step_sentence(self, by: int) -> str:
        """To a sentence further on or back."""
        sentences = self.article.sentences
        if not sentences:
            return ""
        now = self.article.sentence_at(self.offset)
        target = max(0, min(now + by, len(sentences) - 1))
        self.move_to(sentences[target].span.start)
        return "" if target != now else "the last sentence" if by > 0 else "the first sentence"

    def step_entity(self, reading: Reading, by: int) -> str:
        """To the next name; says how often every source names it."""
        mentions = [m for m in reading.entities if not m.pronoun]
        found = _step([m.name for m in mentions], self.span, self.offset, by)
        if found is None:
            return "no names are marked in this article"
        self.move_to(mentions[found].name.start, mentions[found].name)
        return self.name_words(mentions[found])

    def step_figure(self, reading: Reading, by: int) -> str:
        """To the next figure; says which of how many it is."""
        figures: Sequence[Figure] = reading.figures
        found = _step([f.number for f in figures], self.span, self.offset, by)
        if found is None:
            return "no figures are marked in this article"
        self.move_to(figures[found].number.start, figures[found].number)
        text = self.article.text
        return f"{figures[found].number.of(text)} · figure {found + 1} of {len(figures)} in {self.article.letter}"

    def name_words(self, mention: EntityMention) -> str:
        """``Jon (Jonathan) Finer · A 2 · B 3 · C 0``."""
        entity = self.compared.entity(mention.entity) if self.compared else None
        if entity is None:
            return mention.name.of(self.article.text)
        counts = dict(entity.mentions)
        return " · ".join([full_name(entity), *(f"{a.letter} {counts.get(a.id, 0)}" for a in self.members)])

    def entity_at(self, reading: Reading) -> EntityMention | None:
        """The name stepped to, or the first of the current sentence."""
        mentions = [m for m in reading.entities if m.entity]
        at = self.span
        if at is not None and (hit := next((m for m in mentions if m.span.overlaps(at)), None)):
            return hit
        return next((m for m in mentions if self.sentence.contains(m.span)), None)

    def look_for(self, query: str) -> str:
        """Finds words in the open article and goes to the first match from here on."""
        matches = find.find(self.article.text, query)
        self.finding = Finding(query, matches, find.nearest(matches, self.offset))
        if (current := self.finding.current) is not None:
            self.move_to(current.start, current)
        return "" if matches or not query.strip() else f"“{query}” is not in {self.article.letter}"

    def step_match(self, by: int) -> str:
        """To the next match, round and round."""
        f = self.finding
        if not f.query:
            return "nothing was looked for yet: / finds"
        if not f.matches:
            return f"“{f.query}” is not in {self.article.letter}"
        target = f.index + by
        f.index = target % len(f.matches)
        span = f.matches[f.index]
        self.move_to(span.start, span)
        if 0 <= target < len(f.matches):
            return ""
        return "from the top again" if by > 0 else "from the end again"

    # -- facts and sources --------------------------------------------------------------------------------------

    def choose(self, fact_id: str) -> bool:
        """Makes a fact current; True if the open article reports it, and its sentence is the reader's place then."""
        self.fact_id = fact_id
        lit = self.lit
        if lit and not any(s.start <= self.offset < s.end for s in lit):
            self.offset, self.span = lit[0].start, None
        return bool(lit)

    def step_fact(self, by: int) -> str:
        """To the next fact that the panel shows."""
        facts = self.facts
        if not facts:
            return "no facts to step through" if self.compared else STILL
        at = self.number - 1
        target = max(0, min(at + by if at >= 0 else (0 if by > 0 else len(facts) - 1), len(facts) - 1))
        if not self.choose(facts[target].id):
            return f"not in {self.article.letter}: . goes to the next source"
        if target == at:
            return "the last fact" if by > 0 else "the first fact"
        return ""

    def next_source(self) -> str:
        """The same fact in the next source of the story; where that one is silent, its nearest passage."""
        fact, members = self.fact, self.members
        if fact is None:
            return "no fact here" if self.compared else STILL
        if len(members) < 2:
            return "one source: nothing to compare"
        at = next((n for n, a in enumerate(members) if a.id == self.article_id), 0)
        target = members[(at + 1) % len(members)]
        report = fact.report(target.id)
        if not report.silent:
            self.land(target.id, report.evidence[0].span.start, fact.id)
            return ""
        passage = report.nearest or self._nearest(fact, target.id)
        if passage is None:
            self.land(target.id, 0, fact.id)
            return f"not in {target.letter}, and no passage there is near it"
        self.land(target.id, passage.span.start, fact.id)
        return f"nearest passage in {target.letter}; not the same fact as far as reader can tell"

    def _nearest(self, fact: Fact, article: str) -> Passage | None:
        spans = {(r.article, e.span) for r in fact.reporting for e in r.evidence}
        found = [
            p
            for near in (self.story.nearest if self.story else ())
            if (near.article, near.span) in spans
            for p in near.others.get(article, ())
        ]
        return max(found, key=lambda p: p.p, default=None)

    def land(self, article: str, offset: int, fact: str | None) -> None:
        """Goes to a place, which may be in another article, and keeps where it came from."""
        self._leave()
        self._open(article)
        self.offset, self.span, self.fact_id = offset, None, fact

    def open(self, article: str, offset: int) -> None:
        """Opens an article at a place."""
        if article != self.article_id:
            self._leave()
        self._open(article)
        self.move_to(offset)

    def back(self) -> str:
        """To where the reader came from."""
        if not self.jumps:
            return "nowhere to go back to"
        place = self.jumps.pop()
        self._open(place.article)
        self.offset, self.span, self.fact_id = place.offset, None, place.fact
        return ""

    def _leave(self) -> None:
        self.jumps.append(Place(self.article_id, self.offset, self.fact_id))
        del self.jumps[:-100]

    def _open(self, article: str) -> None:
        if article != self.article_id:
            self.article_id = article
            if self.finding.query:
                matches = find.find(self.article.text, self.finding.query)
                self.finding = Finding(self.finding.query, matches, 0)

    # -- switches -----------------------------------------------------------------------------------------------

    def toggle(self, show: Show, entity: str = "") -> None:
        """Turns a filter on, or off where it is on already."""
        same = self.show is show and self.entity == entity
        self.show, self.entity = (Show.ALL, "") if same else (show, entity)
        if self.facts and not self.number:
            self.choose(self.facts[0].id)

    def digit(self, char: str) -> None:
        """One more digit of a count."""
        self.count = (self.count + char)[:5]

    def take_count(self) -> int:
        """The count typed so far (1 where there is none), which is used up."""
        count, self.count = max(1, int(self.count or 1)), ""
        return count


def _step(spans: Sequence[Span], at: Span | None, offset: int, by: int) -> int | None:
    """Index of the span ``by`` steps from where the reader is, round and round; None where there are none."""
    if not spans:
        return None
    if at is not None and at in spans:
        return (spans.index(at) + by) % len(spans)
    if by > 0:
        first = next((n for n, s in enumerate(spans) if s.start >= offset), 0)
        return (first + by - 1) % len(spans)
    last = next((n for n in range(len(spans) - 1, -1, -1) if spans[n].start < offset), len(spans) - 1)
    return (last + by + 1) % len(spans)
