"""Names found by a spaCy pipeline that the user has installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.backends import BackendUnavailable, EntityFinder
from reader.analysis.reading import EntityMention, EntityType, Reading
from reader.document.span import Span

if TYPE_CHECKING:
    from spacy.language import Language

# OntoNotes and WikiNER labels; numbers, dates and money are left to this program's own grammars.
_KINDS = {
    "PERSON": EntityType.PERSON, "PER": EntityType.PERSON, "ORG": EntityType.ORGANISATION, "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE, "NORP": EntityType.GROUP, "FAC": EntityType.FACILITY, "EVENT": EntityType.EVENT,
    "WORK_OF_ART": EntityType.WORK, "PRODUCT": EntityType.PRODUCT,
}  # fmt: skip
_ARTICLES = ("the ", "The ", "a ", "A ", "an ", "An ")


def load(model: str) -> EntityFinder:
    """A finder over the pipeline of a name or folder, as ``spacy.load`` takes it.

    :raises BackendUnavailable: spaCy or the pipeline is not installed, or the pipeline finds no entities.
    """
    try:
        import spacy  # noqa: PLC0415
    except ImportError as error:
        raise BackendUnavailable("spaCy is not installed: pip install spacy") from error
    try:
        pipeline = spacy.load(model)
    except (OSError, ImportError, ValueError) as error:
        raise BackendUnavailable(f"spaCy has no pipeline {model!r}") from error
    if not {"ner", "entity_ruler", "span_ruler"} & set(pipeline.pipe_names):
        raise BackendUnavailable(f"the pipeline {model!r} has no step that finds names")

    def find(reading: Reading) -> tuple[EntityMention, ...]:
        return _find(pipeline, reading)

    return find


def _find(pipeline: Language, reading: Reading) -> tuple[EntityMention, ...]:
    """The names paragraph by paragraph, so that a long text stays within the pipeline's limit."""
    found: list[EntityMention] = []
    at = 0
    for line in reading.text.split("\n"):
        for piece in range(0, len(line), pipeline.max_length):
            for entity in pipeline(line[piece : piece + pipeline.max_length]).ents:
                if kind := _KINDS.get(entity.label_):
                    start, end = at + piece + entity.start_char, at + piece + entity.end_char
                    bare = start + next((len(a) for a in _ARTICLES if reading.text.startswith(a, start, end)), 0)
                    found.append(EntityMention(Span(start, end), kind, Span(min(bare, end - 1), end)))
        at += len(line) + 1
    return tuple(found)
