"""Help: what the screen that one is in shows, which keys do what there, and all keys.

Here: what is said. Not here: how it is laid out (sheet), what commands are called and say of themselves (keys).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from textual.screen import Screen

from reader.tui.keys.commands import COMMANDS
from reader.tui.keys.keymap import Keymap

Rows = list[Sequence[tuple[str, str]]]

PANES: Mapping[str, tuple[str, str]] = {
    "list": (
        "the list",
        "What is in the library, the newest first. The highlighted article is shown beside it, where there is room, but"
        " is read only once it is opened.",
    ),
    "text": (
        "the article",
        "The whole text. What the summary took is set off; signs in the margin say where else a passage stands.",
    ),
    "summary": (
        "the summary",
        "The article's own sentences, word for word. Of the selected one it is said why it was taken.",
    ),
    "related": (
        "what is related",
        "The other articles of the story in time order, then the nearest ones, each with its reasons.",
    ),
}
"""What each pane of the main screen is called, and what it shows."""

STORY = (
    "the story",
    "Who published when, what the articles say together, where they disagree, copies, who said what, names. Every line"
    " that comes from an article leads to its place there.",
)
STORY_KEYS = (
    (("down", "up"), "From item to item."),
    (("next-pane",), "To the next section."),
    (("enter",), "To that place in its article."),
    (("longer", "shorter"), "A longer or shorter brief."),
    (("compare",), "The article side by side with another of the story."),
    (("copy",), "Copy what is selected with the mouse, else the row's words."),
    (("export",), "The story with its brief, disagreements and sources into a file, the clipboard or a program."),
    (("not-of-story",), "Take the article out of the story for good."),
    (("one-story",), "Make one story of this and another one, for good."),
    (("toggle-read", "star", "edit"), "Mark the article read, star it, correct its facts."),
    (("undo",), "Take back what was done last."),
    (("leave",), "Back to where one came from."),
)
"""What the story screen is called and shows, and what its keys do there, by command."""

_SIGNS = (
    ("● ○ ★", "Unread, read, starred."),
    ("⋯4", "Its story has four articles."),
    ("◌", "Its summary and its story are still being worked out."),
    ("?", "Outlet, time or day unknown; `day`: the day is known, the time is not."),
    ("~", "The date was inferred; the article says from what."),
    ("¶", "No headline: the beginning of the text."),
    ("▎", "Taken by the summary."),
    ("≡3", "Stands in three other articles, too."),
    ("✓3", "The same, and was already read in one of them."),
    ("◇", "Only here."),
    ("✂ ✓", "Cut, with the rule that cut it; kept by hand."),
    ("✕", "The file has gone; the article stays."),
    ("# …", "Tags."),
    ("[1]", "A link; its address stands below the text."),
)

MOUSE = (
    ("click a row", "Highlight the article; where it is highlighted, open it. In other panes: where the row leads."),
    ("click a heading", "To the first article, or the first row, that stands under it."),
    ("click the text", "Into the article; while cuts are shown, select the piece."),
    ("click a link", "A number in the text, or its address below it: open it in the browser."),
    ("click a key", "In the last line: as if it had been pressed."),
    ("click a chip", "List without what it says."),
    ("click problems", "At the top right: what could not be added."),
    ("click beside", "Close a dialogue or a sheet in which nothing is typed."),
    ("wheel", "Scroll what is under the mouse; the cursor stays where it is."),
    ("drag", "Select text, without its margin; `y` copies it. With shift, in most terminals, the terminal's own way."),
)
"""What the mouse does, for help."""


def show_help(screen: Screen[Any], keymap: Keymap, title: str, about: str, here: Sequence[tuple[str, str]]) -> None:
    """Explain a screen, then all commands. here: keys and what they do on this screen."""
    from reader.tui.screens.sheet import Sheet  # here, so that the first picture does not wait for it

    rows: Rows = [((about, "text"),), ()]
    rows += [((keys, "key"), (does, "text")) for keys, does in here if keys]
    rows += [(), (("All keys", "strong"),)]
    screen.app.push_screen(Sheet(f"help · {title}", [*rows, *_all(keymap)]))


def _all(keymap: Keymap) -> Rows:
    rows: Rows = []
    group = ""
    in_palette = f"In the palette ({' '.join(keymap.shown('palette')[:1])})."
    for name, command in COMMANDS.items():
        if command.group != group:
            group = command.group
            rows += [(), ((group, "heading"),)] if rows else [((group, "heading"),)]
        keys = " ".join(keymap.shown(name))
        about = command.about() if keys else f"{command.about()} {in_palette}"
        rows.append(((keys, "key"), (about, "text")))
    rows += [(), (("Mouse", "heading"),), *(((what, "key"), (does, "text")) for what, does in MOUSE)]
    rows += [(), (("Signs", "heading"),), *(((sign, "key"), (meaning, "text")) for sign, meaning in _SIGNS)]
    rows += [(), (("`reader config edit` changes keys, colours and the rest.", "dim"),)]
    return rows
