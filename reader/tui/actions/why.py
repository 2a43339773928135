"""Why an article follows another, in full, on a sheet over the screen.

Here: which two articles are meant, how what relates them is said. Not here: what relates them (the desk).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.article import Entry
from reader.tui.draw import wording
from reader.tui.draw.cells import line_of
from reader.tui.session.aside import Task

if TYPE_CHECKING:
    from reader.desk.relation import Relation
    from reader.tui.screens.main import MainScreen

_MOST_PAIRS = 40
Rows = list[Sequence[tuple[str, str]]]


def the_two(screen: MainScreen) -> tuple[int, int] | None:
    """The article it is seen from, and the one in question: selected among the related ones, or come to by walking."""
    reading = screen.reading
    if (step := screen.related.step) and screen.related.here:
        return screen.related.here.entry.id, step.entry.id
    if reading.walk and reading.walk.at and reading.walk.here.entry.id == screen.acting_on:
        return reading.walk.steps[0].entry.id, reading.walk.here.entry.id
    return None


def show_why(screen: MainScreen) -> None:
    """Have it worked out why an article follows, and show it."""
    two = the_two(screen)
    if two is None:
        return
    screen.say("comparing …")

    def work(task: Task) -> None:
        task.deliver(_show, screen, screen.library.relation(*two))

    screen.aside.start("relation", screen, work, lambda error: screen.say(error, alarming=True))


def _show(screen: MainScreen, relation: Relation) -> None:
    from reader.tui.screens.sheet import Sheet  # here, so that the first screen does not wait for it

    screen.say("")
    # Not over another screen that was opened meanwhile, and not about an article that was left: `is_current` also
    # holds for a screen that lies under another one.
    if screen.app.screen is screen and the_two(screen) == (relation.here.id, relation.there.id):
        screen.app.push_screen(Sheet("why this follows", rows_of(relation)))


def rows_of(relation: Relation) -> Rows:
    """Which two articles, how far apart, the names in both, the passages as they stand in both."""
    rows: Rows = [
        (("this", "dim"), (_named(relation.there), "strong")),
        (("the other", "dim"), (_named(relation.here), "text")),
        (),
        (("in time", "key"), (_time(relation), "text")),
        (("story", "key"), ("the same" if relation.one_story else "another; near it only", "text")),
    ]
    if relation.names:
        rows.append((("names", "key"), (line_of(", ".join(relation.names)), "text")))
    elif relation.words:
        rows.append((("words", "key"), (line_of(", ".join(relation.words)), "text")))
    if not relation.pairs:
        rows += [(), (("No sentence of it says what one of the other says.", "dim"),)]
    for pair in relation.pairs[:_MOST_PAIRS]:
        rows += [(), ((pair.kind, "key"), (line_of(pair.there), "text"))]
        if pair.kind != "copied":
            rows.append((("the other", "dim"), (line_of(pair.here), "read")))
    if (more := len(relation.pairs) - _MOST_PAIRS) > 0:
        rows += [(), ((f"and {wording.count_of(more, 'more passage')}", "dim"),)]
    return rows


def _named(entry: Entry) -> str:
    headline = line_of(entry.headline or f"¶ {entry.opening}")
    return f"{line_of(entry.outlet or 'outlet unknown')} · {wording.published(entry)} · {headline}"


def _time(relation: Relation) -> str:
    if relation.here.published is None or relation.there.published is None:
        return "one of them is undated"
    return wording.distance(relation.here.published, relation.there.published)
