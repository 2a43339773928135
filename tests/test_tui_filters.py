"""The dialogue of filters: how one gets about in it, and what it says of its keys."""

from __future__ import annotations

from dataclasses import replace

from tui_support import picture, press, settled, tui_library, until

from reader.article import View
from reader.subscription import Subscription
from reader.tui.screens.pick import Choice, Pick


async def test_tab_goes_from_kind_to_kind_of_filters_and_the_frame_says_what_enter_does() -> None:
    async with settled() as (app, pilot):
        await press(pilot, "f", shows="tab kinds · space ticks · enter picks · esc closes")
        assert "reports of the story disagree" in picture(app)
        seen = []
        for _ in range(3):
            await pilot.press("tab")
            seen.append(app.screen.rows.choices[app.screen.rows.cursor].name)  # type: ignore[attr-defined]
        assert seen == ["today", "shorter than 3 min", "stories of 2 or more"]
        await pilot.press("shift+tab", "shift+tab", "shift+tab", "shift+tab", "j", "space")
        await until(
            pilot, lambda: "space ticks · enter done · esc closes" in picture(app) and "unread ✕" in picture(app)
        )
        await pilot.press("j", "enter")
        await until(pilot, lambda: len(app.screen_stack) == 1 and "unread ✕ " in picture(app))
        assert "starred ✕" not in picture(app), "after a tick enter only closes"


async def test_in_a_small_terminal_all_keys_of_the_dialogues_have_room() -> None:
    library = tui_library()
    library.feeds.followed = (Subscription(id=1, address="a", title="NPA"),)
    async with settled(library, size=(60, 16)) as (app, pilot):
        for keys, said in (
            (("f", "j", "space"), "tab kinds · space ticks · enter done · esc closes"),
            (("F",), "enter lists · e changes · del removes · esc closes"),
            (("V",), "enter lists · del forgets · esc closes"),
        ):
            await pilot.press(*keys)
            await until(pilot, lambda said=said: said in picture(app))  # type: ignore[misc]
            await pilot.press("escape")
            await until(pilot, lambda: len(app.screen_stack) == 1)


async def test_of_facts_that_have_no_room_the_last_are_left_out_whole() -> None:
    async with settled(size=(60, 16)) as (app, pilot):
        app.push_screen(
            Pick("feeds", [Choice("Odd Harbour Herald", "7 a week · read 3 min ago · next in 27 min")], wide=True)
        )
        await until(pilot, lambda: "7 a week · read 3 min ago" in picture(app))
        assert "next" not in picture(app)


async def test_in_a_folder_it_counts_what_is_in_that() -> None:
    library = tui_library()
    in_folder = View(under=library.article(1).source.rpartition("/")[0] + "/")
    library.put(replace(library.article(1), source="/elsewhere/a.txt", outlet="Elsewhere"))
    async with settled(library, view=in_folder, size=(140, 60)) as (app, pilot):
        await press(pilot, "f", shows="list only")
        assert "Marlow Courier" in picture(app)
        assert "Elsewhere" not in picture(app)
