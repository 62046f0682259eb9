"""``python -m reader.training PART …``: makes the weights of one part again."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import reader.training


def main(argv: list[str]) -> int:
    """Runs ``main`` of the part that is named first."""
    parts = sorted(m.name for m in pkgutil.iter_modules(reader.training.__path__) if not m.name.startswith("_"))
    if not argv or argv[0] not in parts:
        print(f"python -m reader.training {{{','.join(parts)}}} …", file=sys.stderr)
        return 2
    module = importlib.import_module(f"reader.training.{argv[0]}")
    status: int = module.main(argv[1:])
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
