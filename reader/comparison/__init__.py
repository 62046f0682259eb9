"""What several articles say of the same thing: stories, facts, differences. Pure: frozen input, frozen result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.comparison.comparing import compare, group

__all__ = ["compare", "group"]


def __getattr__(name: str) -> Any:
    # Loaded on first use: the values of ``model`` are needed long before, when the first article is on screen.
    if name not in __all__:
        raise AttributeError(f"module 'reader.comparison' has no attribute {name!r}")
    from reader.comparison import comparing  # noqa: PLC0415

    return getattr(comparing, name)
