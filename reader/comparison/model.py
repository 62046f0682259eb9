"""What several articles say of the same thing: the values that a comparison is made of.

Articles are named by ``Article.id``; every span is an offset into that article's text. All values are frozen and hold
no text of their own but closed words, and reasons in words on demand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reader.analysis.reading import Attribution, Certainty, DateMention, Entity, Figure, Reading
from reader.document.article import Section
from reader.document.span import Span


class Verdict(StrEnum):
    """How the sources of a story stand to one fact."""

    AGREE = "agree"
    DIFFERS = "differs"
    PARTIAL = "partial"
    ONLY = "only"


class DifferenceKind(StrEnum):
    """In what two reports of one fact can differ."""

    FIGURE = "figure"
    COUNTED = "counted"
    SPEAKER = "speaker"
    DATE = "date"
    CERTAINTY = "certainty"
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of one article: the words ``span`` inside the sentence (or sentences) ``evidence``."""

    article: str
    sentence: int
    section: Section
    span: Span
    evidence: Span
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    entities: tuple[str, ...] = ()
    attribution: Attribution | None = None
    certainty: Certainty = Certainty.ASSERTED


@dataclass(frozen=True, slots=True)
class Mark:
    """Words inside an evidence sentence that carry a difference."""

    span: Span
    kind: DifferenceKind


@dataclass(frozen=True, slots=True)
class Evidence:
    """A whole sentence that reports a fact, the claim's words in it, and what differs from the other sources."""

    span: Span
    claim: Span
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportedSpeaker:
    """Who a report says it from; ``text`` is a substring of the article, bare of a title where it is a name.

    ``name`` is the joined entity's fullest name in any article; ``to`` and ``to_text`` are the audience.
    """

    text: str
    span: Span
    named: bool
    entity: str = ""
    name: str = ""
    to: Span | None = None
    to_text: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of another source, with the probability that it is about the same fact."""

    article: str
    span: Span
    p: float


@dataclass(frozen=True, slots=True)
class Report:
    """How one article reports a fact.

    Silent where ``evidence`` is empty; then ``nearest`` is that source's nearest passage, if any. ``evidence[0]`` is
    the best sentence; ``repeats`` say the same once more inside this source. ``speaker`` None: the article's own voice.
    """

    article: str
    evidence: tuple[Evidence, ...] = ()
    repeats: tuple[Evidence, ...] = ()
    figures: tuple[Figure, ...] = ()
    speaker: ReportedSpeaker | None = None
    dates: tuple[DateMention, ...] = ()
    certainty: Certainty = Certainty.ASSERTED
    nearest: Passage | None = None

    @property
    def silent(self) -> bool:
        """Does this article say nothing of the fact?"""
        return not self.evidence


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs, and between which articles: groups of ids that agree among themselves."""

    kind: DifferenceKind
    between: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class SameWording:
    """A run of ``words`` identical words in several articles, with the span in each."""

    articles: tuple[str, ...]
    words: int
    spans: Mapping[str, Span]


class OriginKind(StrEnum):
    """Why articles have one origin."""

    COPY = "copy"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class SharedOrigin:
    """Articles whose text has one origin: signed by the agency ``name``, or copies with ``share`` of their runs."""

    articles: tuple[str, ...]
    kind: OriginKind
    name: str = ""
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Join:
    """Why two sentences were put together: probability and the reason in words."""

    a: str
    a_span: Span
    b: str
    b_span: Span
    p: float
    reason: str


class RelationKind(StrEnum):
    """How a fact stands to another fact of the story."""

    EARLIER = "earlier"
    LATER = "later"
    PART_OF = "part_of"
    INCLUDES = "includes"
    SAME_SUBJECT = "same_subject"


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one fact to another ("an earlier count of f1", "part of f7")."""

    kind: RelationKind
    fact: str


@dataclass(frozen=True, slots=True)
class Possible:
    """A passage that may report the fact too, but is not sure enough to be joined."""

    article: str
    span: Span
    p: float
    reason: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Claims about the same thing, one report an article of the story, silent ones too, in the order of the story.

    ``title`` is cut from a source's own words: ``title_article`` and ``title_span`` say where. ``importance`` is in
    0..1, and facts stand in its order. ``origins`` are the reporting articles grouped by where they have it from:
    copies and reports in one agency's words count once.
    """

    id: str
    title: str
    title_article: str
    title_span: Span
    importance: float
    verdict: Verdict
    differences: tuple[Difference, ...]
    same_wording: tuple[SameWording, ...]
    reports: tuple[Report, ...]
    joins: tuple[Join, ...] = ()
    relations: tuple[Relation, ...] = ()
    possibly: tuple[Possible, ...] = ()
    origins: tuple[tuple[str, ...], ...] = ()

    def report(self, article: str) -> Report:
        """The report of one article; a silent one if the story has no such article."""
        return next((r for r in self.reports if r.article == article), Report(article))

    @property
    def reporting(self) -> tuple[Report, ...]:
        """The reports that are not silent."""
        return tuple(r for r in self.reports if not r.silent)


@dataclass(frozen=True, slots=True)
class Nearest:
    """For one sentence, the nearest passages of each other source, best first."""

    article: str
    span: Span
    others: Mapping[str, tuple[Passage, ...]]


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event and the facts that they report.

    ``why`` says in words why they were put together, ``shared`` which of them have one origin.
    """

    id: str
    title: str
    why: str
    articles: tuple[str, ...]
    facts: tuple[Fact, ...] = ()
    nearest: tuple[Nearest, ...] = ()
    shared: tuple[SharedOrigin, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """A decision by hand that the algorithms obey.

    ``kind`` is ``split`` (these two passages are not one fact), ``join`` (they are), ``same_story`` or
    ``other_story`` (about whole articles; the spans are then empty). Articles are named by the digest of their text,
    so that corrections outlive letters and file names. ``by`` says who decided: ``hand`` or ``judge NAME``.
    """

    kind: str
    a: str
    a_span: Span
    b: str
    b_span: Span
    by: str = "hand"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that ``reader compare`` shows: stories, the articles' readings by id, the joined entities."""

    stories: tuple[Story, ...]
    readings: Mapping[str, Reading]
    entities: tuple[Entity, ...] = field(default=())
