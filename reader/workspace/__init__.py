"""The verbs that both front ends share."""

from reader.workspace.session import OpenError, Session

__all__ = ["OpenError", "Session"]
