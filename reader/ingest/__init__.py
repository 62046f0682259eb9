"""Outside bytes to articles: text, Markdown, JSON lines, standard input, folders."""

from reader.ingest.sources import Gathered, NotFound, article_from_text, articles, gather, letter

__all__ = ["Gathered", "NotFound", "article_from_text", "articles", "gather", "letter"]
