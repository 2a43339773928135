"""Feeds refreshed from a real server: what is new, what is the same, what is slow or broken off."""

from __future__ import annotations

import socket

import pytest
from feeds_support import again, feed, follow, headlines, item, notes, page, quick, text, trouble
from web_support import Answer, Asked, Site, site

from reader.article import View
from reader.desk import Library
from reader.ingest.feeds import refresh as refreshing
from reader.ingest.feeds.requests import Requests

__all__ = ["quick", "site"]


def test_what_is_new_comes_in_and_nothing_comes_twice(site: Site, library: Library) -> None:
    site.pages["/feed"] = Answer(feed(item("rain", link="/1", guid="1")))
    number = follow(library, site)
    assert headlines(library) == ["Of rain"]
    site.pages["/feed"] = Answer(feed(item("snow", link="/2", guid="2"), item("rain", link="/1", guid="1")))
    assert (again(library).added, again(library).added) == (1, 0)
    assert headlines(library) == ["Of rain", "Of snow"]
    assert {article.outlet for article in library.articles()} == {"Velm Post"}
    assert library.feeds.find(str(number)).articles == 2


def test_in_the_background_only_feeds_that_are_due_are_asked_if_that_is_wanted(site: Site, library: Library) -> None:
    site.pages["/feed"] = Answer(feed(item("rain", link="/1", guid="1")))
    assert library.feeds.is_empty()
    follow(library, site)
    assert not library.feeds.is_empty()
    asked = len(site.asked)
    for due, more in ((True, 0), (False, 1)):
        job = library.feeds.refresh_in_background(due=due)
        while job.next() is not None:
            pass
        assert len(site.asked) == asked + more


def test_a_server_is_told_what_we_have_and_sends_it_no_more(site: Site, library: Library) -> None:
    site.pages["/feed"] = Answer(feed(item("rain", guid="1")), etag='"1"', modified="Mon, 07 Nov 2022 10:37:00 GMT")
    follow(library, site)
    again(library), again(library)
    for asked in site.asked[1:]:
        assert asked.headers["if-none-match"] == '"1"'
        assert asked.headers["if-modified-since"] == "Mon, 07 Nov 2022 10:37:00 GMT"
    assert len(headlines(library)) == 1


def test_an_edited_item_changes_its_article_and_keeps_its_marks(site: Site, library: Library) -> None:
    site.pages["/feed"] = Answer(feed(item("rain", link="/1", guid="1")))
    follow(library, site)
    (id_,) = [entry.id for entry in library.entries([1])]
    library.mark([id_], read=True, starred=True, tags=["river"])
    assert library.article(id_).updated is None
    site.pages["/feed"] = Answer(feed(item("rain", link="/1", guid="1", content=text("rain") + "<p>Corrected.</p>")))
    report = again(library)
    assert (report.added, report.updated) == (0, 1)
    assert "Corrected." in library.article(id_).text
    assert library.article(id_).updated is not None
    entry = library.entries([id_])[0]
    assert (entry.read, entry.starred, entry.tags, entry.updated) == (True, True, ("river",), True)


@pytest.mark.parametrize("stable", [{"link": "/1?utm_source=rss"}, {"link": "/1"}, {}])
def test_items_whose_guid_changes_every_time_are_the_same(site: Site, library: Library, stable: dict[str, str]) -> None:
    for guid in "abc":
        site.pages["/feed"] = Answer(feed(item("rain", guid=guid, **stable)))
        library.feeds.add(site.url("/feed"))
    assert headlines(library) == ["Of rain"]


def test_an_edited_item_whose_guid_changed_is_the_same(site: Site, library: Library) -> None:
    site.pages["/feed"] = Answer(feed(item("rain", guid="a", link="/1")))
    follow(library, site)
    site.pages["/feed"] = Answer(feed(item("rain", guid="b", link="/1", content=text("rain") + "More.")))
    assert (again(library).updated, len(headlines(library))) == (1, 1)


def test_an_address_that_is_used_again_for_another_report_is_another_article(site: Site, library: Library) -> None:
    for about in ("rain", "snow", "hail"):
        site.pages["/feed"] = Answer(feed(item(about, guid=about, link="/live")))
        library.feeds.add(site.url("/feed"))
    assert headlines(library) == ["Of hail", "Of rain", "Of snow"]


