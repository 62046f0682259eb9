"""An optional judge of doubtful pairs: off unless the user names an endpoint, asked only about what is in doubt.

Nothing leaves the machine unless the user names where to. Every join that a judge decided says so in its reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Protocol

from reader.comparison.model import Comparison, Correction, Fact
from reader.document.span import Span
from reader.ingest.fetch import FetchError, post_json
from reader.library.answers import Answers

QUESTION = (
    "Two newspapers report on the same event. Do these two passages report the same single fact (the same thing that "
    "happened, was said, is counted or is planned), even if details differ? Answer with one word: yes or no."
)


class Judge(Protocol):
    """Says whether two passages report one fact; None: it does not know or cannot be asked."""

    name: str

    def same_fact(self, a: str, b: str) -> bool | None:
        """Do two passages report one fact?"""


class EndpointJudge:
    """A language model behind an OpenAI-compatible address, its answers cached."""

    def __init__(self, address: str, model: str, answers: Answers, timeout: float = 60.0) -> None:
        """``address`` is the base, such as ``http://localhost:11434/v1``; ``timeout`` is in seconds a question."""
        self.name = model
        self.failed: str | None = None
        self.asked = 0
        self._url = address.rstrip("/") + "/chat/completions"
        self._answers = answers
        self._timeout = timeout

    def same_fact(self, a: str, b: str) -> bool | None:
        """Asks once for each pair, whichever way round; after a failure it asks no more."""
        first, second = sorted((a, b))
        key = sha256("\0".join((self._url, self.name, QUESTION, first, second)).encode("utf-8", "replace")).hexdigest()
        if (known := self._answers.get(key)) is not None:
            return known
        if self.failed:
            return None
        said = self._ask(first, second)
        if said is not None:
            self._answers.put(key, said)
        return said

    def _ask(self, first: str, second: str) -> bool | None:
        payload = {
            "model": self.name,
            "temperature": 0,
            "messages": [
                {"role": "system", "content": QUESTION},
                {"role": "user", "content": f"Passage 1: {first}\n\nPassage 2: {second}"},
            ],
        }
        self.asked += 1
        try:
            words = str(post_json(self._url, payload, self._timeout)["choices"][0]["message"]["content"])
        except FetchError as error:
            self.failed = str(error)
            return None
        except (KeyError, IndexError, TypeError):
            self.failed = "the judge does not answer as an OpenAI-compatible endpoint does"
            return None
        word = words.strip().lower().strip("*\"'`.! ")
        return True if word.startswith("yes") else False if word.startswith("no") else None


def decisions(comparison: Comparison, judge: Judge) -> list[Correction]:
    """What a judge decides about the passages that may report a fact: joins and splits marked as its own."""
    out: list[Correction] = []
    for story in comparison.stories:
        for fact in story.facts:
            for possible in fact.possibly:
                article = comparison.readings[possible.article].article
                for other, span in _one_each(fact, possible.article):
                    theirs = comparison.readings[other].article
                    said = judge.same_fact(possible.span.of(article.text), span.of(theirs.text))
                    if said is not None:
                        kind = "join" if said else "split"
                        out.append(
                            Correction(kind, article.digest, possible.span, theirs.digest, span, f"judge {judge.name}")
                        )
    return out


def _one_each(fact: Fact, article: str) -> Sequence[tuple[str, Span]]:
    """The best sentence of the first source that reports a fact, other than the passage's own."""
    return [(r.article, r.evidence[0].span) for r in fact.reporting if r.article != article][:1]
