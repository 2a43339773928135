"""Syncing with a server: articles come in and marks go both ways, whatever breaks off."""

from __future__ import annotations

import time
from datetime import datetime, timedelta, timezone

import pytest
from greader_answers import PASSWORD, USER
from greader_support import Fault, Reader, each, flux, rss
from sync_support import VARIABLE, here, join, known_password, notes, number, problems, put, sync, text, there, velm
from web_support import Answer, Site, site

from reader.article import AddReport, Progress, View
from reader.desk import Library
from reader.ingest.sync import marking

__all__ = ["each", "flux", "known_password", "rss", "site", "velm"]


def test_feeds_groups_articles_and_marks_come_from_the_server(each: Reader, velm: str, library: Library) -> None:
    put(each, "hail", velm, starred=True, read=True)
    account = join(library, each)
    done = sync(library)
    assert (done.report.added, problems(done)) == (3, [])
    assert here(library) == {"rain": (False, False), "snow": (True, False), "hail": (True, True)} == there(each)
    (feed,) = library.feeds.all()
    assert (feed.shown, feed.group, feed.server, feed.articles) == ("Velm Post", "Towns", account.id, 3)
    article = library.article(number(library, "rain"))
    assert (article.outlet, article.url) == ("Velm Post", "https://velm.example/rain")
    assert article.published == datetime.fromtimestamp(1_700_000_000, timezone.utc)
    assert (sync(library).report.added, len(here(library))) == (0, 3)


def test_marks_go_both_ways(each: Reader, velm: str, library: Library) -> None:
    join(library, each)
    sync(library)
    library.mark([number(library, "rain")], read=True, starred=True)
    library.mark([number(library, "snow")], read=False)
    done = sync(library)
    assert (done.sent, done.taken) == (3, 0)
    assert there(each) == {"rain": (True, True), "snow": (False, False)} == here(library)
    for entry in each.entries.values():
        entry.read, entry.starred = not entry.read, not entry.starred
    done = sync(library)
    assert (done.sent, done.taken) == (0, 4)
    assert there(each) == {"rain": (False, False), "snow": (True, True)} == here(library)
    assert sync(library) == type(done)()


def test_a_mark_made_here_and_not_sent_comes_before_one_made_there(rss: Reader, library: Library) -> None:
    stream = rss.follow("https://velm.example/feed", "Velm Post")
    put(rss, "rain", stream)
    put(rss, "snow", stream)
    join(library, rss)
    sync(library)
    rain, snow = number(library, "rain"), number(library, "snow")
    library.mark([rain, snow], read=True)
    library.mark([rain], read=False)
    for entry in rss.entries.values():  # meanwhile, on a telephone
        entry.read = True
    sync(library)
    assert there(rss) == {"rain": (False, False), "snow": (True, False)} == here(library)


def test_more_than_a_thousand_items_come_in_and_are_marked(rss: Reader, library: Library) -> None:
    rss.page = 100  # the same as a thousand in ten thousand
    stream = rss.follow("https://velm.example/feed", "Velm Post")
    for about in range(320):
        rss.add(f"Of {about}", stream, html=f"<p>Number {about} was drawn in Velm.</p>")
    join(library, rss)
    steps: list[int] = []
    done = library.feeds.servers.sync(on_progress=lambda progress: steps.append(progress.done))
    assert done.report.added == 320
    assert 50 in steps  # the first few can be read before the rest is there
    library.mark([slot.id for slot in library.slots(View())], read=True)
    assert (sync(library).sent, sync(library).sent) == (320, 0)
    assert all(entry.read for entry in rss.entries.values())
    assert len(rss.paths("edit-tag")) == 2


def test_an_article_that_a_feed_had_brought_is_the_same(site: Site, rss: Reader, library: Library) -> None:
    address = site.url("/feed")
    item = f"<item><title>Of rain</title><link>https://velm.example/rain</link><description><![CDATA[{text('rain')}<p>The lock of Velm was opened at noon on Tuesday, said the mayor of the town.</p>]]></description></item>"
    other = f"<item><title>A &amp;amp; B</title><link>https://velm.example/ab</link><description><![CDATA[{text('others')}]]></description></item>"
    site.pages["/feed"] = Answer(
        f"<rss version='2.0'><channel><title>Velm Post</title>{item}{other}</channel></rss>".encode()
    )
    library.feeds.add(address)
    library.mark([number(library, "rain")], starred=True)
    stream = rss.follow(address, "Velm Post", "Towns")
    put(rss, "rain", stream, read=True)
    rss.add("A & B", stream, url="https://velm.example/ab", html=text("the same, cleaned by the server"))
    join(library, rss)
    done = sync(library)
    assert (done.report.added, done.report.updated, done.sent) == (0, 0, 1)
    assert here(library) == {"rain": (True, True), "A & B": (False, False)} == there(rss)
    assert "opened at noon" in library.article(number(library, "rain")).text  # the feed's own text stays
    asked = len(site.asked)
    library.feeds.refresh()
    assert len(site.asked) == asked  # from now on the server asks it
    assert library.feeds.all()[0].group == "Towns"


