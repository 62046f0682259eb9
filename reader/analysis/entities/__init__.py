"""Names in an article: people, organisations, places, groups, facilities, events, works and products."""

from __future__ import annotations

from reader.analysis.reading import EntityMention, EntityType, Reading
from reader.analysis.tokens import Token, tokenize
from reader.document.span import Span

_TITLES = frozenset("Mr Mrs Ms Dr President Minister Secretary Senator Judge Colonel General King Queen Prince".split())
_PLACES = frozenset("US U.S. UK Israel Gaza Egypt France Germany China Russia Ukraine Iran Europe London Paris".split())
_ORGS = frozenset("News Times House Ministry University Bank Party Forces Council Court Union Company Inc Corp".split())
_WEAK = frozenset("The A An In On At He She It They We You I But And This That These Those If As For With By".split())
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())


def find(reading: Reading) -> tuple[EntityMention, ...]:
    """The names of an article in the order of its text; ``entity`` is empty until linking."""
    mentions = []
    run: list[Token] = []
    for token in [*tokenize(reading.text[:400_000]), Token(0, 0, ".")]:
        if token.form[:1].isupper() and token.form not in _WEAK | _DAYS:
            run.append(token)
            continue
        if run:
            names = run[1:] if run[0].form in _TITLES and len(run) > 1 else run
            last, forms = names[-1].form, {t.form for t in names}
            kind = EntityType.PERSON if names is not run or len(names) in (2, 3) else EntityType.ORGANISATION
            if last in _ORGS or (len(last) > 1 and last.isupper()):
                kind = EntityType.ORGANISATION
            if forms & _PLACES:
                kind = EntityType.PLACE
            elif last.endswith(("ian", "ans", "ish", "ese")):
                kind = EntityType.GROUP
            span = Span(names[0].start, names[-1].end)
            mentions.append(EntityMention(span, kind, span))
        run = []
    return tuple(mentions)
