"""What each command does on the main screen, when it cannot, and its word in the line of keys.

Here: from a command's name to the action and the pane it is done to. Not here: what the commands are called (keys).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reader.article import Grouping, Removed
from reader.safety import is_web_address, plain
from reader.tui.actions import outside
from reader.tui.keys.commands import COMMANDS
from reader.tui.screens import dialogues
from reader.tui.screens.panes import Panes
from reader.tui.widgets.bars import Hint

if TYPE_CHECKING:
    from reader.desk.shared_names import Spot


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


def doing(screen: Panes) -> Table:
    """All commands by name."""
    return {
        **_moving(screen),
        **_between_articles(screen),
        **_story_and_trail(screen),
        **_article(screen),
        **_by_hand(screen),
        **_news(screen),
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


def _no_article(screen: Panes) -> str:
    """The commonest reason why a command cannot act."""
    return "" if screen.session.acting_on is not None else "no article here"


def _away(screen: Panes) -> bool:
    """Whether there is a level to go back from: zen, an article, a search."""
    return screen.session.zen or screen.session.inside or screen.actions.views.narrowed


# ---------------------------------------------------------------------- moving


def _moving(screen: Panes) -> Table:
    def nowhere() -> str:
        return "no article here" if screen.pane is screen.list and not len(screen.session.listed.listing) else ""

    def cannot_enter() -> str:
        return "already in the article" if screen.pane is screen.text else _no_article(screen)

    def cannot_leave() -> str:
        return "" if _away(screen) else "this is the list; q quits"

    def leads_to() -> str:
        if screen.pane is not screen.list:
            return COMMANDS["leave"].hint
        return "end search" if screen.session.listed.view.query else "all" if screen.actions.views.narrowed else ""

    return {
        "down": Does(partial(screen.action_move, 1), nowhere),
        "up": Does(partial(screen.action_move, -1), nowhere),
        "first": Does(partial(screen.action_end, True)),
        "last": Does(partial(screen.action_end, False)),
        "half-page-down": Does(partial(screen.action_page, 0.5)),
        "half-page-up": Does(partial(screen.action_page, -0.5)),
        "page-down": Does(partial(screen.action_page, 1)),
        "page-up": Does(partial(screen.action_page, -1)),
        "onward": Does(partial(_read_on, screen), partial(_no_article, screen)),
        "enter": Does(screen.enter, cannot_enter),
        "leave": Does(screen.leave, cannot_leave, leads_to),
        "next-pane": Does(partial(screen.next_pane, 1)),
        "previous-pane": Does(partial(screen.next_pane, -1)),
    }


def _read_on(screen: Panes) -> None:
    """Open, turn the page, or open the next unread article."""
    if not screen.session.inside:
        screen.enter()
    elif screen.pane is screen.text and screen.text.at_end:
        _next_unread(screen, 1)
    else:
        screen.pane.move_page(1)


def _next_unread(screen: Panes, by: int) -> None:
    """To the next (previous) unread article, or match of the search; opened if an article is being read."""
    session, walking = screen.session, screen.actions.walking
    if session.inside and not session.listed.view.query:
        walking.next_unread(by)
        return
    if session.listed.view.query:
        found, none = session.listed.neighbour(by), "no further match"
    else:
        found, none = walking.unread_from(session.acting_on, by), walking.none_unread(by)
    if found is None:
        screen.say(none)
    elif session.inside:
        screen.actions.reading.open(found, place=0)
    elif not screen.list.select(found):
        screen.say("that article has not been listed yet")


def _between_articles(screen: Panes) -> Table:
    listed = screen.session.listed

    def sought() -> str:
        return "match" if listed.view.query else COMMANDS["next-unread"].hint

    def at_end(by: int, which: str) -> str:
        return "" if listed.neighbour(by) is not None else f"this is the {which} article of the list"

    def open_neighbour(by: int) -> None:
        if (found := listed.neighbour(by)) is not None:
            screen.actions.reading.open(found)

    return {
        "next-unread": Does(partial(_next_unread, screen, 1), hint=sought),
        "previous-unread": Does(partial(_next_unread, screen, -1), hint=sought),
        "next-article": Does(partial(open_neighbour, 1), partial(at_end, 1, "last")),
        "previous-article": Does(partial(open_neighbour, -1), partial(at_end, -1, "first")),
    }


# ------------------------------------------------------------- story and trail


def _open_story(screen: Panes) -> None:
    """Show the story of the present article, at the row where it was left."""
    from reader.tui.screens.story import StoryScreen  # here, so that the first picture does not wait for it

    session, entry = screen.session, screen.session.acting_entry
    if entry is None or entry.story is None:
        return
    screen.actions.reading.leave_place()
    at = screen.left_stories.pop(entry.story, ("", 0))
    story = StoryScreen(screen.actions, screen.keymap, entry.story, here=entry.id, at=at)

    def done(spot: Spot | None) -> None:
        if spot is not None:
            screen.left_stories[story.number] = story.at
            with session.trying():
                screen.actions.reading.go(spot, came_from=entry.id)
        screen.tell()

    screen.app.push_screen(story, done)


def _story_and_trail(screen: Panes) -> Table:
    session, actions, walking = screen.session, screen.actions, screen.actions.walking
    trail = session.trail

    def no_story() -> str:
        if session.acting_entry is None:
            return _no_article(screen) or "this article could not be read"
        return "" if session.acting_entry.story is not None else "this article is in no story"

    def no_two() -> str:
        return "" if dialogues.the_two(screen) else "choose a related article, or walk to one with ]"

    def split() -> None:
        if session.acting_on is not None:
            screen.say(actions.by_hand.split(session.acting_on))

    def merge() -> None:
        if session.acting_on is not None:
            dialogues.ask_story(screen, actions, session.acting_on, screen.say)

    def compare() -> None:
        if session.acting_on is not None:
            dialogues.compare(screen, actions, screen.keymap, session.acting_on, compared)

    def compared(spot: Spot | None) -> None:
        if spot is not None:
            with session.trying():
                actions.walking.go_back(spot)

    return {
        "next-of-story": Does(partial(walking.step, 1), walking.cannot_walk),
        "previous-of-story": Does(partial(walking.step, -1), walking.cannot_walk),
        "why-related": Does(partial(dialogues.show_why, screen), no_two),
        "back": Does(partial(walking.along_trail, back=True), lambda: "" if trail.behind else "the trail begins here"),
        "forward": Does(partial(walking.along_trail, back=False), lambda: "" if trail.ahead else "the trail ends here"),
        "story": Does(partial(_open_story, screen), no_story),
        "not-of-story": Does(split, no_story),
        "one-story": Does(merge, partial(_no_article, screen)),
        "compare": Does(compare, actions.comparing.cannot_compare),
    }


# --------------------------------------------------------------------- article


def _article(screen: Panes) -> Table:
    session, reading = screen.session, screen.actions.reading
    no_article = partial(_no_article, screen)

    def no_address() -> str:
        if screen.session.acting_on is None:
            return "no article here"
        # A highlighted article has not been read from the library yet; whether it has an address shows when it is.
        article = session.article
        if article is not None and article.id == screen.session.acting_on and not is_web_address(article.url):
            return "this article has no web address"
        return ""

    def browse() -> None:
        if screen.session.acting_on is not None:
            screen.say(
                outside.open_in_browser(screen.app, screen.session.library.article(screen.session.acting_on).url)
            )

    def copied(text: str, what: str) -> None:
        screen.app.copy_to_clipboard(text)
        screen.say(f"{what} copied")

    def copy() -> None:
        summary, library, number = screen.summary.summary, session.library, session.acting_on
        if screen.pane is screen.summary and summary and summary.sentences:
            copied(plain(summary.sentences[screen.summary.cursor].text), "sentence")
        elif number is not None:

            def whole() -> str:
                ranking = library.ranking(number)
                return outside.as_text(library.article(number), ranking.top(session.length_of(ranking)))

            session.ask(whole, lambda text: copied(text, "article"))

    return {
        "fade": Does(screen.toggle_fading, screen.actions.comparing.cannot_fade),
        "summary": Does(screen.next_mode),
        "longer": Does(partial(reading.change_length, 1), partial(reading.cannot_change_length, 1)),
        "shorter": Does(partial(reading.change_length, -1), partial(reading.cannot_change_length, -1)),
        "method": Does(reading.next_method, no_article),
        # Also where nothing was cut: the reader may have something to cut there.
        "cuts": Does(screen.toggle_cuts, lambda: "" if session.article is not None else "no article here"),
        "zen": Does(screen.toggle_zen, no_article),
        "open-in-browser": Does(browse, no_address),
        "copy": Does(copy, no_article),
        "export": Does(
            partial(dialogues.ask_export, screen),
            lambda: "" if screen.actions.exporting.exportable() else "nothing here",
        ),
    }


# ------------------------------------------------------------- marks, by hand


def _by_hand(screen: Panes) -> Table:
    marking = screen.actions.marking
    no_article = partial(_no_article, screen)

    def undo() -> None:
        screen.say(screen.session.writing.busy)
        screen.actions.by_hand.undo(screen.say)

    def edit() -> None:
        if screen.session.acting_on is not None:
            dialogues.ask_fields(screen, screen.actions, screen.session.acting_on, screen.say, screen.say)

    return {
        "toggle-read": Does(marking.toggle_read, no_article),
        "mark-shown-read": Does(
            marking.mark_all_read, lambda: "" if len(screen.session.listed.listing) else "no article here"
        ),
        "undo": Does(undo),
        "star": Does(marking.toggle_star, no_article),
        "tag": Does(partial(dialogues.ask_tags, screen), no_article),
        "edit": Does(edit, no_article),
        "overrule": _overrule(screen),
    }


def _overrule(screen: Panes) -> Does:
    def overrule() -> None:
        if screen.text.piece is not None:
            screen.actions.by_hand.overrule(screen.text.piece)

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


# ------------------------------------------------------------------------ news


def _news(screen: Panes) -> Table:
    adding = screen.actions.adding

    def may_refresh() -> str:
        return "" if adding.going_on else COMMANDS["refresh"].hint

    return {
        "add": Does(partial(dialogues.ask_place, screen), adding.cannot_start),
        "refresh": Does(
            adding.refresh, adding.cannot_start, lambda: "" if adding.going_on else COMMANDS["refresh"].hint
        ),
        "feeds": Does(partial(dialogues.show_feeds, screen)),
    }


# ------------------------------------------------------------ list and program


def _list_and_program(screen: Panes) -> Table:
    def group(by: Grouping) -> Does:
        def already() -> str:
            return f"the list is grouped by {by} already" if screen.session.listed.view.group == by else ""

        return Does(partial(screen.actions.views.change, group=by), already)

    def leave_or_quit() -> None:
        if _away(screen):
            screen.leave()
        else:
            screen.app.exit()

    return {
        "by-date": group("date"),
        "by-outlet": group("outlet"),
        "by-story": group("story"),
        "by-group": group("group"),
        "ungrouped": group("nothing"),
        "search": Does(partial(dialogues.ask_search, screen)),
        "filter": Does(partial(dialogues.ask_filter, screen)),
        "problems": Does(
            partial(dialogues.show_problems, screen, screen.actions.adding.problems),
            lambda: "" if screen.actions.adding.problems else "no problems",
        ),
        "theme": Does(lambda: screen.app.search_themes()),
        "palette": Does(lambda: screen.app.action_command_palette()),
        "help": Does(partial(dialogues.show_help, screen, screen.keymap)),
        "quit": Does(leave_or_quit),
        "quit-now": Does(lambda: screen.app.exit()),
        "suspend": Does(lambda: screen.app.action_suspend_process()),
    }
