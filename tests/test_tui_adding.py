"""Adding in the background."""

from __future__ import annotations

from pathlib import Path

import pytest
from tui_support import (
    FakeLibrary,
    main_of,
    picture,
    press,
    running,
    settle,
    settled,
    tui_app,
    tui_articles,
    tui_library,
    until,
)

from reader.article import Article, Problem
from reader.errors import SourceError
from reader.reports import Progress
from reader.subscription import Subscription

WIDE = (140, 40)


async def test_articles_appear_while_they_are_added_and_a_bar_shows_how_far() -> None:
    library = FakeLibrary()
    library.to_add = tui_articles()
    async with running(library, places=["/news"]) as (app, pilot):
        await until(pilot, lambda: library.jobs)
        await until(pilot, lambda: "▕" in picture(app))
        await until(pilot, lambda: "9 articles added" in picture(app))
        await until(pilot, lambda: "▕" not in picture(app) and "9 articles · 9 unread" in picture(app))
        assert "▌● 18:02" in picture(app), "an untouched cursor stays on the first article"


async def test_there_is_something_to_stop_as_long_as_something_comes_in() -> None:
    library = tui_library()
    library.hold = True
    async with running(library, places=["/news"]) as (app, pilot):
        await until(pilot, lambda: library.jobs and "ctrl+x stop" in picture(app))
        library.jobs[0].hold = False
        await until(pilot, lambda: "nothing new" in picture(app))
        await until(pilot, lambda: " stop " not in picture(app).splitlines()[-1])


async def test_the_cursor_stays_on_its_article_while_others_arrive() -> None:
    library = tui_library()
    library.to_add = [
        Article(headline=f"New {n}", text="A text.", published=tui_articles()[0].published) for n in range(30)
    ]
    async with running(library, places=["/news"]) as (app, pilot):
        await until(pilot, lambda: library.jobs)
        await pilot.press("j", "j")
        here = main_of(app).session.listed.current
        library.jobs[0].hold = False
        await until(pilot, lambda: "39 articles · 39 unread" in picture(app))
        assert main_of(app).session.listed.current == here


async def test_no_key_waits_while_nothing_arrives() -> None:
    library = tui_library()
    library.hold = True
    async with running(library, places=["/news"]) as (app, pilot):
        await until(pilot, lambda: library.jobs)
        await pilot.press("j", "enter")
        await until(pilot, lambda: main_of(app).session.inside)
        assert library.jobs[0].running
        assert "looking …" in picture(app)


async def test_problems_are_counted_and_can_be_seen() -> None:
    library = tui_library()
    library.problems = [
        Problem("/news/a.png", "not a text: looks like a PNG picture"),
        Problem("/news/b", "not allowed"),
    ]
    library.to_add = tui_articles()[:1]  # or they would be shown at once
    async with running(library, places=["/news"]) as (app, pilot):
        await until(pilot, lambda: "1 article added · 2 problems (! shows)" in picture(app))
        await press(pilot, "exclamation_mark", shows=("not a text: looks like a PNG picture", "/news/b"))
        await pilot.press("escape")
        await settle(pilot)
        assert "2 problems (!)" in picture(app)


async def test_what_is_wrong_with_the_keys_is_still_said_when_adding_has_ended_and_goes_with_a_key(
    tmp_path: Path,
) -> None:
    (tmp_path / "keys.toml").write_text('fly = "x"')
    async with running(places=["/news"], settings=tmp_path) as (app, pilot):
        await until(pilot, lambda: "there is no command 'fly' · nothing new" in picture(app))
        await pilot.press("j")
        await until(pilot, lambda: "fly" not in picture(app))


async def test_without_problems_there_is_nothing_to_see() -> None:
    async with settled() as (_, pilot):
        await press(pilot, "exclamation_mark", shows="no problems")


async def test_adding_that_cannot_begin_is_one_line() -> None:
    library = tui_library()

    def refuse(places: object) -> None:
        raise SourceError("/nowhere: no such file or folder")

    library.add_in_background = refuse  # type: ignore[assignment]
    async with running(library, places=["/nowhere"]) as (app, pilot):
        await until(pilot, lambda: "/nowhere: no such file or folder" in picture(app))


async def test_leaving_ends_the_child() -> None:
    library = tui_library()
    library.hold = True
    async with running(library, places=["/news"]) as (app, pilot):
        await until(pilot, lambda: library.jobs)
        await pilot.press("Q")
        await until(pilot, lambda: app._exit)
    assert not library.jobs[0].running


def test_one_folder_limits_the_list_to_itself(tmp_path: Path) -> None:
    from reader.tui import view_of

    (tmp_path / "link").symlink_to(tmp_path)
    under = view_of([str(tmp_path / "link")])
    assert under is not None
    assert under.under == f"{tmp_path.resolve()}/"
    assert view_of([]) is None
    assert view_of([str(tmp_path), str(tmp_path)]) is None
    assert view_of([str(tmp_path / "file.txt")]) is None


async def test_what_goes_on_can_be_stopped_with_a_key() -> None:
    library = tui_library()
    library.feeds.followed = [Subscription(id=1, address="a", title="NPA")]
    async with settled(library) as (app, pilot):
        library.hold = True
        await pilot.press("R")
        await until(pilot, lambda: "ctrl+x stop" in picture(app).splitlines()[-1] or "^x stop" in picture(app))
        await press(pilot, "ctrl+x", shows="stopped; what has come stays")
        assert not main_of(app).actions.adding.going_on
        await press(pilot, "ctrl+x", shows="nothing is being added or fetched")


async def test_how_many_a_second_are_added_is_said_where_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    app = tui_app()
    now = 100.0
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        monkeypatch.setattr("reader.tui.widgets.bars.monotonic", lambda: now)
        head = main_of(app).masthead
        head.update(progress=Progress(10, 900))
        assert "/s" not in head.render_line(0).text
        now = 104.0
        head.update(progress=Progress(70, 900))
        assert " 70/900 · 15/s  9 articles" in head.render_line(0).text
        head.update(progress=Progress(0, 900, step="working out"))
        assert "/s" not in head.render_line(0).text
        await pilot.resize_terminal(60, 16)
        now = 108.0
        head.update(progress=Progress(70, 900, step="working out"))
        assert "70/900  9 articles" in head.render_line(0).text
