"""What the reader of the news did: places, read and starred marks, corrections by hand.

Articles are named by the digest of their text, so that state outlives letters, file names and folders. It stands in its
own SQLite file, apart from any article.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path
from threading import RLock

from reader.comparison.model import Correction
from reader.document.span import Span

APPLICATION_ID = 0x52444553
VERSION = 1

_SCHEMA = """
CREATE TABLE article (
    digest TEXT PRIMARY KEY,
    place INTEGER,
    cursor INTEGER,
    read INTEGER NOT NULL DEFAULT 0,
    starred INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE opened (
    digest TEXT PRIMARY KEY,
    turn INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE correction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    a TEXT NOT NULL, a_start INTEGER NOT NULL, a_end INTEGER NOT NULL,
    b TEXT NOT NULL, b_start INTEGER NOT NULL, b_end INTEGER NOT NULL,
    step INTEGER NOT NULL
);
"""


class StateUnavailable(Exception):
    """The state file cannot be used; the message is one plain sentence."""


class State:
    """The state file, open. Every write is one transaction; SQLite's errors become ``StateUnavailable``.

    Methods may be called from several threads, and so may ``close``: whoever comes after it gets ``StateUnavailable``.
    """

    def __init__(self, path: Path | None) -> None:
        """Opens the file and makes it where it is absent; ``None`` keeps everything in memory only.

        :raises StateUnavailable: the file cannot be opened, or a newer version of the program made it.
        """
        # One at a time: SQLite crashes where a connection is closed under a query, and a mark that one thread keeps
        # must not become part of a transaction that another takes back.
        self._lock = RLock()
        try:
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._db = sqlite3.connect(
                str(path) if path else ":memory:", timeout=5, isolation_level=None, check_same_thread=False
            )
            self._prepare()
        except (sqlite3.Error, OSError) as error:
            raise StateUnavailable(f"reading places cannot be kept in {path}: {error}") from error

    def _prepare(self) -> None:
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("BEGIN IMMEDIATE")
        try:
            version = self._db.execute("PRAGMA user_version").fetchone()[0]
            if version > VERSION:
                raise sqlite3.DatabaseError("a newer reader made this file")
            if version == 0:
                for statement in _SCHEMA.split(";"):
                    if statement.strip():
                        self._db.execute(statement)
                self._db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                self._db.execute(f"PRAGMA user_version = {VERSION}")
            self._db.execute("COMMIT")
        except BaseException:
            self._db.execute("ROLLBACK")
            raise

    def close(self) -> None:
        """Closes the file, once nobody is at it."""
        with self._lock:
            self._db.close()

    def place(self, digest: str) -> int | None:
        """The offset that was on top when the article was left, or None."""
        return self._value("SELECT place FROM article WHERE digest = ?", digest)

    def keep_place(self, digest: str, offset: int) -> None:
        """Remembers the offset on top of an article."""
        self._set(digest, "place", offset)

    def cursor(self, digest: str) -> int | None:
        """The offset that the reader was at when the article was left, or None."""
        return self._value("SELECT cursor FROM article WHERE digest = ?", digest)

    def keep_cursor(self, digest: str, offset: int) -> None:
        """Remembers the offset that the reader is at."""
        self._set(digest, "cursor", offset)

    def is_read(self, digest: str) -> bool:
        """Was the article read?"""
        return bool(self._value("SELECT read FROM article WHERE digest = ?", digest))

    def set_read(self, digest: str, read: bool) -> None:
        """Marks an article as read or unread."""
        self._set(digest, "read", int(read))

    def is_starred(self, digest: str) -> bool:
        """Is the article starred?"""
        return bool(self._value("SELECT starred FROM article WHERE digest = ?", digest))

    def set_starred(self, digest: str, starred: bool) -> None:
        """Stars an article or takes the star away."""
        self._set(digest, "starred", int(starred))

    def opened(self) -> list[str]:
        """Digests of opened articles, the latest first."""
        return [row[0] for row in self._run("SELECT digest FROM opened ORDER BY turn DESC")]

    def keep_opened(self, digest: str) -> None:
        """Remembers that an article was opened just now."""
        self._run(
            "INSERT INTO opened VALUES (?, (SELECT coalesce(max(turn), 0) + 1 FROM opened)) "
            "ON CONFLICT (digest) DO UPDATE SET turn = excluded.turn",
            digest,
        )

    def corrections(self) -> list[Correction]:
        """All corrections in force, the oldest first."""
        rows = self._run("SELECT kind, a, a_start, a_end, b, b_start, b_end FROM correction ORDER BY id")
        return [Correction(kind, a, Span(s, e), b, Span(u, v)) for kind, a, s, e, b, u, v in rows]

    def add_corrections(self, corrections: list[Correction]) -> None:
        """Adds the corrections of one act, which one ``undo`` takes back."""
        with self._lock:
            try:
                self._db.execute("BEGIN IMMEDIATE")
                step = self._db.execute("SELECT coalesce(max(step), 0) + 1 FROM correction").fetchone()[0]
                self._db.executemany(
                    "INSERT INTO correction (kind, a, a_start, a_end, b, b_start, b_end, step) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    [
                        (c.kind, c.a, c.a_span.start, c.a_span.end, c.b, c.b_span.start, c.b_span.end, step)
                        for c in corrections
                    ],
                )
                self._db.execute("COMMIT")
            except sqlite3.Error as error:
                with suppress(sqlite3.Error):
                    self._db.execute("ROLLBACK")
                raise StateUnavailable(f"the correction could not be kept: {error}") from error

    def undo(self, digests: set[str]) -> list[Correction]:
        """Takes back the latest act that is about these articles; returns its corrections ([] if there is none)."""
        with self._lock:
            rows = self._run("SELECT step, a, b FROM correction ORDER BY step DESC")
            step = next((s for s, a, b in rows if a in digests and b in digests), None)
            if step is None:
                return []
            found = self._run("SELECT kind, a, a_start, a_end, b, b_start, b_end FROM correction WHERE step = ?", step)
            self._run("DELETE FROM correction WHERE step = ?", step)
        return [Correction(kind, a, Span(s, e), b, Span(u, v)) for kind, a, s, e, b, u, v in found]

    def _set(self, digest: str, column: str, value: int) -> None:
        self._run(
            f"INSERT INTO article (digest, {column}) VALUES (?, ?) "
            f"ON CONFLICT (digest) DO UPDATE SET {column} = excluded.{column}",
            digest,
            value,
        )

    def _value(self, query: str, digest: str) -> int | None:
        rows = self._run(query, digest)
        return rows[0][0] if rows else None

    def _run(self, statement: str, *values: str | int) -> list[tuple]:  # type: ignore[type-arg]
        with self._lock:
            try:
                return self._db.execute(statement, values).fetchall()
            except sqlite3.Error as error:
                raise StateUnavailable(f"reading places cannot be kept: {error}") from error
