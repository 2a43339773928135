"""Keys that mark, and keys that lead outside."""

from __future__ import annotations

import sqlite3
import webbrowser
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from tui_support import (
    FakeLibrary,
    main_of,
    many,
    picture,
    press,
    running,
    settle,
    settled,
    tui_articles,
    tui_library,
    until,
)

from reader.article import Article
from reader.desk import Library
from reader.errors import LibraryError
from reader.safety import is_web_address
from reader.tui.app import ReaderApp

WIDE = (140, 40)


async def test_r_toggles_read_and_u_takes_it_back() -> None:
    library = tui_library()
    async with settled(library) as (app, pilot):
        await pilot.press("r")
        assert library.marked[9]["read"]
        await until(pilot, lambda: "8 unread" in picture(app) and "▌○" in picture(app))
        await pilot.press("r")
        assert not library.marked[9]["read"]
        await press(pilot, "u", shows="taken back: 1 marked")
        assert library.marked[9]["read"]
        await pilot.press("u")
        await until(pilot, lambda: not library.marked[9]["read"])
        await until(pilot, lambda: "9 unread" in picture(app))
        await press(pilot, "u", shows="nothing to take back")


async def test_r_makes_an_opened_article_unread_again() -> None:
    library = tui_library()
    async with settled(library) as (_, pilot):
        await pilot.press("enter")
        assert library.marked[9]["read"]
        await pilot.press("r")
        assert not library.marked[9]["read"]


async def test_A_marks_everything_listed_and_u_takes_it_back() -> None:  # noqa: N802  (the key's name)
    for number in (8, 700):
        library = many(number)
        async with running(library) as (app, pilot):
            await until(pilot, lambda app=app: main_of(app).session.listed.complete)
            await pilot.press("A")
            await until(pilot, lambda library=library: all(m["read"] for m in library.marked.values()))
            await until(pilot, lambda app=app: "0 unread" in picture(app))
            await pilot.press("u")
            await until(pilot, lambda app=app, number=number: f"{number} unread" in picture(app))


async def test_star_marks_and_unmarks() -> None:
    library = tui_library()
    async with settled(library) as (app, pilot):
        await pilot.press("asterisk")
        assert library.marked[9]["starred"]
        await until(pilot, lambda: "▌●★" in picture(app))
        await pilot.press("asterisk")
        assert not library.marked[9]["starred"]


async def test_tags_move_no_text_also_where_its_head_is_still_seen() -> None:
    async with settled(size=(80, 16)) as (app, pilot):
        await pilot.press("j", "enter")
        text = main_of(app).text
        await until(pilot, lambda: text.article is not None and text.max_scroll_y > 2)
        text.scroll_to(y=2, animate=False, force=True)
        await until(pilot, lambda: text.top == 2)
        await pilot.press("t", *"quay", "enter")
        await until(pilot, lambda: "#quay" in " ".join(main_of(app).actions.reading.facts()))
        assert text.top == 2


async def test_t_asks_for_tags_and_escape_changes_nothing() -> None:
    library = tui_library()
    async with settled(library) as (app, pilot):
        await pilot.press("t", *"quay", "comma", "space", *"#park", "enter")
        await until(pilot, lambda: library.marked[9]["tags"] == ("quay", "park"))
        await press(pilot, "t", shows="quay, park")
        await pilot.press("x", "escape")
        await until(pilot, lambda: len(app.screen_stack) == 1)
        assert library.marked[9]["tags"] == ("quay", "park")


async def test_o_opens_web_addresses_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    class Browser(webbrowser.BaseBrowser):
        def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
            opened.append(url)
            return True

    monkeypatch.setattr(webbrowser, "get", lambda using=None: Browser())
    async with settled() as (app, pilot):
        await pilot.press("o")
        await until(pilot, lambda: opened == ["https://skerry.example/ferry"])
        await pilot.press("j", "j", "j", "j")
        await settle(pilot)
        assert main_of(app).session.listed.current == 6
        await press(pilot, "o", shows="this article has no web address")
        assert len(opened) == 1


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "exec:rm -rf",
        "https:",
        "https://a b/",
        "https://a\x1b]0;x\x07/",
        "http://[::1",
        "--version",
        "ftp://example/",
    ],
)
def test_only_web_addresses_are_web_addresses(url: str | None) -> None:
    assert not is_web_address(url)


