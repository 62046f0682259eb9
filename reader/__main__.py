"""``reader`` and ``python -m reader``."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs the command line and leaves with its exit code."""
    from reader.cli.main import run  # noqa: PLC0415 (importing this module must cost nothing)

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
