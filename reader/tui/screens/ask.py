"""One line to be typed, at the bottom of the screen: a search, tags.

Here: the dialogue. Not here: what is done with the answer (dialogues).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Input, Static

from reader.tui.draw.cells import line_of, width_of
from reader.tui.screens.once import Once
from reader.tui.widgets.field import Field

_FAST = 0.12
"""Seconds between two letters that come fast, at most: what was typed is tried once they rest so long, else at once.

The first letter always counts as one: nobody means it alone, and it is the one that most is found by.
"""

_FIELD, _HINT = 16, 40
"""Cells that the field has at least, and what can be typed at most."""


class Ask(Once, ModalScreen[str | None]):
    """Gives what was typed, or None after escape."""

    CSS_PATH = "dialogue.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", show=False),
        Binding("up", "past(-1)", "Typed before", show=False),
        Binding("down", "past(1)", "Typed after", show=False),
    ]

    def __init__(
        self,
        what: str,
        value: str,
        hint: str,
        enter: str,
        *,
        live: Callable[[str], str] | None = None,
        past: Sequence[str] = (),
    ) -> None:
        """what: is asked for. value: to begin with. hint: what can be typed. enter: what that key does.

        live: called as one types; what it gives is said behind the field. past: what was typed before, the latest last.
        """
        super().__init__()
        self.what = what
        self.input = Field(line_of(value), placeholder=hint, compact=True, select_on_focus=True)
        self.input.answer = self.submitted
        self.said = Static(Content(""), id="said")
        keys = f"enter {enter} · esc closes"
        # What stands in the field hides its hint.
        self._usual = (f"{line_of(hint)} · {keys}", line_of(hint), keys) if value else (keys,)
        self._live = live
        self._past = [line for line in past if line != value]
        self._back = 0
        self._typed = value
        self._rest: Timer | None = None
        self._changed = -_FAST

    def compose(self) -> ComposeResult:
        """A word, the field, and what can be pressed."""
        self._say("")
        with Horizontal(id="line"):
            yield Static(Content(f" {self.what} "))
            yield self.input
            yield self.said

    def on_resize(self) -> None:
        """Say as much of what can be typed and pressed as has room beside the field."""
        if self._live is None or not self.input.value:
            self._say("")

    def _say(self, note: str) -> None:
        """Say it behind the field; nothing: which keys there are, if what stands in the field keeps its room."""
        width = self.app.size.width
        # What stands there already and is long is scrolled: what can be typed instead has to be known.
        wanted = min(width_of(self.input.value), width // 4) or min(width_of(self.input.placeholder), _HINT)
        room = width - width_of(self.what) - max(wanted, _FIELD) - 5
        usual = next((text for text in self._usual if width_of(text) <= room), "")
        self.said.update(Content(line_of(note) or usual))

    @on(Input.Changed)
    def typed(self) -> None:
        """Try it once it is drawn, or, when letters come fast, once they rest."""
        if self._live is None:
            return
        if self._rest is not None:
            self._rest.stop()
        before, self._changed = self._changed, time.monotonic()
        if self._changed - before > _FAST and len(self.input.value) > 1:
            self.call_after_refresh(self._try)
        else:
            self._rest = self.set_timer(_FAST, self._try)

    def _try(self) -> None:
        if self._live is not None and self.is_current:
            self._say(self._live(self.input.value))

    def action_past(self, by: int) -> None:
        """What was typed before; down: what was being typed."""
        if not self._back:
            self._typed = self.input.value
        self._back = max(0, min(self._back - by, len(self._past)))
        self.input.value = line_of(self._past[-self._back]) if self._back else self._typed
        self.input.cursor_position = len(self.input.value)

    def submitted(self) -> None:
        """The answer."""
        self.dismiss(self.input.value)
