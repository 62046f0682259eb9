"""What users name on the command line becomes articles, and what cannot be read is said."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from reader.document.article import Section
from reader.ingest import NotFound, article_from_text, gather, letter


def write(folder: Path, name: str, data: str | bytes) -> str:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(path)


def test_scenario_5_the_inline_date_of_a_seed_is_metadata(seeds: Path) -> None:
    a, b, c = gather([str(seeds)]).articles
    assert a.text.startswith("The White House on Sunday (Nov 5) said")
    assert "date 2023-11-05" not in a.text
    assert (a.published, a.published_basis) == (date(2023, 11, 5), "inline")
    assert b.published is None and c.published is None


def test_scenario_6_an_article_without_a_headline_is_titled_by_its_first_sentence(seeds: Path) -> None:
    a = gather([str(seeds)]).articles[0]
    assert a.title_basis == "lead"
    assert a.title.startswith("The White House on Sunday") and a.title.endswith("…")
    assert a.text.startswith(a.title[:-1])
    assert a.text[len(a.title) - 1] in " ,", "cut at a word"


def test_what_stands_above_the_headline_is_no_title(tmp_path: Path) -> None:
    lines = ("https://news.example/flood", "Last updated: 3 February 2024 11:11 GMT", "By Maria Lindqvist")
    head = write(tmp_path, "a.txt", "\n\n".join((*lines, "Flood in Ghent", "The river rose on Monday.")) + "\n")
    (article,) = gather([head]).articles
    assert (article.title, article.title_basis) == ("Flood in Ghent", "headline")
    assert (article.published, article.published_basis) == (date(2024, 2, 3), "page")
    assert all(line in article.text for line in lines)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Updated: May 24, 2005, 3:23 PM ET", date(2005, 5, 24)),
        ("21 July 2013 Last updated at 11:11 GMT", date(2013, 7, 21)),
        ("Updated 3 May 2013. First published 1st May 2013", date(2013, 5, 1)),
        ("2013-09-09T11:25:00Z", date(2013, 9, 9)),
        ("Updated 31 Feb 2013", None),
        ("The bridge was opened on 4 May 1998.", None),
    ],
)
def test_a_page_that_says_when_it_was_published_is_dated(tmp_path: Path, line: str, day: date | None) -> None:
    (article,) = gather([write(tmp_path, "a.txt", f"Flood in Ghent\n\n{line}\n\nThe river rose on Monday.\n")]).articles
    assert article.published == day


def test_front_matter_header_lines_and_titles(tmp_path: Path) -> None:
    front = write(
        tmp_path,
        "a.md",
        "---\ntitle: Flood in Ghent\nsource: The Courier\ndate: 2024-02-03\n---\n\nThe *river* rose.\n",
    )
    head = write(
        tmp_path, "b.txt", "Title: Flood in Ghent\nSource: Evening Post\nDate: 3 February 2024\n\nThe river rose.\n"
    )
    mark = write(tmp_path, "c.md", "# River bursts its banks\n\nThe river **rose** on [Monday](http://x.example).\n")
    one, two, three = gather([front, head, mark]).articles
    assert (one.title, one.source, one.published, one.published_basis) == (
        "Flood in Ghent", "The Courier", date(2024, 2, 3), "front_matter",
    )  # fmt: skip
    assert one.text == "The river rose."
    assert (two.source, two.published, two.published_basis, two.text) == (
        "Evening Post", date(2024, 2, 3), "header", "The river rose.",
    )  # fmt: skip
    assert (three.title, three.title_basis) == ("River bursts its banks", "headline")
    assert three.text == "River bursts its banks\n\nThe river rose on Monday."
    assert three.sentences[0].section is Section.HEADLINE


def test_prose_that_begins_like_a_header_stays_prose(tmp_path: Path) -> None:
    text = "Date palms died in the drought. Source waters ran dry."
    assert gather([write(tmp_path, "a.txt", text)]).articles[0].text == text


def test_jsonl_keeps_ids_and_unknown_keys_and_numbers_its_bad_lines(tmp_path: Path) -> None:
    rows = [
        json.dumps(
            {"id": "x-1", "source": "Post", "published": "2024-01-02T08:00:00Z", "text": "One thing.", "desk": 7}
        ),
        "{broken",
        json.dumps({"title": "no text"}),
        json.dumps({"text": "Another thing.", "story": "s9"}),
    ]
    got = gather([write(tmp_path, "all.jsonl", "\n".join(rows))])
    assert [a.id for a in got.articles] == ["x-1", "B"]
    assert got.articles[0].extra == {"desk": 7}
    assert got.articles[0].published == date(2024, 1, 2)
    assert got.articles[1].story == "s9"
    assert [("line 2" in n, "line 3" in n) for n in got.notices] == [(True, False), (False, True)]


@pytest.mark.parametrize(
    ("data", "text", "said"),
    [
        ("Zürich hält".encode(), "Zürich hält", ""),
        (b"\xef\xbb\xbfThe end.", "The end.", ""),
        ("The café.".encode("utf-16"), "The café.", ""),
        ("The café “closed”.".encode("cp1252"), "The café “closed”.", "Windows-1252"),
        (b"One line.\r\nTwo lines.\r\n", "One line.\nTwo lines.", ""),
        (b"Bad \xff\x81 bytes.", "Bad �� bytes.", "unreadable bytes"),
    ],
)
def test_any_encoding_opens_and_a_guess_is_said(tmp_path: Path, data: bytes, text: str, said: str) -> None:
    got = gather([write(tmp_path, "a.txt", data)])
    assert got.articles[0].text == text
    assert said in " ".join(got.notices)
    assert bool(got.notices) == bool(said)


def test_what_cannot_be_read_is_said_and_the_rest_is_read(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "A fact.")
    write(tmp_path, "b.txt", "")
    write(tmp_path, "c.txt", bytes(range(256)) * 40)
    write(tmp_path, ".hidden.txt", "Not this.")
    write(tmp_path, "d.html", "<p>Later.</p>")
    got = gather([str(tmp_path)])
    assert [a.text for a in got.articles] == ["A fact."]
    assert any("b.txt: empty" in n for n in got.notices)
    assert any("c.txt: not a text" in n for n in got.notices)


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"gone\.txt"):
        gather([str(tmp_path / "gone.txt")])


def test_every_hostile_file_opens_or_is_said(shared: Path) -> None:
    for path in sorted((shared / "hostile" / "enc").iterdir()):
        got = gather([str(path)])
        assert got.articles or got.notices, path.name
        for article in got.articles:
            for sentence in article.sentences:
                assert sentence.span.of(article.text).strip()


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_a_plain_text_is_an_article() -> None:
    article = article_from_text("Rain fell. It stopped.", published=date(2024, 5, 1))
    assert article.published == date(2024, 5, 1)
    assert [s.span.of(article.text) for s in article.sentences] == ["Rain fell.", "It stopped."]
