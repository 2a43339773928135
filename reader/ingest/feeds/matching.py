"""Which item of a feed is which article: new, edited, the same as before, or one that is there from elsewhere.

Here: the rules of identity. An item is known by its guid, which may change with every answer; by its address, which
several items may share; by what it says. Not here: storing (`refresh`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Literal, NamedTuple

from reader.library import Store
from reader.library.feeds import KnownItem, NewItem
from reader.moments import aware
from reader.sources.feeds import Feed, Item
from reader.sources.fields import bare_address
from reader.sources.web.addresses import host_of, identity_of
from reader.subscription import Subscription

_LONG_ENOUGH = 200
"""Characters of a text that two reports do not have in common by chance."""


Change = Literal["new", "edited", "known", "elsewhere"]
"""`elsewhere`: another feed or the person has brought the article; this is one more place where it stands."""


@dataclass(frozen=True, slots=True)
class Matched:
    """An item and the article that it is."""

    item: Item
    note: NewItem
    """What is to be remembered of it."""
    change: Change

    @property
    def to_be_stored(self) -> bool:
        """Whether a document is to be made of it."""
        return self.change in ("new", "edited")


@dataclass(slots=True)
class Pending:
    """What has been matched and is not stored yet."""

    places: dict[str, str] = field(default_factory=dict)
    saying: dict[bytes, str] = field(default_factory=dict)


def matched(
    store: Store,
    subscription: Subscription,
    feed: Feed,
    pending: Pending,
    now: datetime,
    *,
    digests: Sequence[bytes],
    secondhand: bool = False,
) -> list[Matched]:
    """The items of a feed, each once, and what they are; those that are as they were are left out.

    digests: of the items. secondhand: a server has passed them on, with names and texts that are not quite the feed's
    own.
    """
    keyed = _keyed(feed.items)
    by_item = dict(zip(map(id, feed.items), digests, strict=True))
    bare = {key: bare_address(item.url) for key, item in keyed.items() if item.url}
    shared = {address for address, count in Counter(bare.values()).items() if count > 1}
    if feed.home:
        shared.add(bare_address(feed.home))
    own = {key: address for key, address in bare.items() if address not in shared}
    known = store.feeds.items(subscription.id, keyed.keys())
    saying_now = {key: by_item[id(item)] for key, item in keyed.items()}
    changed = {key: digest for key, digest in saying_now.items() if key not in known or known[key].digest != digest}
    standing = store.feeds.standing_at([own[key] for key in changed if key in own])
    saying = store.feeds.saying(changed.values())
    matching = _Matching(store, subscription, pending, standing, saying, now, secondhand)
    found: list[Matched] = []
    for key, digest in changed.items():
        result = matching.match(_Seen(keyed[key], key, digest, own.get(key)), known.get(key))
        found.append(result)
        pending.saying.setdefault(digest, result.note.identity)
        if result.note.bare:
            pending.places.setdefault(result.note.bare, result.note.identity)
    return found


def _keyed(items: Sequence[Item]) -> dict[str, Item]:
    """The items by what they are known by. A guid that several have is no guid. Those that say nothing are left out."""
    found: dict[str, Item] = {}
    counts = Counter(item.key for item in items)
    apart = Counter((item.key, item.url) for item in items)
    for item in items:
        key = item.key
        if counts[key] > 1:
            key += f" {item.digest.hex() if apart[key, item.url] > 1 else item.url}"
        if item.headline or item.text or item.url:
            found.setdefault(key, item)
    return found


class _Seen(NamedTuple):
    """An item of a feed."""

    item: Item
    key: str
    digest: bytes
    bare: str | None
    """Its address, if that is its own."""


@dataclass(frozen=True, slots=True)
class _Matching:
    store: Store
    feed: Subscription
    pending: Pending
    standing: dict[str, str]
    saying: dict[bytes, list[str]]
    now: datetime
    secondhand: bool

    def match(self, seen: _Seen, known: KnownItem | None) -> Matched:
        """What an item is that is new, or not what it was when it was known."""
        item, key, digest, bare = seen
        if known is not None:
            change: Change = "edited" if known.digest else "new"
            return self._of(seen, known.identity, change if self._owns(known.identity) else "elsewhere")
        there = self.pending.places.get(bare) or self.standing.get(bare) if bare else None
        if there is not None:
            return self._at_known_address(seen, there)
        if (same := self._same_report(item, digest)) is not None:
            return self._of(seen, same, "elsewhere")
        identity = identity_of(item.url) if item.url and bare else f"{self.feed.address}#{key}"
        return self._of(seen, identity, "new")

    def _at_known_address(self, seen: _Seen, there: str) -> Matched:
        """An item that is new here, at an address where an article stands already."""
        if not self.store.feeds.has_item(self.feed.id, there):
            return self._of(seen, there, "elsewhere")
        if there in self.saying.get(seen.digest, ()):  # only its guid is another
            return self._of(seen, there, "known")
        if _folded(self.store.feeds.headline(there)) == _folded(seen.item.headline):
            return self._of(seen, there, "known" if self.secondhand else "edited")
        return self._of(seen._replace(bare=None), f"{self.feed.address}#{seen.key}", "new")  # the address is used again

    def _same_report(self, item: Item, digest: bytes) -> str | None:
        """An article of the same site, word for word: it stands at several addresses, or in several feeds."""
        if len(item.text) < _LONG_ENOUGH:
            return None
        waiting = self.pending.saying.get(digest)
        others = [*([waiting] if waiting else []), *self.saying.get(digest, ())]
        if not others:
            return None
        site = _site(item.url or self.feed.address)
        return next((identity for identity in others if _site(identity) == site), None)

    def _owns(self, identity: str) -> bool:
        return self.store.feeds.owner(identity) == self.feed.id

    def _of(self, seen: _Seen, identity: str, change: Change) -> Matched:
        item, key, digest, bare = seen
        when = _moment(item.published) if item.published else self.now
        return Matched(item, NewItem(key, identity, digest, when, bare), change)


def _moment(published: date) -> datetime:
    return aware(published if isinstance(published, datetime) else datetime.combine(published, time()))


def _site(address: str) -> str:
    """The last two parts of a host: what its sections and its mobile pages have in common."""
    return ".".join(host_of(address).split(".")[-2:])


def _folded(headline: str | None) -> str:
    return " ".join((headline or "").casefold().split())
