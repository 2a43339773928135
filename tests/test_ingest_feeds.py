"""Feeds refreshed from a real server: what is new, what is the same, what goes wrong, and that nothing is lost."""

from __future__ import annotations

import socket
import zlib
from datetime import datetime, timedelta, timezone

import pytest
from feeds_support import again, feed, follow, headlines, item, notes, page, quick, text, trouble
from web_support import Answer, Asked, Site, site

from reader.article import View
from reader.desk import Library
from reader.errors import LibraryReadOnly
from reader.ingest.feeds import refresh as refreshing
from reader.ingest.feeds.requests import Requests
from reader.library import putting
from reader.sources.feeds import reading
from reader.sources.files import LIMIT
from reader.sources.web import fetching

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


def test_a_server_that_wants_us_to_wait_is_left_alone_so_long(site: Site, library: Library) -> None:
    site.pages["/feed"] = Answer(feed(item("rain", guid="1")))
    number = follow(library, site)
    site.pages["/feed"] = Answer(status=429, headers={"Retry-After": "7200"})
    assert "asked too often" in trouble(again(library))[0]
    asked = len(site.asked)
    for numbers in (None, [number]):
        assert "wants us to wait until" in notes(library.feeds.refresh(numbers))
    assert len(site.asked) == asked
    wait = library.feeds.find(str(number)).wait_until
    assert wait is not None
    assert timedelta(minutes=110) < wait - datetime.now(timezone.utc) <= timedelta(minutes=120)


