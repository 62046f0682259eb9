"""What every test shares: a home of its own, and the way to the gold data where it is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, so that no test sees or changes what its user keeps."""
    place = tmp_path / "home"
    place.mkdir()
    monkeypatch.setenv("HOME", str(place))
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "NO_COLOR", "READER_A11Y"):
        monkeypatch.delenv(name, raising=False)
    for name in ("SSH_CONNECTION", "SSH_TTY", "TMUX", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    return place


@pytest.fixture
def seeds() -> Path:
    """The folder of the sample story."""
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the gold data; tests that need it are left out where ``READER_SHARED`` does not name it."""
    named = os.environ.get("READER_SHARED")
    if not named:
        pytest.skip("the gold data is not here: READER_SHARED is not set")
    folder = Path(named)
    assert folder.is_dir(), f"READER_SHARED names {folder}, which is no folder"
    return folder
