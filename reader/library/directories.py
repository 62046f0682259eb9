"""Where the program keeps what it keeps: the XDG base directories."""

from __future__ import annotations

import os
from pathlib import Path


def state_directory() -> Path:
    """``$XDG_STATE_HOME/reader`` or ``~/.local/state/reader``; not made here."""
    return _base("XDG_STATE_HOME", ".local/state") / "reader"


def cache_directory() -> Path:
    """``$XDG_CACHE_HOME/reader`` or ``~/.cache/reader``; what is there can be lost without harm."""
    return _base("XDG_CACHE_HOME", ".cache") / "reader"


def _base(variable: str, fallback: str) -> Path:
    value = os.environ.get(variable, "")
    # The specification says that a relative path is to be ignored.
    return Path(value) if value.startswith("/") else Path(os.path.expanduser("~")) / fallback  # noqa: PTH111
