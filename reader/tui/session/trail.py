"""The trail: the articles that were read, in the order of reading, to go back and forward along.

Here: a plain object. Not here: what a screen shows at each place.
"""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """An article and how far down it was scrolled."""

    article_id: int
    scroll: int = 0
    """Character of the text at the top of the screen, so that it holds in any width."""


class Trail:
    """Like a browser's history: a new visit cuts off what lies ahead."""

    def __init__(self, limit: int = 1_000) -> None:
        """limit: how many places are remembered; the oldest are forgotten first."""
        self._limit = limit
        self._places: list[Place] = []
        self._here = -1

    @property
    def here(self) -> Place | None:
        """Where the reader is; None before the first visit."""
        return self._places[self._here] if self._places else None

    @property
    def behind(self) -> int:
        """How many steps lead back."""
        return max(0, self._here)

    @property
    def ahead(self) -> int:
        """How many steps lead forward."""
        return len(self._places) - 1 - self._here

    def before(self, article_id: int) -> int | None:
        """The article from which an article was reached, or which was read last, if it has not been; None: none."""
        if self.here is None or self.here.article_id != article_id:
            return self.here.article_id if self.here else None
        return self._places[self._here - 1].article_id if self.behind else None

    def visit(self, article_id: int) -> None:
        """Go to a new place. Being there already is no new place."""
        if self.here is not None and self.here.article_id == article_id:
            return
        del self._places[self._here + 1 :]
        self._places.append(Place(article_id))
        del self._places[: -self._limit]
        self._here = len(self._places) - 1

    def remember(self, scroll: int) -> None:
        """Keep how far down the present place is scrolled."""
        if self.here is not None:
            self._places[self._here] = Place(self.here.article_id, scroll)

    def back(self) -> Place | None:
        """One step back; None when there is none."""
        if not self.behind:
            return None
        self._here -= 1
        return self.here

    def forward(self) -> Place | None:
        """One step forward; None when there is none."""
        if not self.ahead:
            return None
        self._here += 1
        return self.here