def test_one_report_under_two_addresses_is_one_article_with_one_mark(rss: Reader, library: Library) -> None:
    stream = rss.follow("https://velm.example/feed", "Velm Post")
    put(rss, "rain", stream)
    rss.add("Of rain", stream, url="https://www.velm.example/rain?print=1", html=text("rain"))
    join(library, rss)
    assert sync(library).report.added == 1
    library.mark([number(library, "rain")], read=True)
    assert sync(library).sent == 2
    assert [entry.read for entry in rss.entries.values()] == [True, True]


def test_what_the_server_has_read_long_ago_stays_there_unless_it_is_starred(rss: Reader, library: Library) -> None:
    stream = rss.follow("https://velm.example/feed", "Velm Post")
    long_ago = int(time.time()) - 60 * 86_400
    put(rss, "rain", stream, read=True, crawled=long_ago)
    put(rss, "snow", stream, read=True, starred=True, crawled=long_ago)
    put(rss, "hail", stream, crawled=long_ago)
    join(library, rss, days=30)
    sync(library)
    assert here(library) == {"snow": (True, True), "hail": (False, False)}


def test_articles_that_the_server_forgets_stay_with_their_marks(each: Reader, velm: str, library: Library) -> None:
    join(library, each)
    sync(library)
    library.mark([number(library, "rain")], starred=True)
    before = here(library)
    each.entries.clear()
    for _ in range(3):
        assert problems(sync(library)) == []
    assert here(library) == before
    assert library.feeds.servers.all()[0].articles == library.feeds.servers.all()[0].waiting == 0


def test_an_item_of_a_feed_that_nobody_follows_comes_in(rss: Reader, library: Library) -> None:
    put(rss, "rain", "feed/77", starred=True)
    rss.add("Of snow", "feed/78", html=text("snow"))
    join(library, rss)
    assert (sync(library).report.added, sync(library).report.added) == (2, 0)
    library.mark([number(library, "snow")], read=True)
    sync(library)
    assert there(rss) == here(library) == {"rain": (False, True), "snow": (True, False)}


def test_items_that_say_nothing_become_no_articles_and_are_not_asked_for_again(rss: Reader, library: Library) -> None:
    rss.add("", rss.follow("https://velm.example/feed", "Velm Post"))
    join(library, rss)
    sync(library), sync(library)
    assert here(library) == {}
    assert len(rss.paths("stream/items/contents")) == 1


def test_labels_of_articles_become_tags_and_folders_do_not(rss: Reader, library: Library) -> None:
    stream = rss.follow("https://velm.example/feed", "Velm Post", "Towns")
    put(rss, "rain", stream, labels=["rivers"])
    rss.tags.add("rivers")
    join(library, rss)
    sync(library)
    assert library.entries([number(library, "rain")])[0].tags == ("rivers",)


def test_a_refresh_in_the_background_syncs_and_says_how_far_it_is(rss: Reader, library: Library) -> None:
    put(rss, "rain", rss.follow("https://velm.example/feed", "Velm Post"))
    join(library, rss)
    job = library.feeds.refresh_in_background()
    events = []
    while (event := job.next()) is not None:
        events.append(event)
    assert isinstance(events[-1], AddReport)
    assert (events[-1].added, events[-1].problems) == (1, ())
    assert Progress(1, 1, f"{USER} at {rss.url.partition('://')[2]}/api/greader.php", "syncing") in events
    assert here(library) == {"rain": (False, False)}


@pytest.mark.parametrize("fault", ["drop", "drop after", "half", "401", "429", "500", "400", "html", "redirect"])
@pytest.mark.parametrize("ending", ["edit-tag", "ids", "contents", "subscription/list", "token", "ClientLogin"])
def test_marks_survive_whatever_fails_and_the_next_sync_sends_them(
    flux: Reader, library: Library, fault: Fault, ending: str
) -> None:
    stream = flux.follow("https://velm.example/feed", "Velm Post")
    put(flux, "rain", stream)
    join(library, flux)
    sync(library)
    library.mark([number(library, "rain")], read=True)
    put(flux, "snow", stream, starred=True)
    flux.faults = lambda number, path: fault if path.endswith(ending) else None
    done = sync(library)
    for message in problems(done):
        assert "\n" not in message
        assert PASSWORD not in message
    flux.faults = lambda number, path: None
    library._store.servers.change(1, wait_until=None)
    assert problems(sync(library)) == []
    assert there(flux) == {"rain": (True, False), "snow": (False, True)} == here(library)
    (account,) = library.feeds.servers.all()
    assert (account.failures, account.error, account.waiting) == (0, None, 0)