def test_items_that_share_an_address_or_a_guid_are_told_apart(site: Site, library: Library) -> None:
    site.pages["/feed"] = Answer(
        feed(item("rain", link="/", guid="0"), item("snow", link="/", guid="0"), item("hail", link="/x", guid="0"))
    )
    follow(library, site)
    again(library)
    assert headlines(library) == ["Of hail", "Of rain", "Of snow"]


def test_one_report_in_several_feeds_and_under_several_addresses_is_one_article(site: Site, library: Library) -> None:
    site.pages["/feed"] = Answer(feed(item("rain", link="/1?utm_source=a", guid="1")))
    site.pages["/other"] = Answer(feed(item("rain", link="/1?utm_source=b", guid="x"), title="Velm Towns"))
    site.pages["/mobile"] = Answer(feed(item("rain", link="/m/1", guid="y"), title="Velm Mobile"))
    follow(library, site), follow(library, site, "/other"), follow(library, site, "/mobile")
    assert len(headlines(library)) == 1
    names, places = library.feeds.of_article(1)
    assert names == ["Velm Mobile", "Velm Post", "Velm Towns"]
    assert [place.partition("/")[2] for place in places] == ["1", "m/1"]
    site.pages["/other"] = Answer(feed(item("rain", link="/1", guid="x", content="Shorter."), title="Velm Towns"))
    again(library)
    assert "Shorter" not in library.article(1).text, "only the feed that brought it changes it"


def test_several_feeds_that_are_asked_together_know_of_each_other(site: Site, library: Library) -> None:
    for path in ("/feed", "/other"):
        site.pages[path] = Answer(feed())
        follow(library, site, path)
        site.pages[path] = Answer(feed(item("rain", link="/1", guid=path)))
    assert (again(library).added, len(headlines(library))) == (1, 1)


def test_a_page_that_was_added_by_hand_and_its_item_are_one(site: Site, library: Library) -> None:
    site.pages["/1"] = Answer(page("rain"))
    site.pages["/feed"] = Answer(feed(item("rain", link="/1", guid="1")))
    library.add([site.url("/1")])
    follow(library, site)
    assert len(headlines(library)) == 1
    assert library.add([site.url("/1?utm_source=x")]).added == 0


def test_a_feed_that_moved_for_good_is_asked_there_from_now_on(site: Site, library: Library) -> None:
    site.pages["/feed"] = Answer(feed(item("rain", guid="1", link="/1")))
    number = follow(library, site)
    site.pages["/feed"] = Answer(status=301, headers={"Location": "/new"})
    site.pages["/new"] = Answer(feed(item("rain", guid="1", link="/1")))
    again(library), again(library)
    assert library.feeds.find(str(number)).address == site.url("/new")
    assert site.paths()[-2:] == ["/new", "/new"]
    assert len(headlines(library)) == 1


def test_a_feed_that_has_become_another_that_is_followed_is_not_asked_any_more(site: Site, library: Library) -> None:
    site.pages["/new"] = site.pages["/old"] = Answer(feed(item("rain", link="/1", guid="1")))
    new, old = follow(library, site, "/new"), follow(library, site, "/old")
    site.pages["/old"] = Answer(status=301, headers={"Location": "/new"})
    assert f"moved for good to {site.url('/new')}, which is followed as feed {new}" in notes(again(library))
    asked = len(site.asked)
    assert again(library).problems == ()
    assert site.paths()[asked:] == ["/new"]
    assert (library.feeds.find(str(old)).ended or "").startswith("moved for good")
    assert len(headlines(library)) == 1


def test_a_feed_that_is_gone_for_good_is_not_asked_any_more_and_its_articles_stay(site: Site, library: Library) -> None:
    site.pages["/feed"] = Answer(feed(item("rain", guid="1")))
    number = follow(library, site)
    site.pages["/feed"] = Answer(status=410)
    assert trouble(again(library)) == ["it is gone for good (410); it is not asked any more"]
    asked = len(site.asked)
    assert again(library).problems == ()
    assert (len(site.asked), len(headlines(library))) == (asked, 1)
    assert "gone for good" in (library.feeds.find(str(number)).ended or "")


