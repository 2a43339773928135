"""What the fake library of the screens lists, under which headings and in which order: a part of
`tui_support.FakeLibrary`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from reader.article import Article, Entry, Slot, View


class FakeViews:
    """Named views."""

    def __init__(self) -> None:
        self.saved: dict[str, str] = {}

    def all(self) -> list[tuple[str, str]]:
        return list(self.saved.items())

    def put(self, name: str, said: str) -> None:
        self.saved[name] = said

    def remove(self, name: str) -> None:
        self.saved.pop(name, None)


class FakeListing:
    """Listings in memory, worked out anew each time."""

    store: dict[int, Article]
    marked: dict[int, dict[str, Any]]
    _check: Callable[[], None]
    _entry: Callable[[Article], Entry]
    _story: Callable[[int], int | None]

    def _day(self, article: Article) -> date | None:
        when = article.published
        return when.date() if isinstance(when, datetime) else when

    def _fits(self, entry: Entry, article: Article, view: View) -> bool:
        words = (view.query or "").lower().split()
        text = f"{article.headline} {article.text}".lower()
        return (
            not (view.unread and entry.read)
            and not (view.starred and not entry.starred)
            and (view.tag is None or view.tag in entry.tags)
            and (view.outlet is None or view.outlet == (entry.outlet or ""))
            and (view.feed is None or view.feed == entry.outlet)
            and (view.language is None or view.language == article.language)
            and (view.longer is None or entry.minutes > view.longer)
            and (view.shorter is None or entry.minutes < view.shorter)
            and (view.story_size is None or entry.tellings >= view.story_size)
            and (view.since is None or view.since <= (self._day(article) or date.min))
            and (view.until is None or view.until >= (self._day(article) or date.max))
            and all(word in text for word in words)
            and (view.under is None or article.source.startswith(view.under))
        )

    def _listing(self, view: View) -> list[Slot]:
        found = [a for a in self.store.values() if self._fits(self._entry(a), a, view)]
        newest = sorted(found, key=lambda a: (self._day(a) or date.min, str(a.published), -(a.id or 0)), reverse=True)

        def key(article: Article) -> str:
            day = self._day(article)
            if view.group == "date":
                return (day.isoformat() + "~" * (article.published_from == "inferred")) if day else ""
            if view.group == "outlet":
                return article.outlet or ""
            return str(self._story(article.id or 0) or "") if view.group == "story" else ""

        for sort in reversed(view.sort):
            name = sort.lstrip("-")
            newest.sort(
                key=lambda a: {
                    "date": str(a.published or "9"),
                    "outlet": (a.outlet or "~").casefold(),
                    "length": len(a.text),
                    "story-size": self._entry(a).tellings,
                }.get(name, ""),  # type: ignore[arg-type, return-value]  # of one kind each
                reverse=sort.startswith("-"),
            )
        if view.sort:
            return [Slot(a.id or 0, "") for a in newest]
        if view.group in ("outlet", "story"):
            newest.sort(key=lambda a: (not key(a), key(a)))
        return [Slot(a.id or 0, key(a)) for a in newest]

    def slots(self, view: View, *, after: Slot | None = None, limit: int = 500) -> list[Slot]:
        self._check()
        slots = self._listing(view)
        start = slots.index(after) + 1 if after else 0
        return slots[start : start + limit]

    def count(self, view: View) -> tuple[int, int]:
        ids = [slot.id for slot in self._listing(view)]
        return len(ids), sum(not self.marked[i]["read"] for i in ids)

    def next_unread(self, view: View, after: int | None, *, backwards: bool = False) -> int | None:
        ids = [slot.id for slot in self._listing(view)]
        at = ids.index(after) if after in ids else -1
        order = reversed(ids[: max(at, 0)]) if backwards else ids[at + 1 :]
        return next((i for i in order if not self.marked[i]["read"]), None)

    def _all_of(self, view: View | None) -> list[Article]:
        return [self.store[slot.id] for slot in self._listing(view or View())]

    def outlets(self, view: View | None = None) -> list[tuple[str, int]]:
        names = [a.outlet for a in self._all_of(view) if a.outlet]
        return [(name, names.count(name)) for name in sorted(set(names))]

    def tags(self, view: View | None = None) -> list[tuple[str, int]]:
        given = [tag for marks in self.marked.values() for tag in marks["tags"]]
        return [(tag, given.count(tag)) for tag in sorted(set(given))]

    def look_for_disputes(self) -> int:
        return 0

    def languages(self, view: View | None = None) -> list[tuple[str, int]]:
        codes = [a.language for a in self._all_of(view) if a.language]
        return [(code, codes.count(code)) for code in sorted(set(codes))]

    def activity(self, view: View, days: int = 30) -> list[tuple[date, int]]:
        dated = [day for slot in self._listing(view) if (day := self._day(self.store[slot.id]))]
        if not dated:
            return []
        span = [max(dated) - timedelta(days=back) for back in range(min(days, 12) - 1, -1, -1)]
        return [(day, dated.count(day)) for day in span]
