"""Exports of other readers and read-it-later services: their articles, and what was done with them there."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from pathlib import Path

import pytest
from archives_support import PARAGRAPHS, loaded
from hypothesis import given
from hypothesis import strategies as st

from reader.article import View
from reader.desk import Library
from reader.sources import exports, reread

HTML = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
LATER = "links without text (`reader add --links` fetches their pages)"

STREAM = {
    "id": "user/-/state/com.google/starred",
    "items": [
        {
            "id": "tag:google.com,2005:reader/item/000000000000000a",
            "title": "Ferry stays in harbour",
            "published": 1709632800,
            "crawlTimeMsec": "1709640000000",
            "canonical": [{"href": "https://orrin.example/ferry"}],
            "alternate": [{"href": "https://orrin.example/ferry?from=feed"}],
            "categories": [
                *("user/-/state/com.google/reading-list", "user/-/state/com.google/read"),
                *("user/-/state/com.google/starred", "user/-/label/Islands"),
            ],
            "origin": {"streamId": "feed/4", "title": "Orrin Post", "htmlUrl": "https://orrin.example/"},
            "summary": {"content": HTML},
            "author": "Anna Berg",
        },
        {
            "id": "b",
            "title": "Only a link",
            "alternate": [{"href": "https://orrin.example/b"}],
            "origin": {"title": "X"},
        },
    ],
}
MINIFLUX = {
    "total": 1,
    "entries": [
        {
            "id": 7,
            "title": "Ferry stays in harbour",
            "url": "https://orrin.example/ferry",
            "status": "read",
            "starred": True,
            "published_at": "2024-03-05T10:00:00Z",
            "created_at": "2024-03-05T12:00:00Z",
            "content": HTML,
            "author": "Anna Berg",
            "feed_id": 4,
            "feed": {"id": 4, "title": "Orrin Post", "site_url": "https://orrin.example/"},
            "tags": ["Islands"],
        }
    ],
}
WALLABAG = [
    {
        "id": 3,
        "title": "Ferry stays in harbour",
        "url": "https://orrin.example/ferry",
        "is_archived": 1,
        "is_starred": 1,
        "content": HTML,
        "published_at": "2024-03-05T10:00:00+0000",
        "published_by": ["Anna Berg"],
        "domain_name": "orrin.example",
        "created_at": "2024-03-05T12:00:00+0000",
        "tags": ["Islands"],
        "language": "en",
    },
    {
        "id": 4,
        "title": "Nothing there",
        "url": "https://orrin.example/x",
        "is_archived": 0,
        "is_starred": 0,
        "content": "<p>wallabag can't retrieve contents for this article.</p>",
    },
]


def exported(path: Path, value: object) -> Path:
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return path


@pytest.mark.parametrize("value", [STREAM, MINIFLUX, WALLABAG], ids=["stream", "miniflux", "wallabag"])
def test_an_article_comes_with_its_facts_and_marks(tmp_path: Path, value: object) -> None:
    documents, problems = loaded(exported(tmp_path / "export.json", value))
    (document,) = documents
    assert (document.headline, document.byline, document.kind) == ("Ferry stays in harbour", "Anna Berg", "html")
    assert document.published == datetime(2024, 3, 5, 10, tzinfo=timezone.utc)
    assert document.fetched == datetime(2024, 3, 5, 12, tzinfo=timezone.utc)
    assert document.url == "https://orrin.example/ferry"
    assert (document.read, document.starred, document.tags) == (True, True, ("Islands",))
    assert [p.message for p in problems] == ([] if value is MINIFLUX else [f"1 entry left out: {LATER}"])
    again = reread(document)
    assert (again.text, again.headline, again.published) == (document.text, document.headline, document.published)


def test_marks_come_into_the_library_once_and_what_was_done_there_stays(tmp_path: Path) -> None:
    path = exported(tmp_path / "starred.json", STREAM)
    with Library(tmp_path / "library.db") as library:
        library.add([path])
        assert library.count(View(starred=True, tag="Islands")) == (1, 0)
        (slot,) = library.slots(View())
        library.mark([slot.id], starred=False)
        exported(path, STREAM | {"updated": 5})
        library.add([path])
        assert library.count(View(starred=True)) == (0, 0)


CSVS = {
    "instapaper": "URL,Title,Selection,Folder,Timestamp\nhttps://o.example/1,One,,Unread,1709632800\nhttps://o.example/2,Two,,Archive,1709632800\n",
    "pocket": "title,url,time_added,tags,status\nOne,https://o.example/1,1709632800,a|b,unread\nTwo,https://o.example/2,1709632800,,archive\n",
    "readwise": "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\nOne,https://o.example/1,01h,['a'],2024-03-05 10:00:00+00:00,0.0,later,False\nTwo,https://o.example/2,01i,,2024-03-05 10:00:00+00:00,1.0,archive,True\n",
}


@pytest.mark.parametrize("name", CSVS)
def test_a_list_of_links_says_that_it_holds_no_text(tmp_path: Path, name: str) -> None:
    documents, problems = loaded(exported(tmp_path / "export.csv", CSVS[name]))
    assert not documents
    assert [(p.message, p.note) for p in problems] == [(f"2 entries left out: {LATER}", False)]
    assert loaded(tmp_path) == ([], [])  # in a folder it is one of many tables that are no articles


def test_pages_of_links_say_the_same(tmp_path: Path) -> None:
    items = "".join(
        f'<li><a href="https://o.example/{n}" time_added="1709632800" tags="">Title {n}</a></li>' for n in range(9)
    )
    page = f"<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>{items}</ul></body></html>"
    assert [p.message for p in loaded(exported(tmp_path / "ril_export.html", page))[1]] == [
        f"9 entries left out: {LATER}"
    ]
    assert exports.links_in(f"<html><head><title>News</title></head><body>{items}</body></html>") is None


def test_a_table_with_texts_is_articles_with_what_its_columns_say(tmp_path: Path) -> None:
    text = "\n\n".join(PARAGRAPHS)
    table = f'Title;URL;Text;Document tags;Location;Saved date\nFerry;https://o.example/1;"{text}";"a, b";archive;2024-03-06 10:00:00\nLink;https://o.example/2;;;later;\n'
    documents, problems = loaded(exported(tmp_path / "export.csv", table))
    (document,) = documents
    assert (document.text, document.headline, document.tags, document.read) == (text, "Ferry", ("a", "b"), True)
    assert document.published is None
    assert document.fetched == datetime(2024, 3, 6, 10)
    assert [(p.message, p.note) for p in problems] == [(f"1 entry left out: {LATER}", True)]


def test_other_json_is_no_export() -> None:
    for value in ({"items": [1, 2]}, {"items": [{"title": "x"}]}, {"entries": []}, [], None, {"url": "x"}, 5):
        assert exports.entries_in(value) is None


any_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "items",
                    "entries",
                    "origin",
                    "title",
                    "url",
                    "feed",
                    "status",
                    "content",
                    "summary",
                    "categories",
                    "tags",
                    "is_starred",
                    "canonical",
                    "published_by",
                    "href",
                ]
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=25,
)


@given(any_json)
def test_no_json_is_too_odd(value: object) -> None:
    for entry in exports.entries_in(value) or ():
        assert entry is None or isinstance(entry.tags, tuple)


@given(st.text(alphabet='url,text;\t"\n\0x', max_size=200))
def test_no_table_is_too_odd(text: str) -> None:
    for head in ("url,text\n", "url;text;title\n", ""):
        for entry in exports.rows_of(head + text, named=True) or ():
            assert isinstance(entry.record, dict)


def test_a_null_character_in_a_table_costs_no_row() -> None:
    found = exports.rows_of("url,text\nhttps://a.example/1,The fer\0ry is late.\n", named=True)
    assert [entry.record["text"] for entry in found or ()] == ["The ferry is late."]
