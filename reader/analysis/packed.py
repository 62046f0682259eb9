"""Many weights by feature as compact JSON: in each table the features of one weight stand together.

A few hundred long strings are read four times as fast as tens of thousands of pairs.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

Weights = Mapping[str, Mapping[str, float]]
"""Tables of weights by feature; no feature holds a line end."""
Packed = dict[str, dict[str, str]]
"""Table -> weight -> its features, parted by line ends."""


def pack(tables: Weights) -> Packed:
    """The tables as they go into JSON."""
    packed: Packed = {}
    for name, table in tables.items():
        by_weight: dict[float, list[str]] = {}
        for feature in sorted(table):
            by_weight.setdefault(table[feature], []).append(feature)
        packed[name] = {f"{weight:g}": "\n".join(by_weight[weight]) for weight in sorted(by_weight)}
    return packed


def text(raw: Mapping[str, Any]) -> str:
    """A file that holds packed tables: one string a line, so that a change shows where it is."""
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":"), indent=0) + "\n"


def unpack(packed: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, float]]:
    """What ``pack`` made."""
    tables: dict[str, dict[str, float]] = {}
    for name, by_weight in packed.items():
        table = tables[name] = {}
        for weight, features in by_weight.items():
            table.update(dict.fromkeys(features.split("\n"), float(weight)))
    return tables
