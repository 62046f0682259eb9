"""Reads several newspapers' accounts of one event and compares them, fact by fact.

The public names load on first use, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_PUBLIC = {
    "Article": "reader.document.article",
    "Reading": "reader.analysis.reading",
    "Comparison": "reader.comparison.model",
    "gather": "reader.ingest",
    "article_from_text": "reader.ingest",
    "read": "reader.analysis.chain",
    "read_all": "reader.analysis.chain",
    "compare": "reader.comparison",
    "group": "reader.comparison",
}
__all__ = [*_PUBLIC, "__version__"]  # noqa: PLE0604 (all are strings)


def __getattr__(name: str) -> Any:
    if name not in _PUBLIC:
        raise AttributeError(f"module 'reader' has no attribute {name!r}")
    return getattr(import_module(_PUBLIC[name]), name)
