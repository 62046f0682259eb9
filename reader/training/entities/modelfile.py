"""Rewrites a CRFsuite model file without the weights that the program does not need.

CRFsuite can train but not edit. What is left out here: features that exist for training alone, and weights too small to
matter. The layout is the one of ``crf1d_model.c`` and ``cqdb.c`` of CRFsuite 0.12 (Okazaki 2007): little-endian chunks
``lCRF`` (header), ``FEAT`` (type, source, target, weight), two ``CQDB`` tables (labels, attributes) and the lists of
features of each label (``LFRF``) and attribute (``AFRF``).
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

_HEADER = struct.Struct("<4sI4s9I")
_FEATURE = struct.Struct("<3Id")
_CHUNK = struct.Struct("<4s2I")
_TABLE = struct.Struct("<4s5I")
_U32 = 0xFFFFFFFF
_TABLES = 256
_BYTE_ORDER = 0x62445371


class Feature(NamedTuple):
    """``kind`` 0: ``source`` is an attribute; 1: ``source`` is the label before. ``target`` is a label."""

    kind: int
    source: int
    target: int
    weight: float


class Model(NamedTuple):
    """A model's features, and the texts of its labels and attributes by number."""

    features: list[Feature]
    labels: list[str]
    attributes: list[str]


def slim(source: Path, target: Path, keep: Callable[[str], bool], smallest: float) -> tuple[int, int]:
    """Write ``source`` to ``target`` with only the attributes that ``keep`` wants and weights of at least ``smallest``.

    Returns the number of features and of attributes that are left. Transitions between labels all stay.
    """
    model = read(source.read_bytes())
    wanted = [f for f in model.features if f.kind or (abs(f.weight) >= smallest and keep(model.attributes[f.source]))]
    used = sorted({f.source for f in wanted if not f.kind})
    number = {old: new for new, old in enumerate(used)}
    features = [f if f.kind else f._replace(source=number[f.source]) for f in wanted]
    attributes = [model.attributes[old] for old in used]
    target.write_bytes(write(Model(features, model.labels, attributes)))
    return len(features), len(attributes)


def read(data: bytes) -> Model:
    """A model from the bytes of its file."""
    magic, _, kind, _, _, labels, attributes, features_at, labels_at, attributes_at, _, _ = _HEADER.unpack_from(data)
    if (magic, kind) != (b"lCRF", b"FOMC"):
        raise ValueError("not a CRFsuite model")
    _, _, count = _CHUNK.unpack_from(data, features_at)
    begin = features_at + _CHUNK.size
    features = [Feature(*_FEATURE.unpack_from(data, begin + i * _FEATURE.size)) for i in range(count)]
    return Model(features, _texts(data, labels_at, labels), _texts(data, attributes_at, attributes))


def _texts(data: bytes, at: int, count: int) -> list[str]:
    backward_at = _TABLE.unpack_from(data, at)[5]
    texts = []
    for (record,) in struct.iter_unpack("<I", data[at + backward_at : at + backward_at + 4 * count]):
        _, size = struct.unpack_from("<2I", data, at + record)
        texts.append(data[at + record + 8 : at + record + 8 + size - 1].decode())
    return texts


def write(model: Model) -> bytes:
    """The bytes of a model's file."""
    body = bytearray(_HEADER.size)
    features_at = len(body)
    body += _CHUNK.pack(b"FEAT", _CHUNK.size + len(model.features) * _FEATURE.size, len(model.features))
    for feature in model.features:
        body += _FEATURE.pack(*feature)
    places = [features_at]
    for texts in (model.labels, model.attributes):
        _align(body)
        places.append(len(body))
        body += _table(texts)
    for magic, kind, count in ((b"LFRF", 1, len(model.labels) + 2), (b"AFRF", 0, len(model.attributes))):
        _align(body)
        places.append(len(body))
        body += _references(magic, len(body), model.features, kind, count)
    numbers = (len(model.features), len(model.labels), len(model.attributes))
    body[: _HEADER.size] = _HEADER.pack(b"lCRF", len(body), b"FOMC", 100, *numbers, *places)
    return bytes(body)


