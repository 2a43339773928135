"""What each command does on the main screen, when it cannot, and its word in the line of keys.

Here: from a command's name to the action and the pane it is done to. Not here: what the commands are called (keys).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reader.article import Grouping, Removed
from reader.safety import plain
from reader.tui.actions import outside, why
from reader.tui.keys.commands import COMMANDS
from reader.tui.screens import dialogues
from reader.tui.widgets.bars import Hint

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen


def _never() -> str:
    return ""


class Does(NamedTuple):
    """A command on a screen."""

    run: Callable[[], object]
    """Act. May raise ReaderError, whose message is then shown."""
    blocked: Callable[[], str] = _never
    """Why it cannot act now, for the person; empty when it can."""
    hint: Callable[[], str] | None = None
    """The word for the line of keys as things stand, empty: not shown there now; None: always the command's own."""


Table = dict[str, Does]


def doing(screen: MainScreen) -> Table:
    """All commands by name."""
    return {
        **_moving(screen),
        **_between_articles(screen),
        **_story_and_trail(screen),
        **_article(screen),
        **_by_hand(screen),
        **_list_and_program(screen),
    }


def hints(table: Mapping[str, Does], pane: str, shown: Callable[[str], Sequence[str]]) -> Sequence[Hint]:
    """The hints for the pane the keys go to, most useful first, help last. Commands with one word share a hint.

    shown: a command's keys as a person knows them.
    """
    shared: dict[str, Hint] = {}
    for name, command in sorted(COMMANDS.items(), key=lambda item: item[1].rank):
        keys, does = shown(name), table[name]
        word = command.hint if does.hint is None else does.hint()
        if not word or pane not in command.panes.split() or not keys:
            continue
        able = not does.blocked()
        first = shared.get(word)
        if first is None:
            shared[word] = Hint(keys[0], word, name, able)
        else:
            shared[word] = Hint(f"{first.keys} {keys[0]}", first.what, first.command, first.able or able)
    return list(shared.values())


def _no_article(screen: MainScreen) -> str:
    """The commonest reason why a command cannot act."""
    return "" if screen.acting_on is not None else "no article here"


# ---------------------------------------------------------------------- moving


def _moving(screen: MainScreen) -> Table:
    def nowhere() -> str:
        return "no article here" if screen.pane is screen.list and not len(screen.list.listing) else ""

    def cannot_enter() -> str:
        return "already in the article" if screen.pane is screen.text else _no_article(screen)

    def cannot_leave() -> str:
        return "" if screen.inside or screen.zen or screen.shelf.narrowed else "this is the list; q quits"

    def leads_to() -> str:
        if screen.pane is not screen.list:
            return COMMANDS["leave"].hint
        return "end search" if screen.list.view.query else "all" if screen.shelf.narrowed else ""

    return {
        "down": Does(lambda: screen.pane.move(1), nowhere),
        "up": Does(lambda: screen.pane.move(-1), nowhere),
        "first": Does(lambda: screen.pane.move_to_end(first=True)),
        "last": Does(lambda: screen.pane.move_to_end(first=False)),
        "half-page-down": Does(lambda: screen.pane.move_page(0.5)),
        "half-page-up": Does(lambda: screen.pane.move_page(-0.5)),
        "page-down": Does(lambda: screen.pane.move_page(1)),
        "page-up": Does(lambda: screen.pane.move_page(-1)),
        "onward": Does(screen.read_on, partial(_no_article, screen)),
        "enter": Does(screen.enter, cannot_enter),
        "leave": Does(screen.leave, cannot_leave, leads_to),
        "next-pane": Does(partial(screen.next_pane, 1)),
        "previous-pane": Does(partial(screen.next_pane, -1)),
    }


def _between_articles(screen: MainScreen) -> Table:
    def sought() -> str:
        return "match" if screen.list.view.query else COMMANDS["next-unread"].hint

    def at_end(by: int, which: str) -> str:
        return "" if screen.list.neighbour(by) is not None else f"this is the {which} article of the list"

    return {
        "next-unread": Does(partial(screen.next_unread, 1), hint=sought),
        "previous-unread": Does(partial(screen.next_unread, -1), hint=sought),
        "next-article": Does(partial(screen.open_neighbour, 1), partial(at_end, 1, "last")),
        "previous-article": Does(partial(screen.open_neighbour, -1), partial(at_end, -1, "first")),
    }


# ------------------------------------------------------------- story and trail


def _story_and_trail(screen: MainScreen) -> Table:
    reading = screen.reading

    def no_story() -> str:
        if screen.acting_entry is None:
            return _no_article(screen) or "this article could not be read"
        return "" if screen.acting_entry.story is not None else "this article is in no story"

    def no_two() -> str:
        return "" if why.the_two(screen) else "choose a related article, or walk to one with ]"

    def split() -> None:
        if screen.acting_on is not None:
            screen.say(screen.stories.split(screen.acting_on))

    def merge() -> None:
        if screen.acting_on is not None:
            screen.stories.merge(screen.acting_on, screen.say)

    def compare() -> None:
        if screen.acting_on is not None:
            screen.comparing.open(screen.acting_on)

    return {
        "next-of-story": Does(partial(reading.step, 1), reading.cannot_walk),
        "previous-of-story": Does(partial(reading.step, -1), reading.cannot_walk),
        "why-related": Does(partial(why.show_why, screen), no_two),
        "back": Does(
            partial(reading.along_trail, back=True), lambda: "" if reading.trail.behind else "the trail begins here"
        ),
        "forward": Does(
            partial(reading.along_trail, back=False), lambda: "" if reading.trail.ahead else "the trail ends here"
        ),
        "story": Does(screen.stories.open, no_story),
        "not-of-story": Does(split, no_story),
        "one-story": Does(merge, partial(_no_article, screen)),
        "compare": Does(compare, screen.comparing.cannot_compare),
    }


