"""The command line as users and scripts meet it."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.run import reader
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def compared() -> dict[str, Any]:
    done = reader("compare", str(ROOT / "seeds"), "--json", "--mentions", "--nearest", "2")
    assert (done.returncode, done.stderr) == (0, "")
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def test_scenario_4_help_version_and_a_missing_file() -> None:
    assert reader("--help").returncode == 0
    assert re.fullmatch(r"reader \d+\.\d+\.\d+\n", reader("-V").stdout)
    gone = reader("nofile")
    assert (gone.returncode, gone.stdout) == (2, "")
    assert gone.stderr == "reader: no such file: nofile\n"


@pytest.mark.parametrize("command", ["compare", "analyze", "stories", "bindings", "paths"])
def test_every_command_has_help_with_an_example(command: str) -> None:
    done = reader(command, "--help")
    assert done.returncode == 0
    assert f"example: reader {command}" in done.stdout


@pytest.mark.parametrize(
    "args",
    [["compare", "--nearest", "many", "x"], ["--colour"], ["compare", "--json", "--md", "x"], ["--color", "red"]],
)
def test_wrong_use_is_one_sentence_and_exit_2(args: list[str]) -> None:
    done = reader(*args)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "--help" in done.stderr


def test_scenario_30_every_quotation_is_in_its_file(compared: dict[str, Any]) -> None:
    articles = {a["id"]: a for a in compared["articles"]}
    checked = 0
    for fact in compared["stories"][0]["facts"]:
        title = fact["title_from"]
        source = articles[title["article"]]["text"]
        assert " ".join(source[title["start"] : title["end"]].split()).startswith(fact["title"].rstrip("…").strip())
        for report in fact["reports"]:
            text = articles[report["article"]]["text"]
            file = Path(articles[report["article"]]["path"]).read_text(encoding="utf-8")
            for e in [*report.get("evidence", []), *report.get("repeats", [])]:
                assert text[e["start"] : e["end"]] == e["text"]
                assert e["text"] in file
                checked += 1
            for figure in report.get("figures", []):
                assert figure["counted"] is None or figure["counted"] in text
            if report.get("speaker"):
                assert report["speaker"]["text"] in text
    assert checked > 40


def test_scenario_34_the_json_is_versioned_stable_and_complete(compared: dict[str, Any]) -> None:
    again = json.loads(reader("compare", str(ROOT / "seeds"), "--json", "--mentions", "--nearest", "2").stdout)
    assert again == compared
    assert compared["schema"] == "reader.comparison/1"
    story = compared["stories"][0]
    for fact in story["facts"]:
        assert {"id", "title", "importance", "verdict", "differences", "same_wording", "reports"} <= fact.keys()
        assert [r["article"] for r in fact["reports"]] == story["articles"]
        reporting = [r for r in fact["reports"] if r["status"] == "reports"]
        assert fact["verdict"] in {"agree", "differs", "partial", "only"}
        assert (fact["verdict"] == "only") == (len(reporting) == 1)
        for report in reporting:
            assert {"evidence", "repeats", "figures", "speaker", "dates", "certainty"} <= report.keys()
    importance = [f["importance"] for f in story["facts"]]
    assert importance == sorted(importance, reverse=True)
    sentences = {(a["id"], s["start"]) for a in compared["articles"] for s in a["sentences"]}
    assert {(n["article"], n["start"]) for n in story["nearest"]} == sentences
    for near in story["nearest"]:
        assert set(near["others"]) == set(story["articles"]) - {near["article"]}
        for passages in near["others"].values():
            assert len(passages) <= 2
            assert [p["p"] for p in passages] == sorted((p["p"] for p in passages), reverse=True)


def test_permuting_the_files_changes_nothing_but_letters(compared: dict[str, Any]) -> None:
    files = sorted(map(str, (ROOT / "seeds").glob("*.txt")))
    turned = json.loads(reader("compare", *reversed(files), "--json").stdout)

    def rows(result: dict[str, Any]) -> list[Any]:
        path = {a["id"]: a["path"].rsplit("/", 1)[-1] for a in result["articles"]}
        return [
            (f["title"], f["verdict"], f["importance"], sorted(
                (path[r["article"]], [(e["start"], e["end"]) for e in r.get("evidence", [])], len(r.get("repeats", [])))
                for r in f["reports"]
            ))
            for f in result["stories"][0]["facts"]
        ]  # fmt: skip

    assert rows(turned) == rows(compared)


def test_scenario_34_the_table_for_a_mail() -> None:
    text = reader("compare", str(ROOT / "seeds"), "--md").stdout
    assert text.startswith("# ")
    rows = [line for line in text.split("\n") if line.startswith("| ")]
    assert len(rows) > 20
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {7}
    assert "1,400" in text


def test_scenario_34_the_spreadsheet_keeps_commas_in_numbers() -> None:
    rows = list(csv.DictReader(io.StringIO(reader("compare", str(ROOT / "seeds"), "--csv").stdout, newline="")))
    assert len({r["fact"] for r in rows}) * 3 == len(rows)
    assert any("1,400" in r["figure"] and r["value"] == "1400" for r in rows)
    assert {r["status"] for r in rows} == {"reports", "silent"}
    assert not any(v[:1] in "=+-@" for r in rows for v in r.values() if v)


def test_the_page_is_whole_and_asks_for_nothing() -> None:
    page = reader("compare", str(ROOT / "seeds"), "--html").stdout
    assert page.startswith("<!doctype html>") and page.rstrip().endswith("</html>")
    assert "<script" not in page and "http" not in page.replace("http-equiv", "")


def test_scenario_46_plain_gives_one_fact_a_paragraph(compared: dict[str, Any]) -> None:
    text = reader("compare", str(ROOT / "seeds"), "--plain").stdout
    facts = [p for p in text.split("\n\n") if p.startswith("Fact ")]
    assert len(facts) == len(compared["stories"][0]["facts"])
    assert all("\n" not in p.strip() for p in facts)
    assert all(p.index(" A: ") < p.index(" B: ") < p.index(" C: ") for p in facts)


def test_plain_puts_one_full_stop_behind_a_title(tmp_path: Path) -> None:
    for name in "ab":
        text = "The dam above Turin broke on Friday.\n\nThe mayor said: “The dam above Turin broke on Friday.”\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    text = reader("compare", str(tmp_path), "--plain").stdout
    assert text.startswith("Story: The dam above Turin broke on Friday. 2 sources")
    assert ".. " not in text and ".”. " not in text


@pytest.mark.parametrize("args", [["compare", "seeds"], ["analyze", "seeds"], ["stories", "seeds"]])
def test_scenario_38_a_pipe_gets_plain_text(args: list[str]) -> None:
    done = reader(*args, cwd=ROOT)
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert "White House" in done.stdout


def test_scenario_31_one_article_alone_is_nothing_to_compare() -> None:
    done = reader("compare", str(ROOT / "seeds" / "001_0c5923f2df89017a.txt"))
    assert done.returncode == 3
    assert done.stderr == "reader: one source: nothing to compare\n"


def test_scenario_31_two_events_are_two_stories_and_share_no_row(tmp_path: Path) -> None:
    (tmp_path / "flood.txt").write_text(
        "The river Maas burst its banks near Venlo on Tuesday, flooding 40 homes. Firefighters evacuated 120 people."
        " The mayor of Venlo said the water would fall by the weekend."
    )
    (tmp_path / "match.txt").write_text(
        "Celtic beat Rangers 3-1 in Glasgow on Sunday. The striker scored twice before half time."
        " The manager praised his young defence after the match."
    )
    result = json.loads(reader("compare", str(tmp_path), "--json").stdout)
    assert sorted(len(s["articles"]) for s in result["stories"]) == [1, 1]
    assert all(len(f["reports"]) == 1 for s in result["stories"] for f in s["facts"])


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [(b"", 1, "empty"), (bytes(range(256)) * 40, 1, "not a text"), (b"\x7fELF\x02\x01", 1, "not a text")],
)
def test_bad_input_gets_one_plain_sentence(tmp_path: Path, data: bytes, code: int, said: str) -> None:
    (tmp_path / "x.txt").write_bytes(data)
    done = reader("compare", str(tmp_path / "x.txt"), "--json")
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.count("\n") == 1 and said in done.stderr


def test_a_folder_with_nothing_readable(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    done = reader("compare", str(tmp_path))
    assert done.returncode == 1
    assert done.stderr.startswith("reader: nothing readable in ")
    assert "Traceback" not in done.stderr


def test_invalid_utf8_is_read_and_the_guess_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("The café “Central” closed. 12 people work there.".encode("cp1252"))
    done = reader("analyze", str(tmp_path / "a.txt"), "--json")
    assert done.returncode == 0
    assert "café “Central”" in json.loads(done.stdout)["articles"][0]["text"]
    assert "Windows-1252" in done.stderr


def test_a_bad_jsonl_line_is_numbered_and_the_rest_is_read() -> None:
    lines = b'{"id": "p", "text": "Five ships left."}\n{bad\n{"id": "q", "text": "Six ships left."}\n'
    done = reader("analyze", "--jsonl", "-", stdin=lines)
    assert done.returncode == 0
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["p", "q"]
    assert "line 2" in done.stderr


def test_stories_given_by_the_input_are_taken_as_given(tmp_path: Path) -> None:
    rows = [{"id": str(n), "story": "odd" if n % 2 else "even", "text": f"The dam at Lake {n} held."} for n in range(6)]
    path = tmp_path / "s.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)))
    done = reader("stories", str(path), "--group", "story", "--jsonl")
    assert sorted(sorted(json.loads(x)["articles"]) for x in done.stdout.splitlines()) == [
        ["0", "2", "4"],
        ["1", "3", "5"],
    ]


def test_json_holds_no_raw_control_character(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Title \x1b]52;c;AAAA\x07 end.\n\nA \x9b31m b \u202e c \x7f.", encoding="utf-8")
    done = reader("analyze", str(tmp_path / "a.txt"), "--json")
    assert not set(done.stdout) & set("\x1b\x07\x9b\u202e\x7f")
    assert "\x9b31m" in json.loads(done.stdout)["articles"][0]["text"]


@pytest.mark.parametrize("form", [[], ["--md"], ["--plain"], ["--csv"], ["--html"]])
def test_scenario_43_no_form_prints_an_escape_of_an_article(tmp_path: Path, form: list[str]) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(
            "The mayor \x1b]52;c;AAAA\x07 opened the bridge \x9b2J on Monday. 12 \x1b[31mships passed.",
            encoding="utf-8",
        )
    done = reader("compare", str(tmp_path), *form)
    assert done.returncode == 0
    assert not set(done.stdout) & set("\x1b\x07\x9b")
    assert "bridge" in done.stdout


def test_a_lone_surrogate_in_json_is_replaced_and_the_line_is_read() -> None:
    done = reader("analyze", "--jsonl", "-", stdin=b'{"id": "s", "text": "Ship a\\ud800b sank with 12 men."}\n')
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["text"] == "Ship a\ufffdb sank with 12 men."
