"""From an article to its story's screen and the places it leads to; what a person decides about stories.

Here: which story is meant, where its screen was left, opening what was chosen, asking which story an article belongs
to. Not here: the screen itself, what a decision does (the desk).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.article import Story
from reader.tui.draw import wording
from reader.tui.session.aside import Task

if TYPE_CHECKING:
    from reader.desk.shared_names import Spot
    from reader.tui.screens.main import MainScreen


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

        def done(spot: Spot | None) -> None:
            if spot is not None:
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

    # ----------------------------------------------------------------- by hand

    def split(self, article_id: int) -> str:
        """Take an article out of its story for good: what was done. Raises ReaderError."""
        story = self.screen.library.split(article_id)
        self.changed()
        return f"not of story {story} any more · u takes it back"

    def merge(self, article_id: int, then: Callable[[str], None]) -> None:
        """Ask which story is one with the article's, or, where it is in none, which it belongs to.

        then: told what was done, or why nothing could be.
        """
        asked_on = self.screen.app.screen

        def ask(stories: Sequence[Story]) -> None:
            if self.screen.app.screen is asked_on:  # not over a screen that was opened meanwhile
                self._ask(article_id, stories, then)

        def work(task: Task) -> None:
            task.deliver(ask, self.screen.library.near_stories(article_id))

        self.screen.aside.start("near", self.screen, work, then)

    def _ask(self, article_id: int, stories: Sequence[Story], then: Callable[[str], None]) -> None:
        """The nearest stories are known."""
        from reader.tui.screens.pick import Choice, Pick  # here, so that the first picture does not wait for it

        if not stories:
            then("no other story is near this article")
            return
        entries = self.screen.library.entries([article_id])
        own = entries[0].story if entries else None
        choices = [
            Choice(story.headline or "no headline", wording.count_of(len(story.article_ids), "article"))
            for story in stories
        ]

        def done(chosen: int | None) -> None:
            if chosen is None:
                return
            with self.screen.trying():
                if own is None:
                    self.screen.library.join(article_id, stories[chosen].id)
                    what = f"put into story {stories[chosen].id}"
                else:
                    what = f"one story now: {self.screen.library.merge(own, stories[chosen].id)}"
                self.changed()
                then(f"{what} · u takes it back")

        title = "belongs to the story" if own is None else "is one story with"
        title += f" · the nearest {len(choices)}" if len(choices) > 1 else " · the nearest"
        self.screen.app.push_screen(Pick(title, choices, wide=True), done)

    def changed(self) -> None:
        """Stories are not what they were: the list, and what is related to the article being read, show it."""
        self.screen.marks.changed(None)
        self.screen.reading.survey_again()
        if self.screen.shelf.view.group == "story":
            self.screen.shelf.reload()
