"""The one command table: keys, palette, footer, help and ``reader bindings`` are all made from it.

A command is named by its ``id``, which is also what a key map rebinds. ``context`` says where its keys work: ``lines``
in every pane of lines, ``desk`` anywhere on the desk, ``list``, ``text`` and ``panel`` in one pane of it (a pane's key
wins over the desk's), ``app`` on every screen. Screens run a command by its id: the binding's action is ``run('id')``,
for movements ``move('id')``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.binding import BindingType

PANES = ("list", "text", "panel")


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a key does.

    ``keys`` are Textual's names or the character itself; ``title`` fits the footer and the palette; ``help`` is a
    sentence; ``footer`` orders the few that the footer shows (0: not there), per pane where ``panes`` names them.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    help: str
    context: str
    group: str
    footer: int = 0
    panes: tuple[str, ...] = PANES


def _c(
    id: str, keys: str, title: str, help: str, context: str, group: str, footer: int = 0, panes: tuple[str, ...] = PANES
) -> Command:  # fmt: skip
    return Command(id, tuple(keys.split()), title, help, context, group, footer, panes)


COMMANDS: tuple[Command, ...] = (
    _c("down", "j down", "line down", "One line down; a count before it works.", "lines", "Move"),
    _c("up", "k up", "line up", "One line up; a count before it works.", "lines", "Move"),
    _c("page_down", "space pagedown ctrl+f", "page down", "One screen down.", "lines", "Move"),
    _c("page_up", "b pageup ctrl+b", "page up", "One screen up.", "lines", "Move"),
    _c("half_down", "d", "half page down", "Half a screen down.", "lines", "Move"),
    _c("half_up", "u", "half page up", "Half a screen up.", "lines", "Move"),
    _c("top", "g home", "top", "To the first line.", "lines", "Move"),
    _c("bottom", "G end", "bottom", "To the last line.", "lines", "Move"),
    _c("choose", "enter", "open", "Open what the cursor is on: an article, a source's sentence in the text.", "lines",
       "Move", 2, ("list", "panel", "matrix", "timeline", "sides")),
    _c("pane_left", "h left", "pane left", "To the pane on the left.", "desk", "Panes"),
    _c("pane_right", "l right", "pane right", "To the pane on the right.", "desk", "Panes"),
    _c("pane_next", "tab", "next pane", "To the next pane, round and round.", "desk", "Panes"),
    _c("pane_previous", "shift+tab", "previous pane", "To the pane before.", "desk", "Panes"),
    _c("pane_1", "1", "articles", "To the list of stories and articles.", "desk", "Panes"),
    _c("pane_2", "2", "text", "To the article.", "desk", "Panes"),
    _c("pane_3", "3", "compare", "To the comparison.", "desk", "Panes"),
    _c("panel", "c", "panel on/off", "Show or hide the comparison.", "desk", "Panes"),
    _c("zen", "z", "text only", "The text alone; again for the desk.", "desk", "Panes"),
    _c("next_article", "J", "next article", "Open the next article.", "desk", "Articles"),
    _c("previous_article", "K", "previous article", "Open the article before.", "desk", "Articles"),
    _c("next_unread", "n", "next unread", "To the next unread article.", "list", "Articles", 4, ("list",)),
    _c("previous_unread", "p", "previous unread", "To the unread article before.", "list", "Articles"),
    _c("toggle_read", "r", "read/unread", "Mark the article as read or unread.", "desk", "Articles", 5, ("list",)),
    _c("star", "*", "star", "Star the article, or take the star away.", "desk", "Articles"),
    _c("filter_list", "&", "filter list", "Show only the articles whose source or title holds some words.", "desk",
       "Articles", 6, ("list",)),
    _c("next_fact", "]", "next fact", "To the next fact; a count before it works.", "desk", "Facts", 1,
       ("text", "panel")),
    _c("previous_fact", "[", "previous fact", "To the fact before; a count before it works.", "desk", "Facts"),
    _c("next_source", ".", "next source", "The same fact in the next source; where that one is silent, its nearest "
       "passage.", "desk", "Facts", 2, ("text", "panel")),
    _c("back", "backspace ctrl+o", "back", "Back to where you came from.", "desk", "Facts", 3, ("text",)),
    _c("next_entity", "e", "next name", "To the next person, place or organisation; the status line counts it in every "
       "source.", "desk", "Facts"),
    _c("previous_entity", "E", "previous name", "To the name before.", "desk", "Facts"),
    _c("next_figure", "f", "next figure", "To the next figure.", "desk", "Facts"),
    _c("previous_figure", "F", "previous figure", "To the figure before.", "desk", "Facts"),
    _c("next_sentence", ")", "next sentence", "To the next sentence.", "desk", "Facts"),
    _c("previous_sentence", "(", "previous sentence", "To the sentence before.", "desk", "Facts"),
    _c("why", "i", "why joined", "Why these sentences were put together; again to hide it.", "desk", "Facts"),
    _c("missing_here", "-", "missing here", "Only the facts that the open article leaves out; again for all.", "desk",
       "Filters", 4, ("panel",)),
    _c("only_here", "+", "only here", "Only the facts that the open article alone has; again for all.", "desk",
       "Filters"),
    _c("differing", "D", "differing", "Only the facts in which the sources differ; again for all.", "desk", "Filters"),
    _c("this_entity", "@", "this name", "Only the facts in which the name at the cursor occurs; again for all.", "desk",
       "Filters"),
    _c("all_facts", "a escape", "all facts", "All facts again; nothing marked.", "desk", "Filters"),
    _c("by_date", "t", "by date", "The facts in the order of their dates; again for their importance.", "desk",
       "Filters"),
    _c("matrix", "M", "matrix", "Facts down, sources across.", "desk", "Screens", 4, ("text", "panel")),
    _c("side_by_side", "v", "side by side", "Two articles in columns, fact by fact.", "desk", "Screens", 5,
       ("text", "panel")),
    _c("timeline", "T", "timeline", "The dated facts by their days, who reported each, how counts grew.", "desk",
       "Screens"),
    _c("find", "/", "find", "Find words in the text; straight quotes find curly ones.", "desk", "Find", 5,
       ("text", "panel")),
    _c("find_next", "n", "next match", "To the next match.", "desk", "Find"),
    _c("find_previous", "N", "previous match", "To the match before.", "desk", "Find"),
    _c("copy", "y", "copy sentence", "Copy the current sentence.", "desk", "Share"),
    _c("copy_cited", "Y", "copy with source", "Copy the current sentence in quotes, with its source and date.", "desk",
       "Share"),
    _c("copy_selection", "ctrl+c", "copy selection", "Copy what is selected, or the current sentence.", "desk",
       "Share"),
    _c("save", "s", "save", "Save the comparison as a Markdown file.", "desk", "Share"),
    _c("pipe", "|", "pipe", "Give the article's text to a command of the shell.", "desk", "Share"),
    _c("open_link", "o", "open link", "Show the article's link and copy it.", "desk", "Share"),
    _c("split", "x", "split", "This source's sentence is not the same fact: take it out of the row.", "desk",
       "Correct"),
    _c("join", "m", "mark/join", "Mark the sentence at the cursor, then on a fact join it; on “possibly the same” join "
       "that.", "desk", "Correct"),
    _c("undo", "U", "undo", "Take back the last split or join.", "desk", "Correct"),
    _c("marks", "Z", "marks on/off", "Show or hide the marks in the text.", "desk", "Look"),
    _c("columns_left", "h left", "columns left", "To the sources on the left.", "matrix", "Screens"),
    _c("columns_right", "l right", "columns right", "To the sources on the right.", "matrix", "Screens"),
    _c("side_next", "]", "next fact", "To the next fact that the columns share.", "sides", "Screens", 1, ("sides",)),
    _c("side_previous", "[", "previous fact", "To the shared fact before.", "sides", "Screens"),
    _c("side_column", "tab", "other column", "Choose the column whose article J and K change.", "sides", "Screens", 2,
       ("sides",)),
    _c("side_article", "J", "next article", "The next article in the chosen column.", "sides", "Screens", 3,
       ("sides",)),
    _c("side_article_before", "K", "article before", "The article before in the chosen column.", "sides", "Screens"),
    _c("side_third", "3", "third column", "Show or hide a third article, on wide screens.", "sides", "Screens"),
    _c("help_filter", "/", "filter", "Only the lines that hold some words.", "help", "Screens", 1, ("help",)),
    _c("close", "q escape backspace ctrl+o", "back", "Back to where you were.", "over", "Screens", 7,
       ("matrix", "sides", "timeline", "help")),
    _c("palette", ": ctrl+p", "commands", "Every command by name.", "app", "Look"),
    _c("help", "? f1", "help", "The keys of this pane and what the marks mean.", "app", "Look", 9),
    _c("redraw", "ctrl+l", "redraw", "Draw the screen anew.", "app", "Look"),
    _c("suspend", "ctrl+z", "suspend", "Back to the shell; fg returns.", "app", "Look"),
    _c("quit", "q Q", "quit", "Leave at once; your place is kept.", "app", "Look", 8, ("list",)),
)  # fmt: skip

_NAMES = {
    "space": "Space", "pagedown": "PgDn", "pageup": "PgUp", "down": "↓", "up": "↑", "left": "←", "right": "→",
    "home": "Home", "end": "End", "enter": "Enter", "tab": "Tab", "shift+tab": "Shift-Tab", "backspace": "Backspace",
    "escape": "Esc", "f1": "F1",
}  # fmt: skip
_ASCII_NAMES = {"down": "Down", "up": "Up", "left": "Left", "right": "Right"}
_ACTIONS = {"choose": "choose"}
_BY_ID = {c.id: c for c in COMMANDS}


def command(id: str) -> Command:
    """A command by its id.

    :raises KeyError: there is none.
    """
    return _BY_ID[id]


def of_context(*contexts: str) -> tuple[Command, ...]:
    """The commands of some contexts, in the table's order."""
    return tuple(c for c in COMMANDS if c.context in contexts)


