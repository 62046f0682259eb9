"""Arguments to actions."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from reader import __version__


def run(argv: Sequence[str]) -> int:
    """Runs one command; returns the exit code."""
    parser = argparse.ArgumentParser(prog="reader")
    parser.add_argument("-V", "--version", action="version", version=f"reader {__version__}")
    sub = parser.add_subparsers(dest="command")
    for name in ("analyze", "compare", "stories"):
        p = sub.add_parser(name)
        p.add_argument("paths", nargs="*")
        p.add_argument("--json", action="store_true")
        p.add_argument("--jsonl", action="store_true")
        p.add_argument("--group")
        p.add_argument("--nearest", type=int, default=0)
        p.add_argument("--mentions", action="store_true")
    args = parser.parse_args(argv)
    from reader.analysis.chain import read, read_all  # noqa: PLC0415
    from reader.ingest import gather  # noqa: PLC0415
    from reader.workspace.forms import json_form  # noqa: PLC0415

    got = gather(args.paths)
    for notice in got.notices:
        print(f"reader: {notice}", file=sys.stderr)
    if args.command == "analyze":
        if args.jsonl:
            for a in got.articles:
                print(json.dumps(json_form.reading(read(a)), ensure_ascii=False))
            return 0
        print(json.dumps(json_form.analysis(*read_all(got.articles)), ensure_ascii=False))
        return 0
    from reader.comparison import compare  # noqa: PLC0415

    result = compare(*read_all(got.articles), given=args.group == "story", nearest=args.nearest)
    print(json.dumps(json_form.comparison(result, with_mentions=args.mentions, nearest=bool(args.nearest)), ensure_ascii=False))
    return 0
