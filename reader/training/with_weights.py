"""The program with other weights of the alignment: ``python -m reader.training with_weights FILE compare PATH…``.

For measuring stories by weights that were learnt without them (``alignment --left-out``).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from reader.cli.main import run
from reader.comparison import weights


def main(argv: Sequence[str]) -> int:
    """Runs ``reader`` with the rest of the arguments."""
    made = weights.read(json.loads(Path(argv[0]).read_text("utf-8")))
    shipped = weights.load
    weights.load = lambda name: made if name == "alignment" else shipped(name)  # type: ignore[assignment]
    return run(list(argv[1:]))
