"""The line at the bottom in which words are typed: to find, to filter the list, to name a file or a command."""

from __future__ import annotations

from reader.tui.screens.parts import TypeLine

HINTS = {
    "find": "words to find; Enter keeps, Esc goes back",
    "list": "only articles whose source or title has these words; Enter keeps, Esc shows all",
    "save": "a file name; Enter saves, Esc does not",
    "pipe": "a command of the shell that reads the article's text",
}
_LABELS = {"find": " / ", "list": " & ", "save": " save as ", "pipe": " | "}


class FindBar(TypeLine):
    """One question at a time; ``purpose`` says which, and where its answer belongs."""

    DEFAULT_CSS = "FindBar { height: 1; }"

    def __init__(self, purpose: str, text: str = "") -> None:
        super().__init__(_LABELS[purpose], hint=HINTS[purpose], id="prompt")
        self.purpose = purpose
        self.text = text