def _align(body: bytearray) -> None:
    body += bytes(-len(body) % 4)


def _references(magic: bytes, at: int, features: Sequence[Feature], kind: int, count: int) -> bytes:
    """For each source, the numbers of its features; offsets count from the begin of the file."""
    lists: list[list[int]] = [[] for _ in range(count)]
    for number, feature in enumerate(features):
        if feature.kind == kind:
            lists[feature.source].append(number)
    head = _CHUNK.size + 4 * count
    offsets, rest = [], bytearray()
    for numbers in lists:
        offsets.append(at + head + len(rest))
        rest += struct.pack(f"<{len(numbers) + 1}I", len(numbers), *numbers)
    return _CHUNK.pack(magic, head + len(rest), count) + struct.pack(f"<{count}I", *offsets) + bytes(rest)


def _table(texts: Sequence[str]) -> bytes:
    """A constant database: 256 hash tables from text to number, and the places of the texts by number."""
    head = _TABLE.size + 8 * _TABLES
    records, places = bytearray(), []
    buckets: list[list[tuple[int, int]]] = [[] for _ in range(_TABLES)]
    for number, text in enumerate(texts):
        raw = text.encode() + b"\0"
        places.append(head + len(records))
        hashed = lookup3(raw)
        buckets[hashed % _TABLES].append((hashed, places[-1]))
        records += struct.pack("<2I", number, len(raw)) + raw
    tables, refs = bytearray(), bytearray()
    begin = head + len(records)
    for bucket in buckets:
        refs += struct.pack("<2I", begin + len(tables) if bucket else 0, 2 * len(bucket))
        tables += _slots(bucket)
    backward = struct.pack(f"<{len(places)}I", *places)
    backward_at = begin + len(tables)
    size = backward_at + len(backward)
    top = _TABLE.pack(b"CQDB", size, 0, _BYTE_ORDER, len(places), backward_at)
    return top + bytes(refs) + bytes(records) + bytes(tables) + backward


def _slots(bucket: Iterable[tuple[int, int]]) -> bytes:
    """One hash table, twice as large as its entries, with linear probing."""
    entries = list(bucket)
    slots = [(0, 0)] * (2 * len(entries))
    for hashed, place in entries:
        at = (hashed >> 8) % len(slots)
        while slots[at][1]:
            at = (at + 1) % len(slots)
        slots[at] = hashed, place
    return b"".join(struct.pack("<2I", *slot) for slot in slots)


def lookup3(key: bytes) -> int:
    """Bob Jenkins' hash ``hashlittle`` of 2006, with 0 as its start value."""
    a = b = c = (0xDEADBEEF + len(key)) & _U32
    at = 0
    while len(key) - at > 12:
        x, y, z = struct.unpack_from("<3I", key, at)
        a, b, c = _mix((a + x) & _U32, (b + y) & _U32, (c + z) & _U32)
        at += 12
    if len(key) == at:
        return c
    x, y, z = struct.unpack("<3I", key[at:] + bytes(12 - (len(key) - at)))
    return _final((a + x) & _U32, (b + y) & _U32, (c + z) & _U32)


def _turn(value: int, by: int) -> int:
    return ((value << by) | (value >> (32 - by))) & _U32


def _mix(a: int, b: int, c: int) -> tuple[int, int, int]:
    for by in (4, 6, 8, 16, 19, 4):
        a = ((a - c) & _U32) ^ _turn(c, by)
        c = (c + b) & _U32
        a, b, c = b, c, a
    return a, b, c


def _final(a: int, b: int, c: int) -> int:
    for by in (14, 11, 25, 16, 4, 14, 24):
        c = ((c ^ b) - _turn(b, by)) & _U32
        a, b, c = b, c, a
    return b
