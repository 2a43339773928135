"""Adding broken off at any moment and done again comes to the same library, in every table but for times."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from conftest import WIRES
from furniture_support import INSERT, page, series, worked_out_once  # noqa: F401  (a fixture)
from test_ingest_furniture import RUNNING

from reader import cleaning
from reader.desk import Library
from reader.ingest import storing
from reader.library import Store
from reader.library.file.connection import Database

TIMES = {"added", "fetched"}

pytestmark = pytest.mark.usefixtures("worked_out_once")


def contents(path: Path) -> dict[str, list[Any]]:
    """Every row of every table of a library but for times. Of the full-text index how it is cut up is left out."""
    with Store(path) as store:
        db: Database = store._db
        tables = [name for (name,) in db.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        found: dict[str, list[Any]] = {}
        for table in tables:
            if table in ("search", "search_data", "search_idx"):
                continue
            columns = [row[1] for row in db.rows(f"PRAGMA table_info({table})") if row[1] not in TIMES]
            found[table] = sorted(db.rows(f"SELECT {', '.join(columns)} FROM {table}"), key=repr)
        return found


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Files of an outlet whose pages have a line in common, a file of records, and some that tell the same events."""
    monkeypatch.setattr(storing, "BATCH", 8)
    monkeypatch.setattr(storing, "PATIENCE", 1e9)
    records = tmp_path / "affair.jsonl"
    lines = [
        json.dumps({"text": page(*told), "url": f"https://velm.example/{told[0][:9]}", **titled})
        for told, titled in zip(RUNNING, itertools.cycle(({}, {"title": "An affair of ferries"})))
    ]
    records.write_text("\n".join(lines), encoding="utf-8")
    return [records, *sorted(WIRES.glob("nora*")), *series(tmp_path / "news", INSERT)]


def breaking_off(moment: int) -> Any:
    """What begins transactions, but for that one of them."""
    transaction, begun = Database.transaction, itertools.count(1)

    def begins(db: Database) -> Any:
        if not getattr(db._local, "inside", False) and next(begun) == moment:
            raise KeyboardInterrupt
        return transaction(db)

    return begins


def test_a_library_is_the_same_wherever_the_work_was_broken_off(
    tmp_path: Path, places: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = tmp_path / "whole.library"
    with Library(whole) as library:
        library.add(places)
    expected = contents(whole)
    assert expected["unfinished"] == []
    assert len(expected["story"]) >= 1
    for moment in range(1, 100):
        path = tmp_path / f"{moment}.library"
        with Library(path) as library:
            with monkeypatch.context() as patch:
                patch.setattr(Database, "transaction", breaking_off(moment))
                try:
                    library.add(places)
                except KeyboardInterrupt:
                    pass
                else:
                    break
            library.add(places)
        found = contents(path)
        assert found.keys() == expected.keys()
        for table, rows in found.items():
            assert rows == expected[table], (table, moment)
    assert 6 < moment < 99, "there were as many moments as there are batches"


def test_the_next_addition_does_what_was_left(
    tmp_path: Path, places: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library(tmp_path / "library") as library:
        with monkeypatch.context() as patch:
            patch.setattr(storing, "assign_story", _stop_when_all_is_there())
            with pytest.raises(KeyboardInterrupt):
                library.add(places)
        assert library._store.unfinished("assign")
        library.add(places[:1])
        assert library._store.unfinished("assign") == library._store.unfinished("clean") == []


def _stop_when_all_is_there() -> Any:
    assign, seen = storing.assign_story, set[int]()

    def stops(store: Store, number: int, around: Any = None) -> None:
        if number in seen:
            raise KeyboardInterrupt
        seen.add(number)
        assign(store, number, around)

    return stops


def test_records_that_are_there_are_not_worked_out_again(
    library: Library, places: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add(places[:1])
    with places[0].open("a", encoding="utf-8") as file:
        file.write("\n" + json.dumps({"text": page(*RUNNING[0], "One more."), "url": "https://velm.example/more"}))
    cleaned: list[Any] = []
    clean = cleaning.clean
    monkeypatch.setattr(cleaning, "clean", lambda document: cleaned.append(document) or clean(document))
    report = library.add(places[:1])
    assert (report.added, report.unchanged, len(cleaned)) == (1, len(RUNNING), 1)
    assert library.add(places[:1]).unchanged == len(RUNNING) + 1
