"""What this terminal can do, decided once from the options and the environment, before any framework is imported."""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

THEME_NAMES = ("dark", "light", "high-contrast", "ansi", "none")
COLOR_CHOICES = ("auto", "never", "16", "256", "truecolor")

_TRUECOLOR_TERMS = ("kitty", "alacritty", "foot", "ghostty", "wezterm", "contour", "-direct")
_SIXTEEN_TERMS = ("linux", "vt", "ansi", "cons25", "sun")
_DUMB_TERMS = ("", "dumb", "unknown")
_COERCED = ("C.UTF-8", "C.utf8", "UTF-8")


class Colour(StrEnum):
    """How many colours are sent."""

    NONE = "none"
    SIXTEEN = "16"
    MANY = "256"
    TRUE = "truecolor"


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says about the screen; None, ``auto`` and False leave the choice to the environment."""

    theme: str | None = None
    color: str = "auto"
    ascii: bool = False
    mouse: bool = False
    a11y: bool = False
    group: str | None = None
    keys: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Terminal:
    """The decisions. ``encoding`` is what the bytes for the screen are written in."""

    colour: Colour = Colour.TRUE
    theme: str = "dark"
    ascii: bool = False
    mouse: bool = True
    a11y: bool = False
    remote: bool = False
    tmux: bool = False
    dumb: bool = False
    encoding: str = "utf-8"

    def framework_environment(self) -> dict[str, str]:
        """Variables that Textual reads at its import: nothing moves by itself, and colours only as decided."""
        system = {Colour.TRUE: "truecolor", Colour.MANY: "256"}.get(self.colour, "standard")
        return {"TEXTUAL_ANIMATIONS": "none", "TEXTUAL_COLOR_SYSTEM": system, "TEXTUAL_SMOOTH_SCROLL": "0"}


def decide(options: Options | None = None, env: Mapping[str, str] | None = None) -> Terminal:
    """The decisions for these options in this environment (``os.environ`` by default)."""
    options = options or Options()
    env = os.environ if env is None else env
    remote = is_remote(env)
    colour = colour_level(options.color, env)
    return Terminal(
        colour=colour,
        theme=theme_name(options.theme, colour, env),
        ascii=options.ascii or not speaks_utf8(env),
        mouse=options.mouse or not remote,
        a11y=options.a11y or env.get("READER_A11Y", "") not in ("", "0"),
        remote=remote,
        tmux=bool(env.get("TMUX")),
        dumb=is_dumb(env),
        encoding=_encoding(env),
    )


def is_remote(env: Mapping[str, str]) -> bool:
    """Does the screen stand on another machine?"""
    return bool(env.get("SSH_CONNECTION") or env.get("SSH_TTY") or env.get("SSH_CLIENT"))


def is_dumb(env: Mapping[str, str]) -> bool:
    """Can the terminal not move its cursor?"""
    return env.get("TERM", "") in _DUMB_TERMS


def colour_level(choice: str, env: Mapping[str, str]) -> Colour:
    """How many colours to send: ``--color`` first, then ``NO_COLOR`` (an empty one means nothing), then the terminal.

    Over SSH never more than 256: a truecolor cell costs twice the bytes.
    """
    if choice != "auto":
        return Colour.NONE if choice == "never" else Colour(choice)
    if env.get("NO_COLOR"):
        return Colour.NONE
    term = env.get("TERM", "").lower()
    if term in _DUMB_TERMS:
        return Colour.NONE
    if not is_remote(env) and (
        env.get("COLORTERM", "").lower() in ("truecolor", "24bit") or any(name in term for name in _TRUECOLOR_TERMS)
    ):
        return Colour.TRUE
    if term.endswith("-16color") or term.startswith(_SIXTEEN_TERMS):
        return Colour.SIXTEEN
    return Colour.MANY


def theme_name(choice: str | None, colour: Colour, env: Mapping[str, str]) -> str:
    """The theme: none where no colour is sent, the one asked for, the terminal's own colours where it has but 16.

    ``COLORFGBG``, which some terminals set, tells a light background from a dark one.
    """
    if colour is Colour.NONE:
        return "none"
    if choice in THEME_NAMES:
        return str(choice)
    if colour is Colour.SIXTEEN:
        return "ansi"
    background = env.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if background in ("7", "15") else "dark"


def speaks_utf8(env: Mapping[str, str]) -> bool:
    """Does the locale say UTF-8?

    Python puts ``LC_CTYPE=C.UTF-8`` into its own environment under the C locale, which says nothing about the
    terminal: it is looked through. Where no variable is set at all, UTF-8 is what terminals speak today.
    """
    named = env.get("LANG", "")
    if env.get("LC_ALL"):
        named = env["LC_ALL"]
    elif env.get("LC_CTYPE") and not (env["LC_CTYPE"] in _COERCED and named in ("C", "POSIX")):
        named = env["LC_CTYPE"]
    return not named or "utf8" in named.lower().replace("-", "")


def _encoding(env: Mapping[str, str]) -> str:
    """What text is sent in: the locale's encoding; UTF-8 where the locale names none (C)."""
    if speaks_utf8(env):
        return "utf-8"
    name = locale.getencoding().lower()
    return "utf-8" if name in ("ascii", "us-ascii", "ansi_x3.4-1968", "646") else name
