"""One sitting over the sample and over what the user names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.document.span import Span
from reader.workspace import OpenError, Session


def test_nothing_named_opens_the_sample() -> None:
    session = Session.open([])
    assert session.sample
    assert [a.letter for a in session.articles] == ["A", "B", "C"]


def test_scenario_1_three_accounts_of_one_event_are_one_story(seeds: Path) -> None:
    session = Session.open([str(seeds)])
    assert [set(s.articles) for s in session.compare().stories] == [{"A", "B", "C"}]


@pytest.mark.parametrize(("name", "code"), [("gone.txt", 2), ("", 1)])
def test_what_cannot_be_opened(tmp_path: Path, name: str, code: int) -> None:
    with pytest.raises(OpenError) as caught:
        Session.open([str(tmp_path / name)])
    assert caught.value.exit_code == code
    assert str(caught.value).count("\n") == 0


def test_scenario_9_place_and_article_are_found_again(seeds: Path) -> None:
    session = Session.open([str(seeds)])
    session.keep_article("B")
    session.keep_place("B", 777)
    session.set_read("B", True)
    session.close()
    again = Session.open([str(seeds)])
    assert (again.last_article(), again.place("B"), again.is_read("B")) == ("B", 777, True)


def test_scenario_32_a_split_stays_and_can_be_undone(seeds: Path) -> None:
    session = Session.open([str(seeds)])
    fact = next(f for f in session.compare().stories[0].facts if len(f.reporting) == 3)
    own = {e.span for e in fact.report("B").evidence}

    def together(s: Session) -> bool:
        assert s.comparison is not None
        return any(
            own & {e.span for e in f.report("B").evidence}
            and {r.article for r in f.reporting} >= {"A", "B"}
            and f.title == fact.title
            for f in s.comparison.stories[0].facts
        )

    assert together(session)
    session.split(fact.id, "B")
    assert not together(session)
    session.close()
    again = Session.open([str(seeds)])
    again.compare()
    assert not together(again)
    assert again.undo() == "split undone"
    assert together(again)
    assert again.undo() is None


def test_a_join_by_hand_is_obeyed(seeds: Path) -> None:
    session = Session.open([str(seeds)])
    comparison = session.compare()
    fact = next(f for f in comparison.stories[0].facts if [r.article for r in f.reporting] == ["A"])
    target = session.article("C").sentences[-1].span
    session.join(fact.id, "C", target)
    own = fact.report("A").evidence[0].span
    assert session.comparison is not None
    assert any(
        own in {e.span for e in f.report("A").evidence}
        and any(e.span.overlaps(target) for e in (*f.report("C").evidence, *f.report("C").repeats))
        for f in session.comparison.stories[0].facts
    )


def test_newest_first_and_undated_last(tmp_path: Path) -> None:
    rows = [
        {"id": n, "published": p, "text": f"A thing happened in place {n}."}
        for n, p in (("x", "2024-01-01"), ("y", None), ("z", "2024-02-01"))
    ]
    path = tmp_path / "s.jsonl"
    path.write_text("\n".join(json.dumps(r) for r in rows))
    session = Session.open([str(path)])
    assert [a.id for a in session.articles] == ["z", "x", "y"]
    assert [a.id for a in session.in_order()] == ["x", "y", "z"]


def test_a_home_that_cannot_be_written_still_opens(seeds: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = home / "file"
    blocked.write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(blocked))
    session = Session.open([str(seeds)])
    assert any("cannot be kept" in n for n in session.notices)
    session.keep_place("A", 5)
    assert session.place("A") == 5


def test_spans_are_values() -> None:
    assert Span(1, 4).join(Span(3, 9)) == Span(1, 9)
    with pytest.raises(ValueError, match="not a span"):
        Span(4, 1)
