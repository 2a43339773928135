"""Exports of other programs and feeds that have the same articles: each is one, whatever comes first."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from feeds_support import again, feed, follow, headlines, item, quick, text
from web_support import Answer, Site, site

from reader.desk import Library

__all__ = ["quick", "site"]


def exported(place: Path, *entries: tuple[str, str], starred: bool = False) -> Path:
    """A stream of items about something at these addresses."""
    states = ["user/-/state/com.google/starred"] if starred else []
    items = [
        {
            "id": f"tag:google.com,2005:reader/item/{number:016x}",
            "title": f"Of {about}",
            "alternate": [{"href": address}],
            "categories": states,
            "origin": {"streamId": "feed/4", "title": "Velm Post"},
            "summary": {"content": text(about)},
        }
        for number, (about, address) in enumerate(entries)
    ]
    place.write_text(json.dumps({"id": "x", "items": items}))
    return place


def test_an_article_that_stands_in_two_files_of_an_export_is_one(library: Library, tmp_path: Path) -> None:
    rain, snow = ("rain", "https://velm.example/1"), ("snow", "https://velm.example/2")
    files = [exported(tmp_path / "a.json", rain, starred=True), exported(tmp_path / "b.json", rain, snow)]
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        for file in files:
            archive.write(file, file.name)
    report = library.add([tmp_path / "export.zip"])
    assert (report.added, report.unchanged, headlines(library)) == (2, 1, ["Of rain", "Of snow"])
    assert [entry.starred for entry in library.entries(report.ids)] == [True, False]
    assert library.add(files).unchanged == 3, "unpacked they are the same"
    assert headlines(library) == ["Of rain", "Of snow"]


def test_what_an_export_has_brought_no_feed_brings_again(site: Site, library: Library, tmp_path: Path) -> None:
    library.add([exported(tmp_path / "a.json", ("rain", site.url("/1") + "?utm_source=x"))])
    site.pages["/feed"] = Answer(feed(item("rain", link="/1", guid="1"), item("snow", link="/2", guid="2")))
    follow(library, site)
    again(library)
    assert headlines(library) == ["Of rain", "Of snow"]


def test_what_a_feed_has_brought_no_export_brings_again(site: Site, library: Library, tmp_path: Path) -> None:
    site.pages["/feed"] = Answer(feed(item("rain", link="/1", guid="1")))
    number = follow(library, site)
    export = exported(tmp_path / "a.json", ("rain", site.url("/1")), ("snow", site.url("/2")))
    report = library.add([export])
    assert (report.added, report.unchanged, headlines(library)) == (1, 1, ["Of rain", "Of snow"])
    library.feeds.remove(number, articles=True)
    export.write_text(export.read_text() + " ")
    assert library.add([export]).added == 1, "what was taken out with its feed comes in again"
    assert headlines(library) == ["Of rain", "Of snow"]
