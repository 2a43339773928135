"""Reading comfort: the length of lines, right-to-left text, wide characters."""

from __future__ import annotations

from pathlib import Path

from rich.cells import cell_len
from tui_support import FakeLibrary, main_of, picture, press, settled, until

from reader.article import Article
from reader.config.settings import LINE_LENGTH
from reader.tui.session import left as kept
from reader.tui.session.left import Left

ALONE = (100, 30)


async def test_lines_of_72_characters_get_longer_and_shorter_and_stay_so(tmp_path: Path) -> None:
    long = Article(headline="Long", text="word " * 400)
    async with settled(FakeLibrary([long]), left=tmp_path / "left.json") as (app, pilot):
        text = main_of(app).text
        await pilot.press("enter", "z")
        await until(pilot, lambda: text.columns > 100)

        def longest() -> int:
            return max(line.end - line.start for line in text._lines if line.start >= 0)

        await until(pilot, lambda: 66 < longest() <= 72)
        await pilot.press(">", ">")
        await until(pilot, lambda: 74 < longest() <= 80 and "lines of 80 characters" in picture(app))
        await pilot.press(*"<" * 12)
        await until(pilot, lambda: 35 < longest() <= 40)
        await pilot.press("z", ">")
    async with settled(FakeLibrary([long]), left=tmp_path / "left.json") as (app, _):
        assert main_of(app).text.line_length == 44


async def test_where_there_is_less_room_that_is_said(tmp_path: Path) -> None:
    async with settled() as (_, pilot):
        await press(pilot, "enter", ">", shows="lines of 76 characters; there is room for")


async def test_right_to_left_text_is_seen_in_reading_order_at_the_right() -> None:
    async with settled(size=ALONE) as (app, pilot):
        main = main_of(app)
        main.actions.reading.open(8)
        await pilot.press("z")
        await until(pilot, lambda: main.session.zen)
        # The first word, `صوت`, ends the line that is seen; its letters go from right to left.
        await until(pilot, lambda: any(line.rstrip(" ▁▂▃▄▅▆▇█").endswith("توص") for line in picture(app).splitlines()))
        main.action_run_command("turn-text")
        await until(pilot, lambda: "turned round by the terminal" in picture(app))
        assert "صوت مجلس" in picture(app)


def test_a_file_that_says_an_impossible_length_is_read_without_it(tmp_path: Path) -> None:
    file = tmp_path / "left.json"
    kept.save(file, Left(line_length=80, turns_text=True))
    assert kept.load(file) == Left(line_length=80, turns_text=True)
    file.write_text(file.read_text().replace("80", "7"))
    assert kept.load(file).line_length == LINE_LENGTH.default


async def test_wide_characters_fill_no_line_beyond_its_end() -> None:
    async with settled(size=(60, 16)) as (app, pilot):
        main_of(app).actions.reading.open(7)
        await until(pilot, lambda: "港湾評議会" in picture(app))
        assert all(cell_len(line) <= 60 for line in picture(app).splitlines())
