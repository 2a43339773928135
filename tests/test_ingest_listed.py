"""Pages that exports list without their texts: fetched when the person wants it, with what was done with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_support import run
from feeds_support import feed, item, page, trouble
from web_support import Answer, Site, site

from reader.article import AddReport
from reader.desk import Library
from reader.sources.listed import Listed, listed_in
from reader.sources.web import connecting

__all__ = ["site"]

POCKET = (
    "<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>"
    '<li><a href="{0}/rain" time_added="1709632800" tags="weather,to do">Rain</a></li></ul><h1>Read Archive</h1><ul>'
    '<li><a href="{0}/snow" time_added="1709632800" tags="">Snow</a></li><li><a href="javascript:x">x</a></li></ul></html>'
)
INSTAPAPER = (
    "URL,Title,Selection,Folder,Timestamp,Tags\n{0}/rain,Rain,,Starred,1709632800,\n{0}/snow,Snow,,Archive,1,\n"
)
READWISE = (
    "Title,URL,ID,Document tags,Location\nRain,{0}/rain,1,\"['weather', 'to do']\",new\nSnow,{0}/snow,2,,archive\n"
)
WALLABAG = (
    '[{{"title": "Rain", "url": "{0}/rain", "is_archived": 0, "is_starred": 1, "content": ""}},'
    ' {{"title": "Snow", "url": "{0}/snow", "is_archived": 1, "is_starred": 0, "content": "<p>Here it is.</p>"}}]'
)
BOOKMARKS = (
    "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<DL><p><DT><H3>News</H3>\n"
    '<DT><A HREF="{0}/rain" TAGS="weather">Rain</A>\n<DT><A HREF="{0}/rain">Rain</A></DL>'
)
HOST = "https://o.example"


@pytest.mark.parametrize(
    ("name", "export", "links"),
    [
        ("a.html", POCKET, [Listed(f"{HOST}/rain", tags=("weather", "to do")), Listed(f"{HOST}/snow", read=True)]),
        ("a.csv", INSTAPAPER, [Listed(f"{HOST}/rain", starred=True), Listed(f"{HOST}/snow", read=True)]),
        ("a.csv", READWISE, [Listed(f"{HOST}/rain", tags=("weather", "to do")), Listed(f"{HOST}/snow", read=True)]),
        ("a.json", WALLABAG, [Listed(f"{HOST}/rain", starred=True)]),
        ("a.html", BOOKMARKS, [Listed(f"{HOST}/rain", tags=("weather",))]),
        ("a.txt", "It rained in Velm, https://o.example/rain says.", []),
        ("a.html", "<html><body><a href='https://o.example/rain'>Rain</a></body></html>", []),
    ],
    ids=["pocket", "instapaper", "readwise", "wallabag", "bookmarks", "text", "page"],
)
def test_what_an_export_lists_without_a_text(tmp_path: Path, name: str, export: str, links: list[Listed]) -> None:
    place = tmp_path / name
    place.write_text(export.format(HOST))
    assert listed_in(place) == links


@pytest.fixture
def public(monkeypatch: pytest.MonkeyPatch) -> None:
    """The site of the test stands for one of the world's."""
    monkeypatch.setattr(connecting, "is_public", lambda address: True)


def fetched(library: Library, *places: Path) -> AddReport:
    return library.feeds.add_listed(places, library.add(places))


@pytest.mark.usefixtures("public")
def test_pages_come_in_with_what_was_done_with_them(site: Site, library: Library, tmp_path: Path) -> None:
    site.pages["/rain"], site.pages["/snow"] = Answer(page("rain")), Answer(page("snow"))
    (place := tmp_path / "pocket.html").write_text(POCKET.format(site.url("")))
    report = fetched(library, place)
    assert (report.added, trouble(report)) == (2, [])
    found = {library.article(entry.id).headline: entry for entry in library.entries(report.ids)}
    assert (found["Of rain"].read, found["Of rain"].tags) == (False, ("to do", "weather"))
    assert (found["Of snow"].read, found["Of snow"].tags) == (True, ())
    again = fetched(library, place)
    assert (again.added, again.unchanged) == (0, 2)
    assert sorted(site.paths()) == ["/rain", "/snow"], "what is here is not asked for again"


@pytest.mark.usefixtures("public")
def test_what_cannot_be_had_is_named_and_the_rest_comes_in(site: Site, library: Library, tmp_path: Path) -> None:
    site.pages["/rain"], site.pages["/feed"] = Answer(page("rain")), Answer(feed(item("snow")))
    site.pages["/picture"] = Answer(b"\x89PNG\r\n\x1a\n" + bytes(99))
    (place := tmp_path / "links.csv").write_text(
        "URL,Title\n" + "".join(f"{site.url(path)},x\n" for path in ("/none", "/feed", "/picture", "/rain"))
    )
    report = fetched(library, place)
    assert report.added == 1
    assert sorted(trouble(report)) == [
        "a feed, not an article; `reader feeds add` follows it",
        "not a page: looks like a PNG picture",
        "there is nothing at that address (404)",
    ]


def test_this_machine_is_never_asked_because_a_list_says_so(site: Site, library: Library, tmp_path: Path) -> None:
    (place := tmp_path / "links.csv").write_text(f"URL,Title\n{site.url('/rain')},x\n")
    (said,) = trouble(fetched(library, place))
    assert "private address" in said
    assert site.asked == []


def test_without_being_asked_for_no_page_is_fetched(site: Site, tmp_path: Path) -> None:
    (place := tmp_path / "links.csv").write_text(f"URL,Title\n{site.url('/rain')},x\n")
    done = run("add", place, "--library", tmp_path / "l.db")
    assert "1 entry left out: links without text (`reader add --links` fetches their pages)" in done.stderr
    asked = run("add", "--links", place, "--library", tmp_path / "l.db")
    assert "private address" in asked.stderr
    assert "links without text" not in asked.stderr
    assert site.asked == []
