"""The walk of ten minutes, and the four things people do, are what the pages say: keys and what is seen come from there."""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from tui_support import picture, until

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
