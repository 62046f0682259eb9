"""Articles into stories: which of any number of articles are about one event.

``profile`` says what one article is about, ``evidence`` how much two have in common, ``linkage`` joins articles into
groups, ``index`` keeps all that for a growing collection, ``wording`` gives a story its reason. No step knows how many
other articles there are: what is rare is known from a ``background`` of many articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reader.analysis.reading import Reading
from reader.comparison.model import Correction, Story
from reader.comparison.stories import wording
from reader.comparison.stories.index import Index
from reader.comparison.stories.model import Model
from reader.comparison.stories.profile import profile

__all__ = ["StoryIndex", "group"]

_Rank = tuple[int, int, str]


class StoryIndex:
    """The stories of a growing collection; adding an article looks only at those that share its telling words."""

    def __init__(self, *, corrections: Sequence[Correction] = (), model: Model | None = None) -> None:
        self._index = Index(model)
        self._readings: list[Reading] = []
        self._numbers: dict[str, list[int]] = defaultdict(list)
        self._corrections: list[Correction] = []
        for correction in corrections:
            self.correct(correction)

    def __len__(self) -> int:
        return len(self._readings)

    def add(self, reading: Reading) -> int:
        """Adds one article and returns its number, 0 for the first; its entities may be joined or not."""
        told = profile(reading)
        n = self._index.add(told)
        self._readings.append(reading)
        self._numbers[told.digest].append(n)
        for correction in self._corrections:
            if told.digest in (correction.a, correction.b):
                self._obey(correction)
        return n

    def correct(self, correction: Correction) -> None:
        """Obeys a decision of kind ``same_story`` or ``other_story`` over all before it; other kinds change nothing."""
        if correction.kind in ("same_story", "other_story"):
            self._corrections.append(correction)
            self._obey(correction)

    def _obey(self, correction: Correction) -> None:
        for i in self._numbers.get(correction.a, ()):
            for j in self._numbers.get(correction.b, ()):
                if i != j:
                    self._index.correct(i, j, correction.kind == "same_story")

    def story_of(self, article: int) -> tuple[int, ...]:
        """The numbers of the articles on the event of one article, its own among them."""
        return tuple(sorted(self._index.group_of(article)))

    def stories(self, order: Sequence[int] | None = None, *, given: bool = False) -> tuple[Story, ...]:
        """All stories: those of more articles first, of equals the newest, of equals by text.

        :param order: a rank for each article; the articles of a story stand in its order, else in that of addition.
        :param given: takes ``Article.story`` instead of grouping.
        """
        groups = self._index.groups(self._given() if given else None)
        drafts = [self._draft(members, order or range(len(self)), given) for members in groups]
        return tuple(replace(s, id=f"s{n}") for n, (_, s) in enumerate(sorted(drafts, key=lambda d: d[0]), 1))

    def _given(self) -> list[int]:
        """For each article the first that has the same value of ``Article.story``."""
        first: dict[str, int] = {}
        stories = [r.article.story for r in self._readings]
        return [n if story is None else first.setdefault(story, n) for n, story in enumerate(stories)]

    def _draft(self, members: list[int], order: Sequence[int], given: bool) -> tuple[_Rank, Story]:
        index = self._index
        by_text = sorted(members, key=lambda n: (index.profile(n).digest, n))
        central = max(by_text, key=lambda n: round(sum(index.p(n, m) for m in by_text), 6))
        readings = [self._readings[n] for n in by_text]
        newest = max(index.profile(n).day or 0 for n in members)
        why = wording.GIVEN
        if not given:
            why = wording.why(readings, [index.weighed(n) for n in by_text], by_text.index(central))
        ids = tuple(self._readings[n].article.id for n in sorted(members, key=lambda n: order[n]))
        rank = (-len(members), -newest, index.profile(by_text[0]).digest)
        return rank, Story("", self._readings[central].article.title, why, ids)


def group(
    readings: Sequence[Reading], *, given: bool = False, corrections: Sequence[Correction] = ()
) -> tuple[Story, ...]:
    """The articles grouped by event; every article is in exactly one story, if need be in one of its own.

    ``given`` takes ``Article.story`` as it is, and articles without one stand alone. Corrections of the kinds
    ``same_story`` and ``other_story`` are obeyed, the later of two that contradict each other. Neither ids nor order
    decide anything but the order of the articles within a story, which is theirs.
    """
    order = sorted(range(len(readings)), key=lambda n: (readings[n].article.digest, n))
    index = StoryIndex(corrections=corrections)
    for n in order:
        index.add(readings[n])
    return index.stories(order, given=given)
