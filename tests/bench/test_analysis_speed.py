"""What reading an article costs in processor time, as ratios within one run: a machine's speed is nobody's business."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow

ROUNDS = 5
_ARTICLE = "open('seeds/001_0c5923f2df89017a.txt').read() + open('seeds/002_05aa9798ff61304d.txt').read()[:500]"


def measure(code: str) -> dict[str, float]:
    """Runs a script in a fresh interpreter; it prints one JSON object."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


IMPORT_SPACY = """
import json, time
start = time.process_time()
import spacy
spacy.blank("en")
print(json.dumps({"import": time.process_time() - start}))
"""

READ = f"""
import json, resource, time
memory = lambda: int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize() / 1e6
import reader.ingest
article = reader.ingest.article_from_text({_ARTICLE})
short = reader.ingest.article_from_text("Mr Smith said on Monday that 12 ships left Lagos.")
before = memory()
start = time.process_time()
from reader.analysis.chain import read
read(short)
loaded = time.process_time() - start
read(article)
times = []
for _ in range(30):
    start = time.process_time()
    read(article)
    times.append(time.process_time() - start)
words = len(article.text.split())
best = min(times)
print(json.dumps({{"load": loaded, "warm": best, "per600": best * 600 / words, "memory": memory() - before}}))
"""


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    """The best of several rounds, taken in turn so that a slow minute hits both."""
    spacy, ours = [], []
    for _ in range(ROUNDS):
        spacy.append(measure(IMPORT_SPACY))
        ours.append(measure(READ))
    best = {k: min(o[k] for o in ours) for k in ours[0]}
    best["spacy"] = min(s["import"] for s in spacy)
    print({k: round(v, 4) for k, v in best.items()})
    return best


def test_importing_and_loading_is_a_fourth_of_importing_spacy_at_most(figures: dict[str, float]) -> None:
    # The goal is 60 ms where importing spaCy takes 600; on a quiet machine 68 to 640 are measured, but beside other
    # programs reading many small files suffers more than one large import: up to a sixth was seen.
    assert figures["load"] <= figures["spacy"] / 4


def test_an_article_of_600_words_takes_a_tenth_of_importing_spacy_at_most(figures: dict[str, float]) -> None:
    assert figures["per600"] <= figures["spacy"] / 10


def test_it_adds_twenty_megabytes_at_most(figures: dict[str, float]) -> None:
    assert figures["memory"] <= 20
