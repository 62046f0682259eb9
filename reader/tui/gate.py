"""The one place through which foreign text reaches a widget.

Everything that was written by somebody else (article text, titles, source names, file names, error texts) passes
``safe`` before it becomes a row, a title or a message; ``content`` is for the framework's own widgets, which would
otherwise take square brackets for markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.workspace.gate import one_line, safe

if TYPE_CHECKING:
    from textual.content import Content

__all__ = ["content", "one_line", "safe"]


def content(text: str) -> Content:
    """Safe text for a framework widget: never parsed as markup."""
    from textual.content import Content  # noqa: PLC0415 (tests of the pure parts need no framework)

    return Content(safe(text))
