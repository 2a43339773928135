"""Nothing that an article says reaches the terminal as markup or as a control code, wherever it is shown."""

from __future__ import annotations

from dataclasses import replace

from tui_support import FakeLibrary, main_of, picture, press, running, settle, settled, tui_articles, tui_library, until

from reader.article import Article, Problem, Removed
from reader.errors import LibraryBusy

EVIL = "A\x1b[31mred\x1b]0;owned\x07B\x9b2JC\u202eevil\x85\u2028D\ud800[/] [bold]x[/bold]\tE"
CODES = ("\x1b", "\x07", "\x9b", "\u202e", "\x85", "\u2028", "\ud800", "\x9d")


def evil_library() -> FakeLibrary:
    article = Article(
        headline=EVIL,
        standfirst=EVIL,
        byline=EVIL,
        outlet=EVIL,
        dateline=EVIL,
        url=f"https://example/{EVIL}",
        text=f"{EVIL} one sentence. {EVIL} another one.",
        source=EVIL,
        published_why=EVIL,
        removed=(Removed(EVIL, 1, EVIL),),
    )
    library = FakeLibrary([article, replace(article, headline=None)], stories=[{1, 2}])
    library.mark([1], tags=[EVIL])
    return library


async def test_no_code_of_an_article_reaches_any_line_of_any_screen() -> None:
    async with running(evil_library()) as (app, pilot):
        seen: list[str] = []

        async def look() -> None:
            await pilot.pause()
            seen.append(picture(app))

        await settle(pilot)
        await look()
        for keys in ("j", "c", "2", "3", "4", "1", "enter", "]", "[", "s", "s", "s", "tab", "o", "y"):
            await pilot.press(keys)
            await look()
        for opening, closing in (("f", "escape"), ("t", "escape"), ("slash", "escape"), ("colon", "escape")):
            await pilot.press(opening)
            await look()
            await pilot.press(closing)
            await until(pilot, lambda: len(app.screen_stack) == 1)
        everything = "\n".join(seen)
        for code in CODES:
            assert code not in everything
        assert "[bold]x[/bold]" in everything, "brackets are shown as they are"
        assert "\x1b" not in app.clipboard


async def test_an_awkward_headline_is_a_headline() -> None:
    async with settled() as (app, pilot):
        await pilot.press("j", "j", "j", "j")
        await settle(pilot)
        assert "Q&A [/] now: [bold]why[/bold] the ferries stop" in picture(app)
        assert "Because of [the] wind." in picture(app)
        await press(pilot, "enter", "y", shows="article copied")


async def test_problems_and_errors_are_shown_as_they_are_written() -> None:
    library = tui_library()
    library.problems = [Problem(f"/news/{EVIL}.txt", f"not a text [/] {EVIL}")]
    async with running(library, places=["/news"]) as (app, pilot):
        await until(pilot, lambda: "not a text [/]" in picture(app), "they are shown at once where nothing was taken")
        assert "1 problem (!)" in picture(app)
        assert not any(code in picture(app) for code in CODES)


async def test_a_busy_library_is_one_line_and_no_crash() -> None:
    library = tui_library()
    async with settled(library) as (app, pilot):
        library.error = LibraryBusy(f"another program holds the library {EVIL}")
        for key in ("j", "enter", "r", "asterisk", "2", "]", "A", "n", "space", "y", "m", "o"):
            await pilot.press(key)
            await pilot.pause()
        await until(pilot, lambda: "another program holds the library" in picture(app))
        assert app.is_running
        assert not any(code in picture(app) for code in CODES)
        library.error = None
        await pilot.press("escape", "j")
        await settle(pilot)
        assert main_of(app).session.article is not None


async def test_a_library_that_cannot_be_read_at_the_start_still_opens_a_screen() -> None:
    library = tui_library()
    library.error = LibraryBusy("another program holds the library")
    async with running(library, size=(80, 24)) as (app, pilot):
        await until(pilot, lambda: "another program holds the library" in picture(app))


def test_the_invented_articles_are_as_awkward_as_life() -> None:
    headlines = [article.headline or "" for article in tui_articles()]
    assert any("[/]" in headline for headline in headlines)
    assert any(ord(headline[0]) > 0x3000 for headline in headlines if headline)
    assert "" in headlines
