"""One sitting: the articles that were opened, their readings, their comparison, and what is remembered of them.

Both front ends call this and nothing below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from threading import RLock
from typing import TYPE_CHECKING

from reader.analysis.reading import Entity, Reading
from reader.comparison.model import Comparison, Correction, Fact, Story
from reader.document.article import Article
from reader.document.span import Span
from reader.ingest import NotFound, gather
from reader.library.state import State, StateUnavailable
from reader.settings import state_directory
from reader.workspace.sample import sample_directory

if TYPE_CHECKING:
    from reader.analysis.chain import Step
    from reader.workspace.judging import Judge


class OpenError(Exception):
    """Nothing could be opened; the message is one plain sentence for the user, ``exit_code`` what to leave with."""

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code


class Session:
    """The articles of one sitting. Methods may be called from several threads."""

    def __init__(
        self, articles: Sequence[Article], *, notices: Sequence[str] = (), sample: bool = False,
        given: bool = False, state: State | None = None, chain: Sequence[Step] | None = None,
    ) -> None:  # fmt: skip
        self.articles = tuple(sorted(articles, key=_newest_first))
        self.notices = tuple(notices)
        self.sample = sample
        self.comparison: Comparison | None = None
        self._given = given
        self._chain = chain
        self._state = state or State(None)
        self._by_id = {a.id: a for a in self.articles}
        self._by_digest = {a.digest: a for a in reversed(self.articles)}
        self._readings: dict[str, Reading] = {}
        self._joined: tuple[tuple[Reading, ...], tuple[Entity, ...]] | None = None
        self._lock = RLock()

    @classmethod
    def open(
        cls, paths: Sequence[str], *, group: str | None = None, state: bool = True, backend: str | None = None
    ) -> Session:
        """Reads what the paths name; with no path, the bundled sample.

        :param group: ``"story"`` takes each article's given story instead of grouping.
        :param state: False keeps nothing on disk (the command line's one-off commands).
        :param backend: another finder of names, such as ``"spacy:en_core_web_sm"``.
        :raises OpenError: a path or backend does not exist (exit code 2) or nothing could be read (1).
        """
        sample = not paths
        named = [str(sample_directory())] if sample else list(paths)
        try:
            got = gather(named)
        except NotFound as error:
            raise OpenError(f"no such file: {error}", 2) from error
        except OSError as error:
            raise OpenError(f"cannot read {error.filename}: {error.strerror}", 1) from error
        if not got.articles:
            raise OpenError("; ".join(got.notices) or f"nothing readable in {', '.join(named)}", 1)
        notices = list(got.notices)
        chain = _chain(backend) if backend else None
        kept: State | None = None
        if state:
            try:
                kept = State(state_directory() / "state.db")
            except StateUnavailable as error:
                notices.append(str(error))
        return cls(got.articles, notices=notices, sample=sample, given=group == "story", state=kept, chain=chain)

    def close(self) -> None:
        """Closes the state file; what was kept is on disk before this."""
        self._state.close()

    # -- reading ------------------------------------------------------------------------------------------------

    def article(self, article_id: str) -> Article:
        """An article by its id."""
        return self._by_id[article_id]

    def reading(self, article_id: str) -> Reading:
        """What one article says; made on first use, entities joined over all articles once ``compare`` has run."""
        with self._lock:
            if self.comparison and article_id in self.comparison.readings:
                return self.comparison.readings[article_id]
            if article_id not in self._readings:
                self._readings[article_id] = self._read(self._by_id[article_id])
            return self._readings[article_id]

    def in_order(self) -> list[Article]:
        """The articles in the order of their letters: as they were named."""
        return sorted(self.articles, key=lambda a: (len(a.letter), a.letter))

    def stories(self) -> tuple[Story, ...]:
        """The articles grouped by event, without facts."""
        from reader.comparison import group  # noqa: PLC0415

        readings, _ = self.read_all()
        return group(readings, given=self._given, corrections=self._corrections())

    def entities(self) -> tuple[Entity, ...]:
        """The entities joined over all articles; empty before ``compare`` has run."""
        return self.comparison.entities if self.comparison else ()

    # -- comparing ----------------------------------------------------------------------------------------------

    def compare(self, nearest: int = 1, judge: Judge | None = None) -> Comparison:
        """Compares all articles; slow the first time (run it in a worker), quick after a correction.

        :param judge: decides about pairs in doubt; a correction by hand always wins over it.
        """
        from reader.comparison import compare  # noqa: PLC0415

        readings, entities = self.read_all()
        corrections = self._corrections()
        result = compare(readings, entities, given=self._given, corrections=corrections, nearest=nearest)
        if judge is not None:
            from reader.workspace.judging import decisions  # noqa: PLC0415 (only for those who named a judge)

            corrections = [*decisions(result, judge), *corrections]
            result = compare(readings, entities, given=self._given, corrections=corrections, nearest=nearest)
        with self._lock:
            self.comparison = result
        return result

    def read_all(self) -> tuple[tuple[Reading, ...], tuple[Entity, ...]]:
        """All readings in the order of the letters, with the entities joined over them."""
        from reader.analysis.linking import link  # noqa: PLC0415

        if self._joined is None:
            with self._lock:
                known = dict(self._readings)
            self._joined = link([known.get(a.id) or self._read(a) for a in self.in_order()])
        return self._joined

    def _read(self, article: Article) -> Reading:
        from reader.analysis.chain import CHAIN, read  # noqa: PLC0415 (not before the first paint)

        return read(article, self._chain or CHAIN)

    def read_alone(self, article: Article) -> Reading:
        """One article's reading with its entities joined within it, kept nowhere."""
        from reader.analysis.linking import link  # noqa: PLC0415

        return link([self._read(article)])[0][0]

    def _corrections(self) -> list[Correction]:
        return [c for c in self._state.corrections() if c.a in self._by_digest and c.b in self._by_digest]

    def story_of(self, article_id: str) -> Story | None:
        """The story an article belongs to, once compared."""
        stories = self.comparison.stories if self.comparison else ()
        return next((s for s in stories if article_id in s.articles), None)

    def split(self, fact_id: str, article_id: str) -> Comparison:
        """Decides that one article's report is not the same fact as the others of the row; compares again."""
        fact = self._fact(fact_id, article_id)
        own = [e.claim for e in fact.report(article_id).evidence]
        rest = [(r.article, e.claim) for r in fact.reporting if r.article != article_id for e in r.evidence]
        self._correct("split", article_id, own, rest)
        return self.compare()

    def join(self, fact_id: str, article_id: str, span: Span) -> Comparison:
        """Decides that a passage of an article reports a fact too; compares again."""
        fact = self._fact(fact_id, article_id)
        rest = [(r.article, r.evidence[0].claim) for r in fact.reporting if r.article != article_id]
        self._correct("join", article_id, [span], rest)
        return self.compare()

    def undo(self) -> str | None:
        """Takes back the last correction and compares again; what was undone in words, or None."""
        undone = self._state.undo(set(self._by_digest))
        if not undone:
            return None
        self.compare()
        return "split undone" if undone[0].kind == "split" else "join undone"

    def _correct(self, kind: str, article_id: str, own: Sequence[Span], rest: Sequence[tuple[str, Span]]) -> None:
        mine = self._by_id[article_id].digest
        made = [Correction(kind, mine, span, self._by_id[other].digest, o) for span in own for other, o in rest]
        if made:
            self._state.add_corrections(made)

    def _fact(self, fact_id: str, article_id: str) -> Fact:
        story = self.story_of(article_id)
        fact = next((f for f in story.facts if f.id == fact_id), None) if story else None
        if fact is None:
            raise KeyError(fact_id)
        return fact

    # -- what is remembered -------------------------------------------------------------------------------------

    def place(self, article_id: str) -> int | None:
        """The offset that was on top when the article was left."""
        return self._state.place(self._by_id[article_id].digest)

    def keep_place(self, article_id: str, offset: int) -> None:
        """Remembers the offset on top of an article."""
        self._keep(lambda digest: self._state.keep_place(digest, offset), article_id)

    def cursor(self, article_id: str) -> int | None:
        """The offset that the reader was at when the article was left; it may stand below the top."""
        return self._state.cursor(self._by_id[article_id].digest)

    def keep_cursor(self, article_id: str, offset: int) -> None:
        """Remembers the offset that the reader is at."""
        self._keep(lambda digest: self._state.keep_cursor(digest, offset), article_id)

    def last_article(self) -> str | None:
        """The id of the article that was opened last, if it is among these."""
        found = next((d for d in self._state.opened() if d in self._by_digest), None)
        return self._by_digest[found].id if found else None

    def keep_article(self, article_id: str) -> None:
        """Remembers that an article was opened."""
        self._keep(self._state.keep_opened, article_id)

    def is_read(self, article_id: str) -> bool:
        """Was it read?"""
        return self._state.is_read(self._by_id[article_id].digest)

    def set_read(self, article_id: str, read: bool) -> None:
        """Marks it as read or unread."""
        self._keep(lambda digest: self._state.set_read(digest, read), article_id)

    def is_starred(self, article_id: str) -> bool:
        """Is it starred?"""
        return self._state.is_starred(self._by_id[article_id].digest)

    def set_starred(self, article_id: str, starred: bool) -> None:
        """Stars it or takes the star away."""
        self._keep(lambda digest: self._state.set_starred(digest, starred), article_id)

    def _keep(self, keep: object, article_id: str) -> None:
        """A mark that cannot be kept (disk full, read-only home) must not stop the reading: it is noted once."""
        try:
            keep(self._by_id[article_id].digest)  # type: ignore[operator]
        except StateUnavailable as error:
            if str(error) not in self.notices:
                self.notices = (*self.notices, str(error))


def _chain(backend: str) -> tuple[Step, ...]:
    from reader.analysis.backends import BackendUnavailable, chain_with  # noqa: PLC0415 (most never ask for one)

    try:
        return chain_with(backend)
    except BackendUnavailable as error:
        raise OpenError(str(error), 2) from error


def _newest_first(article: Article) -> tuple[int, int, str]:
    day = article.published.toordinal() if article.published else 0
    return -day, len(article.letter), article.letter
