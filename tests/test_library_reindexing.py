"""reader.library.reindexing: a damaged search index costs no article, and is made anew."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from library_support import document, put

from reader.article import Article, View
from reader.errors import LibraryDamaged
from reader.library import Store
from reader.library.columns import rows


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library of a few articles."""
    with Store(tmp_path / "news.library") as store:
        for number in range(30):
            put(store, f"/{number}", f"The harbour is number {number}.", headline="Harbour")
    return tmp_path / "news.library"


@pytest.fixture(
    params=[
        "UPDATE search_data SET block = x'0011223344'",
        "DELETE FROM search_data",
        "DROP TABLE search_data",
        "DROP TABLE search_config",
        "DROP TABLE search_idx",
        "DELETE FROM search_docsize WHERE id > 9",
        "DROP TABLE search",
    ]
)
def damaged(path: Path, request: pytest.FixtureRequest) -> Path:
    """The same with a damage of its index."""
    connection = sqlite3.connect(path)
    connection.execute(request.param)
    connection.commit()
    connection.close()
    return path


def test_a_damaged_index_is_made_anew(damaged: Path) -> None:
    with Store(damaged) as store:
        assert store.mend_search()
        assert len(store.search("harbour")) == 30
        assert not store.mend_search()
        put(store, "/3", "The ferry.", raw="other")
        assert [hit.entry.id for hit in store.search("ferry")] == [4]
        assert len(store.search("number")) == 29


def test_other_programs_that_have_the_library_open_find_what_is_in_the_new_one(path: Path) -> None:
    with Store(path) as other, Store(path) as store:
        store._db.run("UPDATE search_data SET block = x'0011223344'")
        assert other.count(View()) == (30, 30)
        store.mend_search()
        assert len(other.search("harbour")) == 30


def test_a_sound_index_is_left_as_it_is(path: Path) -> None:
    with Store(path) as store:
        before = store._db.rows("SELECT id, block FROM search_data")
        assert not store.mend_search()
        assert store._db.rows("SELECT id, block FROM search_data") == before


@pytest.mark.parametrize("damage", ["UPDATE search_data SET block = x'0011223344'", "DROP TABLE search_config"])
def test_with_a_damaged_index_everything_else_works_and_searching_says_what_to_do(path: Path, damage: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(damage)
    connection.commit()
    connection.close()
    with Store(path) as store:
        assert len(store.slots(View())) == 30
        assert store.article(1).headline == "Harbour"
        store.mark([1], read=True)
        for ask in (lambda: store.search("harbour"), lambda: store.slots(View(query="harbour"))):
            with pytest.raises(LibraryDamaged, match="its search index is damaged; `reader reclean` rebuilds it"):
                ask()
        with pytest.raises(LibraryDamaged, match="its search index is damaged"):
            put(store, "/new", "The ferry.")


def test_what_came_only_to_be_read_is_indexed_later_and_the_index_is_sound_meanwhile(path: Path) -> None:
    with Store(path) as store:
        came = [Article(text=f"The ferry is number {number}.") for number in range(5)]
        ids = store.add([rows.pack(document(f"/f/{n}"), one, for_now=True) for n, one in enumerate(came)])
        assert store.search("ferry") == []
        assert store.notices(searching=True) == [
            "the 5 articles that came last are not searched yet; they are in a moment, or when something is added"
        ]
        assert not store.mend_search()
        store.revise(ids[0], Article(text="The bridge."))
        assert store.remove(ids[1:2]) == 1
        assert store.index_some(2) == 2
        assert [hit.entry.id for hit in store.search("ferry")] == ids[2:4]
        assert store.index_some(2) == 1
        assert store.index_some(2) == 0
        assert [hit.entry.id for hit in store.search("bridge")] == ids[:1]
        assert len(store.search("number")) == 33
        assert not store.mend_search()
        assert store.notices(searching=True) == []


@pytest.mark.parametrize("damage", ["paragraphs = x'00'", "standfirst = x'ff'"])
def test_a_damaged_article_that_waits_to_be_indexed_keeps_no_other_from_it(path: Path, damage: str) -> None:
    with Store(path) as store:
        came = [Article(text=f"The ferry is number {number}.") for number in range(3)]
        ids = store.add([rows.pack(document(f"/f/{n}"), one, for_now=True) for n, one in enumerate(came)])
        store._db.run(f"UPDATE content SET {damage} WHERE id = ?", (ids[1],))
        assert store.index_some(9) == 3
        assert [hit.entry.id for hit in store.search("ferry")] == [ids[0], ids[2]]
        assert not store.mend_search()


def test_an_index_made_anew_has_what_waited_for_it(damaged: Path) -> None:
    with Store(damaged) as store:
        store.add([rows.pack(document("/f"), Article(text="The ferry."), for_now=True)])
        assert store.mend_search()
        assert len(store.search("ferry")) == 1
        assert store.unfinished("index") == []
