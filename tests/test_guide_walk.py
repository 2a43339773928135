"""The walk of ten minutes, and the four things people do, are what the pages say: keys and what is seen come from there."""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from tui_support import picture, until

from reader.article import Article
from reader.desk import Library

ROOT = Path(__file__).parent.parent


def _loaded(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    sys.modules[name] = module = importlib.util.module_from_spec(spec)  # dataclasses look for their module there
    spec.loader.exec_module(module)
    return module


moving = _loaded("moving")
STEPS = moving.steps_of(moving.PAGE.read_text(encoding="utf-8"))
GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
TASKS = moving.steps_of(GUIDE.partition("## Four things people do")[2].partition("\n## ")[0])


@pytest.fixture
def sample(tmp_path: Path, sample_library: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """The sample's library, in a folder of its own that files are written into."""
    monkeypatch.chdir(tmp_path)
    for name in ("COLORTERM", "TERM", "NO_COLOR"):  # the walk has the colours that it wants
        monkeypatch.setenv(name, "")
    shutil.copy(sample_library, tmp_path / "library.db")
    with Library(tmp_path / "library.db") as library:
        yield library


def seen(app: Any) -> str:
    """What is on the screen, in one line."""
    return " ".join(picture(app).split())


async def test_each_step_of_the_walk_shows_what_the_page_says(sample: Library, tmp_path: Path) -> None:
    *steps, leaving = STEPS
    app = moving.app_of(sample, tmp_path)
    async with app.run_test(size=moving.SIZE) as pilot:
        async for step in moving.walk(pilot, steps):
            for words in step.seen:
                await until(pilot, lambda words=words: words in seen(app), f"{step.name}: {words}")
        await pilot.press(*leaving.keys)
    brief = next(tmp_path.glob("rovers-*.md")).read_text(encoding="utf-8")
    assert all(f"## {part}" in brief for part in ("In brief", "Timeline", "Where they disagree", "Sources"))
    app = moving.app_of(sample, tmp_path)
    async with app.run_test(size=moving.SIZE) as pilot:
        for words in leaving.seen:
            await until(pilot, lambda words=words: words in seen(app), f"{leaving.name}: {words}")
        assert app.theme == "reader-paper"


def _more(library: Library) -> tuple[int, int]:
    """Adds an article of today, one of last week and a long German one; the first and the last of them."""
    today = datetime.now().astimezone().date()
    long = " ".join(f"Die Fähre fuhr am Tag {n} nicht, weil das Radar noch in der Werft lag." for n in range(110))
    new, _, german = library.add_articles(
        [
            Article(headline="Radar mended", text="The radar of the ferry was mended today.", published=today),
            Article(headline="Radar fails", text="The radar failed.", published=today - timedelta(days=9)),
            Article(headline="Elf Tage ohne Fähre", text=long, published=date(2024, 4, 1), language="de"),
        ]
    )
    return new, german


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
async def test_each_of_the_four_things_takes_the_keys_that_the_guide_says(
    task: Any, sample: Library, tmp_path: Path
) -> None:
    new, german = _more(sample) if task.name.startswith(("Read", "Save")) else (0, 0)
    app = moving.app_of(sample, tmp_path)
    async with app.run_test(size=moving.SIZE) as pilot:
        async for _ in moving.walk(pilot, [task]):
            for words in task.seen:
                await until(pilot, lambda words=words: words in seen(app), words)
        if task.name.startswith("Read"):
            assert app.main.session.listed.listing.ids.tolist() == [new]
            assert "mended today" in seen(app)
            assert sample.entries([new])[0].read
        if task.name.startswith("Save"):
            assert app.main.session.listed.listing.ids.tolist() == [german]
            await pilot.press("backspace", "backspace", "backspace")
            await until(pilot, lambda: "65 articles" in seen(app))
            await pilot.press("V", "1")
            await until(pilot, lambda: "1 article " in seen(app))


def test_there_are_four_things() -> None:
    assert len(TASKS) == 4
    assert all(task.keys and task.seen for task in TASKS)


def test_the_steps_are_numbered_and_each_says_what_is_seen() -> None:
    numbers = re.findall(r"^(\d+)\.", moving.PAGE.read_text(encoding="utf-8"), re.M)
    assert [int(number) for number in numbers] == list(range(1, len(STEPS) + 1))
    assert [step.name for step in STEPS if not step.seen] == ["Colours"]  # of which no word tells
    assert [step.name for step in STEPS if not step.keys] == ["The list"]


async def test_the_moving_picture_is_drawn_from_the_program(sample: Library, tmp_path: Path) -> None:
    drawing = await moving.drawn(sample, tmp_path, ("The list", "The same story elsewhere"))
    svg = drawing.svg()
    first, second = svg.split('<g class="f ')[1:]
    elements = ElementTree.fromstring(svg).iter()  # noqa: S314  (our own)
    rows = {element.get("id"): "".join(element.itertext()) for element in elements}

    def told(frame: str) -> str:
        return " ".join(rows[name] for name in re.findall(r'href="#(r\d+)"', frame))

    assert "62 articles" in told(first)
    assert "The library that sails at eleven" in told(first)
    assert "ODD-INARY HERO!" in told(second)
    assert "ODD-INARY HERO! Groundsman, 43, wins the Cup" not in told(first)
    assert "] ]" in second.split("</text>")[0]


def test_the_picture_in_the_readme_is_of_this_walk_and_needs_nothing_else() -> None:
    svg = moving.PICTURE.read_text(encoding="utf-8")
    over = re.findall(r'<text class="over"[^>]*>(\d+)  (.*?)</text>', svg)
    names = [step.name for step in STEPS]
    assert [re.sub(r"<.*?>", "\t", title).split("\t")[0] for _, title in over] == list(moving.MOMENTS)
    for number, title in over:
        step = STEPS[int(number) - 1]
        assert (step.name, step.shown) == (
            title.split("<")[0],
            re.sub("^.*?<.*?>|<.*?>", "", title) if "<" in title else "",
        )
    assert 10 <= len(over) <= 15
    assert set(moving.MOMENTS) <= set(names)
    assert len(svg) < 600_000
    assert "prefers-reduced-motion" in svg
    assert not re.search(r"<script|https?://(?!www\.w3\.org/2000/svg)|@import|@font-face|url\(", svg)
    assert "docs/pictures/walk.svg" in (ROOT / "README.md").read_text(encoding="utf-8")
