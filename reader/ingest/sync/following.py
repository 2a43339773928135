"""Feeds of a server and feeds here: followed, left, renamed and moved on both sides.

Here: what each side did since they agreed last. What was done here is told first, so that it counts where both sides
changed the same. Not here: tables (`reader.library.sync.servers`), requests (`reader.sources.sync`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from reader.article import Problem
from reader.library import Store
from reader.library.sync.servers import ServerFeed
from reader.sources.sync import answers
from reader.sources.sync.answers import Listed
from reader.sources.sync.server import Server
from reader.sources.web.fetching import FetchError
from reader.subscription import Account, Subscription

_HALTING = (0, 401, 403, 429)
"""Answers (0: none) after which nothing more is worth asking; any other is about the one feed."""


@dataclass(slots=True)
class Following:
    """The feeds of one account, brought to the same state on both sides."""

    store: Store
    account: Account
    server: Server
    problems: list[Problem] = field(default_factory=list)

    def agree(self) -> dict[str, Subscription]:
        """Tell and take over what changed. Returns the feeds by what the server calls them. Raises FetchError."""
        listed = self._list()
        for number in self.store.servers.to_be_told(self.account.id):
            self.store.servers.put_feed(self.account.id, self._feed(number).address, feed_id=number)
        told = [self._tell(row, listed) for row in self.store.servers.feeds(self.account.id)]
        if any(told):
            listed = self._list()
        self._take_over(listed)
        rows = self.store.servers.feeds(self.account.id)
        return {row.stream: self._feed(row.feed_id) for row in rows if row.stream and row.feed_id is not None}

    def _list(self) -> list[Listed]:
        return answers.subscriptions(self.server.subscriptions())

    def _feed(self, number: int) -> Subscription:
        return self.store.feeds.get(number)

    # ---------------------------------------------------------- what was done here

    def _tell(self, row: ServerFeed, listed: list[Listed]) -> bool:
        """Tell what was done with a feed here. Returns whether anything was told."""
        if row.feed_id is None:
            again = self.store.feeds.at(row.address)  # left, and followed again
            if again is not None:
                self.store.servers.change_feed(row.id, feed_id=again)
                return False
            return self._leave(row, listed)
        if row.stream is None:
            return self._follow(row, self._feed(row.feed_id), listed)
        return self._change(row, row.stream, self._feed(row.feed_id))

    def _leave(self, row: ServerFeed, listed: list[Listed]) -> bool:
        told = False
        if row.stream is not None and any(one.stream == row.stream for one in listed):
            stream = row.stream
            if self._done(lambda: self.server.unsubscribe(stream), row, "could not be left on the server") is not None:
                return False
            told = True
        self.store.servers.drop_feed(row.id)
        return told

    def _follow(self, row: ServerFeed, feed: Subscription, listed: list[Listed]) -> bool:
        if self._link(row, feed, listed):
            return False
        if row.refused or (feed.private and not self.account.private):
            return False
        told = self._done(
            lambda: self.server.subscribe(row.address, title=feed.name, label=feed.group),
            row,
            "not followed by the server, but asked from here",
        )
        if told is not None:
            self.store.servers.change_feed(row.id, refused=told)
        return told is None

    def _change(self, row: ServerFeed, stream: str, feed: Subscription) -> bool:
        title = feed.name if feed.name != row.title else None
        label = feed.group if feed.group != row.group else None
        if title is None and label is None:
            return False
        instead = row.group if label is not None else None
        refused = self._done(
            lambda: self.server.change(stream, title=title, label=label, instead=instead),
            row,
            "could not be changed on the server",
        )
        if refused is None:
            self.store.servers.change_feed(row.id, title=title or row.title, group=feed.group)
        return refused is None

    def _done(self, action: Callable[[], None], row: ServerFeed, what: str) -> str | None:
        """Tell the server something about one feed. Returns why it does not take it; None: it does."""
        try:
            action()
        except FetchError as error:
            if error.status in _HALTING:
                raise
            self.problems.append(Problem(row.title or row.address, f"{what}: {error}", note=True))
            return str(error)
        return None

    # --------------------------------------------------------- what was done there

    def _take_over(self, listed: list[Listed]) -> None:
        rows = self.store.servers.feeds(self.account.id)
        streams = {row.stream for row in rows if row.stream}
        if not listed and len(streams) > 1:
            raise FetchError("the server lists no feeds any more; nothing was changed here")
        there = {one.stream: one for one in listed}
        for row in rows:
            if row.stream is None:
                if row.feed_id is not None:
                    self._link(row, self._feed(row.feed_id), listed)
            elif row.stream not in there:
                # Of two feeds of one address the other may be followed still.
                followed = any(one.stream in there for one in rows if one.feed_id == row.feed_id)
                self._was_left(row, followed=followed)
            elif row.feed_id is not None:
                self._was_changed(row, there[row.stream], self._feed(row.feed_id))
        known = {row.stream for row in self.store.servers.feeds(self.account.id)}
        for one in listed:
            if one.stream not in known:
                self._is_new(one)

    def _link(self, row: ServerFeed, feed: Subscription, listed: list[Listed]) -> bool:
        """A feed that the server is told of, or has just been, by its address. Returns whether it has it."""
        there = next((one for one in listed if one.address == row.address), None)
        if there is None:
            return False
        with self.store.transaction():
            self.store.servers.change_feed(
                row.id, stream=there.stream, title=there.title, group=there.group, refused=None
            )
            if not feed.group:
                self.store.feeds.change(feed.id, group=there.group)
        return True

    def _was_left(self, row: ServerFeed, *, followed: bool) -> None:
        with self.store.transaction():
            if row.feed_id is not None and not followed:
                self.store.feeds.unsubscribe(row.feed_id)
                why = "not followed any more, as on the server; its articles stay"
                self.problems.append(Problem(row.title or row.address, why, note=True))
            self.store.servers.drop_feed(row.id)

    def _was_changed(self, row: ServerFeed, there: Listed, feed: Subscription) -> None:
        if (there.title, there.group) == (row.title, row.group):
            return
        with self.store.transaction():
            said = {"title": there.title, "name": None} if there.title != row.title else {}
            said |= {"group": there.group} if there.group != row.group else {}
            self.store.feeds.change(feed.id, **said)
            self.store.servers.change_feed(row.id, title=there.title, group=there.group)

    def _is_new(self, there: Listed) -> None:
        with self.store.transaction():
            number = self.store.feeds.at(there.address)
            if number is None:
                said = {"title": there.title, "home": there.home, "group": there.group}
                number = self.store.feeds.subscribe(there.address, **said)
            elif not self._feed(number).group:
                self.store.feeds.change(number, group=there.group)
            self.store.servers.put_feed(
                self.account.id,
                there.address,
                stream=there.stream,
                title=there.title,
                group=there.group,
                feed_id=number,
            )
