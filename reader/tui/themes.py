"""The themes: which ink each part of the screen and each mark is drawn with.

A palette is a frozen table of inks; ``marks.py`` and the widgets read it and nothing else names a colour. Every mark
carries an attribute besides its colour (underline, bold, italic, reverse), so that it is told apart without one. In
``ansi`` colours are the terminal's own sixteen; in ``none`` there are none. Contrast of every ink on every ground that
it can stand on is at least 4.5 : 1, also after the colours are cut to 256 (tested).
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import cast

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme


@dataclass(frozen=True, slots=True)
class Ink:
    """A foreground, a ground and attributes; empty strings leave what is beneath.

    Colours are ``#rrggbb`` or one of the sixteen by Rich's name (``red``, ``bright_black``); attributes are Rich's
    words ("bold underline").
    """

    fg: str = ""
    bg: str = ""
    attributes: str = ""

    @property
    def style(self) -> Style:
        """As a Rich style."""
        return _style(self.fg, self.bg, self.attributes)


@cache
def _style(fg: str, bg: str, attributes: str) -> Style:
    return Style.parse(" ".join(part for part in (attributes, fg, f"on {bg}" if bg else "") if part))


@dataclass(frozen=True, slots=True)
class Palette:
    """All inks of one theme. ``background`` is the ground of everything; inks without a ground of their own stand on
    it, on ``current`` (the lit sentence) or on ``cursor`` (the chosen row)."""

    name: str
    dark: bool
    background: str
    panel: str
    border: str
    text: Ink
    dim: Ink
    title: Ink
    accent: Ink
    focus: Ink
    cursor: Ink
    cursor_blurred: Ink
    rule: Ink
    bar: Ink
    key: Ink
    error: Ink
    person: Ink
    organisation: Ink
    place: Ink
    group: Ink
    other: Ink
    figure: Ink
    quote: Ink
    current: Ink
    difference: Ink
    find: Ink
    find_current: Ink
    agree: Ink
    differs: Ink
    partial: Ink
    only: Ink
    sources: tuple[Ink, Ink, Ink, Ink, Ink, Ink]

    def source(self, index: int) -> Ink:
        """The ink of the source with this number (0 = A), the same in every view; they repeat after six."""
        return self.sources[index % len(self.sources)]

    def sign(self, verdict: str) -> Ink:
        """The ink of a verdict's sign (``agree``, ``differs``, ``partial``, ``only``)."""
        return cast(Ink, getattr(self, verdict))

    def inks(self) -> dict[str, Ink]:
        """Every ink by name, the sources as ``source_a`` to ``source_f``."""
        found = {f.name: getattr(self, f.name) for f in fields(self)}
        found.update({f"source_{letter}": ink for letter, ink in zip("abcdef", self.sources, strict=True)})
        return {name: ink for name, ink in found.items() if isinstance(ink, Ink)}


DARK = Palette(
    name="dark",
    dark=True,
    background="#1c1b1a",
    panel="#262523",
    border="#5a544b",
    text=Ink("#dcd5c7"),
    dim=Ink("#aca394"),
    title=Ink("#efe8da", attributes="bold"),
    accent=Ink("#e0ae68"),
    focus=Ink("#e0ae68", attributes="bold"),
    cursor=Ink(bg="#3a3732"),
    cursor_blurred=Ink(bg="#2b2927"),
    rule=Ink("#5a544b"),
    bar=Ink("#b3aa9a", "#262523"),
    key=Ink("#e0ae68", attributes="bold"),
    error=Ink("#f0907f", attributes="bold"),
    person=Ink("#93bde6", attributes="underline"),
    organisation=Ink("#cba9e0", attributes="underline"),
    place=Ink("#a3c58d", attributes="underline"),
    group=Ink("#82c4b9", attributes="underline"),
    other=Ink("#c6b597", attributes="underline"),
    figure=Ink("#ecbf74", attributes="bold"),
    quote=Ink("#d3c8ad", attributes="italic"),
    current=Ink(bg="#38332a"),
    difference=Ink("#ffd6b8", "#6b3a24"),
    find=Ink("#1c1b1a", "#d8b75f", "underline"),
    find_current=Ink("#1c1b1a", "#f0945a", "bold underline"),
    agree=Ink("#a3c58d", attributes="bold"),
    differs=Ink("#f0a184", attributes="bold"),
    partial=Ink("#e3c077", attributes="bold"),
    only=Ink("#93bde6", attributes="bold"),
    sources=(
        Ink("#e8a27c", attributes="bold"),
        Ink("#86b8ea", attributes="bold"),
        Ink("#a5c983", attributes="bold"),
        Ink("#d9a0ca", attributes="bold"),
        Ink("#d9c567", attributes="bold"),
        Ink("#76c9c4", attributes="bold"),
    ),
)

