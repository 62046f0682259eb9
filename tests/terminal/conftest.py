"""Programs in real pseudo-terminals, each in an empty home."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.ptyrun import Pty

ROOT = Path(__file__).resolve().parents[2]
READER = [sys.executable, "-m", "reader"]

Desk = Callable[..., Pty]


@pytest.fixture
def environment(home: Path) -> dict[str, str]:
    """What a plain terminal sets, and nothing of the one who runs the tests."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    return kept | {"HOME": str(home), "TERM": "xterm-256color", "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}


@pytest.fixture
def desk(environment: dict[str, str], seeds: Path) -> Iterator[Desk]:
    """Starts ``reader`` in a terminal: ``desk("seeds", env={...})``; waits for its first line unless told not to."""
    with ExitStack() as stack:

        def start(*args: str, env: dict[str, str] | None = None, ready: str = "White House", **options: Any) -> Pty:
            command = [*READER, *(args or (str(seeds),))]
            run = stack.enter_context(Pty(command, env=environment | (env or {}), cwd=ROOT, **options))
            if ready:
                run.wait_for(ready)
            return run

        yield start
