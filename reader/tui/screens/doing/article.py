"""What is done to an article: walking from it, showing it otherwise, marking it, setting something of it by hand.

Here: from a command's name to the action. Not here: the actions themselves.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.article import Removed
from reader.safety import is_web_address, plain
from reader.tui.actions.outside import as_text, open_in_browser
from reader.tui.draw import wording
from reader.tui.screens import dialogues
from reader.tui.screens.doing.does import Does, Table, no_article
from reader.tui.screens.panes import Panes

if TYPE_CHECKING:
    from reader.desk.shared_names import Spot


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
            screen.say(screen.list.hint("story", "goes back to the story"))
        screen.tell()

    screen.app.push_screen(story, done)


def story_and_trail(screen: Panes) -> Table:
    """Commands for the story of the article, and for the trail."""
    session, actions, walking = screen.session, screen.actions, screen.actions.walking
    trail = session.trail

    def no_story() -> str:
        if session.acting_entry is None:
            return no_article(screen) or "this article could not be read"
        return "" if session.acting_entry.story is not None else "this article is in no story"

    def no_two() -> str:
        return "" if dialogues.the_two(screen) else "choose a related article, or walk to one with ]"

    def split() -> None:
        if session.acting_on is not None:
            actions.by_hand.split(session.acting_on, screen.say)

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
        "one-story": Does(merge, partial(no_article, screen)),
        "compare": Does(compare, actions.comparing.cannot_compare),
    }


# --------------------------------------------------------------------- article


def article(screen: Panes) -> Table:
    """Commands for how the article is shown."""
    session, reading = screen.session, screen.actions.reading
    nothing_here = partial(no_article, screen)

    return {
        "fade": Does(screen.toggle_fading, screen.actions.comparing.cannot_fade),
        "summary": Does(screen.next_mode, nothing_here),
        "longer": Does(partial(reading.change_length, 1), partial(reading.cannot_change_length, 1)),
        "shorter": Does(partial(reading.change_length, -1), partial(reading.cannot_change_length, -1)),
        "method": Does(reading.next_method, nothing_here),
        # Also where nothing was cut: the reader may have something to cut there.
        "cuts": Does(screen.toggle_cuts, lambda: "" if session.article is not None else "no article here"),
        "longer-lines": Does(partial(screen.change_line_length, 1)),
        "shorter-lines": Does(partial(screen.change_line_length, -1)),
        "turn-text": Does(screen.turn_text),
        "zen": Does(screen.toggle_zen, nothing_here),
    }


def _list_links(screen: Panes) -> None:
    """List the links of the article, once they are looked up."""
    session = screen.session
    if (number := session.acting_on) is not None:
        session.ask(partial(session.library.links, number), partial(dialogues.show_links, screen))


def _no_sentences(screen: Panes) -> str:
    if not screen.session.inside or not screen.text.display:
        return "go into the text first: what is selected is seen there"
    return "" if screen.session.ranking else "its sentences are still being worked out"


def _nothing_selected(screen: Panes) -> str:
    return "" if screen.text.picked else _no_sentences(screen) or "nothing is selected"


def _select(screen: Panes, by: int) -> None:
    """A sentence more, or less, is selected to be copied."""
    ranking = screen.session.ranking
    if ranking is None or not ranking.sentences:
        return
    screen.go_into(screen.text)
    if count := screen.text.pick_sentences([(one.start, one.end) for one in ranking.sentences], by):
        copies = screen.text.hint("copy", "copies")
        screen.say(f"{wording.count_of(count, 'sentence')} selected · {copies}")


def _copy(screen: Panes) -> None:
    """What is selected; else the summary's sentence or the article in short."""
    if screen.copy_picked():
        return

    def copied(text: str, what: str) -> None:
        screen.app.copy_to_clipboard(text)
        screen.say(f"{what} copied")

    session, summary = screen.session, screen.summary.summary
    library, number = session.library, session.acting_on
    if screen.pane is screen.summary and summary and summary.sentences:
        copied(plain(summary.sentences[screen.summary.cursor].text), "sentence")
    elif number is not None:

        def whole() -> str:
            ranking = library.ranking(number)
            return as_text(library.article(number), ranking.top(session.length_of(ranking)))

        session.ask(whole, lambda text: copied(text, "article"))


def outside(screen: Panes) -> Table:
    """Commands for what leaves the program."""
    session, exporting = screen.session, screen.actions.exporting
    nothing_here = partial(no_article, screen)

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
            screen.say(open_in_browser(screen.app, screen.session.library.article(screen.session.acting_on).url))

    def export() -> None:
        dialogues.ask_export(screen, screen.actions, exporting.exportable())

    return {
        "open-in-browser": Does(browse, no_address),
        "links": Does(partial(_list_links, screen), nothing_here, lambda: "links" if session.links else ""),
        "select-more": Does(partial(_select, screen, 1), partial(_no_sentences, screen)),
        "select-less": Does(partial(_select, screen, -1), partial(_nothing_selected, screen)),
        "copy": Does(partial(_copy, screen), nothing_here),
        "export": Does(export, lambda: "" if exporting.exportable() else "nothing here"),
    }


# ------------------------------------------------------------- marks, by hand


def by_hand(screen: Panes) -> Table:
    """Marks, and what is set by hand."""
    marking = screen.actions.marking
    nothing_here = partial(no_article, screen)

    def undo() -> None:
        screen.say(screen.session.writing.busy)
        screen.actions.by_hand.undo(screen.say)

    def edit() -> None:
        if screen.session.acting_on is not None:
            dialogues.ask_fields(screen, screen.actions, screen.session.acting_on, screen.say, screen.say)

    return {
        "toggle-read": Does(marking.toggle_read, nothing_here),
        "mark-shown-read": Does(
            marking.mark_all_read, lambda: "" if len(screen.session.listed.listing) else "no article here"
        ),
        "undo": Does(undo),
        "star": Does(marking.toggle_star, nothing_here),
        "tag": Does(partial(dialogues.ask_tags, screen), nothing_here),
        "edit": Does(edit, nothing_here),
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
