"""Runs the installed command the way a user does: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def reader(
    *args: str, stdin: bytes | None = None, cwd: Path | None = None, **env: str
) -> subprocess.CompletedProcess[str]:
    """``reader ARGS``; output decoded as UTF-8."""
    done = subprocess.run(
        [sys.executable, "-m", "reader", *args],
        input=stdin if stdin is not None else b"", capture_output=True, check=False, cwd=cwd, timeout=120,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2]), **env},
    )  # fmt: skip
    return subprocess.CompletedProcess(args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