def bindings(*contexts: str, first: bool = False) -> list[BindingType]:
    """Textual bindings of the commands of some contexts, rebindable by id (``App.set_keymap``).

    With ``first`` the screen takes the keys itself, before the widget that has the focus sees them: they act in the
    order in which they were typed, however fast that was; every action is then ``run('id')``.
    """
    from textual.binding import Binding  # noqa: PLC0415 (the command line prints the table without the framework)

    made: list[BindingType] = []
    for c in of_context(*contexts):
        action = f"run('{c.id}')" if first else _action(c)
        made.append(Binding(",".join(c.keys), action, c.title, id=c.id, show=False, priority=first))
    return made


def _action(c: Command) -> str:
    if c.context == "lines":
        return _ACTIONS.get(c.id, f"move('{c.id}')")
    return f"screen.run('{c.id}')" if c.context in PANES else f"run('{c.id}')"


def key_name(key: str, ascii_only: bool = False) -> str:
    """A key as people write it: ``ctrl+f`` → ``Ctrl-F``."""
    if ascii_only and key in _ASCII_NAMES:
        return _ASCII_NAMES[key]
    if key in _NAMES:
        return _NAMES[key]
    return "Ctrl-" + key[5:].upper() if key.startswith("ctrl+") else key


def keys_of(c: Command, keymap: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The keys of a command, after a key map (id → keys parted by commas)."""
    given = (keymap or {}).get(c.id)
    return tuple(k.strip() for k in given.split(",") if k.strip()) if given else c.keys


def footer(pane: str, keymap: Mapping[str, str] | None = None, ascii_only: bool = False) -> list[tuple[str, str]]:
    """What the footer shows in a pane: key and title, the most important first."""
    chosen: Iterable[Command] = sorted(
        (c for c in COMMANDS if c.footer and pane in c.panes), key=lambda c: c.footer
    )
    return [(key_name(keys_of(c, keymap)[0], ascii_only), c.title) for c in chosen]
