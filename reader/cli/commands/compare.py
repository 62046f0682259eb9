"""``reader compare``: how each source reports the same fact."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from reader.cli.output import narrate, print_json
from reader.workspace import Session

if TYPE_CHECKING:
    from reader.workspace.judging import EndpointJudge


def run(args: argparse.Namespace) -> int:
    """Prints the comparison; 3 if fewer than two sources were given."""
    session = Session.open(args.paths, group=args.group, state=False, backend=args.backend)
    for notice in session.notices:
        narrate(notice)
    judge = _judge(args) if args.judge else None
    comparison = session.compare(nearest=max(args.nearest, 1), judge=judge)
    if judge and judge.failed:
        narrate(f"{judge.failed}; compared without the judge")
    if args.form == "json":
        from reader.workspace.forms import json_form  # noqa: PLC0415

        print_json(json_form.comparison(comparison, with_mentions=args.mentions, nearest=args.nearest > 0))
    elif args.form:
        from importlib import import_module  # noqa: PLC0415

        from reader.workspace.gate import safe  # noqa: PLC0415

        form = {"md": "markdown", "csv": "csv", "html": "html", "plain": "plain"}[args.form]
        text = import_module(f"reader.workspace.forms.{form}_form").comparison(comparison)
        sys.stdout.write(safe(text))
    else:
        from reader.cli.tables import console, show_comparison, show_timeline  # noqa: PLC0415

        show = show_timeline if args.timeline else show_comparison
        show(console(args), comparison, args)
    if len(session.articles) < 2:
        narrate("one source: nothing to compare")
        return 3
    return 0


def _judge(args: argparse.Namespace) -> EndpointJudge:
    from reader.library.answers import Answers  # noqa: PLC0415
    from reader.settings import cache_directory  # noqa: PLC0415
    from reader.workspace.judging import EndpointJudge  # noqa: PLC0415

    return EndpointJudge(args.judge, args.judge_model, Answers(cache_directory() / "judge.db"))
