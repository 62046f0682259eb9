"""What the user set, and where the program keeps its files (the XDG base directories)."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any


class SettingsError(Exception):
    """The settings file cannot be used; the message is one plain sentence with file and line."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings file ``config.toml``; what the command line says wins over it.

    ``theme`` and ``color`` take the same words as the options; ``keys`` gives commands other keys, id → keys parted by
    spaces (``reader bindings`` lists the ids).
    """

    theme: str | None = None
    color: str = "auto"
    ascii: bool = False
    mouse: bool = False
    a11y: bool = False
    keys: Mapping[str, str] = field(default_factory=dict)


def state_directory() -> Path:
    """``$XDG_STATE_HOME/reader`` or ``~/.local/state/reader``; not made here."""
    return _base("XDG_STATE_HOME", ".local/state") / "reader"


def cache_directory() -> Path:
    """``$XDG_CACHE_HOME/reader`` or ``~/.cache/reader``; what is there can be lost without harm."""
    return _base("XDG_CACHE_HOME", ".cache") / "reader"


def config_file() -> Path:
    """``$XDG_CONFIG_HOME/reader/config.toml`` or ``~/.config/reader/config.toml``; it need not exist."""
    return _base("XDG_CONFIG_HOME", ".config") / "reader" / "config.toml"


def load(path: Path, commands: Mapping[str, object] | None = None) -> Settings:
    """The settings of a file; all defaults where it does not exist.

    :param commands: the ids that ``[keys]`` may name; None accepts any.
    :raises SettingsError: no TOML, an unknown name (the nearest known one is told), or a value of the wrong kind.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{path} cannot be read: {getattr(error, 'strerror', None) or 'it is not UTF-8'}"
        ) from error
    import tomllib  # noqa: PLC0415 (few have a settings file)

    try:
        given = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        said = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "nested too deeply"
        raise SettingsError(f"{path} is not TOML: {said}") from error
    known = {f.name: f for f in fields(Settings)}
    for name, value in given.items():
        if name not in known:
            raise SettingsError(f"{path}{_line(text, name)}: no setting {name!r}{_nearest(name, known)}")
        _check(path, text, name, value)
    for name in given.get("keys", {}):
        if commands is not None and name not in commands:
            raise SettingsError(f"{path}{_line(text, name)}: no command {name!r}{_nearest(name, commands)}")
    return Settings(**given)


def _check(path: Path, text: str, name: str, value: Any) -> None:
    if name == "keys":
        right, kind = (
            isinstance(value, dict) and all(isinstance(v, str) for v in value.values()),
            'a table of id = "keys"',
        )
    elif name in ("theme", "color"):
        right, kind = isinstance(value, str), "a text in quotes"
    else:
        right, kind = isinstance(value, bool), "true or false"
    if not right:
        raise SettingsError(f"{path}{_line(text, name)}: {name} wants {kind}")


def _line(text: str, name: str) -> str:
    """Where a name stands, as ``, line 3``; nothing where it cannot be told."""
    for number, line in enumerate(text.split("\n"), 1):
        if re.match(rf"[\s\[\"']*{re.escape(name)}[\s\]\"'=.]", line + " "):
            return f", line {number}"
    return ""


def _nearest(name: str, known: Mapping[str, object]) -> str:
    import difflib  # noqa: PLC0415

    found = difflib.get_close_matches(name, known, 1, 0.5)
    return f"; did you mean {found[0]!r}?" if found else ""


def _base(variable: str, fallback: str) -> Path:
    value = os.environ.get(variable, "")
    # The specification says that a relative path is to be ignored.
    return Path(value) if value.startswith("/") else Path(os.path.expanduser("~")) / fallback  # noqa: PTH111
