"""How many of a sample of articles hold a stem: what tells a rare word from a common one where few articles are open.

The figures were counted over about two thousand English news articles and encyclopaedia pages; no text of theirs is
here. ``python -m reader.training stories`` makes them again.
"""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path


@cache
def weights() -> tuple[dict[str, float], float]:
    """How much each stem tells of the event of an article that holds it, and how much one tells that is not listed.

    The weight is the logarithm of the size of the sample over the number of its articles that hold the stem: 0 for
    one that all hold, 7 for one that none holds.
    """
    size, listed = 1, {}
    for line in Path(__file__).with_name("background.txt").read_text("utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        first, *stems = line.split(" ")
        if stems:
            listed.update(dict.fromkeys(stems, math.log((size + 1) / (int(first) + 0.5))))
        else:
            size = int(first)
    return listed, math.log((size + 1) / 1.5)
