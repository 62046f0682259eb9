"""The arguments of every command, each with an example in its help."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from reader import __version__

COMMANDS = ("compare", "analyze", "stories", "bindings", "paths")

_DESCRIPTION = "Opens several newspapers' accounts of one event and compares them, fact by fact."
_OVERVIEW = """\
commands (reader COMMAND --help tells more):
  reader [PATH ...]           open the desk; with no path, on the bundled sample story
  reader compare [PATH ...]   print the comparison: a table, --json, --md, --csv, --html, --plain
  reader analyze [PATH ...]   print what is marked in each article: coloured text, --json, --jsonl
  reader stories [PATH ...]   group articles into stories: a table, --json, --jsonl
  reader bindings             the keys of the desk
  reader paths                where the program keeps its files

A PATH is a text or Markdown file, a .jsonl file (one article a line), a folder of these, or - for standard input.
A file named like a command is opened as ./NAME.

examples:
  reader seeds/                    three accounts side by side
  reader compare a.txt b.txt --md  a table for a mail
  cat story.jsonl | reader -       articles from another program
"""


class _Parser(argparse.ArgumentParser):
    """Wrong use is said in one sentence and ends with exit code 2."""

    def error(self, message: str) -> None:  # type: ignore[override]
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The arguments of one call; ``command`` is "desk" where none is named."""
    if argv and argv[0] in COMMANDS:
        return _command(argv[0]).parse_args(argv[1:])
    return _desk().parse_args(argv)


def _desk() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="reader", description=_DESCRIPTION, epilog=_OVERVIEW, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("-V", "--version", action="version", version=f"reader {__version__}")
    _paths(parser)
    parser.add_argument("--theme", metavar="NAME", help="dark, light, high-contrast, ansi or none")
    parser.add_argument("--mouse", action="store_true", help="take the mouse over SSH too")
    parser.add_argument(
        "--a11y", action="store_true", help="for screen readers: no box drawing, nothing redraws unasked"
    )
    _look(parser)
    parser.set_defaults(command="desk")
    return parser


def _command(name: str) -> argparse.ArgumentParser:
    about, example = {
        "compare": ("Compares the sources of each story, fact by fact.", "reader compare seeds/ --md > table.md"),
        "analyze": ("Shows what is marked in each article.", "reader analyze article.txt --json | jq '.entities'"),
        "stories": ("Groups articles into stories.", "reader stories archive.jsonl --jsonl"),
        "bindings": ("Lists the keys of the desk.", "reader bindings | grep find"),
        "paths": ("Says where the program keeps its files.", "reader paths"),
    }[name]
    parser = _Parser(
        prog=f"reader {name}", description=about, epilog=f"example: {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.set_defaults(command=name)
    if name in ("bindings", "paths"):
        parser.add_argument("--json", action="store_true", help="print JSON")
        return parser
    _paths(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", dest="form", action="store_const", const="json", help="print one JSON object")
    if name != "compare":
        form.add_argument("--jsonl", dest="form", action="store_const", const="jsonl", help="print one JSON line each")
    else:
        for flag, what in (
            ("md", "Markdown, for a mail"), ("csv", "comma-separated values, for a spreadsheet"),
            ("html", "one self-contained page"), ("plain", "one fact a paragraph, for speech and grep"),
        ):  # fmt: skip
            form.add_argument(f"--{flag}", dest="form", action="store_const", const=flag, help=what)
        parser.add_argument("--mentions", action="store_true", help="with --json: print each article's mentions too")
        parser.add_argument(
            "--nearest", type=int, default=0, metavar="N",
            help="with --json: for every sentence the N nearest passages of each other source",
        )  # fmt: skip
        parser.add_argument(
            "--judge", metavar="URL",
            help="let an OpenAI-compatible endpoint decide about pairs in doubt; their passages are sent to it",
        )  # fmt: skip
        parser.add_argument("--judge-model", metavar="NAME", default="default", help="the endpoint's model")
        parser.add_argument("--why", action="store_true", help="say why sentences were put together")
        parser.add_argument("--timeline", action="store_true", help="the dated facts in order instead of the table")
    _look(parser)
    return parser


def _paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a file, a folder, or - for standard input")


def _look(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--backend", metavar="KIND:MODEL", help="another finder of names, such as spacy:en_core_web_sm, if installed"
    )
    parser.add_argument(
        "--group", choices=["story"], help='take each article\'s "story" value as given instead of grouping'
    )
    parser.add_argument(
        "--color", choices=["auto", "never", "16", "256", "truecolor"], default="auto", help="colours (default: auto)"
    )
    parser.add_argument("--ascii", action="store_true", help="signs and lines in ASCII only")
