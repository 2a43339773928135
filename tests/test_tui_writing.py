"""What is set by hand in a thread: what comes meanwhile waits or is refused; no key acts on what is about to change."""

from __future__ import annotations

from textual.pilot import Pilot
from tui_slow import Slow
from tui_story_screen import open_story
from tui_support import main_of, picture, press, running, settle, tui_library, until

from reader.tui.keys.commands import COMMANDS

WIDE = (140, 60)


async def cut_a_paragraph(pilot: Pilot[None], slow: Slow) -> None:
    """Until the cut has begun, and does not end."""
    await settle(pilot)
    await pilot.press("j", "enter")
    await settle(pilot)
    await press(pilot, "c", shows="v keep it")
    await pilot.press("j", "j", "v")
    await until(pilot, slow.come.is_set)


async def test_a_second_v_before_the_first_one_is_done_does_nothing_and_u_brings_the_paragraph_back() -> None:
    library = tui_library()
    slow = Slow(library, "overrule")
    async with running(library, size=WIDE) as (app, pilot):
        await cut_a_paragraph(pilot, slow)
        await press(pilot, "v", shows="still working …")
        slow.go.set()
        await until(pilot, lambda: "✂ cut by hand  The harbour council" in picture(app))
        assert [what for what, _ in library.undone] == ["1 marked", "by hand"]
        await pilot.press("u")
        await until(pilot, lambda: "The harbour council" in library.article(1).text)


async def test_u_before_the_cut_is_done_takes_the_cut_back() -> None:
    library = tui_library()
    slow = Slow(library, "overrule")
    async with running(library, size=WIDE) as (app, pilot):
        await cut_a_paragraph(pilot, slow)
        assert library.marked[1]["read"], "which would be taken back else"
        await press(pilot, "u", shows="still working …")
        slow.go.set()
        await until(pilot, lambda: "taken back: by hand" in picture(app))
        assert "The harbour council" in library.article(1).text
        assert library.marked[1]["read"]
        await pilot.press("r")
        assert not library.marked[1]["read"], "and by then other keys act again"


async def test_nothing_else_is_set_by_hand_meanwhile_but_one_can_read_on() -> None:
    library = tui_library()
    slow = Slow(library, "overrule")
    async with running(library, size=WIDE) as (app, pilot):
        await cut_a_paragraph(pilot, slow)
        marks, groups = {number: dict(marks) for number, marks in library.marked.items()}, list(library.groups)
        for name in ("edit", "overrule", "toggle-read", "star", "tag", "mark-shown-read", "not-of-story", "one-story"):
            assert COMMANDS[name].writes
            await pilot.press(COMMANDS[name].keys.split(",")[0].replace("*", "asterisk"))
            await until(pilot, lambda: "still working …" in picture(app), name)
        assert len(app.screen_stack) == 1
        assert (library.marked, library.groups) == (marks, groups)
        await open_story(pilot, "escape")
        await press(pilot, "X", shows="still working …")
        assert library.groups == groups
        await pilot.press("escape")
        slow.go.set()
        await until(pilot, lambda: not main_of(app).session.writing.busy)


async def test_what_could_not_be_written_is_said_and_what_waits_behind_it_is_done() -> None:
    library = tui_library()
    library.overrule = lambda *_: library.article(99)  # type: ignore[method-assign]
    slow = Slow(library, "overrule")
    async with running(library, size=WIDE) as (app, pilot):
        await cut_a_paragraph(pilot, slow)
        said: list[str] = []
        main_of(app).session.writing.start(lambda: "done", said.append, said.append)
        slow.go.set()
        await until(pilot, lambda: said == ["done"])
        assert "no article 99" in picture(app)
