"""Legible in numbers: contrast of every ink on every ground, with all colours and with 256."""

from __future__ import annotations

import pytest
from rich.color import Color, ColorSystem
from rich.terminal_theme import TerminalTheme

from reader.tui.themes import PALETTES, Ink, Palette, palette, textual_themes

_GROUNDS = ("cursor", "cursor_blurred", "current", "bar")
_KINDS = ("person", "organisation", "place", "group", "other")
_MARKS = ("figure", "quote", "current", "difference", "find", "find_current", "cursor")
_COLOURED = [p for p in PALETTES.values() if p.background.startswith("#")]
_XTERM = TerminalTheme((0, 0, 0), (0, 0, 0), [(0, 0, 0)])


def _rgb(colour: str, few: bool) -> tuple[int, int, int]:
    parsed = Color.parse(colour)
    if few:
        parsed = parsed.downgrade(ColorSystem.EIGHT_BIT)
    red, green, blue = parsed.get_truecolor(_XTERM)
    return red, green, blue


def _luminance(rgb: tuple[int, int, int]) -> float:
    parts = [c / 255 for c in rgb]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(fg: str, bg: str, few: bool = False) -> float:
    """WCAG's contrast ratio of two colours, optionally after both are cut to 256 colours."""
    light, dark = sorted((_luminance(_rgb(fg, few)), _luminance(_rgb(bg, few))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _pairs(p: Palette) -> list[tuple[str, str, str]]:
    grounds = {"background": p.background, "panel": p.panel} | {g: getattr(p, g).bg for g in _GROUNDS}
    pairs = []
    for name, ink in p.inks().items():
        if name == "rule":  # a thin line carries no text
            continue
        if ink.fg and ink.bg:
            pairs.append((name, ink.fg, ink.bg))
        elif ink.fg:
            pairs += [(f"{name} on {ground}", ink.fg, bg) for ground, bg in grounds.items()]
    return pairs


@pytest.mark.parametrize("few", [False, True], ids=["truecolor", "256"])
@pytest.mark.parametrize("p", _COLOURED, ids=lambda p: p.name)
def test_text_and_marks_stand_out_from_every_ground(p: Palette, few: bool) -> None:
    least = 7.0 if p.name == "high-contrast" else 4.5
    weak = {what: round(contrast(fg, bg, few), 2) for what, fg, bg in _pairs(p) if contrast(fg, bg, few) < least}
    assert weak == {}


@pytest.mark.parametrize("p", _COLOURED, ids=lambda p: p.name)
def test_sources_and_kinds_have_colours_of_their_own(p: Palette) -> None:
    assert len({ink.fg for ink in p.sources}) == 6
    assert len({getattr(p, kind).fg for kind in _KINDS}) == 5


@pytest.mark.parametrize("p", PALETTES.values(), ids=lambda p: p.name)
def test_no_mark_is_carried_by_colour_alone(p: Palette) -> None:
    """Names are underlined and figures bold everywhere; without colours all marks differ by their attributes."""
    assert all("underline" in getattr(p, kind).attributes for kind in _KINDS)
    assert "bold" in p.figure.attributes
    if p.name == "none":
        seen = [frozenset(getattr(p, mark).attributes.split()) for mark in (*_MARKS, "person")]
        assert len(set(seen)) == len(seen)
        assert all(not ink.fg and not ink.bg for ink in p.inks().values())


def test_ansi_uses_the_sixteen_only() -> None:
    for ink in palette("ansi").inks().values():
        for colour in (ink.fg, ink.bg):
            assert not colour or (Color.parse(colour).number or 0) < 16


def test_every_palette_is_a_textual_theme_that_generates_its_variables() -> None:
    themes = {t.name: t for t in textual_themes()}
    assert set(themes) == {f"reader-{name}" for name in PALETTES}
    for theme in themes.values():
        variables = theme.to_color_system().generate() | theme.variables
        assert variables["background"] and variables["reader-focus"]


def test_a_palette_is_found_by_either_name() -> None:
    assert palette("reader-light") is palette("light")
    assert palette("no such theme") is palette("dark")


def test_an_ink_is_a_rich_style() -> None:
    style = Ink("red", "black", "bold").style
    assert style.bold and style.color is not None and style.bgcolor is not None
    assert Ink().style.color is None
