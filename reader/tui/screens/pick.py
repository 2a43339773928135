"""A list over the screen to pick one thing from.

Here: the dialogue. Not here: what can be picked and what follows (dialogues).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from reader.tui.draw.cells import clip, fit, line_of, width_of
from reader.tui.draw.page import Line, Pieces
from reader.tui.keys.keymap import bindings
from reader.tui.screens.moving import MOVES, Moving
from reader.tui.screens.once import Once
from reader.tui.widgets.drawn import Items

_BETWEEN = " · "
_FEW, _MOST = 5, 19
"""Choices for which there is room at least, and at most."""
_AROUND = 3
"""Lines for the title and the frame."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be picked."""

    name: str
    about: str = ""
    on: bool = False
    """Whether it is in force now."""
    kind: str = ""
    """What it has in common with those beside it."""
    under: str = ""
    """The heading that stands over it and those beside it."""


class _Choices(Items):
    def __init__(self, heading: str, choices: Sequence[Choice], keys: Mapping[str, str]) -> None:
        super().__init__(id="rows")
        self.heading = line_of(heading)
        self.choices = choices
        self.keys = keys
        headings = {choice.under for choice in choices} - {""}
        self.styles.height = max(_FEW, min(_MOST, len(choices) + len(headings))) + _AROUND

    def title(self) -> Pieces:
        return ((f" {self.heading}", "strong"),)

    def rebuild(self) -> None:
        super().rebuild()
        hints = [hint for command, does in self.keys.items() if (hint := self.hint(command, does))]
        # Where not all has room, how to leave has.
        while hints and width_of(_BETWEEN.join(hints)) > self.columns - 2:
            del hints[0]
        self.border_subtitle = Content(_BETWEEN.join(hints))

    def to_kind(self, by: int) -> None:
        """Select the next (previous) choice that is the first of its kind."""
        kinds = [choice.kind or choice.under for choice in self.choices]
        firsts = [n for n, kind in enumerate(kinds) if not n or kind != kinds[n - 1]]
        there = [n for n in firsts if (n > self.cursor if by > 0 else n < self.cursor)]
        if there:
            self.move((there[0] if by > 0 else there[-1]) - self.cursor)

    def item_count(self) -> int:
        return len(self.choices)

    def build(self, width: int) -> Sequence[Line]:
        lines: list[Line] = []
        under = ""
        for item, choice in enumerate(self.choices):
            if choice.under != under:
                under = choice.under
                lines.append(Line(((clip(under, width - 2), "heading"),)))
            about = _whole(choice.about, max(width // 2, width - width_of(choice.name) - 7))
            name = fit(choice.name, max(1, width - width_of(about) - 6))
            lines.append(Line((("✓ " if choice.on else "  ", "mark"), (f"{name} ", "text"), (about, "dim")), item=item))
        return lines


def _whole(facts: str, width: int) -> str:
    """As many facts as have room; a single one is clipped."""
    while width_of(facts) > width and _BETWEEN in facts:
        facts = facts.rpartition(_BETWEEN)[0]
    return clip(facts, width)


class Pick(Once, Moving, ModalScreen[int | None]):
    """Gives the index of what was picked, or None."""

    CSS_PATH = "dialogue.tcss"
    closed_beside = True
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        {
            "leave": "close",
            "quit": "close",
            "enter": "choose",
            **MOVES,
            "next-unread": "move(1)",
            "previous-unread": "move(-1)",
            "half-page-down": "move(10)",
            "half-page-up": "move(-10)",
            "page-down": "move(10)",
            "page-up": "move(-10)",
            "onward": "choose",
        }
    )

    keys: ClassVar[Mapping[str, str]] = {"enter": "picks", "leave": "closes"}
    """What the title says of keys, by command or key."""

    def __init__(self, title: str, choices: Sequence[Choice], *, wide: bool = False) -> None:
        """title: on the first line. wide: what can be picked is long."""
        super().__init__(classes="-wide" if wide else "")
        self.rows = _Choices(title, choices, self.keys)

    def compose(self) -> ComposeResult:
        """The choices."""
        yield self.rows

    @property
    def pane(self) -> Items:
        """The choices."""
        return self.rows

    def action_choose(self) -> None:
        """Pick the selected one."""
        self.dismiss(self.rows.cursor)

    def action_to_kind(self, by: int) -> None:
        """To the next kind of choices, or what stands under the next heading."""
        self.rows.to_kind(by)

    @on(Items.Chosen)
    def picked(self, message: Items.Chosen) -> None:
        """With the mouse."""
        self.dismiss(message.item)


class PickFeed(Pick):
    """Gives the index of a feed, and in `wanted` what is to be done with it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings({"edit": "want('edit')", "next-pane": "to_kind(1)", "previous-pane": "to_kind(-1)"}),
        Binding("delete", "want('remove')", "Remove", show=False),
    ]
    keys: ClassVar[Mapping[str, str]] = {"enter": "lists", "edit": "changes", "delete": "removes", "leave": "closes"}
    wanted = "list"

    def __init__(self, title: str, choices: Sequence[Choice]) -> None:
        """choices: the feeds by their groups."""
        super().__init__(title, choices, wide=True)
        if any(choice.under for choice in choices):
            self.rows.keys = {"next-pane": "groups", **self.keys}

    def action_want(self, what: str) -> None:
        """Edit or remove the selected one."""
        self.wanted = what
        self.dismiss(self.rows.cursor)


class PickView(Pick):
    """Gives the index of a view, and in `wanted` what is to be done with it; the first stands for a new one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete,backspace", "remove", "Remove", show=False),
        *(Binding(str(number), f"number({number})", show=False) for number in range(1, 10)),
    ]
    keys: ClassVar[Mapping[str, str]] = {"enter": "lists", "delete": "forgets", "leave": "closes"}
    wanted = "list"

    def __init__(self, title: str, choices: Sequence[Choice], *, new: bool) -> None:
        """choices: a new one, then those that are there. new: whether none of them is what is listed."""
        super().__init__(title, choices, wide=True)
        if len(choices) > 1:
            self.rows.keys = {**self.keys, "enter": "or a digit lists"}
        self.rows.cursor = 0 if new else min(1, len(choices) - 1)

    def action_number(self, number: int) -> None:
        """Pick the one of that number."""
        if number < len(self.rows.choices):
            self.dismiss(number)

    def action_remove(self) -> None:
        """Forget the selected one."""
        if self.rows.cursor:
            self.wanted = "remove"
            self.dismiss(self.rows.cursor)


