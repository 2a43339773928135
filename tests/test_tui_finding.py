"""Finding words in the article that is being read."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Input
from tui_support import FakeLibrary, main_of, picture, press, running, settled, tui_library, until

from reader.article import Article
from reader.tui.actions.finding import places_of
from reader.tui.app import ReaderApp


def foot(app: ReaderApp) -> str:
    return picture(app).splitlines()[-1]


def long_article() -> Article:
    days = [f"Day {n}: silence." for n in range(60)]
    days[10] += " A ferry left."
    days[30] += " The Ferry came back."
    days[50] += " No ferry was seen."
    return Article(headline="Enquiry", text="\n\n".join(days))


async def test_words_are_found_as_one_types_and_n_goes_on_and_shift_n_back() -> None:
    async with settled(FakeLibrary([long_article()])) as (app, pilot):
        main = main_of(app)
        await pilot.press("enter", "slash", *"ferry")
        await until(pilot, lambda: "1 of 3" in foot(app), "how many there are is said while one types")
        await pilot.press("enter")
        await until(pilot, lambda: "find “ferry” · 1 of 3" in foot(app))
        assert "A ferry left" in picture(app)
        assert "n p match" in foot(app)
        await pilot.press("n")
        await until(pilot, lambda: "2 of 3" in foot(app) and "The Ferry came back" in picture(app))
        await pilot.press("n", "n")
        await until(pilot, lambda: "1 of 3" in foot(app) and "A ferry left" in picture(app))
        await pilot.press("N")
        await until(pilot, lambda: "3 of 3" in foot(app) and "No ferry was seen" in picture(app))
        inks = [ink for line in main.text._lines if line.start >= 0 for _, ink in main.text._pieces(line)]
        assert (inks.count("found"), inks.count("here")) == (2, 1)
        await pilot.press("escape")
        await until(pilot, lambda: "find" not in foot(app).split("/")[0])
        assert main.session.inside, "escape ends the find first"
        assert not main.text.found
        await pilot.press("escape")
        assert not main.session.inside


async def test_where_there_is_no_other_place_n_says_so() -> None:
    async with settled(FakeLibrary([long_article()])) as (app, pilot):
        for words, said in (("came", "“came” stands here only"), ("quay", "“quay” stands nowhere in this article")):
            await pilot.press("enter", "slash", *words, "enter")
            await until(pilot, lambda words=words: f"find “{words}”" in foot(app))  # type: ignore[misc]
            await pilot.press("n")
            await until(pilot, lambda said=said: said in foot(app))  # type: ignore[misc]
            await pilot.press("escape", "escape")


async def test_n_comes_back_to_the_only_place() -> None:
    async with settled(FakeLibrary([long_article()])) as (app, pilot):
        await pilot.press("enter", "slash", *"came", "enter")
        await until(pilot, lambda: "find “came”" in foot(app) and "The Ferry came back" in picture(app))
        await pilot.press("g")
        await until(pilot, lambda: "The Ferry came back" not in picture(app))
        await pilot.press("n")
        await until(pilot, lambda: "“came” stands here only" in foot(app) and "The Ferry came back" in picture(app))


async def test_outside_a_find_n_opens_the_next_unread_article_and_a_find_ends_with_its_article() -> None:
    async with settled() as (app, pilot):
        main = main_of(app)
        await pilot.press("enter", "slash", *"ferry", "enter")
        await until(pilot, lambda: "find “ferry”" in foot(app))
        await pilot.press("J")
        await until(pilot, lambda: main.session.shown == 1)
        assert "find “" not in foot(app)
        await pilot.press("n")
        await until(pilot, lambda: main.session.shown not in (1, 9))


async def test_escape_while_typing_goes_back_to_where_the_find_began() -> None:
    async with settled(FakeLibrary([long_article()])) as (app, pilot):
        await pilot.press("enter", "pagedown")
        await until(pilot, lambda: main_of(app).text.place)
        place = main_of(app).text.place
        await press(pilot, "slash", *"no ferry", shows="No ferry was seen")
        await pilot.press("escape")
        await until(pilot, lambda: main_of(app).text.place == place)
        assert not main_of(app).text.found


async def test_what_is_not_there_is_said_and_the_text_stays() -> None:
    async with settled(size=(60, 16)) as (app, pilot):
        await pilot.press("enter", "slash", *"zeppelin", "enter")
        await until(pilot, lambda: "find “zeppelin” · not here" in foot(app))
        await pilot.press("n")
        assert main_of(app).session.shown == 9


async def test_up_arrow_brings_back_what_was_looked_for_also_in_the_next_run(tmp_path: Path) -> None:
    library, left = tui_library(), tmp_path / "left.json"
    async with settled(library, left=left) as (app, pilot):
        await pilot.press("slash", *"quay", "enter")
        await until(pilot, lambda: main_of(app).session.listed.view.query == "quay")
        await pilot.press("escape", "slash", *"park", "enter")
        await until(pilot, lambda: main_of(app).session.listed.view.query == "park")
        await pilot.press("enter", "slash", *"council", "enter")
        await until(pilot, lambda: "find “council”" in foot(app))
    async with running(library, left=left) as (app, pilot):
        await until(pilot, lambda: main_of(app).session.inside and main_of(app).session.ranking is not None)
        await pilot.press("slash", "up")
        await until(pilot, lambda: app.screen.query_one(Input).value == "council")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: len(app.screen_stack) == 1 and not main_of(app).session.inside)
        await pilot.press("slash", *"new", "up", "up")
        await until(pilot, lambda: app.screen.query_one(Input).value == "quay")
        await pilot.press("down", "down")
        await until(pilot, lambda: app.screen.query_one(Input).value == "new")


def test_case_accents_blanks_and_kinds_of_quotation_marks_make_no_difference() -> None:
    text = "The Müller’s\nquay; ΣΟΦΟΣ, STRASSE."
    assert [text[a:b] for a, b in places_of("müller's quay", text)] == ["Müller’s\nquay"]
    assert [text[a:b] for a, b in places_of("muller", text)] == ["Müller"]
    assert [text[a:b] for a, b in places_of("strasse", text)] == ["STRASSE"]
    assert places_of("  ", text) == []


def test_letters_that_are_written_as_one_sign_are_no_accents() -> None:
    assert places_of("한국", "학교 한국") == [(3, 5)], "the syllables of both words begin alike"
    assert places_of("はら", "ばら はら") == [(3, 5)]
    in_parts = "\u1112\u1161\u11ab"
    assert places_of(in_parts, "한국") == [(0, 1)], "what is typed may come in parts"
    assert places_of(in_parts, in_parts) == [(0, 3)], "so may the text"


@given(st.text(min_size=1, max_size=40), st.data())
def test_a_word_of_a_text_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    word = text[start : start + 5]
    if word == "".join(word.split()):
        found = places_of(word, text)
        assert any(a <= start < b for a, b in found)
