"""The feeds that are followed: what they are called, their groups, following one no longer.

Here: having it done aside, and what the list shows of it. Not here: what is done (the desk), asking for it (screens),
asking feeds for news (`adding`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from reader.subscription import Subscription
from reader.tui.actions.views import Views
from reader.tui.session.session import Session

_YES_NO = {"yes": True, "no": False}


class Following:
    """What is done about feeds."""

    def __init__(self, session: Session, views: Views) -> None:
        """views: list what there is afterwards."""
        self.session = session
        self.views = views

    def fields_of(self, feed: Subscription) -> dict[str, tuple[str, bool]]:
        """What the dialogue begins with: each field as a person would type it; all of them are the person's own."""
        return {
            "name": (feed.name or feed.title or "", True),
            "group": (feed.group, True),
            "pages": ("yes" if feed.whole else "no", True),
        }

    def fault(self, name: str, value: str) -> str:
        """Why a value cannot be taken; empty: it can."""
        return "yes or no" if name == "pages" and value.casefold() not in _YES_NO else ""

    def change(self, feed: Subscription, changes: Mapping[str, str | None]) -> None:
        """Call a feed otherwise, put it into another group, say whether its items are completed."""
        feeds = self.session.library.feeds

        def work() -> str:
            if "name" in changes:
                feeds.rename(feed.id, changes["name"])
            if "group" in changes:
                feeds.move(feed.id, changes["group"] or "")
            if "pages" in changes:
                feeds.complete(feed.id, _YES_NO[(changes["pages"] or "yes").casefold()])
            return f"{feed.shown}: {', '.join(changes)} changed"

        self._write(work, feed, replace(feed, name=changes.get("name", feed.name)).shown)

    def remove(self, feed: Subscription, *, articles: bool) -> None:
        """Follow it no longer; with articles: take those out, too, but starred and tagged ones."""

        def work() -> str:
            count = self.session.library.feeds.remove(feed.id, articles=articles)
            gone = f"; {count:,} of its articles removed" if articles else "; its articles stay"
            return f"{feed.shown} is not followed any more{gone}"

        self._write(work, feed, None)

    def _write(self, work: Callable[[], str], feed: Subscription, called: str | None) -> None:
        """called: what it is called afterwards, and listed by if it was listed; None: nothing."""

        def written(note: str) -> None:
            with self.session.trying():
                self.session.listed.forget()
                if self.views.wanted.feed == feed.shown != called:
                    self.views.show(replace(self.views.wanted, feed=called))
                else:
                    self.views.reload()
            self.session.say(note)

        self.session.say("working …")
        self.session.writing.start(work, written, self.session.warn)
