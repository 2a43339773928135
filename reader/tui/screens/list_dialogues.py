"""Questions about what is listed, and about what is looked for in an article.

Here: what is asked and what is done with the answer. Not here: how a dialogue looks (the screens beside this).

The dialogues are imported where they are opened: with Textual's input field they would cost the first screen time.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.tui.actions.views import Filter
from reader.tui.draw import criteria, wording
from reader.tui.screens.panes import Panes

_ORDER = ("first", "then", "then, after both")
"""Which of the keys that a list is sorted by one is."""


_FILTERS = {"disputed": "reports of the story disagree", "days": "published"}
"""What a filter means whose name does not say it, by field."""
_KINDS = {"everything": "state", "unread": "state", "starred": "state", "disputed": "state", "shorter": "longer"}
"""Which filters are of one kind, where their fields differ."""


def ask_words(screen: Panes) -> None:
    """What to find: in the article that is being read, in the list in the whole library."""
    if screen.session.inside and screen.session.article is not None:
        _ask_find(screen)
    else:
        _ask_search(screen)


def _ask_find(screen: Panes) -> None:
    """Find while the person types; escape goes back to where it began."""
    from reader.tui.screens.ask import Ask

    session, reading = screen.session, screen.actions.reading
    finding = reading.finding
    typed, place = finding.words, session.place() or 0
    if not screen.pane_is_seen(screen.text):
        session.mode = "beside"
    screen.go_into(screen.text)
    finding.begin()

    def done(words: str | None) -> None:
        if words is None or not words.strip():
            reading.end_find()
            screen.text.go_to(place)
        else:
            session.finds.keep(words)
            finding.find(words)
        screen.tell()

    screen.app.push_screen(
        Ask("find", typed, "words of this article", "keeps it", live=finding.find, past=session.finds), done
    )


def _ask_search(screen: Panes) -> None:
    """Search while the person types; escape brings back what was there."""
    from reader.tui.screens.ask import Ask

    listed, views = screen.session.listed, screen.actions.views
    before, typed, keep = listed.view, views.typed, listed.current

    def done(words: str | None) -> None:
        if words is None:
            views.typed = typed
            views.show(before, keep=keep)
            return
        screen.session.searches.keep(words)
        if why := views.search(words):
            screen.session.warn(why)

    def live(words: str) -> str:
        views.search(words)
        return ""

    hint = 'words, "a phrase", -word, outlet: date:today …'
    screen.app.push_screen(Ask("search", typed, hint, "keeps it", live=live, past=screen.session.searches), done)


def ask_sort(screen: Panes) -> None:
    """What to sort by; several keys one after the other."""
    from reader.tui.screens.pick import Choice, PickSeveral

    views = screen.actions.views
    keys = [key for key in criteria.SORTS if "relevance" not in key or views.wanted.query]

    def choices() -> Sequence[Choice]:
        sort = views.wanted.sort
        said = ["" if key not in sort else _ORDER[min(sort.index(key), len(_ORDER) - 1)] for key in keys]
        named = [Choice(criteria.SORTS[key], said, key in sort) for key, said in zip(keys, said, strict=True)]
        return [Choice("not sorted: under headings", "", not sort), *named]

    def toggle(item: int) -> Sequence[Choice]:
        if item:
            views.toggle_sort(keys[item - 1])
        else:
            views.sort(())
        return choices()

    screen.app.push_screen(PickSeveral("sort by", choices(), toggle))


def ask_view(screen: Panes) -> None:
    """Which of the named views to list; or save what is listed now as one."""
    screen.actions.views.named(lambda found: _ask_view(screen, found))


def _ask_view(screen: Panes, found: Sequence[tuple[str, str]]) -> None:
    from reader.tui.screens.pick import Choice, PickView

    views = screen.actions.views
    now = views.typed_out(screen.session.listed.view)

    def done(chosen: int | None) -> None:
        if chosen is None:
            return
        if not chosen:
            _ask_name(screen, next((name for name, said in found if said == now), ""))
        elif pick.wanted == "remove":
            views.forget(found[chosen - 1][0])
        else:
            with screen.session.trying():
                views.open_view(found[chosen - 1][1])

    saved = [
        Choice(f"{number if number < 10 else ' '} {name}", said or "all articles", said == now)
        for number, (name, said) in enumerate(found, 1)
    ]
    new = views.narrowed and all(said != now for _, said in found)
    pick = PickView("views", [Choice("save what is listed", now or "all articles"), *saved], new=new)
    if screen.app.screen is screen:  # not over a screen that was opened meanwhile
        screen.app.push_screen(pick, done)


def _ask_name(screen: Panes, name: str) -> None:
    from reader.tui.screens.ask import Ask

    def done(answer: str | None) -> None:
        if answer is not None and answer.strip():
            screen.actions.views.save(" ".join(answer.split()))

    screen.app.push_screen(Ask("save the view as", name, "a name for what is listed now", "saves"), done)


def open_view(screen: Panes, number: int) -> None:
    """List what the named view of that number lists."""

    def found(named: Sequence[tuple[str, str]]) -> None:
        if number > len(named):
            screen.say(f"there is no view {number}; {screen.list.hint('views', 'saves one')}")
        else:
            screen.actions.views.open_view(named[number - 1][1])

    screen.actions.views.named(found)


def ask_filter(screen: Panes) -> None:
    """What to list: by state, days, length, story, language, group, tag and outlet, several at once."""
    screen.actions.views.filters(lambda filters: _ask_filter(screen, filters))


def _ask_filter(screen: Panes, filters: Sequence[Filter]) -> None:
    from reader.tui.screens.pick import Choice, PickSeveral

    views = screen.actions.views

    def choices() -> Sequence[Choice]:
        return [Choice(one.name, about(one), views.is_on(one), _KINDS.get(one.field, one.field)) for one in filters]

    def about(one: Filter) -> str:
        return _FILTERS.get(one.field, "") if one.articles is None else wording.count_of(one.articles, "article")

    def toggle(item: int) -> Sequence[Choice]:
        views.toggle(filters[item])
        return choices()

    if screen.app.screen is screen:
        screen.app.push_screen(PickSeveral("list only", choices(), toggle))
