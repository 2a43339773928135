"""The fields of an article or a feed, to be set by hand: one line each, with a line under it that says what it wants.

Here: the dialogue. Not here: what is done with the answer (`actions`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.tui.draw.cells import line_of
from reader.tui.screens.once import Once
from reader.tui.widgets.field import Field

_ABOUT = {
    "headline": "As it stands over the article.",
    "outlet": "Who printed it; the list groups by it.",
    "date": "2022-11-07 or 2022-11-07 10:37.",
    "byline": "Who wrote it.",
}
"""The line under each field."""
_BY_HAND = "Set by hand. Empty: what cleaning found."


class Edit(Once, ModalScreen[Mapping[str, str | None] | None]):
    """Gives what was changed (None: back to what cleaning found), or None after escape."""

    CSS_PATH = "dialogue.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", show=False),
        Binding("down", "app.focus_next", "Next", show=False),
        Binding("up", "app.focus_previous", "Previous", show=False),
    ]

    def __init__(
        self,
        fields: Mapping[str, tuple[str, bool]],
        fault: Callable[[str, str], str],
        about: Mapping[str, str] | None = None,
        title: str = "set by hand",
    ) -> None:
        """fields: what each holds and whether it was set by hand. fault: why a value cannot be taken; empty: it can.

        about: the line under each field; None: those of an article's. title: over the fields.
        """
        super().__init__()
        self.before = {name: line_of(value) for name, (value, _) in fields.items()}
        self.by_hand = {name for name, (_, by_hand) in fields.items() if by_hand}
        self.inputs = {
            name: Field(value, placeholder="none" if about else "unknown", compact=True, select_on_focus=False, id=name)
            for name, value in self.before.items()
        }
        for field in self.inputs.values():
            field.answer = self.submitted
        self._about = about or {name: _BY_HAND if name in self.by_hand else said for name, said in _ABOUT.items()}
        self._unknown = "" if about else " · ? not known"
        self._title = line_of(title)
        self._fault = fault
        self._fault_line = Static(id="fault")

    def compose(self) -> ComposeResult:
        """The fields, how to leave, and room for what is wrong with an answer."""
        with Vertical(id="form") as form:
            form.border_title = Content(self._title)
            form.border_subtitle = Content(f"enter saves · tab next{self._unknown} · esc closes")
            for name, field in self.inputs.items():
                with Horizontal(classes="field"):
                    yield Static(Content(name.capitalize()), classes="name")
                    yield field
                yield Static(Content(line_of(self._about[name])), classes="about")
            yield self._fault_line

    def submitted(self) -> None:
        """The answer, unless something in it cannot be."""
        values = {name: field.value.strip() for name, field in self.inputs.items()}
        for name, value in values.items():
            if why := self._fault(name, value):
                self._fault_line.update(Content(why))
                self.inputs[name].focus()
                return
        self.dismiss({name: self._said(name, value) for name, value in values.items() if value != self.before[name]})

    def _said(self, name: str, value: str) -> str | None:
        """An emptied field is not known, unless it was set by hand: then it is what cleaning found."""
        return value or (None if name in self.by_hand else "?")
