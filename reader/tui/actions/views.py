"""What is listed: everything or a part, under which headings or in which order, and how many articles that are.

Here: views. Not here: the list (its widget), the questions that lead to a view (screens).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from reader.article import Grouping, View
from reader.config.settings import VIEW
from reader.errors import ReaderError
from reader.tui.draw import criteria
from reader.tui.session.aside import Task
from reader.tui.session.changes import Counted, Listed, ListingStale
from reader.tui.session.session import Session

_FIRST_PIECE = 500
"""Places that are listed at once; the rest follows aside."""
_DAYS = 30
_MOST = 500
"""Outlets, and tags, that can be filtered by."""


_DAYS_SAID = ("date:today", "since:yesterday", "date:week", "date:month")
_LENGTHS = (("shorter", 3), ("longer", 5), ("longer", 10))
_STORY_SIZES = (2, 5)


class Filter(NamedTuple):
    """Something to filter by."""

    field: str
    """As in `criteria`; `everything`."""
    value: object
    name: str
    articles: int | None = None
    """How many there are; None: not counted."""
    days: str = ""
    """Days as they are typed."""


class Chip(NamedTuple):
    """One of the criteria that narrow the list."""

    field: str
    words: str


class Views:
    """The view of a session's list."""

    def __init__(self, session: Session) -> None:
        """session: whose list it is."""
        self.session = session
        self.wanted = session.home
        """What is listed, or about to be."""
        self.typed = ""
        """The search that is on, as it was typed."""
        self.days = ""
        """The days that are listed, as they were typed last."""
        self._grouped: Grouping = session.home.group
        """Under which headings the list stood before it was sorted."""
        self._came: list[str] = []
        """What narrows the list, the latest last."""
        self._searched = session.home
        """What it is a search of: the filters that were on before it."""

    @property
    def narrowed(self) -> bool:
        """Whether a search or a filter is on."""
        return self._narrows(self.session.listed.view)

    def _narrows(self, view: View) -> bool:
        return replace(view, group="date", sort=()) != replace(self.session.home, group="date")

    def show(self, view: View, *, keep: int | None = None) -> None:
        """List something else; a search is worked out aside. keep: the article to leave the cursor on."""
        session = self.session
        session.give_up()
        self.wanted = view
        if view.query or view.sort or view.disputed:  # which takes its time
            session.ask(lambda: self._beginning(view, keep), session.tell, self._stay)
            return
        with session.trying():
            try:
                session.tell(self._beginning(view, keep))
            except ReaderError:
                self._stay()
                raise

    def come_back(self, view: View, typed: str, keep: int | None) -> None:
        """List what was listed when the person left. typed: what narrowed it. keep: as `show`."""
        if typed:
            from reader.desk.asking import days_typed

            self.days = days_typed(typed)
        self.show(view, keep=keep)

    def search(self, typed: str) -> str:
        """List what is asked for, words and operators (see `asking`): why it is not understood, empty if it is."""
        from reader.desk.asking import asked_for, days_typed  # the first screen needs nothing of it

        of = self._searched if self.typed else replace(self.wanted, query=None)
        try:
            view = asked_for(typed, replace(of, group=self.wanted.group, sort=self.wanted.sort))
        except ReaderError as error:
            return str(error)
        self.typed, self._searched, self.days = typed.strip(), of, days_typed(typed) or self.days
        if view != self.wanted:
            self.show(view)
        return ""

    def filter(self, view: View) -> None:
        """List what a filter leaves; the operators of a search are filters from now on."""
        self.typed, self._searched = view.query or "", replace(view, query=None)
        self.show(view, keep=self.session.listed.current)

    def _beginning(self, view: View, keep: int | None) -> Listed:
        """The first places of a listing. Raises ReaderError when the library cannot be read."""
        library = self.session.library
        if view.disputed:
            library.look_for_disputes()
        slots = library.slots(view, limit=_FIRST_PIECE)
        return Listed(view, slots, len(slots) < _FIRST_PIECE, [name for name, _ in library.outlets()], keep)

    def sought(self) -> str:
        """What is said where it takes a while to look something up."""
        disputes = self.wanted.disputed and not self.session.listed.view.disputed
        return "looking where reports disagree …" if disputes else "looking …"

    def _stay(self) -> None:
        """What was listed before stays."""
        self.wanted = self.session.listed.view

    def change(self, **changes: Any) -> None:
        """List under other headings or in another order, or more, or less; the cursor stays on its article."""
        self.show(replace(self.session.listed.view, **changes), keep=self.session.listed.current)

    def sort(self, keys: Sequence[str]) -> None:
        """List in this order, without headings; by no key: under the headings that were there before."""
        if keys and not self.wanted.sort:
            self._grouped = self.wanted.group
        group: Grouping = "nothing" if keys else self._grouped
        self.show(replace(self.wanted, sort=tuple(keys), group=group), keep=self.session.listed.current)

    def toggle_sort(self, key: str) -> None:
        """Sort by this as well, after what it is sorted by already; or not any more."""
        turned = key[1:] if key.startswith("-") else f"-{key}"
        keys = [one for one in self.wanted.sort if one not in (key, turned)]
        self.sort(keys if key in self.wanted.sort else [*keys, key])

    def open_view(self, said: str) -> None:
        """List what a named view says. Raises ReaderError where that is not understood."""
        from reader.desk.asking import asked_for, days_typed

        view = asked_for(said, self.session.home)
        self.days = days_typed(said)
        self.filter(view)

    def named(self, then: Callable[[Sequence[tuple[str, str]]], None]) -> None:
        """Have the named views looked up. then: told them."""
        saved, own = self.session.library.views, self.session.config.by_name(VIEW)
        self.session.ask(lambda: [*own.items(), *(view for view in saved.all() if view[0] not in own)], then)

    def save(self, name: str) -> None:
        """Give what is listed now a name."""
        views, said = self.session.library.views, self.typed_out(self.session.listed.view)
        told = f"saved as the view {name} · V lists it"
        self.session.ask(lambda: views.put(name, said), lambda _: self.session.say(told))

    def forget(self, name: str) -> None:
        """Forget a named view."""
        views = self.session.library.views
        if name in self.session.config.by_name(VIEW):
            self.session.say(f"the view {name} stands in the configuration: `reader config edit`")
            return
        self.session.ask(lambda: views.remove(name), lambda _: self.session.say(f"the view {name} is forgotten"))

    def widen(self) -> None:
        """End search and filter."""
        listed = self.session.listed
        self.typed = ""
        self.show(replace(self.session.home, group=listed.view.group, sort=listed.view.sort), keep=listed.current)

    def reload(self) -> None:
        """Articles have come or changed."""
        if len(self.session.listed.listing):
            self.session.tell(ListingStale())
            self.count()
        else:
            self.show(self.session.listed.view)

    def count(self) -> None:
        """Count again, in a thread."""
        session, view = self.session, self.session.listed.view

        def work(task: Task) -> None:
            activity = [number for _, number in session.library.activity(view, _DAYS)]
            task.deliver(session.tell, Counted(*session.library.count(view), activity))

        session.start("count", work)  # that the library cannot be read is said by the list

    # ----------------------------------------------------------------- filters

    def typed_out(self, view: View) -> str:
        """What would have to be typed to have this view listed, days as they were said."""
        from reader.desk.asking import typed_out

        return typed_out(view, self.days if self._says_days(view) else "")

    def _says_days(self, view: View) -> bool:
        """Whether the days of the view are those that were typed last."""
        if not self.days:
            return False
        from reader.desk.asking import asked_for

        typed = asked_for(self.days, View())
        return (typed.since, typed.until) == (view.since, view.until)

    def chips(self) -> Sequence[Chip]:
        """What narrows the list, in the order in which it came."""
        view, home = self.session.listed.view, self.session.home
        on = [field for field in criteria.FIELDS if criteria.value_of(view, field) != criteria.value_of(home, field)]
        self._came = [field for field in self._came if field in on]
        self._came += [field for field in on if field not in self._came]
        days = self.days if "days" in on and self._says_days(view) else ""
        return [Chip(one, criteria.in_words(one, criteria.value_of(view, one), days)) for one in self._came]

    def drop(self, field: str | None = None) -> None:
        """List without one of the criteria; None: without the one that came last."""
        chips = self.chips()
        field = field or (chips[-1].field if chips else None)
        if field is not None:
            self.filter(self._without(self.session.listed.view, field))

    def _without(self, view: View, field: str) -> View:
        value = criteria.value_of(self.session.home, field)
        return replace(view, **criteria.changes_of(field, value))

    def is_on(self, one: Filter) -> bool:
        """Whether it is in force, or about to be."""
        if one.field == "everything":
            return not self._narrows(self.wanted)
        return criteria.value_of(self.wanted, one.field) == one.value

    def toggle(self, one: Filter) -> None:
        """Put a filter into force, beside the others; or end it."""
        if one.field == "everything":
            self.widen()
            return
        if self.is_on(one):
            view = self._without(self.wanted, one.field)
        else:
            view = replace(self.wanted, **criteria.changes_of(one.field, one.value))
            self.days = one.days or self.days
        self.filter(view)

    def filters(self, then: Callable[[Sequence[Filter]], None]) -> None:
        """Have it looked up what can be filtered by. then: told."""
        self.session.ask(self._filters, then)

    def _filters(self) -> Sequence[Filter]:
        from reader.desk.asking import asked_for

        library, view, home = self.session.library, self.session.listed.view, self.session.home
        found = [Filter("everything", None, "everything")]

        def offer(field: str, value: object, articles: int | None = None, days: str = "") -> None:
            found.append(Filter(field, value, criteria.in_words(field, value, days), articles, days))

        for state in ("unread", "starred", "disputed"):
            offer(state, True)
        for said in _DAYS_SAID:
            typed = asked_for(said, View())
            offer("days", (typed.since, typed.until), days=said)
        for field, minutes in _LENGTHS:
            offer(field, minutes)
        for size in _STORY_SIZES:
            offer("story_size", size)
        languages = library.languages(home)
        for language, count in languages if len(languages) > 1 else ():
            offer("language", language, count)
        for group in library.feeds.groups()[:_MOST]:
            offer("feed_group", group)
        for field, counted in (("tag", library.tags(home)), ("outlet", library.outlets(home))):
            for name, count in counted[:_MOST]:
                offer(field, name, count)
        if view.outlet == "" or library.slots(replace(home, outlet=""), limit=1):
            offer("outlet", "")
        return found
