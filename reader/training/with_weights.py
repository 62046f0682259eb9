"""The program with other weights of the alignment: ``python -m reader.training with_weights PATH compare …``.

For measuring stories by weights that were learnt without them. PATH is a file of weights, or the folder that
``alignment --left-out`` wrote: its ``index.json`` says which file a story is compared by.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from reader.analysis.reading import Reading
from reader.cli.main import run
from reader.comparison import alignment, weights
from reader.document.article import Article

INDEX = "index.json"


def main(argv: Sequence[str]) -> int:
    """Runs ``reader`` with the rest of the arguments."""
    path = Path(argv[0])
    files = json.loads((path / INDEX).read_text("utf-8")) if path.is_dir() else None
    align = alignment.align

    def by_its_own(readings: Sequence[Reading], *args: Any, **options: Any) -> alignment.Alignment:
        file = path / files[story_key(readings[0].article)] if files else path
        return align(readings, *args, models=_read(file), **options)

    alignment.align = by_its_own
    return run(list(argv[1:]))


def story_key(article: Article) -> str:
    """What ``index.json`` calls a story: its name, or the folder of its articles and a slash."""
    return article.story or f"{Path(article.path).parent.name}/"


@cache
def _read(path: Path) -> dict[str, weights.Model]:
    return weights.read(json.loads(path.read_text("utf-8")))
