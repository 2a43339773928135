"""reader.library.unfinished: what is still to be done is remembered until it is done."""

from __future__ import annotations

from pathlib import Path

from library_support import document, put

from reader.article import Article
from reader.library import Store


def test_what_is_to_be_done_is_remembered_until_it_is_done(tmp_path: Path) -> None:
    path = tmp_path / "news.library"
    with Store(path) as store:
        ids = [put(store, f"/{n}") for n in range(4)]
        store.remember("assign", ids[::-1])
        store.remember("work out", ids[:1], "no\nway")
    with Store(path) as store:
        assert store.unfinished("assign") == ids
        assert store.unfinished("assign", 2) == ids[:2]
        assert store.unfinished("clean") == []
        assert store.trouble(ids[0]) == "no way"
        assert store.trouble(ids[1]) is None
        store.forget("assign", ids[:3])
        store.forget("work out", ids)
        assert store.unfinished("assign") == ids[3:]
        assert store.trouble(ids[0]) is None


def test_an_entry_says_whether_its_article_waits(tmp_path: Path) -> None:
    with Store(tmp_path / "news.library") as store:
        ids = [put(store, f"/{n}") for n in range(2)]
        store.remember("connect", ids[:1])
        store.remember("assign", ids[1:])
        assert [entry.waiting for entry in store.entries(ids)] == [True, False]
        store.forget("connect", ids)
        assert [entry.waiting for entry in store.entries(ids)] == [False, False]


def test_a_document_with_the_same_data_keeps_all_but_its_stamp(tmp_path: Path) -> None:
    with Store(tmp_path / "news.library") as store:
        number, _ = store.put(document("/a", stamp="1"), Article(text="The harbour."))
        store.set_gone(["/a"], True)
        assert store.keep(document("/a", stamp="2")) == number
        assert (store.stamp("/a"), store.entries([number])[0].gone) == ("2", False)
        assert store.keep(document("/a", "changed", stamp="3")) is None
        assert store.keep(document("/b")) is None
        assert store.stamp("/a") == "2"
