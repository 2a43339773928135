"""What the configuration sets, as it is seen on the screens."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tui_support import main_of, picture, press, running, settled, tui_app, tui_articles, tui_library, until

from reader.config.reading import Config, Place, Said
from reader.subscription import Subscription
from reader.tui.draw import colours


def settings(folder: Path, text: str) -> Path:
    (folder / "config.toml").write_text(text)
    return folder


async def test_summaries_and_the_list_begin_as_configured(tmp_path: Path) -> None:
    async with settled(
        settings=settings(tmp_path, '[summary]\nsentences = 1\nmethod = "lsa"\n[list]\ngroup = "outlet"\n')
    ) as (app, pilot):
        assert "by outlet" in picture(app)
        await until(pilot, lambda: "lsa · 1 of " in picture(app))
        await press(pilot, "enter", "+", shows="lsa · 2 of ")
        await press(pilot, "-", shows="lsa · 1 of ")
        assert main_of(app).session.longer == 0


async def test_lines_and_named_views_are_as_configured(tmp_path: Path) -> None:
    text = '[text]\nline-length = 50\n[views]\nQuay = "outlet:courier"\n'
    async with settled(settings=settings(tmp_path, text)) as (app, pilot):
        assert main_of(app).text.line_length == 50
        await press(pilot, "V", shows=("1 Quay", "outlet:courier"))
        await pilot.press("escape", "alt+1")
        await until(pilot, lambda: main_of(app).session.listed.view.outlet == "courier")
        main_of(app).actions.views.forget("Quay")
        await until(pilot, lambda: "the view Quay stands in the configuration" in picture(app))


async def test_the_theme_of_the_configuration_is_there_at_every_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")
    colours.remember(tmp_path, "reader-dark")
    async with settled(settings=settings(tmp_path, 'theme = "reader-light"\n'), theme=None) as (app, pilot):
        assert app.theme == "reader-light"
        app.theme = "nord"
        await until(pilot, lambda: "the configuration wants reader-light at every start" in picture(app))
    assert tui_app(settings=tmp_path, theme=None).theme == "reader-light"


async def test_what_is_wrong_with_the_configuration_is_a_notice_and_the_rest_holds(tmp_path: Path) -> None:
    text = 'theme = "nrd"\n[keys]\nstar = "X"\nfly = "x"\n[list]\ngroup = "outlets"\n'
    async with running(settings=settings(tmp_path, text), size=(200, 40)) as (app, pilot):
        said = "config.toml:6:1: list.group: one of date, outlet, story, group, nothing is wanted (and 2 more)"
        await until(pilot, lambda: said in picture(app))
        assert main_of(app).keymap.keys["star"] == ["X"]


async def test_feeds_that_are_due_are_asked_at_the_start_and_now_and_then(tmp_path: Path) -> None:
    library = tui_library()
    library.feeds.followed = (Subscription(id=1, address="a", title="NPA"),)
    library.to_add = [replace(tui_articles()[0], headline="A seal in the harbour")]
    async with running(library, settings=settings(tmp_path, "[refresh]\nat-start = true\n")) as (app, pilot):
        await until(pilot, lambda: "1 article added" in picture(app))
        assert library.asked.count(("job", "--refresh", "--due")) == 1
    often = Config(tmp_path, {("refresh", "every"): Said(0.05, Place(tmp_path), "3s")})
    app = tui_app(library := tui_library(), config=often)
    library.feeds.followed = (Subscription(id=1, address="a", title="NPA"),)
    async with app.run_test(size=(140, 40)) as pilot:
        await until(pilot, lambda: library.asked.count(("job", "--refresh", "--due")) > 2)
        assert "nothing new" not in picture(app), "nobody asked"


async def test_where_no_feed_is_followed_none_is_asked(tmp_path: Path) -> None:
    library, at_start = tui_library(), settings(tmp_path, "[refresh]\nat-start = true\n")
    async with settled(library, settings=at_start) as (app, pilot):
        await until(pilot, lambda: not main_of(app)._refreshes)
        assert not library.jobs
