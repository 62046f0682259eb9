"""What every app of the program has: it says a crash in one sentence, and sends no colour where none is wanted."""

from __future__ import annotations

import os
import traceback
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from textual.app import App
from textual.filter import LineFilter

from reader.tui.themes import ColourOut, palette, textual_themes

_LOG = "crash.log"


class GuardedApp(App[None]):
    """An app whose faults are kept and not printed; ``crash`` is what went wrong, or None."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.crash: BaseException | None = None
        self._colour_out = ColourOut()
        for theme in textual_themes():
            self.register_theme(theme)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The program's own variables, for style sheets that are read before its theme is set."""
        return super().get_theme_variable_defaults() | textual_themes()[0].variables

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The framework's filters, and the one that takes out all colour in the theme without."""
        filters = super().get_line_filters()
        return [*filters, self._colour_out] if palette(self.theme).name == "none" else filters

    def keep(self) -> None:
        """Keeps what must not be lost however the program ends."""

    def leave(self, code: int = 0) -> None:
        """Keeps what must be kept and ends with an exit code."""
        self.keep()
        self.exit(return_code=code)

    def _handle_exception(self, error: Exception) -> None:
        if self.crash is None:
            self.crash = error
            with suppress(Exception):  # what crashed may be what keeps
                self.keep()
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Leaves without drawing a traceback over the user's shell."""
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        """Nothing is printed: the log has it."""
        self._exit_renderables.clear()


def report_crash(error: BaseException, state: Path) -> str:
    """Writes a fault to the log in the state folder and returns the sentence for the user."""
    error = getattr(error, "error", error)  # what a worker failed with
    what = type(error).__name__
    path = state / _LOG
    text = "".join(traceback.format_exception(error))
    try:
        state.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{datetime.now().isoformat(timespec='seconds')}\n{text}\n")
    except OSError:
        return f"reader: a fault in the program ended it ({what}); no log could be written in {state}"
    return f"reader: a fault in the program ended it ({what}); what happened is in {path}"
