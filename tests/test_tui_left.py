"""The screens come back as they were left."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tui_support import main_of, many, picture, press, settled, tui_app, tui_library, until

from reader.article import Article, View
from reader.tui.session import left as kept
from reader.tui.session.left import Left, file_of, load

SIZE = (140, 40)


async def test_list_article_and_place_come_back(tmp_path: Path) -> None:
    library = tui_library()
    long = Article(headline="A long one", text="\n\n".join(f"Paragraph {n} of the quay." for n in range(200)))
    number = library.put(long)
    file = tmp_path / "left.json"
    async with settled(library, left=file, size=SIZE) as (app, pilot):
        await press(pilot, "2", shows="by outlet")
        main_of(app).actions.reading.open(number)
        await until(pilot, lambda: "Paragraph 0 of" in picture(app))
        await pilot.press("s", "pagedown", "pagedown")
        await until(pilot, lambda: "Paragraph 0 of" not in picture(app) and main_of(app).text.place)
        place = main_of(app).text.place
    again = tui_app(library, left=file)
    async with again.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: main_of(again).session.shown == number and main_of(again).session.inside)
        await until(pilot, lambda: main_of(again).text.place == place)
        assert main_of(again).session.mode == "text"
        await pilot.press("escape")
        await until(pilot, lambda: "by outlet" in picture(again))
        assert main_of(again).session.listed.current == number


async def test_the_highlighted_article_and_a_filter_come_back(tmp_path: Path) -> None:
    library, file = many(1_200), tmp_path / "left.json"
    library.mark([900], starred=True)
    async with settled(library, left=file, size=SIZE) as (app, pilot):
        await pilot.press("G")
        await until(pilot, lambda: main_of(app).session.listed.complete)
        await pilot.press("G")
        last = main_of(app).session.listed.current
    again = tui_app(library, left=file)
    async with again.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: main_of(again).session.listed.current == last)
        assert not main_of(again).session.inside
        main_of(again).actions.views.change(starred=True)
        await until(pilot, lambda: "1 article ·" in picture(again))
    third = tui_app(library, left=file)
    async with third.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "starred" in picture(third) and "1 article ·" in picture(third))


async def test_an_article_that_is_gone_is_not_missed(tmp_path: Path) -> None:
    file = tmp_path / "left.json"
    kept.save(file, Left(article=4_711, inside=True))
    async with settled(left=file, size=SIZE) as (app, _):
        assert not main_of(app).session.inside
        assert "no article" not in picture(app)


def test_libraries_and_folders_have_files_of_their_own(tmp_path: Path) -> None:
    a, b = tmp_path / "a.db", tmp_path / "b.db"
    files = {file_of(tmp_path, a, View()), file_of(tmp_path, b, View()), file_of(tmp_path, a, View(under="/x/"))}
    assert len(files) == 3


def test_what_was_kept_is_its_owners_alone_and_the_places_are_bounded(tmp_path: Path) -> None:
    file = tmp_path / "left" / "one.json"
    kept.save(file, Left(places=dict.fromkeys(range(kept.PLACES + 9), 7)))
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(load(file).places) == list(range(9, kept.PLACES + 9))


@pytest.mark.parametrize("said", ["", "[]", "{}", '{"places": 3}', "[" * 100_000, '{"group": "x", "places": {}}'])
def test_a_file_that_is_not_understood_is_none(tmp_path: Path, said: str) -> None:
    file = tmp_path / "left.json"
    file.write_text(said)
    assert load(file) == Left()


@given(st.binary(max_size=200))
def test_whatever_stands_in_the_file_something_is_shown(tmp_path_factory: pytest.TempPathFactory, said: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "left.json"
    file.write_bytes(said)
    assert isinstance(load(file), Left)
