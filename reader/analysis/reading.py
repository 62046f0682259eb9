"""What one article says: the values that the steps of the chain give.

Every span is an offset into ``Article.text``. Nothing here holds text of its own but names of kinds and ISO dates.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.document.article import Article
from reader.document.span import Span


class Qualifier(StrEnum):
    """How a figure is limited by its words."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    UP_TO = "up_to"
    NEARLY = "nearly"
    BETWEEN = "between"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in the text.

    ``span`` covers qualifier, number, unit and what is counted ("more than 300 US residents and Americans");
    ``number`` the printed number with its qualifier ("more than 300"); ``counted`` the noun phrase ("US residents and
    Americans") or None; ``head`` its last noun, singular and lower case ("american"), or None. ``value`` is None for
    vague figures; ``low`` and ``high`` are bounds (both for BETWEEN; for "more than 300" low=300, high=None).
    ``unit`` is an ISO 4217 code, a UCUM symbol or None.

    ``change``: "from 208 to 193": ``low`` is where it began, ``high`` and ``value`` where it ended (``low`` may be the
    larger). A score ("2-0") has ``head`` "score", no value, and the two numbers as ``low`` and ``high``; an age has
    ``head`` "age". What was named before the number ("the death toll rose to 31") is ``counted`` outside ``span``.
    """

    span: Span
    number: Span
    value: float | None
    low: float | None
    high: float | None
    qualifier: Qualifier
    unit: str | None = None
    counted: Span | None = None
    head: str | None = None
    change: bool = False


class Basis(StrEnum):
    """Where a date's value comes from."""

    EXPLICIT = "explicit"
    INFERRED = "inferred"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or time in the text.

    ``iso``: ``1998-02-13``, ``1998-02``, ``1998``, ``1998-W32``, ``1998-Q3``, ``1998-02-13T08:00``, or None;
    ``iso_end`` closes a span of time. ``origin`` is the id of another article that the value was inferred from.
    ``weekday`` (0 = Monday) is set for bare weekdays, ``month`` and ``day`` for a month or a day of one, so that they
    can be resolved later; ``ahead`` where the clause looks ahead. ``vague`` is ``past``, ``present`` or ``future`` for
    words that name a time but no date ("recently", "now", "soon"). Weekends are days of an ISO week (``1998-W32-6`` to
    ``-7``), half years ``1998-H1``; ``dates.calendar.bounds`` reads every form.
    """

    span: Span
    iso: str | None
    iso_end: str | None = None
    basis: Basis = Basis.UNRESOLVED
    origin: str | None = None
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    ahead: bool = False
    vague: str | None = None


class EntityType(StrEnum):
    """Kinds of entity; ``group`` is nationalities, religions and parties."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    EVENT = "event"
    WORK = "work"
    PRODUCT = "product"
    FACILITY = "facility"


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A name in the text. ``span`` may carry a title or determiner, ``name`` is the bare name within it.

    ``role`` is the title's span ("deputy national security advisor"). ``entity`` is the id of the joined entity:
    empty before linking. ``pronoun`` marks "he" after a quote: resolved, but not a name to underline.
    """

    span: Span
    type: EntityType
    name: Span
    role: Span | None = None
    entity: str = ""
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity joined over all articles: its fullest name as printed, and its mentions by article id."""

    id: str
    name: str
    type: EntityType
    mentions: tuple[tuple[str, int], ...]
    aliases: tuple[str, ...] = ()
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks: ``span`` with the marks, ``words`` without; index of its attribution or None."""

    span: Span
    words: Span
    attribution: int | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to have said it. ``named`` is false for "a White House official"."""

    span: Span
    named: bool
    entity: str = ""


class AttributionKind(StrEnum):
    """How the words are given."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said what: ``content`` covers what was said, ``to`` the audience, ``via`` who passed it on.

    """

    speaker: Speaker | None
    cue: Span | None
    content: Span
    kind: AttributionKind
    to: Span | None = None
    via: Speaker | None = None

    @property
    def frame(self) -> Span:
        """From the first to the last character of speaker, cue and content."""
        span = self.content if self.cue is None else self.content.join(self.cue)
        return span if self.speaker is None else span.join(self.speaker.span)


class Certainty(StrEnum):
    """How sure the text is of what it says."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    HEDGED = "hedged"
    PLANNED = "planned"
    DENIED = "denied"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class CertaintyMark:
    """A cue ("possibility of", "could not be independently verified") and the span it bears on."""

    cue: Span
    scope: Span
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything the chain found in one article; each tuple is in the order of the text."""

    article: Article
    dates: tuple[DateMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    entities: tuple[EntityMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    certainties: tuple[CertaintyMark, ...] = ()

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def certainty_of(self, span: Span) -> Certainty:
        """How sure the article is of the words in a span: the strongest mark that bears on most of it.

        Where somebody is said to have said it, "it" is what was said, without "the mayor said".
        DENIED, UNVERIFIED, PLANNED and HEDGED marks win in this order; else REPORTED where somebody is said to have
        said most of it; else ASSERTED.
        """
        said = self.attribution_of(span)
        core = span
        if said and said.content.overlap(span):
            core = Span(max(span.start, said.content.start), min(span.end, said.content.end))
        found = {m.certainty for m in self.certainties if 2 * m.scope.join(m.cue).overlap(core) > len(core)}
        for certainty in (Certainty.DENIED, Certainty.UNVERIFIED, Certainty.PLANNED, Certainty.HEDGED):
            if certainty in found:
                return certainty
        return Certainty.REPORTED if said else Certainty.ASSERTED

    def attribution_of(self, span: Span) -> Attribution | None:
        """The attribution whose content covers most of a span, or None: the article's own voice.

        Of several that cover it alike, the narrowest. A sixth of the span is enough where most of it is said by
        somebody once speaker and cue are counted ("However, several officials in the capital said it was over").
        Words of a quotation that goes on over paragraphs belong to the attribution of its beginning.
        """
        best, most, frames = None, (0, 0), 0
        for attribution in self.attributions:
            shared = attribution.content.overlap(span)
            if shared:
                frames += attribution.frame.overlap(span)
                if (shared, -len(attribution.content)) > most:
                    best, most = attribution, (shared, -len(attribution.content))
        if best and (2 * most[0] >= len(span) or (6 * most[0] >= len(span) and 2 * frames >= len(span))):
            return best
        for quote in self.quotes:
            if quote.attribution is not None and 2 * quote.span.overlap(span) > len(span):
                return self.attributions[quote.attribution]
        return None
