"""Counts how many articles of a sample hold each stem: ``python -m reader.training background --data DIR``.

DIR holds ``extract/``. Only stems that ``LEAST`` articles hold are kept, so that no figure leads back to one article.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import reader.comparison.stories
from reader.comparison import words

TOKENS = ("ner_eww.train", "ner_clean_gum", "ner_clean_wikigold", "ner_clean_meantime", "ner_clean_re3d")
TEXTS = ("quotes_polnear.train",)
LEAST = 3

HEAD = """# How many of a sample of articles hold a stem; made by `python -m reader.training background`.
# First the size of the sample, then a line for each count: the count and the stems of that many articles.
"""


def articles(folder: Path) -> Iterator[str]:
    """The texts of the sample."""
    for name in TOKENS:
        for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines():
            yield "\n".join(s["t"] for s in json.loads(line)["s"])
    for name in TEXTS:
        for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines():
            yield json.loads(line)["text"]


def main(argv: list[str]) -> int:
    """Counts and writes the file."""
    parser = argparse.ArgumentParser(prog="python -m reader.training background", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the folder that holds extract/")
    home = Path(reader.comparison.stories.__file__).parent
    parser.add_argument("--out", type=Path, default=home / "background.txt", metavar="FILE")
    args = parser.parse_args(argv)
    holders: Counter[str] = Counter()
    size = 0
    for text in articles(args.data / "extract"):
        size += 1
        holders.update(set(words.stems(words.tokens(text))))
    lines: dict[int, list[str]] = defaultdict(list)
    for stem, count in sorted(holders.items()):
        if count >= LEAST:
            lines[count].append(stem)
    body = "".join(f"{count} {' '.join(stems)}\n" for count, stems in sorted(lines.items(), reverse=True))
    args.out.write_text(f"{HEAD}{size}\n{body}", encoding="utf-8")
    print(f"{sum(map(len, lines.values()))} stems of {size} articles, {args.out.stat().st_size} bytes")
    return 0
