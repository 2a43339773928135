"""Five real texts about one running story: what a careful reader keeps of them, from the files to the screen.

The texts lie outside the project, in `../shared/articles`; where they are not, the sample library's like cases still are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tui_support import picture, settle, until

from reader.article import Article
from reader.desk import Library
from reader.tui.app import ReaderApp

SHARED = Path(__file__).resolve().parents[2] / "shared" / "articles"
pytestmark = pytest.mark.skipif(not (SHARED / "gold.json").exists(), reason="the five texts are not here")


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    """What a careful reader would keep."""
    answer: dict[str, Any] = json.loads((SHARED / "gold.json").read_text(encoding="utf-8"))
    return answer


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library of the five texts."""
    with Library(tmp_path_factory.mktemp("gold") / "library.db") as library:
        assert library.add([SHARED]).added == 5
        yield library


def of(library: Library, number: str) -> Article:
    """The article of the file whose name begins so."""
    (path,) = SHARED.glob(f"{number}_*.txt")
    return library.article(library.id_of(path))


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_line_is_kept_or_cut_as_a_careful_reader_would(five: Library, gold: dict[str, Any], number: str) -> None:
    article = of(five, number)
    (said,) = (value for name, value in gold["articles"].items() if name.startswith(number))
    assert [p.line for p in article.paragraphs if p.kind == "body"] == said["body"]
    assert [p.line for p in article.paragraphs if p.kind == "subhead"] == said["subheads"]
    assert [p.line for p in article.paragraphs if p.kind == "caption"] == said.get("captions", [])
    assert sorted({cut.line for cut in article.removed}) == said["furniture"]
    lines = five.original(article.id or 0).split("\n")
    for name in ("headline", "standfirst"):
        line = said[name]
        assert getattr(article, name) == (lines[line - 1].strip() if line else None)
    assert [p.text for p in article.paragraphs] == [
        " ".join(lines[p.line - 1].split()).strip(" ·") for p in article.paragraphs
    ]


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_date_and_outlet_are_what_the_text_gives_and_no_more(five: Library, gold: dict[str, Any], number: str) -> None:
    article = of(five, number)
    (said,) = (value for name, value in gold["articles"].items() if name.startswith(number))
    assert article.outlet == said["outlet"]
    assert (article.published.isoformat()[: len(said["published"])] if article.published else None) == said["published"]
    assert article.published_from == {"000": "inferred", "001": "inferred", "003": "stated"}.get(number, "unknown")
    assert article.language == said["language"]
    place = said["dateline_place"]
    assert (article.dateline or "").startswith(place) if place else article.dateline is None


async def test_the_list_shows_the_five_by_date_and_outlet(five: Library) -> None:
    app = ReaderApp(five, ())
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        shown = "\n".join(line.split("▏")[0] for line in picture(app).splitlines()[1:10])
    assert shown.index("Thu 17 Nov 2022") < shown.index("10:37 RT")
    assert shown.index("10:37 RT") < shown.index("Mon 7 Nov 2022 (year inferred)") < shown.index("Kremlin has no")
    assert shown.index("Kremlin has no") < shown.index("Sun 6 Nov 2022 (year inferred)") < shown.index("US privately")
    assert shown.index("US privately") < shown.index("Undated") < shown.index("Russia: We are open")
    assert "¶ During the daily" in shown


async def test_the_next_key_walks_from_the_kremlin_article_in_time_order_once_round_its_story(five: Library) -> None:
    app = ReaderApp(five, ())
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await pilot.press("j")
        await settle(pilot)
        for headline in ("Zelensky confirms signals", "Russia: We are open", "US privately asks Ukraine"):
            await pilot.press("]")
            await until(pilot, lambda headline=headline: headline in text_pane(app))


def text_pane(app: ReaderApp) -> str:
    """What stands in the right-hand pane."""
    return "\n".join(line.split("▏")[-1] for line in picture(app).splitlines())
