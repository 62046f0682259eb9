"""What several articles say of the same thing: stories, facts, differences. Pure: frozen input, frozen result."""

from reader.comparison.compare import compare, group

__all__ = ["compare", "group"]
