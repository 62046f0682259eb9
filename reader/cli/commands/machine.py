"""``reader bindings`` and ``reader paths``: the keys and the program's own places."""

from __future__ import annotations

import argparse

from reader.cli.output import print_json


def run(args: argparse.Namespace) -> int:
    """Prints the table of keys, or the directories."""
    if args.command == "paths":
        from reader.settings import cache_directory, config_file, state_directory  # noqa: PLC0415
        from reader.workspace.sample import sample_directory  # noqa: PLC0415

        rows = {
            "settings": str(config_file()),
            "state": str(state_directory()),
            "cache": str(cache_directory()),
            "sample": str(sample_directory()),
        }
        if args.json:
            print_json(rows)
        else:
            print("\n".join(f"{name:<8} {path}" for name, path in rows.items()))
        return 0
    from reader.tui.commands import COMMANDS  # noqa: PLC0415

    if args.json:
        print_json([{"id": c.id, "keys": list(c.keys), "title": c.title, "help": c.help} for c in COMMANDS])
    else:
        for c in COMMANDS:
            print(f"{c.id:<22} {' '.join(c.keys):<24} {c.title}")
    return 0