LIGHT = Palette(
    name="light",
    dark=False,
    background="#faf6ee",
    panel="#f0efec",
    border="#cdc4b2",
    text=Ink("#2f2b26"),
    dim=Ink("#665f54"),
    title=Ink("#1d1a16", attributes="bold"),
    accent=Ink("#8c2f00"),
    focus=Ink("#8c2f00", attributes="bold"),
    cursor=Ink(bg="#e8e5e0"),
    cursor_blurred=Ink(bg="#f0efec"),
    rule=Ink("#cdc4b2"),
    bar=Ink("#5a5449", "#f0efec"),
    key=Ink("#8c2f00", attributes="bold"),
    error=Ink("#a3231a", attributes="bold"),
    person=Ink("#1d5791", attributes="underline"),
    organisation=Ink("#74288f", attributes="underline"),
    place=Ink("#2c6420", attributes="underline"),
    group=Ink("#0b615a", attributes="underline"),
    other=Ink("#6b5212", attributes="underline"),
    figure=Ink("#7f2a00", attributes="bold"),
    quote=Ink("#4d463b", attributes="italic"),
    current=Ink(bg="#f8eecb"),
    difference=Ink("#6b1f08", "#f8cfb0"),
    find=Ink("#2f2b26", "#f0cf62", "underline"),
    find_current=Ink("#2f2b26", "#f5a35c", "bold underline"),
    agree=Ink("#2c6420", attributes="bold"),
    differs=Ink("#9c2f12", attributes="bold"),
    partial=Ink("#6b4c00", attributes="bold"),
    only=Ink("#1d5791", attributes="bold"),
    sources=(
        Ink("#a02c0a", attributes="bold"),
        Ink("#17529a", attributes="bold"),
        Ink("#2a6414", attributes="bold"),
        Ink("#8d2a78", attributes="bold"),
        Ink("#6f5900", attributes="bold"),
        Ink("#0a625f", attributes="bold"),
    ),
)

HIGH_CONTRAST = Palette(
    name="high-contrast",
    dark=True,
    background="#000000",
    panel="#000000",
    border="#ffffff",
    text=Ink("#ffffff"),
    dim=Ink("#d0d0d0"),
    title=Ink("#ffffff", attributes="bold"),
    accent=Ink("#ffff00"),
    focus=Ink("#ffff00", attributes="bold"),
    cursor=Ink(bg="#00005f"),
    cursor_blurred=Ink(bg="#262626"),
    rule=Ink("#ffffff"),
    bar=Ink("#ffffff", "#303030"),
    key=Ink("#ffff00", attributes="bold"),
    error=Ink("#ffafaf", attributes="bold"),
    person=Ink("#87d7ff", attributes="underline"),
    organisation=Ink("#ffafff", attributes="underline"),
    place=Ink("#87ff87", attributes="underline"),
    group=Ink("#87ffff", attributes="underline"),
    other=Ink("#ffd7af", attributes="underline"),
    figure=Ink("#ffff5f", attributes="bold"),
    quote=Ink("#ffffff", attributes="italic"),
    current=Ink(bg="#303030"),
    difference=Ink("#000000", "#ffaf5f", "bold"),
    find=Ink("#000000", "#ffff00", "underline"),
    find_current=Ink("#000000", "#00ffff", "bold underline"),
    agree=Ink("#87ff87", attributes="bold"),
    differs=Ink("#ffaf87", attributes="bold"),
    partial=Ink("#ffff5f", attributes="bold"),
    only=Ink("#87d7ff", attributes="bold"),
    sources=(
        Ink("#ffaf87", attributes="bold"),
        Ink("#87d7ff", attributes="bold"),
        Ink("#87ff87", attributes="bold"),
        Ink("#ffafff", attributes="bold"),
        Ink("#ffff5f", attributes="bold"),
        Ink("#87ffff", attributes="bold"),
    ),
)

