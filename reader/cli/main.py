"""From arguments to an exit code: 0 done, 1 failed, 2 wrong use, 3 nothing to compare, 130 interrupted."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from reader.cli.arguments import parse
from reader.cli.output import narrate, prepare_streams


def run(argv: Sequence[str]) -> int:
    """Runs one command; returns the exit code. A closed pipe ends quietly."""
    prepare_streams()
    try:
        code = _dispatch(argv)
        sys.stdout.flush()
    except SystemExit as leave:  # argparse: help, version, wrong use
        return leave.code if isinstance(leave.code, int) else 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Python would complain once more when it flushes the closed stdout at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _dispatch(argv: Sequence[str]) -> int:
    args = parse(argv)
    from reader.workspace import OpenError  # noqa: PLC0415

    try:
        if args.command == "desk":
            from reader.cli.commands.desk import run as command  # noqa: PLC0415
        elif args.command == "compare":
            from reader.cli.commands.compare import run as command  # noqa: PLC0415
        elif args.command == "analyze":
            from reader.cli.commands.analyze import run as command  # noqa: PLC0415
        elif args.command == "stories":
            from reader.cli.commands.stories import run as command  # noqa: PLC0415
        else:
            from reader.cli.commands.machine import run as command  # noqa: PLC0415
        return command(args)
    except OpenError as error:
        narrate(str(error))
        return error.exit_code
