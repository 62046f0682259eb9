"""Dates and times: where they stand in a text and which day, month or year they mean.

``find`` is the step of the chain. ``resolve`` lends dates from one article of a story to another, ``render`` prints
them; ``calendar.bounds`` gives the first and last day of any ISO form that a mention carries.
"""

from __future__ import annotations

from reader.analysis.dates.finder import find, find_in

__all__ = ["find", "find_in"]