# The sixteen look different on every desk: text keeps the terminal's own foreground, and only hues that stand on dark
# and light grounds alike carry a kind. What is lit, chosen or found is bold or reversed.
ANSI = Palette(
    name="ansi",
    dark=True,
    background="default",
    panel="default",
    border="bright_black",
    text=Ink(),
    dim=Ink(attributes="dim"),
    title=Ink(attributes="bold"),
    accent=Ink("cyan"),
    focus=Ink("cyan", attributes="bold"),
    cursor=Ink(attributes="reverse"),
    cursor_blurred=Ink(attributes="bold"),
    rule=Ink("bright_black"),
    bar=Ink(attributes="dim"),
    key=Ink("cyan", attributes="bold"),
    error=Ink("red", attributes="bold"),
    person=Ink("cyan", attributes="underline"),
    organisation=Ink("magenta", attributes="underline"),
    place=Ink("green", attributes="underline"),
    group=Ink("bright_cyan", attributes="underline"),
    other=Ink(attributes="underline"),
    figure=Ink("yellow", attributes="bold"),
    quote=Ink(attributes="italic"),
    current=Ink(attributes="bold"),
    difference=Ink(attributes="reverse"),
    find=Ink(attributes="reverse underline"),
    find_current=Ink("yellow", attributes="reverse bold underline"),
    agree=Ink("green", attributes="bold"),
    differs=Ink("red", attributes="bold"),
    partial=Ink("yellow", attributes="bold"),
    only=Ink("cyan", attributes="bold"),
    sources=(
        Ink("red", attributes="bold"),
        Ink("cyan", attributes="bold"),
        Ink("green", attributes="bold"),
        Ink("magenta", attributes="bold"),
        Ink("yellow", attributes="bold"),
        Ink("bright_cyan", attributes="bold"),
    ),
)

NONE = Palette(
    name="none",
    dark=True,
    background="default",
    panel="default",
    border="default",
    text=Ink(),
    dim=Ink(attributes="dim"),
    title=Ink(attributes="bold"),
    accent=Ink(attributes="bold"),
    focus=Ink(attributes="bold"),
    cursor=Ink(attributes="reverse bold"),
    cursor_blurred=Ink(attributes="bold"),
    rule=Ink(attributes="dim"),
    bar=Ink(attributes="dim"),
    key=Ink(attributes="bold"),
    error=Ink(attributes="bold"),
    person=Ink(attributes="underline"),
    organisation=Ink(attributes="underline"),
    place=Ink(attributes="underline"),
    group=Ink(attributes="underline"),
    other=Ink(attributes="underline"),
    figure=Ink(attributes="bold underline"),
    quote=Ink(attributes="italic"),
    current=Ink(attributes="bold"),
    difference=Ink(attributes="reverse"),
    find=Ink(attributes="reverse underline"),
    find_current=Ink(attributes="reverse bold underline"),
    agree=Ink(),
    differs=Ink(attributes="bold"),
    partial=Ink(),
    only=Ink(),
    sources=(Ink(attributes="bold"),) * 6,
)

PALETTES: dict[str, Palette] = {p.name: p for p in (DARK, LIGHT, HIGH_CONTRAST, ANSI, NONE)}


def palette(name: str) -> Palette:
    """The palette of a theme, by its own name or by that of the Textual theme made of it; unknown names give dark."""
    return PALETTES.get(name.removeprefix("reader-"), DARK)


@cache
def textual_themes() -> tuple[Theme, ...]:
    """Every palette as a Textual theme named ``reader-…``, to be registered by the app."""
    return tuple(_theme(p) for p in PALETTES.values())


def _theme(p: Palette) -> Theme:
    def colour(name: str, fallback: str = "default") -> str:
        name = name or fallback
        return name if name.startswith("#") else f"ansi_{name}"

    border, focus = colour(p.border), colour(p.focus.fg)
    variables = {
        "border": focus,
        "border-blurred": border,
        "block-cursor-foreground": colour(p.text.fg),
        "block-cursor-background": colour(p.cursor.bg),
        "block-cursor-blurred-foreground": colour(p.text.fg),
        "block-cursor-blurred-background": colour(p.cursor_blurred.bg),
        "reader-panel": colour(p.panel),
        "reader-dim": colour(p.dim.fg),
        "reader-border": border,
        "reader-focus": focus,
        "reader-cursor": colour(p.cursor.bg, p.background),
        "reader-current": colour(p.current.bg, p.background),
    }
    if not p.background.startswith("#"):  # the framework's own style sheets name these two in its ansi themes
        variables |= {"ansi-background": "ansi_default", "ansi-foreground": "ansi_default"}
    return Theme(
        name=f"reader-{p.name}",
        primary=colour(p.accent.fg),
        secondary=colour(p.person.fg),
        accent=colour(p.accent.fg),
        warning=colour(p.partial.fg),
        error=colour(p.error.fg),
        success=colour(p.agree.fg),
        foreground=colour(p.text.fg),
        background=colour(p.background),
        surface=colour(p.background),
        panel=colour(p.panel),
        boost=None if p.background.startswith("#") else colour(p.panel),
        dark=p.dark,
        ansi=not p.background.startswith("#"),
        text_alpha=1.0,
        variables=variables,
    )


class ColourOut(LineFilter):
    """The last filter before the screen in the theme without colour: takes every colour out, keeps all attributes.

    Textual's own filters do not: one turns colours to greys, the other sends "default colour" codes with every cell.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The same segments without colours."""
        return [
            Segment(text, style.without_color if style is not None else None, control)
            for text, style, control in segments
        ]
