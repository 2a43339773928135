"""Questions and sheets that open over the main screen.

Here: what is asked and what is done with the answer. Not here: how a dialogue looks (screens).

The dialogues are imported where they are opened: with Textual's input field they would cost the first screen time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.article import View
from reader.tui.draw import wording
from reader.tui.keys.commands import COMMANDS

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

_MOST_OUTLETS = 500
_UNKNOWN = "outlet unknown"

_SIGNS = (
    ("● ○ ★", "Unread, read, starred."),
    ("⋯4", "Its story has four articles."),
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
)


def ask_search(screen: MainScreen) -> None:
    """Search while the person types; escape brings back what was there."""
    from reader.tui.screens.ask import Ask

    before, keep = screen.list.view, screen.list.current

    def search(words: str) -> None:
        query = words.strip() or None
        if query != screen.list.view.query:
            screen.shelf.show(replace(screen.list.view, query=query))

    def done(words: str | None) -> None:
        if words is None:
            screen.shelf.show(before, keep=keep)
            return
        search(words)
        if screen.inside:
            screen.go_into(screen.list)

    screen.app.push_screen(Ask("search", before.query or "", 'words, a beginning, "a phrase"', live=search), done)


def ask_tags(screen: MainScreen) -> None:
    """Tags of the article, with commas between them."""
    from reader.tui.screens.ask import Ask

    entry = screen.acting_entry
    if entry is None:
        return
    number = entry.id

    def done(answer: str | None) -> None:
        if answer is None:
            return
        tags = list(dict.fromkeys(tag.strip().lstrip("#") for tag in answer.split(",")))
        with screen.trying():
            screen.marks.mark([number], tags=[tag for tag in tags if tag])

    screen.app.push_screen(Ask("tags", ", ".join(entry.tags), "election, to read, …"), done)


def ask_filter(screen: MainScreen) -> None:
    """What to list: all, unread, starred, one tag, one outlet, or no known one."""
    from reader.tui.screens.pick import Choice, Pick

    view, home = screen.list.view, screen.shelf.home
    views: list[tuple[str, str, View]] = [
        ("everything", "", replace(home, group=view.group)),
        ("unread", "", replace(view, unread=not view.unread)),
        ("starred", "", replace(view, starred=not view.starred)),
    ]
    views += [
        (f"#{tag}", wording.count_of(number, "article"), replace(view, tag=None if view.tag == tag else tag))
        for tag, number in screen.library.tags()[:_MOST_OUTLETS]
    ]
    views += [
        (outlet, wording.count_of(number, "article"), replace(view, outlet=None if view.outlet == outlet else outlet))
        for outlet, number in screen.library.outlets()[:_MOST_OUTLETS]
    ]
    unknown = replace(view, outlet=None if view.outlet == "" else "")
    if view.outlet == "" or screen.library.slots(replace(home, outlet=""), limit=1):
        views.append((_UNKNOWN, "", unknown))
    on = {"everything": not screen.shelf.narrowed, "unread": view.unread, "starred": view.starred}
    outlet = _UNKNOWN if view.outlet == "" else view.outlet
    on |= {name: True for name in (outlet, f"#{view.tag}" if view.tag else None) if name}
    choices = [Choice(name, about, on.get(name, False)) for name, about, _ in views]

    def done(chosen: int | None) -> None:
        if chosen is not None:
            screen.shelf.show(views[chosen][2], keep=screen.list.current)

    screen.app.push_screen(Pick("list only", choices), done)


def show_problems(screen: MainScreen) -> None:
    """What could not be added."""
    rows = [((problem.place, "strong"), (problem.message, "dim")) for problem in screen.adding.problems]
    _sheet(screen, f"problems · {len(rows):,}", rows)


def show_help(screen: MainScreen) -> None:
    """All commands with their keys."""
    rows: list[Sequence[tuple[str, str]]] = []
    group = ""
    in_palette = f"In the palette ({' '.join(screen.keymap.shown('palette')[:1])})."
    for name, command in COMMANDS.items():
        if command.group != group:
            group = command.group
            rows += [(), ((group, "heading"),)] if rows else [((group, "heading"),)]
        keys = " ".join(screen.keymap.shown(name))
        about = command.about() if keys else f"{command.about()} {in_palette}"
        rows.append(((keys, "key"), (about, "text")))
    rows += [(), (("Signs", "heading"),), *(((sign, "key"), (meaning, "text")) for sign, meaning in _SIGNS)]
    rows += [(), (("Keys can be changed in keys.toml in the settings folder; see the guide.", "dim"),)]
    _sheet(screen, "help", rows)


def _sheet(screen: MainScreen, title: str, rows: Sequence[Sequence[tuple[str, str]]]) -> None:
    from reader.tui.screens.sheet import Sheet

    screen.app.push_screen(Sheet(title, rows))