def test_where_every_answer_is_there_nothing_is_waited_for(
    site: Site, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    pending: list[int] = []
    result = Requests.result
    monkeypatch.setattr(Requests, "result", lambda self, seconds: pending.append(self.pending) or result(self, seconds))  # type: ignore[func-returns-value]
    site.pages["/feed"] = Answer(feed(item("rain", link="/1", guid="1")))
    follow(library, site)
    site.pages["/feed"] = Answer(feed(item("snow", link="/2", guid="2")))
    assert again(library).added == 1
    assert pending
    assert 0 not in pending


def test_a_slow_host_delays_nobody(site: Site, library: Library) -> None:
    """The quick host answers while the slow one is still being waited for."""
    order: list[str] = []

    def slowly(asked: Asked) -> Answer:
        site.closing.wait(0.2)
        order.append(asked.path)
        return Answer(feed())

    def quickly(asked: Asked) -> Answer:
        order.append(asked.path)
        return Answer(feed(item(asked.path.strip("/"), guid=asked.path)))

    for number in range(6):
        site.pages[f"/slow{number}"] = site.pages[f"/quick{number}"] = Answer(feed())
        follow(library, site, f"/slow{number}")
        assert library.feeds.add(site.url(f"/quick{number}", host="localhost")).problems
    for number in range(6):
        site.pages[f"/slow{number}"], site.pages[f"/quick{number}"] = slowly, quickly
    assert again(library).added == 6
    assert all("quick" in path for path in order[:6])
    assert site.most_at_once <= 4


def test_work_that_was_broken_off_is_done_again(site: Site, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    site.pages["/feed"] = Answer(feed(), etag='"0"')
    follow(library, site)
    site.pages["/feed"] = Answer(feed(item("rain", guid="1"), item("snow", guid="2")), etag='"1"')
    with monkeypatch.context() as broken:
        broken.setattr(refreshing._Refresh, "_note_one", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            again(library)
    again(library)
    assert headlines(library) == ["Of rain", "Of snow"]
    assert library.feeds.find(site.url("/feed")).articles == 2


def test_a_feed_that_is_renamed_gives_its_outlet_to_all_its_articles(site: Site, library: Library) -> None:
    site.pages["/feed"] = Answer(feed(item("rain", guid="1"), item("snow", guid="2")))
    number = follow(library, site)
    assert library.feeds.rename(number, "The Post") == 2
    site.pages["/feed"] = Answer(feed(item("hail", guid="3"), item("rain", guid="1"), item("snow", guid="2")))
    again(library)
    library.reclean()
    assert {article.outlet for article in library.articles()} == {"The Post"}
    assert library.feeds.rename(number, None) == 3
    assert {article.outlet for article in library.articles()} == {"Velm Post"}


def test_the_articles_of_a_feed_stay_or_go_with_it(site: Site, library: Library) -> None:
    site.pages["/feed"] = Answer(feed(item("rain", guid="1"), item("snow", guid="2"), item("hail", guid="3")))
    number = follow(library, site)
    library.mark([1], starred=True)
    assert library.feeds.remove(number, articles=True) == 2
    assert library.count(View()) == (1, 1)
    number = follow(library, site)
    assert library.feeds.remove(number) == 0
    assert library.count(View()) == (3, 3)


def test_feeds_of_comments_say_so(site: Site, library: Library) -> None:
    site.pages["/feed"] = Answer(feed(item("rain", guid="1"), title="Comments on: Rain"))
    assert "one of comments, not of articles" in notes(library.feeds.add(site.url("/feed")))


def test_a_refresh_contacts_nothing_but_the_feeds_and_the_pages_of_their_items(
    site: Site, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = '<img src="http://tracker.example/x.gif"><script src="http://other.example/"></script>'
    site.pages["/feed"] = Answer(feed())
    follow(library, site)
    site.pages["/1"] = Answer(page("rain").replace(b"<article>", f"<article>{pictures}".encode()))
    short = item("rain", link="/1", guid="1", content=f"{pictures}Rain was spoken of in Velm …")
    site.pages["/feed"] = Answer(feed(short, more="<image><url>http://tracker.example/logo.png</url></image>"))
    contacted: list[object] = []
    connect, look_up = socket.socket.connect, socket.getaddrinfo
    monkeypatch.setattr(socket.socket, "connect", lambda sock, to: (contacted.append(to), connect(sock, to))[1])
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: (contacted.append(a[:2]), look_up(*a, **k))[1])
    again(library)
    assert set(contacted) == {site.server_address}
    assert site.paths()[1:] == ["/feed", "/1"]
