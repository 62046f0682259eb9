"""Answers of a judge, kept so that the same question is asked once."""

from __future__ import annotations

import sqlite3
from pathlib import Path


class Answers:
    """A cache file: question digest → answer. A file that cannot be used costs only repeated questions."""

    def __init__(self, path: Path | None) -> None:
        try:
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._db = self._open(str(path) if path else ":memory:")
        except (sqlite3.Error, OSError):
            self._db = self._open(":memory:")

    @staticmethod
    def _open(where: str) -> sqlite3.Connection:
        db = sqlite3.connect(where, timeout=5, isolation_level=None)
        db.execute("CREATE TABLE IF NOT EXISTS answer (question TEXT PRIMARY KEY, said INTEGER NOT NULL) WITHOUT ROWID")
        return db

    def get(self, question: str) -> bool | None:
        """The kept answer, or None."""
        row = self._db.execute("SELECT said FROM answer WHERE question = ?", (question,)).fetchone()
        return bool(row[0]) if row else None

    def put(self, question: str, said: bool) -> None:
        """Keeps an answer."""
        self._db.execute("INSERT OR REPLACE INTO answer VALUES (?, ?)", (question, int(said)))