# --------------------------------------------------------------------- article


def _article(screen: MainScreen) -> Table:
    reading = screen.reading
    no_article = partial(_no_article, screen)

    def no_address() -> str:
        if screen.acting_on is None:
            return "no article here"
        # A highlighted article has not been read from the library yet; whether it has an address shows when it is.
        article = reading.article
        if article is not None and article.id == screen.acting_on and not outside.is_web_address(article.url):
            return "this article has no web address"
        return ""

    def browse() -> None:
        if screen.acting_on is not None:
            screen.say(outside.open_in_browser(screen.app, screen.library.article(screen.acting_on).url))

    def copy() -> None:
        summary = screen.summary.summary
        if screen.pane is screen.summary and summary and summary.sentences:
            text, what = plain(summary.sentences[screen.summary.cursor].text), "sentence"
        elif screen.acting_on is not None:
            summary = screen.library.summary(screen.acting_on, sentences=reading.length)
            text, what = outside.as_text(screen.library.article(screen.acting_on), summary), "article"
        screen.app.copy_to_clipboard(text)
        screen.say(f"{what} copied")

    return {
        "fade": Does(screen.comparing.toggle_fading, screen.comparing.cannot_fade),
        "summary": Does(screen.next_mode),
        "longer": Does(partial(reading.change_length, 1), partial(reading.cannot_change_length, 1)),
        "shorter": Does(partial(reading.change_length, -1), partial(reading.cannot_change_length, -1)),
        "method": Does(reading.next_method, no_article),
        # Also where nothing was cut: the reader may have something to cut there.
        "cuts": Does(screen.toggle_cuts, lambda: "" if reading.article is not None else "no article here"),
        "zen": Does(screen.toggle_zen, no_article),
        "open-in-browser": Does(browse, no_address),
        "copy": Does(copy, no_article),
    }


# ------------------------------------------------------------- marks, by hand


def _by_hand(screen: MainScreen) -> Table:
    no_article = partial(_no_article, screen)

    def toggle_read() -> None:
        if entry := screen.acting_entry:
            screen.marks.mark([entry.id], read=not entry.read)

    def star() -> None:
        if entry := screen.acting_entry:
            screen.marks.mark([entry.id], starred=not entry.starred)

    def undo() -> None:
        screen.say(screen.writing.busy)
        screen.marks.undo()

    def edit() -> None:
        if screen.acting_on is not None:
            screen.editing.ask(screen.acting_on)

    return {
        "toggle-read": Does(toggle_read, no_article),
        "mark-shown-read": Does(
            screen.marks.mark_all_read, lambda: "" if len(screen.list.listing) else "no article here"
        ),
        "undo": Does(undo),
        "star": Does(star, no_article),
        "tag": Does(partial(dialogues.ask_tags, screen), no_article),
        "edit": Does(edit, no_article),
        "overrule": _overrule(screen),
    }


def _overrule(screen: MainScreen) -> Does:
    def overrule() -> None:
        if screen.reading.article is not None and screen.reading.article.id is not None:
            screen.editing.overrule(screen.reading.article.id)

    def piece_named() -> str:
        if screen.pane is not screen.text or screen.text.piece is None:
            return ""
        return "keep it" if isinstance(screen.text.piece, Removed) else "cut it"

    def no_piece() -> str:
        if not screen.text.cuts:
            return "it acts on lines while the cuts are shown: c"
        if screen.pane is not screen.text:
            return "go into the text first, to select a line"
        return "" if screen.text.piece is not None else "there is nothing to cut or keep here"

    return Does(overrule, no_piece, piece_named)


# ------------------------------------------------------------ list and program


def _list_and_program(screen: MainScreen) -> Table:
    def group(by: Grouping) -> Does:
        def already() -> str:
            return f"the list is grouped by {by} already" if screen.list.view.group == by else ""

        return Does(partial(screen.shelf.change, group=by), already)

    def leave_or_quit() -> None:
        if screen.inside or screen.zen or screen.shelf.narrowed:
            screen.leave()
        else:
            screen.app.exit()

    return {
        "by-date": group("date"),
        "by-outlet": group("outlet"),
        "by-story": group("story"),
        "ungrouped": group("nothing"),
        "search": Does(partial(dialogues.ask_search, screen)),
        "filter": Does(partial(dialogues.ask_filter, screen)),
        "problems": Does(
            partial(dialogues.show_problems, screen), lambda: "" if screen.adding.problems else "no problems"
        ),
        "theme": Does(lambda: screen.app.search_themes()),
        "palette": Does(lambda: screen.app.action_command_palette()),
        "help": Does(partial(dialogues.show_help, screen)),
        "quit": Does(leave_or_quit),
        "quit-now": Does(lambda: screen.app.exit()),
        "suspend": Does(lambda: screen.app.action_suspend_process()),
    }
