"""What the configuration sets, as it is seen on the screens."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tui_support import main_of, picture, settle, tui_app, tui_articles, tui_library, until

from reader.config.reading import Config, Place, Said
from reader.subscription import Subscription
from reader.tui.draw import colours


def settings(folder: Path, text: str) -> Path:
    (folder / "config.toml").write_text(text)
    return folder


async def test_summaries_and_the_list_begin_as_configured(tmp_path: Path) -> None:
    app = tui_app(settings=settings(tmp_path, '[summary]\nsentences = 1\nmethod = "lsa"\n[list]\ngroup = "outlet"\n'))
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        assert "by outlet" in picture(app)
        await until(pilot, lambda: "lsa · 1 of " in picture(app))
        await pilot.press("enter", "+")
        await until(pilot, lambda: "lsa · 2 of " in picture(app))
        await pilot.press("-")
        await until(pilot, lambda: "lsa · 1 of " in picture(app))
        assert main_of(app).session.longer == 0


async def test_lines_and_named_views_are_as_configured(tmp_path: Path) -> None:
    text = '[text]\nline-length = 50\n[views]\nQuay = "outlet:courier"\n'
    app = tui_app(settings=settings(tmp_path, text))
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        assert main_of(app).text.line_length == 50
        await pilot.press("V")
        await until(pilot, lambda: "1 Quay" in picture(app) and "outlet:courier" in picture(app))
        await pilot.press("escape", "alt+1")
        await until(pilot, lambda: main_of(app).session.listed.view.outlet == "courier")
        main_of(app).actions.views.forget("Quay")
        await until(pilot, lambda: "the view Quay stands in the configuration" in picture(app))


async def test_the_theme_of_the_configuration_is_there_at_every_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")
    colours.remember(tmp_path, "reader-dark")
    app = tui_app(settings=settings(tmp_path, 'theme = "reader-light"\n'), theme=None)
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        assert app.theme == "reader-light"
        app.theme = "nord"
        await until(pilot, lambda: "the configuration wants reader-light at every start" in picture(app))
    assert tui_app(settings=tmp_path, theme=None).theme == "reader-light"


async def test_what_is_wrong_with_the_configuration_is_a_notice_and_the_rest_holds(tmp_path: Path) -> None:
    text = 'theme = "nrd"\n[keys]\nstar = "X"\nfly = "x"\n[list]\ngroup = "outlets"\n'
    app = tui_app(settings=settings(tmp_path, text))
    async with app.run_test(size=(200, 40)) as pilot:
        said = "config.toml:6:1: list.group: one of date, outlet, story, group, nothing is wanted (and 2 more)"
        await until(pilot, lambda: said in picture(app))
        assert main_of(app).keymap.keys["star"] == ["X"]


async def test_feeds_that_are_due_are_asked_at_the_start_and_now_and_then(tmp_path: Path) -> None:
    library = tui_library()
    library.feeds.followed = (Subscription(id=1, address="a", title="NPA"),)
    library.to_add = [replace(tui_articles()[0], headline="A seal in the harbour")]
    app = tui_app(library, settings=settings(tmp_path, "[refresh]\nat-start = true\n"))
    async with app.run_test(size=(140, 40)) as pilot:
        await until(pilot, lambda: "1 article added" in picture(app))
        assert library.asked.count(("job", "--refresh", "--due")) == 1
    often = Config(tmp_path, {("refresh", "every"): Said(0.05, Place(tmp_path), "3s")})
    app = tui_app(library := tui_library(), config=often)
    library.feeds.followed = (Subscription(id=1, address="a", title="NPA"),)
    async with app.run_test(size=(140, 40)) as pilot:
        await until(pilot, lambda: library.asked.count(("job", "--refresh", "--due")) > 2)
        assert "nothing new" not in picture(app), "nobody asked"


async def test_where_no_feed_is_followed_none_is_asked(tmp_path: Path) -> None:
    app = tui_app(library := tui_library(), settings=settings(tmp_path, "[refresh]\nat-start = true\n"))
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await until(pilot, lambda: not main_of(app)._refreshes)
        assert not library.jobs
