"""The line at the bottom in which words are typed: to find, to filter the list, to name a file or a command."""

from __future__ import annotations

from collections.abc import Callable

from textual import events

from reader.tui.screens.parts import TypeLine

_QUESTIONS = {
    "find": (" / ", "words to find; Enter keeps, Esc goes back"),
    "list": (" & ", "only articles whose source or title has these words; Enter keeps, Esc shows all"),
    "save": (" save as ", "a file name; Enter saves, Esc does not"),
    "pipe": (" | ", "a command of the shell that reads the article's text"),
}

Answer = Callable[[str, str, bool], None]
"""Called with the purpose, the text, and whether it was given (Enter) or not (Escape)."""


class FindBar(TypeLine):
    """One question at a time. It is there all the time and seen while it asks: whatever is typed right after its key
    lands in it, and what is typed after Enter goes on to the desk."""

    DEFAULT_CSS = "FindBar { height: 1; display: none; }"

    def __init__(self, answer: Answer, *, id: str) -> None:
        super().__init__("", id=id)
        self.purpose = ""
        self._answer = answer

    def ask(self, purpose: str, text: str = "") -> None:
        """Asks: takes the keys at once."""
        self.purpose, self.text = purpose, text
        self._label, self._hint = _QUESTIONS[purpose]
        self.display = True
        self.screen.set_focus(self, scroll_visible=False)
        self.reload()

    def on_key(self, event: events.Key) -> None:
        """Enter and Escape answer at once, and so does Backspace on an empty line."""
        ends = event.key in ("enter", "escape") or (event.key == "backspace" and not self.text)
        if self.display and not ends:
            return
        event.stop()
        event.prevent_default()
        if not self.display:
            self.app.post_message(events.Key(event.key, event.character))
            return
        self.display = False
        self._answer(self.purpose, self.text, event.key == "enter")