class PickLink(Pick):
    """Gives the index of a link, which a digit picks as well, and in `wanted` what is to be done with it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings({"copy": "copy", "open-in-browser": "choose"}),
        *(Binding(str(number), f"number({number})", show=False) for number in range(1, 10)),
    ]
    keys: ClassVar[Mapping[str, str]] = {"enter": "or a digit opens", "copy": "copies", "leave": "closes"}
    wanted = "open"

    def __init__(self, title: str, choices: Sequence[Choice]) -> None:
        """choices: the links in the order of their numbers."""
        super().__init__(title, choices, wide=True)

    def action_number(self, number: int) -> None:
        """Pick the one of that number."""
        if number <= len(self.rows.choices):
            self.dismiss(number - 1)

    def action_copy(self) -> None:
        """Copy the address of the selected one."""
        self.wanted = "copy"
        self.dismiss(self.rows.cursor)


class PickSeveral(Pick):
    """What is picked is in force at once; what is ticked leaves the dialogue open for more."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        {"onward": "tick", "next-pane": "to_kind(1)", "previous-pane": "to_kind(-1)"}
    )
    keys: ClassVar[Mapping[str, str]] = {"onward": "ticks", "enter": "picks", "leave": "closes"}

    def __init__(self, title: str, choices: Sequence[Choice], toggle: Callable[[int], Sequence[Choice]]) -> None:
        """toggle: puts one into force or ends it, and gives the choices as they are then."""
        super().__init__(title, choices)
        if any(choice.kind for choice in choices):
            self.rows.keys = {"next-pane": "kinds", **self.keys}
        self._toggle = toggle
        self._ticked = False

    def action_tick(self) -> None:
        """Put the selected one into force, or end it."""
        self._ticked = True
        self.rows.keys = {**self.rows.keys, "enter": "done"}
        self.rows.choices = self._toggle(self.rows.cursor)
        self.rows.rebuild()
        self.rows.refresh()

    def action_choose(self) -> None:
        """The same, and leave; once something was ticked, only leave."""
        if not self._ticked:
            self._toggle(self.rows.cursor)
        self.dismiss(None)

    @on(Items.Chosen)
    def picked(self, message: Items.Chosen) -> None:
        """With the mouse."""
        message.prevent_default()  # which would be to pick and close
        self.action_tick()
