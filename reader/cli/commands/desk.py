"""``reader [PATH …]``: the desk."""

from __future__ import annotations

import argparse
import os

from reader.cli.output import narrate


def run(args: argparse.Namespace) -> int:
    """Opens the desk; where there is no terminal to draw on, prints the comparison as text."""
    from reader.settings import SettingsError, config_file, load  # noqa: PLC0415
    from reader.tui.commands import COMMANDS  # noqa: PLC0415
    from reader.tui.launch import run as launch  # noqa: PLC0415 (Textual is imported as late as can be)
    from reader.tui.terminal import COLOR_CHOICES, Options  # noqa: PLC0415

    try:
        settings = load(config_file(), {c.id: c for c in COMMANDS})
        if settings.color not in COLOR_CHOICES:
            raise SettingsError(f"{config_file()}: color wants one of {', '.join(COLOR_CHOICES)}")
    except SettingsError as error:
        narrate(str(error))
        return 2
    options = Options(
        theme=args.theme or settings.theme,
        color=args.color if args.color != "auto" else settings.color,
        ascii=args.ascii or settings.ascii,
        mouse=args.mouse or settings.mouse,
        a11y=args.a11y or settings.a11y or os.environ.get("READER_A11Y", "") not in ("", "0"),
        group=args.group,
        keys=settings.keys,
    )
    return launch(args.paths, options)
