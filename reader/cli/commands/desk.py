"""``reader [PATH …]``: the desk."""

from __future__ import annotations

import argparse
import os


def run(args: argparse.Namespace) -> int:
    """Opens the desk; where there is no terminal to draw on, prints the comparison as text."""
    from reader.tui.launch import run as launch  # noqa: PLC0415 (Textual is imported as late as can be)
    from reader.tui.terminal import Options  # noqa: PLC0415

    options = Options(
        theme=args.theme, color=args.color, ascii=args.ascii, mouse=args.mouse,
        a11y=args.a11y or os.environ.get("READER_A11Y", "") not in ("", "0"), group=args.group,
    )  # fmt: skip
    return launch(args.paths, options)
