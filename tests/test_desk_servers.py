"""Servers that a person syncs with: added, removed, and what of them is kept where."""

from __future__ import annotations

import pytest
from greader_answers import PASSWORD, USER
from greader_support import Reader, rss
from sync_support import VARIABLE, here, join, known_password, put, sync
from web_support import Site, site

from reader.desk import Library
from reader.errors import NotFound, SourceError
from reader.sources.sync import passwords
from reader.sources.web import fetching

__all__ = ["known_password", "rss", "site"]


def test_a_server_is_added_by_its_front_and_says_what_is_wrong(rss: Reader, site: Site, library: Library) -> None:
    account = join(library, rss)
    assert account.address == f"{rss.url}/api/greader.php"
    assert account.private
    assert library.feeds.servers.find("127.0.0.1:" + rss.url.rpartition(":")[2]) == account
    with pytest.raises(SourceError, match="no server that speaks the Google Reader API"):
        library.feeds.servers.add(site.url("/"), USER, variable=VARIABLE)
    with pytest.raises(SourceError, match="refuses the name or the password"):
        library.feeds.servers.add(rss.url, "bob", variable=VARIABLE)
    rss.faults = lambda number, path: None if path.startswith("/api/") else "redirect"  # FreshRSS's own front
    assert join(library, rss) == account
    rss.faults = lambda number, path: "redirect"
    with pytest.raises(SourceError, match="the server leads elsewhere"):
        join(library, rss)
    rss.faults = lambda number, path: None
    with pytest.raises(NotFound, match="no such server"):
        library.feeds.servers.find("rss.example")
    assert len(library.feeds.servers.all()) == 1


def test_the_password_is_in_no_file_of_the_library(rss: Reader, library: Library) -> None:
    put(rss, "rain", rss.follow("https://velm.example/feed", "Velm Post"))
    join(library, rss)
    sync(library)
    rss.faults = lambda number, path: "500"
    sync(library)
    stored = b"".join(path.read_bytes() for path in library.path.parent.glob("library.db*"))
    assert PASSWORD.encode() not in stored
    assert VARIABLE.encode() in stored
    for word in rss.authorizations:
        assert word.rpartition("/")[2].encode() not in stored


def test_a_removed_server_leaves_articles_marks_and_feeds(
    rss: Reader, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[tuple[str, str, str | None]] = []
    monkeypatch.setattr(passwords, "keep", lambda *said: kept.append(said))
    put(rss, "rain", rss.follow("https://velm.example/feed", "Velm Post"), starred=True)
    account = library.feeds.servers.add(rss.url, USER, password=PASSWORD)
    library._store.servers.change(1, secret=passwords.Secret(variable=VARIABLE).to_text())
    sync(library)
    library._store.servers.change(1, secret=passwords.Secret().to_text())
    library.feeds.servers.remove(1)
    assert kept == [(account.address, USER, PASSWORD), (account.address, USER, None)]
    assert here(library) == {"rain": (False, True)}
    assert library.feeds.all()[0].server is None


def test_only_the_server_is_contacted(rss: Reader, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    resolve = fetching.Fetcher.__init__.__kwdefaults__["resolve"]

    def recorded(host: str, port: int) -> list[str]:
        asked.append(host)
        return resolve(host, port)

    monkeypatch.setitem(fetching.Fetcher.__init__.__kwdefaults__, "resolve", recorded)
    put(rss, "rain", rss.follow("https://velm.example/feed", "Velm Post"))
    join(library, rss)
    sync(library)
    library.feeds.refresh()
    assert set(asked) == {"127.0.0.1"}
