"""A line to type in.

Here: the widget. Not here: the dialogues it stands in.
"""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.widgets import Input


class Field(Input):
    """Calls `answer` at Enter, before the keys that came with it: they are for the screen that is there then."""

    answer: Callable[[], None]

    async def _on_key(self, event: events.Key) -> None:
        if self.app.screen is not self.screen:
            self.app.post_message(events.Key(event.key, event.character))
        elif event.key == "enter":
            self.answer()
        else:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
