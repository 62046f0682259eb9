"""A judge behind a real endpoint on this machine: asked once a pair, marked as such, never needed."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from reader.library.answers import Answers
from reader.workspace.judging import EndpointJudge
from tests.cli.run import reader

TEXTS = ("The dam at Orford broke on Monday night.", "Orford's reservoir wall gave way late on Monday.")


class Endpoint(BaseHTTPRequestHandler):
    """Answers chat completions with what the test put in ``says``."""

    says = "Yes."
    status = 200
    seen: list[dict[str, Any]] = []  # noqa: RUF012 (shared with the test on purpose)

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.seen.append({"path": self.path, **body})
        answer = json.dumps({"choices": [{"message": {"role": "assistant", "content": self.says}}]}).encode()
        self.send_response(self.status)
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *args: object) -> None:
        """Quiet."""


@pytest.fixture
def endpoint() -> Iterator[str]:
    Endpoint.says, Endpoint.status = "Yes.", 200
    Endpoint.seen.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()


def test_it_is_asked_once_for_a_pair_whichever_way_round(endpoint: str, tmp_path: Path) -> None:
    answers = Answers(tmp_path / "judge.db")
    judge = EndpointJudge(endpoint, "small", answers)
    assert judge.same_fact(*TEXTS) is True
    assert judge.same_fact(*reversed(TEXTS)) is True
    assert EndpointJudge(endpoint, "small", Answers(tmp_path / "judge.db")).same_fact(*TEXTS) is True
    assert len(Endpoint.seen) == 1
    assert Endpoint.seen[0]["path"] == "/v1/chat/completions"
    assert Endpoint.seen[0]["model"] == "small"
    assert all(text in Endpoint.seen[0]["messages"][-1]["content"] for text in TEXTS)


@pytest.mark.parametrize(("says", "said"), [("**No**, they differ", False), ("yes", True), ("Perhaps.", None)])
def test_its_word_is_taken_as_it_is(endpoint: str, says: str, said: bool | None) -> None:
    Endpoint.says = says
    assert EndpointJudge(endpoint, "small", Answers(None)).same_fact(*TEXTS) is said


def test_one_failure_and_it_is_left_alone(endpoint: str) -> None:
    Endpoint.status = 500
    judge = EndpointJudge(endpoint, "small", Answers(None))
    assert judge.same_fact(*TEXTS) is None
    assert judge.same_fact("a", "b") is None
    assert len(Endpoint.seen) == 1
    assert judge.failed == "127.0.0.1 answers with status 500"


def test_what_it_decided_says_so(endpoint: str) -> None:
    seeds = str(Path(__file__).resolve().parents[2] / "seeds")
    plain = json.loads(reader("compare", seeds, "--json").stdout)
    assert any(f["possibly"] for s in plain["stories"] for f in s["facts"])
    done = reader("compare", seeds, "--json", "--judge", endpoint, "--judge-model", "small")
    assert done.returncode == 0, done.stderr
    reasons = [j["reason"] for s in json.loads(done.stdout)["stories"] for f in s["facts"] for j in f["joins"]]
    assert "decided by judge small" in reasons
    assert "decided by judge small" not in json.dumps(plain)


def test_the_comparison_works_without_it() -> None:
    seeds = str(Path(__file__).resolve().parents[2] / "seeds")
    done = reader("compare", seeds, "--json", "--judge", "http://127.0.0.1:9/v1")
    plain = reader("compare", seeds, "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout) == json.loads(plain.stdout)
    doubtful = any(f["possibly"] for s in json.loads(plain.stdout)["stories"] for f in s["facts"])
    assert ("compared without the judge" in done.stderr) == doubtful
