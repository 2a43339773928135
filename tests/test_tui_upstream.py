"""What is put right in Textual."""

from __future__ import annotations

import gc
import weakref

import pytest
from textual import events
from textual._context import visible_screen_stack
from textual._styles_cache import StylesCache
from textual.color import Color
from textual.geometry import Region, Size
from textual.screen import Screen
from tui_support import main_of, settle, tui_app, until

from reader.tui.widgets.drawn import Drawn
from reader.tui.widgets.upstream import let_closed_screens_go


async def test_what_a_closed_screen_has_drawn_is_not_kept() -> None:
    app = tui_app()
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("question_mark")
        await until(pilot, lambda: len(app.screen_stack) == 2 and app.screen.is_mounted)
        await settle(pilot)
        drawn = [weakref.ref(widget._styles_cache) for widget in app.screen.walk_children()]
        assert drawn
        await pilot.press("escape")
        await until(pilot, lambda: len(app.screen_stack) == 1)
        await settle(pilot)
        gc.collect()
        assert [one for one in drawn if one() is not None] == []


@pytest.mark.parametrize("opened", ["", "question_mark"])
async def test_two_sizes_that_come_while_nothing_is_drawn_do_not_take_turns_for_ever(
    opened: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[Size] = []

    def take(screen: Screen[object], size: Size, take=Screen._screen_resized) -> None:  # type: ignore[no-untyped-def]
        taken.append(size)
        assert len(taken) < 100
        take(screen, size)

    monkeypatch.setattr(Screen, "_screen_resized", take)
    app = tui_app()
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press(*opened.split())
        await settle(pilot)
        app.delay_update()
        app._size = Size(140, 40)
        for size in (Size(60, 16), Size(140, 40)):
            app.screen.post_message(events.Resize(size, size))
            app.screen.call_later(lambda: None)  # what stands between them keeps them from being taken for one
        await settle(pilot)
        assert app.screen.size == Size(140, 40)


async def test_a_screen_that_is_larger_than_what_is_behind_it_for_a_moment_has_all_its_lines() -> None:
    app = tui_app()
    async with app.run_test() as pilot:
        await pilot.press("question_mark")
        await until(pilot, lambda: len(app.screen_stack) == 2 and app.screen.is_mounted)
        await settle(pilot)
        for crop in (Region(0, 0, 100, 30), Region(70, 20, 30, 10), Region(0, 0, 80, 24), Region(3, 2, 10, 4)):
            visible_screen_stack.set([*app.screen_stack[:-1]])
            assert [line.cell_length for line in app.screen.render_lines(crop)] == [crop.width] * crop.height


def test_the_colours_are_those_that_they_were() -> None:
    let_closed_screens_go()
    let_closed_screens_go()  # a second time changes nothing
    inner, outer = StylesCache().get_inner_outer(Color(1, 2, 3), Color(4, 5, 6, 0.5))
    assert inner.background == Color(1, 2, 3) + Color(4, 5, 6, 0.5)
    assert outer.background == Color(1, 2, 3)


async def test_lines_are_as_textual_draws_them_and_drawn_again_the_same_objects() -> None:
    app = tui_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        for pane in app.screen.query(Drawn):
            lines = pane.render_lines(pane.size.region)
            pane.refresh()
            again = pane.render_lines(pane.size.region)
            inside = slice(pane.styles.gutter.top, None)
            assert all(one is other for one, other in zip(lines[inside], again[inside], strict=True)), pane
            assert [list(line) for line in lines] == [
                list(line.crop(0, pane.size.width)) for line in StylesCache().render_widget(pane, pane.size.region)
            ], pane


@pytest.mark.parametrize(("key", "frames"), [("question_mark", 1), ("d", 0)], ids=["seen through", "hidden"])
async def test_what_changes_behind_a_screen_is_drawn_once_if_it_is_seen(
    monkeypatch: pytest.MonkeyPatch, key: str, frames: int
) -> None:
    app = tui_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await pilot.press(key)
        await until(pilot, lambda: len(app.screen_stack) == 2 and app.screen.is_mounted)
        await settle(pilot)
        drawn: list[object] = []
        monkeypatch.setattr(app, "_display", lambda screen, frame: drawn.append(frame) if frame else None)
        main_of(app).masthead.update(counts="17 apricots")
        await settle(pilot)
        lines = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert (len(drawn), lines.count("17 apricots")) == (frames, frames)
