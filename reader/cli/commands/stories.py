"""``reader stories``: articles grouped by event."""

from __future__ import annotations

import argparse

from reader.cli.output import narrate, print_json
from reader.workspace import Session


def run(args: argparse.Namespace) -> int:
    """Prints the stories: a table, JSON, or a JSON line each."""
    session = Session.open(args.paths, group=args.group, state=False, backend=args.backend)
    for notice in session.notices:
        narrate(notice)
    stories = session.stories()
    rows = [{"id": s.id, "title": s.title, "why": s.why, "articles": list(s.articles)} for s in stories]
    if args.form == "jsonl":
        for row in rows:
            print_json(row)
    elif args.form == "json":
        print_json({"schema": "reader.stories/1", "stories": rows})
    else:
        from reader.cli.tables import console, show_stories  # noqa: PLC0415

        show_stories(console(args), stories, session)
    return 0
