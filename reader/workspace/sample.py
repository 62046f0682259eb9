"""The bundled sample story."""

from __future__ import annotations

from pathlib import Path


def sample_directory() -> Path:
    """The folder of the sample's articles: inside an installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "seeds"
    return installed if installed.is_dir() else package.parent / "seeds"
