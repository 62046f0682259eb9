"""What the rows of the comparison panel stand for. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from reader.document.span import Span


@dataclass(frozen=True, slots=True)
class Spot:
    """What a row of the panel stands for: ``kind`` is ``fact``, ``report``, ``silent``, ``repeat``, ``possible`` or
    ``relation`` (``fact`` is then the other one); ``span`` is the passage that Enter lands on, if there is one."""

    kind: str
    fact: str
    article: str = ""
    span: Span | None = None
