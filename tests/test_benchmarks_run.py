"""benchmarks/run.py and what it measures with: invented texts that cost what real ones do, rivals, times by stage."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

import reader

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


@pytest.fixture(autouse=True)
def _benchmarks_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))


def module(name: str) -> Any:
    return __import__(name)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.txt")}


def test_invented_dumps_are_the_same_each_time(tmp_path: Path) -> None:
    invented = module("invented")
    size = invented.write_dumps(tmp_path / "one", 30)
    assert invented.write_dumps(tmp_path / "two", 30) == size == sum(map(len, contents(tmp_path / "one").values()))
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert len(contents(tmp_path / "one")) == 30


def test_an_invented_dump_is_cleaned_to_the_article_in_it(tmp_path: Path) -> None:
    world = module("invented").World()
    told = list(world.tellings(20))
    kept = total = 0
    for telling in told:
        article = reader.clean(world.dump(telling))
        found = {paragraph.text for paragraph in article.paragraphs}
        kept += sum(paragraph in found for paragraph in telling.paragraphs)
        total += len(telling.paragraphs)
    assert kept > 0.9 * total


def test_the_stages_of_filling_add_up(tmp_path: Path) -> None:
    module("invented").write_dumps(tmp_path, 4)
    added, times = module("filling").measured(tmp_path)
    assert added == 4
    in_all = times.pop("in all")
    assert {"cleaning", "ranking", "features", "placing", "storing"} <= times.keys()
    assert sum(times.values()) == pytest.approx(in_all)


def test_rivals_get_the_same_articles(tmp_path: Path) -> None:
    invented, rivals = module("invented"), module("rivals")
    invented.write_dumps(tmp_path / "dumps", 3)
    assert rivals.plain_pipeline((tmp_path / "dumps").rglob("*.txt"), tmp_path / "plain.db") == 3
    records = [invented.record_of(told, number) for number, told in enumerate(invented.World().tellings(3))]
    rivals.write_feed(records, tmp_path / "feed.xml")
    titles = [title.text for title in etree.parse(tmp_path / "feed.xml").iterfind(".//item/title")]
    assert titles == [record["headline"] for record in records]


def test_an_addition_is_measured_with_its_two_phases(tmp_path: Path) -> None:
    module("invented").write_dumps(tmp_path / "dumps", 3)
    run = module("run")
    found = run.add(tmp_path / "dumps", tmp_path / "news.library", 1)
    assert found["added"] == 3
    assert 0 < found["readable"] <= found["all"]
    assert run.places(tmp_path / "news.library").keys() == {"placing", "related"}
