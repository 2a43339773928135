"""Questions, sheets and screens that open over another screen.

Here: what is asked and what is done with the answer. Not here: how a dialogue looks (the screens beside this).

The dialogues are imported where they are opened: with Textual's input field they would cost the first screen time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from reader.article import Problem
from reader.links import addresses
from reader.tui.actions.all import Actions
from reader.tui.actions.by_hand import Near, fault, fields_of
from reader.tui.actions.comparing import Beside
from reader.tui.actions.exporting import Exportable
from reader.tui.actions.outside import open_in_browser
from reader.tui.draw import wording
from reader.tui.draw.relation import rows_of
from reader.tui.keys.keymap import Keymap
from reader.tui.screens.panes import Panes

if TYPE_CHECKING:
    from reader.desk.relation import Relation
    from reader.desk.shared_names import Spot
    from reader.links import Link

Rows = Sequence[Sequence[tuple[str, str]]]
Say = Callable[[str], None]

# ------------------------------------------------------------ what is set


def ask_tags(screen: Panes) -> None:
    """Tags of the article, with commas between them."""
    from reader.tui.screens.ask import Ask

    entry = screen.session.acting_entry
    if entry is None:
        return
    number = entry.id

    def done(answer: str | None) -> None:
        if answer is None:
            return
        tags = list(dict.fromkeys(tag.strip().lstrip("#") for tag in answer.split(",")))
        with screen.session.trying():
            screen.actions.marking.mark([number], tags=[tag for tag in tags if tag])

    screen.app.push_screen(Ask("tags", ", ".join(entry.tags), "election, to read, …", "sets them"), done)


def ask_fields(screen: Screen[Any], actions: Actions, article_id: int, say: Say, done: Say) -> None:
    """Ask for an article's headline, outlet, date and byline. say, done: as `ByHand.edit`. Raises ReaderError."""
    from reader.tui.screens.edit import Edit

    article = actions.session.library.article(article_id)

    def answered(changes: Mapping[str, str | None] | None) -> None:
        if changes:
            actions.by_hand.edit(article_id, changes, say, done)

    screen.app.push_screen(Edit(fields_of(article), fault), answered)


def ask_story(screen: Screen[Any], actions: Actions, article_id: int, then: Say) -> None:
    """Ask which story is one with the article's, or, where it is in none, which it belongs to.

    then: told what was done, or why nothing could be.
    """

    def ask(near: Near) -> None:
        if screen.app.screen is screen:  # not over a screen that was opened meanwhile
            _ask_story(screen, actions, article_id, near, then)

    actions.by_hand.near_stories(article_id, ask, then)


def _ask_story(screen: Screen[Any], actions: Actions, article_id: int, near: Near, then: Say) -> None:
    from reader.tui.screens.pick import Choice, Pick

    if not near.stories:
        then("no other story is near this article")
        return
    choices = [
        Choice(story.headline or "no headline", wording.count_of(len(story.article_ids), "article"))
        for story in near.stories
    ]

    def done(chosen: int | None) -> None:
        if chosen is not None:
            actions.by_hand.unite(article_id, near, chosen, then)

    title = "belongs to the story" if near.own is None else "is one story with"
    title += f" · the nearest {len(choices)}" if len(choices) > 1 else " · the nearest"
    screen.app.push_screen(Pick(title, choices, wide=True), done)


# ------------------------------------------------------------ stories, comparing


def compare(
    screen: Screen[Any], actions: Actions, keymap: Keymap, article_id: int, then: Callable[[Spot | None], None]
) -> None:
    """Show an article beside another one. then: told which place was chosen there."""
    from reader.tui.screens.compare import CompareScreen

    def found(beside: Beside) -> None:
        if screen.app.screen is screen:  # not over a screen that was opened meanwhile
            actions.reading.leave_place()
            screen.app.push_screen(CompareScreen(actions.session, keymap, beside), then)

    actions.comparing.beside(article_id, found)


def show_why(screen: Panes) -> None:
    """Have it worked out why an article follows another, and show it."""
    from reader.tui.screens.sheet import Sheet

    def show(relation: Relation) -> None:
        screen.say("")
        # Not over another screen that was opened meanwhile, and not about an article that was left: `is_current` also
        # holds for a screen that lies under another one.
        if screen.app.screen is screen and the_two(screen) == (relation.here.id, relation.there.id):
            screen.app.push_screen(Sheet("why this follows", rows_of(relation)))

    if two := the_two(screen):
        screen.actions.walking.relate(two, show)


def the_two(screen: Panes) -> tuple[int, int] | None:
    """The article it is seen from, and the one in question: selected among the related ones, or come to by walking."""
    if (step := screen.related.step) and screen.related.here:
        return screen.related.here.entry.id, step.entry.id
    return screen.actions.walking.two


# ------------------------------------------------------------ links


def show_links(screen: Panes, links: Sequence[Link]) -> None:
    """The addresses that a text leads to, one of which may be opened or copied."""
    from reader.tui.screens.pick import Choice, PickLink

    if not links:
        screen.say("the text has no links")
        return
    found = addresses(links)
    picking = PickLink(f"links · {len(found)}", [Choice(f"{link.number:>2}  {link.address}") for link in found])

    def done(chosen: int | None) -> None:
        if chosen is None:
            return
        if picking.wanted == "copy":
            screen.app.copy_to_clipboard(found[chosen].address)
            screen.say(f"copied {found[chosen].address}")
        else:
            screen.say(open_in_browser(screen.app, found[chosen].address))

    screen.app.push_screen(picking, done)


# ------------------------------------------------------------ exporting


def ask_export(
    screen: Screen[Any], actions: Actions, able: Sequence[Exportable], say: Callable[..., object] | None = None
) -> None:
    """What to export, in which format, and where to. say: see `Exporting.export`."""
    from reader.tui.screens.pick import Choice, Pick

    formats = actions.exporting.formats()
    choices = [Choice(f"{one.what} as {form}", under=f"{one.what}: {one.called}") for one in able for form in formats]

    def picked(chosen: int | None) -> None:
        if chosen is not None:
            one, form = divmod(chosen, len(formats))
            ask_place(able[one], formats[form])

    def ask_place(one: Exportable, form: str) -> None:
        from reader.tui.screens.ask import Ask

        def answered(place: str | None) -> None:
            if place is not None:
                actions.exporting.export(one, form, place.strip(), screen.app.copy_to_clipboard, say)

        hint = "a file, | program, nothing: clipboard"
        screen.app.push_screen(Ask("export to", actions.exporting.file_name(one, form), hint, "writes"), answered)

    screen.app.push_screen(Pick("export", choices, wide=True), picked)


# ------------------------------------------------------------ sheets


def show_problems(screen: Screen[Any], problems: Sequence[Problem]) -> None:
    """What could not be added, then what else there was to say."""
    told = sorted(problems, key=lambda problem: problem.note)
    rows = [((problem.place, "strong"), (problem.message, "dim")) for problem in told]
    wrong = sum(not problem.note for problem in told)
    _sheet(screen, f"problems · {wrong:,}" if wrong else f"no problems, {wording.count_of(len(told), 'note')}", rows)


def _sheet(screen: Screen[Any], title: str, rows: Rows) -> None:
    from reader.tui.screens.sheet import Sheet

    screen.app.push_screen(Sheet(title, rows))
