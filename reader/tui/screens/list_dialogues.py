"""Questions about what is listed, and about what is looked for in an article.

Here: what is asked and what is done with the answer. Not here: how a dialogue looks (the screens beside this).

The dialogues are imported where they are opened: with Textual's input field they would cost the first screen time.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.tui.actions.views import Filter
from reader.tui.draw import wording
from reader.tui.screens.panes import Panes


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

    screen.app.push_screen(Ask("find", typed, "words of this article", live=finding.find, past=session.finds), done)


def _ask_search(screen: Panes) -> None:
    """Search while the person types; escape brings back what was there."""
    from reader.desk.asking import OPERATORS
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

    hint = f'words, -word, a beginning, "a phrase", {" ".join(OPERATORS[:3])} date:yesterday …'
    screen.app.push_screen(Ask("search", typed, hint, live=live, past=screen.session.searches), done)


def ask_filter(screen: Panes) -> None:
    """What to list: by state, days, length, story, language, group, tag and outlet, several at once."""
    screen.actions.views.filters(lambda filters: _ask_filter(screen, filters))


def _ask_filter(screen: Panes, filters: Sequence[Filter]) -> None:
    from reader.tui.screens.pick import Choice, PickSeveral

    views = screen.actions.views

    def choices() -> Sequence[Choice]:
        about = ("" if one.articles is None else wording.count_of(one.articles, "article") for one in filters)
        return [Choice(one.name, said, views.is_on(one)) for one, said in zip(filters, about, strict=True)]

    def toggle(item: int) -> Sequence[Choice]:
        views.toggle(filters[item])
        return choices()

    screen.app.push_screen(PickSeveral("list only", choices(), toggle))
