"""``reader analyze``: what is marked in each article."""

from __future__ import annotations

import argparse

from reader.cli.output import narrate, print_json
from reader.workspace import Session


def run(args: argparse.Namespace) -> int:
    """Prints mentions and attributions: JSON, a JSON line each, or marked text."""
    session = Session.open(args.paths, group=args.group, state=False, backend=args.backend)
    for notice in session.notices:
        narrate(notice)
    from reader.workspace.forms import json_form  # noqa: PLC0415

    if args.form == "jsonl":
        for article in session.in_order():
            print_json(json_form.reading(session.read_alone(article)))
        return 0
    readings, entities = session.read_all()
    if args.form == "json":
        print_json(json_form.analysis(readings, entities))
        return 0
    from reader.cli.marked import show_reading  # noqa: PLC0415
    from reader.cli.tables import console  # noqa: PLC0415

    screen = console(args)
    for reading in readings:
        show_reading(screen, reading, entities)
    return 0
