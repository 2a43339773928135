"""From an article to its story's screen, and from there to the places it leads to.

Here: which story is meant, where its screen was left, opening what was chosen. Not here: the screen itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.desk import Spot

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen
    from reader.tui.widgets.sections import Target


class Stories:
    """The stories of a screen's articles."""

    def __init__(self, screen: MainScreen) -> None:
        """screen: whose article's story is shown."""
        self.screen = screen
        self._places: dict[int, tuple[str, int]] = {}
        """The row on which each story's screen was left by going to a place."""

    def open(self) -> None:
        """Show the story of the present article, at the row where it was left."""
        from reader.tui.screens.story import StoryScreen  # here, so that the first picture does not wait for it

        entry = self.screen.acting_entry
        if entry is None or entry.story is None:
            return
        self.screen.reading.leave_place()
        story = StoryScreen(self.screen, entry.story, here=entry.id, at=self._places.pop(entry.story, ("", 0)))

        def done(spot: Target | None) -> None:
            if isinstance(spot, Spot):
                self._places[story.number] = story.at
                with self.screen.trying():
                    self.go(spot, came_from=entry.id)
            self.screen.tell()

        self.screen.app.push_screen(story, done)

    def go(self, spot: Spot, *, came_from: int) -> None:
        """Open an article at a place, which is set off there; the trail leads back to where the reader was."""
        screen = self.screen
        if screen.reading.trail.here is None or screen.reading.trail.here.article_id != came_from:
            screen.reading.trail.visit(came_from)
        if screen.mode == "summary":
            screen.mode = "beside"
        on_the_walk = screen.reading.walk is not None and screen.reading.walk.find(spot.article_id)
        screen.reading.open(spot.article_id, walking=on_the_walk)
        screen.go_into(screen.text)
        if spot.end:
            screen.call_after_refresh(screen.text.seek, (spot.start, spot.end))
