"""Links of an article: numbered in the text and below it, listed by a key, opened by a digit, enter or a click."""

from __future__ import annotations

import pytest
from test_tui_clicks import click_on
from textual import events
from textual.pilot import Pilot
from tui_pictures import drawn
from tui_support import FakeLibrary, main_of, picture, press, running, settle, settled, tui_app, until

from reader import sources
from reader.article import Article, Paragraph
from reader.cleaning.input.links import links as find_links
from reader.links import Link
from reader.tui.actions import outside
from reader.tui.app import ReaderApp
from reader.tui.draw.page import lay_out, marked
from reader.tui.screens.pick import PickLink

TEXT = """\
The survey of the harbour office can be read at https://survey.example/june by everybody who has an hour.

The council wrote about it at https://courier.example/2031/vote and again, a week later, at https://survey.example/june \
in the same words."""


def links_of(article: Article) -> tuple[Link, ...]:
    return find_links(sources.from_text(article.text), article)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """The addresses that were given to a browser."""
    given: list[str | None] = []

    class Browser:
        def open(self, url: str) -> None:
            given.append(url)

    monkeypatch.setattr("webbrowser.get", Browser)
    return given


def linked(text: str = TEXT) -> FakeLibrary:
    return FakeLibrary([Article(headline="What the survey says", text=text), Article(headline="Another", text="None.")])


async def inside(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await press(pilot, "enter", shows="vote[2]")


@pytest.mark.parametrize("size", [(140, 40), (80, 24), (60, 16)])
async def test_links_are_numbered_in_the_text_and_their_addresses_stand_below_it(
    size: tuple[int, int], snapshot: object
) -> None:
    async with running(linked(), size=size) as (app, pilot):
        await inside(pilot)
        assert "june[1]" in picture(app)
        assert "vote[2]" in picture(app)
        main_of(app).be_silent()
        main_of(app).tell()
        await pilot.pause()
        assert drawn(app) == snapshot


async def test_a_digit_enter_and_a_click_open_a_link(opened: list[str | None]) -> None:
    async with running(linked()) as (app, pilot):
        await inside(pilot)
        for keys in (("2",), ("enter",), ("j", "enter"), ("o",)):
            await pilot.press("L")
            await until(pilot, lambda: isinstance(app.screen, PickLink))
            await pilot.press(*keys)
            await until(pilot, lambda: len(app.screen_stack) == 1)
        await click_on(pilot, "[2]")
        await click_on(pilot, "[1] https://survey", behind=main_of(app).text.region.x)
        await click_on(pilot, "survey.example/june[1] by")
        vote, june = "https://courier.example/2031/vote", "https://survey.example/june"
        await until(pilot, lambda: opened == [vote, june, vote, june, vote, june, june])
        assert f"opened {june}" in picture(app)
        await click_on(pilot, "by everybody")
        await pilot.pause()
        assert len(opened) == 7


async def test_links_of_a_caption_are_numbered_underlined_and_opened_by_a_click(opened: list[str | None]) -> None:
    article = Article(
        headline="What the survey says",
        paragraphs=(
            Paragraph("The survey stands at https://survey.example/june for all."),
            Paragraph("The quay in 2029, see https://photos.example/ada or ask.", "caption"),
            Paragraph("The council wrote at https://courier.example/vote of it."),
        ),
    )
    async with settled(FakeLibrary([article]), size=(80, 24)) as (app, pilot):
        await press(pilot, "enter", shows="photos.example/ada[2] or")
        assert "vote[3]" in picture(app)
        for words in ("photos.example/ada[2]", "[2] or ask", "or ask.", "The quay in"):
            await click_on(pilot, words)
            await pilot.pause()
        await until(pilot, lambda: opened == ["https://photos.example/ada"] * 2)
        inks = [
            ink
            for line in lay_out(article, 60, links=links_of(article))
            for text, ink in line.pieces
            if "photos" in text
        ]
        assert inks[0] == "italic+link"


async def test_an_address_is_copied_and_an_article_without_links_says_so() -> None:
    async with running(linked()) as (app, pilot):
        await inside(pilot)
        await pilot.press("L")
        await until(pilot, lambda: isinstance(app.screen, PickLink))
        await pilot.press("j", "y")
        await until(pilot, lambda: app.clipboard == "https://courier.example/2031/vote")
        await press(pilot, "escape", "j", "L", shows="the text has no links")
        assert "L links" not in picture(app)


async def test_no_browser_is_given_anything_but_an_address_of_the_web(opened: list[str | None]) -> None:
    app = ReaderApp(linked())  # type: ignore[arg-type]
    async with app.run_test():
        for address in ("file:///etc/passwd", "javascript:alert(1)", "https://a.example/\x1b]0;x"):
            assert outside.open_in_browser(app, address) == "this article has no web address"
    assert not opened


def test_the_numbers_have_room_in_every_width() -> None:
    article = Article(text=TEXT.replace("https://survey.example/june", "the june").replace("vote", "vo te"))
    places = [(0, 3), (12, 15), (16, 22), (60, 75), (130, 140)]
    links = [Link(number, a, b, f"https://a.example/{number}") for number, (a, b) in enumerate(places, 1)]
    for width in range(14, 100):
        lines = [line for line in lay_out(article, width, links=links) if line.start >= 0]
        shown = ["".join(text for text, _ in marked(line, article.text, (), (), links)) for line in lines]
        assert max(map(len, shown)) <= width or width < 40, (width, shown)
        assert "".join("".join(shown).split()).count("[") == len(links)
        plain = "".join(article.text[line.start : line.end] for line in lines)
        assert "".join(plain.split()) == "".join(article.text.split())


async def test_a_click_above_all_lines_opens_nothing() -> None:
    app = tui_app()
    async with app.run_test() as pilot:
        await settle(pilot)
        text = main_of(app).text
        text.post_message(events.Click(text, 5, -99, 0, 0, 1, False, False, False, 5, 0))
        await pilot.pause()
        assert app.is_running
        assert len(app.screen_stack) == 1
