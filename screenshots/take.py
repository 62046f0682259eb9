"""Takes the pictures of this folder: drives the real desk on ``seeds/`` and saves what it shows as SVG.

    python screenshots/take.py [NAME …]      # all pictures, or those whose name holds one of the words

Every picture is taken with an empty home, so that nobody's settings or reading places are in it. With CairoSVG
installed, ``--png`` also writes each picture as a bitmap.
"""

# ruff: noqa: PLC0415 (nothing of the program may be imported before the home is an empty one)
from __future__ import annotations

import argparse
import asyncio
import io
import os
import re
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: the size of the screen, the theme, and the keys that lead to what it shows."""

    name: str
    size: tuple[int, int]
    theme: str
    keys: str


PICTURES = (
    Picture("desk-120x40", (120, 40), "dark", "3 g enter"),
    Picture("desk-200x60", (200, 60), "dark", "3 g enter"),
    Picture("desk-80x24-text", (80, 24), "dark", "3 g enter"),
    Picture("desk-80x24-compare", (80, 24), "dark", "3 g"),
    Picture("desk-light", (120, 40), "light", "3 g enter"),
    Picture("desk-high-contrast", (120, 40), "high-contrast", "3 g enter"),
    Picture("desk-ansi", (120, 40), "ansi", "3 g enter"),
    Picture("desk-no-colour", (120, 40), "none", "3 g enter"),
    Picture("find", (120, 40), "dark", "2 slash h o s t a g e s enter"),
    Picture("matrix-120x40", (120, 40), "dark", "M g"),
    Picture("matrix-80x24", (80, 24), "dark", "M g j j"),
    Picture("side-by-side-120x40", (120, 40), "dark", "v g ]"),
    Picture("side-by-side-200x60", (200, 60), "light", "v g ]"),
    Picture("timeline", (120, 40), "dark", "T g"),
    Picture("help", (120, 40), "dark", "3 question_mark"),
    Picture("palette", (120, 40), "dark", "2 colon s i d e"),
)
COMMAND_LINE = "command-line"


async def _desk(picture: Picture) -> str:
    """One picture of the desk as SVG."""
    from reader.tui.app import ReaderApp
    from reader.tui.terminal import Terminal
    from reader.workspace import Session

    session = Session.open([str(ROOT / "seeds")], state=False)
    app = ReaderApp(session, Terminal(theme=picture.theme, mouse=False))
    async with app.run_test(size=picture.size) as pilot:
        end = time.monotonic() + 60
        while session.comparison is None:
            if time.monotonic() > end:
                raise SystemExit(f"{picture.name}: the comparison never came")
            await pilot.pause(0.05)
        for _ in range(5):
            await pilot.pause(0.05)
        for key in picture.keys.split():
            await pilot.press(key)
            await pilot.pause()
        await pilot.pause()
        return app.export_screenshot(title="reader seeds")


def _command_line() -> str:
    """``reader compare seeds`` as it stands on a terminal, as SVG: its first lines."""
    from rich.console import Console

    from reader.cli import tables
    from reader.workspace import Session

    session = Session.open([str(ROOT / "seeds")], state=False)
    given = argparse.Namespace(color="truecolor", ascii=False, why=False, timeline=False)
    whole = Console(file=io.StringIO(), force_terminal=True, color_system="truecolor", width=100, highlight=False)
    tables.show_comparison(whole, session.compare(), given)
    file: Any = whole.file
    lines = file.getvalue().split("\n")[:44]
    shot = Console(record=True, width=100, file=io.StringIO(), force_terminal=True)
    from rich.text import Text

    shot.print(Text.from_ansi("\n".join(["$ reader compare seeds", *lines])))
    return shot.export_svg(title="reader compare seeds")


def _save(name: str, svg: str, png: bool) -> None:
    """Writes a picture; the fonts are those of whoever looks at it, nothing is fetched for it."""
    svg = re.sub(r"@font-face\s*\{.*?\}", "", svg, flags=re.DOTALL).replace("Fira Code", "DejaVu Sans Mono")
    (HERE / f"{name}.svg").write_text(svg, encoding="utf-8")
    print(f"screenshots/{name}.svg")
    if png:
        import cairosvg  # type: ignore[import-not-found, import-untyped, unused-ignore]

        cairosvg.svg2png(bytestring=svg.encode(), write_to=str(HERE / f"{name}.png"), output_width=1400)


def main(argv: Sequence[str]) -> None:
    """Takes the pictures asked for."""
    parser = argparse.ArgumentParser(description="Takes the pictures of this folder.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="words in the names of the pictures (default: all)")
    parser.add_argument("--png", action="store_true", help="write bitmaps too (needs CairoSVG)")
    args = parser.parse_args(argv)

    def wanted(name: str) -> bool:
        return not args.names or any(word in name for word in args.names)

    with tempfile.TemporaryDirectory() as home:
        for variable in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            os.environ[variable] = home
        os.environ.pop("NO_COLOR", None)
        os.environ |= {"TEXTUAL_ANIMATIONS": "none", "TEXTUAL_COLOR_SYSTEM": "truecolor"}
        sys.path.insert(0, str(ROOT))
        for picture in PICTURES:
            if wanted(picture.name):
                _save(picture.name, asyncio.run(_desk(picture)), args.png)
        if wanted(COMMAND_LINE):
            _save(COMMAND_LINE, _command_line(), args.png)


if __name__ == "__main__":
    main(sys.argv[1:])
