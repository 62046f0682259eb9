"""Other finders of names, for those who have one installed: ``--backend spacy:PIPELINE``.

A backend takes the place of the ``entities`` step of the chain and nothing else, so that figures, dates, quotes and the
joining of aliases stay the same. It is found at run time and never imported otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reader.analysis.chain import CHAIN, Step
from reader.analysis.reading import EntityMention, Reading

EntityFinder = Callable[[Reading], tuple[EntityMention, ...]]
"""The protocol of a backend: the names of an article, in the order of its text, none overlapping."""


class BackendUnavailable(Exception):
    """A backend that was asked for cannot be had; the message is one plain sentence."""


def chain_with(backend: str) -> tuple[Step, ...]:
    """The chain with its ``entities`` step replaced by a named backend, such as ``spacy:en_core_web_sm``.

    :raises BackendUnavailable: no such kind of backend, its library is not installed, or its model cannot be loaded.
    """
    kind, _, model = backend.partition(":")
    if kind != "spacy" or not model:
        raise BackendUnavailable(f"no backend {backend!r}: spacy:PIPELINE is known")
    from reader.analysis.backends import spacy_pipeline  # noqa: PLC0415 (never imported unless asked for)

    finder = spacy_pipeline.load(model)
    return tuple(replace(step, run=finder) if step.gives == "entities" else step for step in CHAIN)