def test_what_fails_again_and_again_is_asked_less_and_less(site: Site, library: Library) -> None:
    site.pages["/feed"] = Answer(feed(item("rain", guid="1")))
    number = follow(library, site)
    site.pages["/feed"] = Answer(status=500)
    waits = []
    for _ in range(3):
        assert trouble(again(library)) == ["the server has trouble (500)"]
        found = library.feeds.find(str(number))
        assert found.due is not None
        waits.append((found.due - datetime.now(timezone.utc)).total_seconds())
    assert waits[0] * 1.9 < waits[1] < waits[2] / 1.9
    asked = len(site.asked)
    library.feeds.refresh(due=True)
    assert len(site.asked) == asked, "it is not due"
    site.pages["/feed"] = Answer(feed(item("rain", guid="1")))
    again(library)
    assert (library.feeds.find(str(number)).error, library.feeds.find(str(number)).failures) == (None, 0)


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (Answer(page("rain")), "a page, not a feed"),
        (Answer(b""), "not a feed"),
        (Answer(b"\0" * 5000), "not a feed"),
        (Answer(b"<rss", claims=900), "broken off"),
        (Answer(feed(item("rain")) + b" " * (5 << 20)), "larger than 4 MiB"),
        (Answer(b"<rss>", drips=True), "not all there"),
        (
            Answer(status=302, headers={"Location": "http://169.254.169.254/latest"}),
            "private address (169.254.169.254)",
        ),
        (Answer(status=302, headers={"Location": "/bad"}), "circle"),
        (Answer(status=404), "nothing at that address"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_feed_that_goes_wrong_says_how_and_the_others_come_in(
    site: Site, library: Library, bad: Answer, why: str
) -> None:
    for path in ("/bad", "/good"):
        site.pages[path] = Answer(feed())
        follow(library, site, path)
    site.pages["/bad"], site.pages["/good"] = bad, Answer(feed(item("rain", guid="1")))
    report = again(library)
    assert [why in said for said in trouble(report)] == [True]
    assert headlines(library) == ["Of rain"]
    assert why in (library.feeds.find(site.url("/bad")).error or "")


def test_a_feed_of_200_megabytes_is_refused_and_the_others_come_in(
    site: Site, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At full size, as it comes and packed: neither is read beyond the limit that holds outside of tests."""
    monkeypatch.setattr(fetching.Limits.__init__, "__defaults__", (60.0, 20.0, LIMIT, 6))
    for path in ("/plain", "/packed", "/good"):
        site.pages[path] = Answer(feed(item(f"old {path[1:]}", guid="1")))
        follow(library, site, path)
    site.pages["/plain"] = Answer(bytes(200 << 20))
    packer = zlib.compressobj(level=1, wbits=31)
    packed = b"".join([*(packer.compress(bytes(1 << 20)) for _ in range(200)), packer.flush()])
    site.pages["/packed"] = Answer(packed, headers={"Content-Encoding": "gzip"})
    site.pages["/good"] = Answer(feed(item("rain", guid="2")))
    report = again(library)
    assert sorted(trouble(report)) == ["larger than 64 MiB", "larger than 64 MiB once unpacked"]
    assert headlines(library) == ["Of old good", "Of old packed", "Of old plain", "Of rain"]


def test_of_a_feed_of_100_000_items_as_many_are_read_as_is_sensible_and_the_rest_is_said(
    site: Site, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_ITEMS", 20)
    monkeypatch.setattr(fetching.Limits.__init__, "__defaults__", (60.0, 20.0, LIMIT, 6))
    site.pages["/feed"] = Answer(feed(*(f"<item><title>Of day {n}</title></item>" for n in range(100_000))))
    report = library.feeds.add(site.url("/feed"))
    assert (report.added, trouble(report)) == (20, [])
    assert "has 99,980 items more than are read" in notes(report)


@pytest.mark.parametrize(
    "said", ["text/html", "text/plain; charset=utf-8", "image/png", "application/octet-stream", ""]
)
def test_a_feed_is_one_whatever_its_server_calls_it(site: Site, library: Library, said: str) -> None:
    site.pages["/feed"] = Answer(feed(item("rain", guid="1")), headers={"Content-Type": said})
    assert library.add([site.url("/feed")]).added == 1
    assert library.feeds.find(site.url("/feed")).title == "Velm Post"


def test_control_characters_anywhere_in_a_feed_come_nowhere(site: Site, library: Library) -> None:
    bad = "".join(map(chr, (*range(1, 9), 0xB, 0xC, *range(0xE, 0x20), *range(0x7F, 0xA0))))
    said = f"x{bad}y"
    site.pages["/feed"] = Answer(
        f"<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>{said}</title>"
        f"<link>http://velm.example/{said}</link><language>{said}</language><ttl>{said}</ttl><item><title>{said}</title>"
        f"<link>http://velm.example/{said}</link><guid>{said}</guid><dc:creator>{said}</dc:creator>"
        f"<category>{said}</category><source url='x'>{said}</source><pubDate>{said}</pubDate>"
        f"<description>&lt;p&gt;{said} {text('rain')}&lt;/p&gt;</description></item></channel></rss>".encode()
    )
    follow(library, site)
    told = [str(library.feeds.all()), *map(str, library.articles())]
    assert len(told) == 2
    assert not [sign for sign in bad if any(sign in one or repr(sign)[1:-1] in one for one in told)]


def test_without_a_network_nothing_is_held_against_a_feed(
    site: Site, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.pages["/feed"] = Answer(feed(item("rain", guid="1")))
    number = follow(library, site)

    def offline(*_: object, **__: object) -> None:
        raise fetching.FetchError("its name cannot be looked up", offline=True)

    monkeypatch.setattr(fetching.Fetcher, "fetch", offline)
    report = again(library)
    assert (trouble(report), notes(report)) == ([], "no network: 1 of 1 feeds could not be asked")
    assert (library.feeds.find(str(number)).error, library.feeds.find(str(number)).failures) == (None, 0)


def test_items_of_every_odd_kind_are_no_trouble(site: Site, library: Library) -> None:
    odd = (
        "<item></item>",
        "<item><title>\x1b[31mRed\x07 &lt;b&gt;bold&lt;/b&gt;</title><link>javascript:alert(1)</link></item>",
        item("the past", guid="p").replace("<pubDate>", "<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate><x>", 1),
        item("the future", guid="f", days_ago=-400),
        "<item><title>File</title><link>file:///etc/passwd</link><description>words</description></item>",
    )
    site.pages["/feed"] = Answer(feed(*odd))
    follow(library, site)
    found = {article.headline: article for article in library.articles()}
    assert found["[31mRed bold"].url is None
    assert found["File"].url is None
    assert found["Of the past"].published is None
    assert found["Of the future"].published is None
    assert again(library).added == 0


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


def test_a_disk_that_is_full_in_the_middle_loses_nothing(
    site: Site, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.pages["/feed"] = Answer(feed(item("rain", guid="1")), etag='"0"')
    follow(library, site)
    site.pages["/feed"] = Answer(feed(item("snow", guid="2"), item("rain", guid="1")), etag='"1"')

    def full(*_: object, **__: object) -> None:
        raise LibraryReadOnly("library.db: the disk is full")

    with monkeypatch.context() as disk:
        disk.setattr(putting, "add", full)
        with pytest.raises(LibraryReadOnly):
            again(library)
    assert headlines(library) == ["Of rain"]
    assert (again(library).added, headlines(library)) == (1, ["Of rain", "Of snow"])


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