def test_a_server_that_wants_us_to_wait_is_left_alone(rss: Reader, library: Library) -> None:
    join(library, rss)
    rss.faults = lambda number, path: "429" if path.endswith("ids") else None
    assert problems(sync(library)) == ["the server says that it was asked too often (429)"]
    asked = len(rss.asked)
    assert "not asked: it wants us to wait until" in notes(sync(library))
    assert len(rss.asked) == asked
    (account,) = library.feeds.servers.all()
    assert account.wait_until is not None
    assert timedelta(0) < account.wait_until - datetime.now(timezone.utc) <= timedelta(seconds=120)


def test_a_password_that_is_gone_is_said_and_nothing_is_asked(
    rss: Reader, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    join(library, rss)
    asked = len(rss.asked)
    monkeypatch.delenv(VARIABLE)
    assert problems(sync(library)) == [f"there is no password: the variable {VARIABLE} has none"]
    assert len(rss.asked) == asked


def test_one_mark_that_a_server_refuses_holds_up_no_other(rss: Reader, library: Library) -> None:
    stream = rss.follow("https://velm.example/feed", "Velm Post")
    names = [put(rss, about, stream) for about in ("rain", "snow", "hail", "fog")]
    join(library, rss)
    sync(library)
    library.mark([slot.id for slot in library.slots(View())], read=True)
    odd = f"{int(names[1]):016x}"

    def refuse(number: int, path: str) -> Fault | None:
        asked = rss.asked[number]
        return "400" if path.endswith("edit-tag") and any(odd in name for name in asked.form["i"]) else None

    rss.faults = refuse
    done = sync(library)
    assert (done.sent, problems(done)) == (3, [])
    assert "does not take 1 of the marks made here" in notes(done)
    rss.faults = lambda number, path: None
    assert sync(library).sent == 1


def test_a_server_that_refuses_all_marks_is_not_asked_for_each(
    rss: Reader, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marking, "_PATIENCE", 3)
    stream = rss.follow("https://velm.example/feed", "Velm Post")
    for about in range(30):
        rss.add(f"Of {about}", stream, html=f"<p>Number {about} was drawn in Velm.</p>")
    join(library, rss)
    sync(library)
    library.mark([slot.id for slot in library.slots(View())], read=True)
    rss.faults = lambda number, path: "400" if path.endswith("edit-tag") else None
    (message,) = problems(sync(library))
    assert message == "the server refuses marks; 30 marks made here are sent the next time"
    assert len(rss.paths("edit-tag")) < 20


def test_a_sync_that_another_one_overtakes_looks_again(rss: Reader, library: Library) -> None:
    put(rss, "rain", rss.follow("https://velm.example/feed", "Velm Post"))
    join(library, rss)
    sync(library)
    begun: list[str] = []

    def overtake(path: str) -> None:
        if path.endswith("ids") and not begun:
            begun.append(path)
            library.mark([number(library, "rain")], read=True)
            sync(library)

    rss.after = overtake
    assert problems(sync(library)) == []
    assert there(rss) == {"rain": (True, False)} == here(library)

    rss.after = lambda path: library._store.servers.begin(1) and None if path.endswith("ids") else None
    assert "another sync with the same server is under way" in notes(sync(library))


def test_what_comes_in_between_two_lists_is_not_taken_for_read(rss: Reader, library: Library) -> None:
    stream = rss.follow("https://velm.example/feed", "Velm Post")
    put(rss, "rain", stream)
    join(library, rss)
    lists: list[str] = []

    def one_more(path: str) -> None:
        if path.endswith("ids"):
            lists.append(put(rss, f"shower {len(lists)}", stream))

    rss.after = one_more
    sync(library), sync(library)
    assert not any(read for read, _ in here(library).values())
    rss.after = lambda path: None
    sync(library)
    assert here(library) == there(rss)


def test_two_servers_have_the_same_marks_of_the_same_article(rss: Reader, flux: Reader, library: Library) -> None:
    for server in (rss, flux):
        put(server, "rain", server.follow("https://velm.example/feed", "Velm Post"))
        join(library, server)
    sync(library)
    assert len(here(library)) == 1
    next(iter(rss.entries.values())).read = True
    sync(library)
    assert there(flux) == {"rain": (True, False)} == here(library)