def test_http_and_https_are_web_addresses() -> None:
    assert is_web_address("https://news.example/a?b=c&d='; rm -rf ~'".replace(" ", "%20"))
    assert is_web_address("http://news.example")


async def test_without_a_browser_the_address_is_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(using: str | None = None) -> None:
        raise webbrowser.Error

    monkeypatch.setattr(webbrowser, "get", none)
    async with settled() as (app, pilot):
        await press(pilot, "o", shows="no browser found here")
        assert app.clipboard == "https://skerry.example/ferry"


async def test_y_copies_the_article_or_the_selected_sentence() -> None:
    async with settled() as (app, pilot):
        await pilot.press("j")
        await settle(pilot)
        await press(pilot, "y", shows="article copied")
        lines = app.clipboard.splitlines()
        assert lines[0] == "Marlow closes its coal quay after eleven years of argument"
        assert lines[1] == "Marlow Courier · 17 Nov 2031 10:37"
        assert lines[2] == "https://courier.example/quay"
        assert len(lines) == 7
        await press(pilot, "tab", "j", "y", shows="sentence copied")
        assert app.clipboard == "Seven members voted for the closure and four against."


class Full(FakeLibrary):
    """A library on a disk without room."""

    def notices(self) -> list[str]:
        """What it says of itself."""
        return ["the disk is full: nothing that is marked or added can be kept"]

    def mark(self, *_: object, **__: object) -> None:
        """It cannot be written."""
        raise LibraryError("library x.db: the disk is full", "the disk is full")


@pytest.mark.parametrize(("key", "lost"), [("r", "mark was"), ("asterisk", "mark was"), ("A", "marks were")])
async def test_a_mark_that_cannot_be_kept_is_said_not_to_be(
    key: str, lost: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.actions.marking._MANY", 0 if lost == "marks were" else 300)
    async with running(Full(tui_articles())) as (app, pilot):
        await until(pilot, lambda: "the disk is full: nothing" in picture(app))
        await press(pilot, "j", key, shows=f"the disk is full; the {lost} not kept")


async def test_an_article_is_read_though_that_cannot_be_noted() -> None:
    async with running(Full(tui_articles())) as (app, pilot):
        await press(pilot, "j", "enter", shows="the disk is full; the mark was not kept")
        assert main_of(app).session.inside


@contextmanager
def written_to(path: Path) -> Iterator[None]:
    """Another program is writing to the library, and takes its time."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def three(path: Path) -> Library:
    """A library as `reader.tui.run` has it."""
    library = Library(path)
    library.add_articles(
        [Article(headline=f"Quay {n} closed", text=f"Quay {n} of Marlow is closed.") for n in range(3)]
    )
    library.hurry()
    return library


async def test_while_another_program_writes_marks_are_seen_at_once_and_kept_in_their_order(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with three(path) as library:
        app = ReaderApp(library, settings=tmp_path)
        async with app.run_test(size=WIDE) as pilot:
            await until(pilot, lambda: "3 articles · 3 unread" in picture(app))
            with written_to(path):
                await pilot.press("*", "j", "*", "r", "*")
                await until(pilot, lambda: picture(app).count("★") == 1 and "○" in picture(app))
                assert not any(entry.starred or entry.read for entry in library.entries([1, 2, 3]))
            await until(pilot, lambda: "3 articles · 2 unread" in picture(app))
            await until(pilot, lambda: not main_of(app).session.listed.expected)
            assert sorted(entry.starred for entry in library.entries([1, 2, 3])) == [False, False, True]
            await pilot.press("u")
            await until(pilot, lambda: picture(app).count("★") == 2, "what was done last is taken back")


async def test_a_mark_that_cannot_be_kept_after_all_is_taken_off_the_screen_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.db"
    with three(path) as library:
        monkeypatch.setattr("reader.library.file.opening.BUSY_MILLISECONDS", 300)
        app = ReaderApp(library, settings=tmp_path)
        async with app.run_test(size=WIDE) as pilot:
            await until(pilot, lambda: "3 articles · 3 unread" in picture(app))
            with written_to(path):
                await press(pilot, "*", shows="★")
                await until(pilot, lambda: "another program is writing to it; the mark was not kept" in picture(app))
                assert "★" not in picture(app)
