from __future__ import annotations
from reader.analysis.reading import Reading
def find(reading: Reading) -> tuple: return ()
def assign(reading: Reading) -> tuple: return reading.quotes
