"""Makes the tagger of names again: ``python -m reader.training entities --data DIR [--clean] [--out FILE]``.

DIR holds ``ner_eww.train.jsonl`` and ``ner_clean_*.jsonl``; with ``--clean`` only the latter are learnt from. One core,
about ten minutes and 2 GB. Where ``ner_eww.dev.jsonl`` is there too, the model is measured on it, never trained.

The two sources draw the borders of names differently. Features of the clean texts are therefore given twice, once
under a name of their own: what only holds there is learnt there ("frustratingly easy domain adaptation", Daumé 2007).
The copies are left out of the shipped file.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pycrfsuite

from reader.analysis.entities.features import features
from reader.analysis.entities.tagger import MODEL
from reader.training.entities.data import Document, read
from reader.training.entities.measure import measure
from reader.training.entities.modelfile import slim

NEWS = "ner_eww.train.jsonl"
TEST = "ner_eww.dev.jsonl"
COPY = "~"
"""First letter of the features that only the clean texts have."""
L1, L2, ROUNDS, SMALLEST = 0.3, 0.02, 90, 0.12
"""Regularisation, rounds of L-BFGS, and the smallest weight that is shipped."""


def train(news: Iterable[Document], clean: Iterable[Document], out: Path, rounds: int = ROUNDS) -> None:
    """Learn a model from documents and write it; ``clean`` are copied features where there is news too."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    some_news = False
    for document in news:
        some_news = True
        _append(trainer, document, copies=False)
    for document in clean:
        _append(trainer, document, copies=some_news)
    trainer.set_params({"c1": L1, "c2": L2, "max_iterations": rounds, "feature.minfreq": 1})
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.crfsuite"
        trainer.train(str(whole))
        slim(whole, out, lambda attribute: not attribute.startswith(COPY), SMALLEST)


def _append(trainer: pycrfsuite.Trainer, document: Document, copies: bool) -> None:
    rows = features([tokens for tokens, _ in document.paragraphs])
    for items, (_, labels) in zip(rows, document.paragraphs, strict=True):
        trainer.append([row + [COPY + f for f in row] for row in items] if copies else items, labels)


def _documents(paths: Iterable[Path]) -> Iterator[Document]:
    for path in paths:
        yield from read(path)


def main(argv: Sequence[str] | None = None) -> int:
    """Trains, writes the file, and says what it scores where the test data is there."""
    parser = argparse.ArgumentParser(prog="python -m reader.training entities", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the folder of the training files")
    parser.add_argument("--clean", action="store_true", help="learn from the clearly licensed files alone")
    shipped = Path(__file__).parents[2] / "analysis" / "entities" / MODEL
    parser.add_argument(
        "--out", type=Path, default=shipped, metavar="FILE", help="the model to write (the shipped one)"
    )
    parser.add_argument("--rounds", type=int, default=ROUNDS, metavar="N", help=f"rounds of L-BFGS ({ROUNDS})")
    args = parser.parse_args(argv)
    clean = sorted(args.data.glob("ner_clean_*.jsonl"))
    news = [] if args.clean else [args.data / NEWS]
    if not clean or not all(path.is_file() for path in news):
        print(f"{args.data} holds no {NEWS if clean else 'ner_clean_*.jsonl'}", file=sys.stderr)
        return 2
    train(_documents(news), _documents(clean), args.out, args.rounds)
    print(f"{args.out}: {args.out.stat().st_size} bytes", file=sys.stderr)
    if (args.data / TEST).is_file():
        print(measure(list(read(args.data / TEST)), args.out))
    return 0
