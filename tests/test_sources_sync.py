"""The Google Reader API as servers speak it: logging in, lists, contents, marks, and what goes wrong on the way."""

from __future__ import annotations

import sys
import types
from datetime import datetime, timezone
from typing import Any

import pytest
from greader_answers import LONG, PASSWORD, USER
from greader_support import Fault, Reader, each, flux, rss

from reader.errors import ReaderError, SourceError
from reader.sources.sync import answers, passwords
from reader.sources.sync.ids import canonical, long_form
from reader.sources.sync.passwords import Secret
from reader.sources.sync.server import ALL, READ, STARRED, Server, places
from reader.sources.web.fetching import Fetched, Fetcher, FetchError, Limits

__all__ = ["each", "flux", "rss"]
NOW = datetime(2026, 11, 30, 12, tzinfo=timezone.utc)


def at(server: Reader, word: str = PASSWORD, *, private: bool = True) -> Server:
    """The account on a test server."""
    below = "/api/greader.php" if server.dialect == "freshrss" else ""
    return Server(server.url + below, USER, lambda: word, private=private)


def filled(server: Reader, count: int) -> list[str]:
    stream = server.follow("https://velm.example/feed", "Velm Post", "Towns")
    return [server.add(f"Report {number}", stream, read=number % 2 == 0) for number in range(count)]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("1669800000000001", "1669800000000001"),
        (f"{LONG}0005eeac9bd89001", "1669800000000001"),
        (f"{LONG}2f2", "754"),
        ("-4185808111", "-4185808111"),
        (f"{LONG}ffffffff06826691", "-4185758063"),
        (f"{LONG}5f0cdb5a8f0cdb5a00000001", "5f0cdb5a8f0cdb5a00000001"),
        (17, "17"),
        ("", None),
        (None, None),
        (True, None),
    ],
)
def test_an_item_has_one_name_however_it_is_written(written: object, name: str | None) -> None:
    assert canonical(written) == name
    if name is not None:
        assert canonical(long_form(name)) == name


def test_lists_are_read_to_their_end_a_thousand_at_a_time(each: Reader) -> None:
    all_ = filled(each, 2_500)
    server = at(each)
    assert server.items(ALL) == set(map(canonical, all_))
    assert len(server.items(ALL, without=READ)) == 1_250
    assert server.items(STARRED) == set()
    assert 3 <= len([one for one in each.asked if one.query.get("s") == [ALL] and "xt" not in one.query]) <= 4


def test_a_list_that_never_ends_is_left() -> None:
    class Endless(Fetcher):
        asked = 0

        def send(self, address: str, **_: Any) -> Fetched:
            self.asked += 1
            if "ids" not in address:
                return Fetched(address, b"Auth=a")
            return Fetched(address, b'{"itemRefs": [{"id": "1"}], "continuation": "c%d"}' % self.asked)

    endless = Endless()
    server = Server("https://rss.example", USER, lambda: PASSWORD, private=False, fetcher=endless)
    assert server.items(ALL) == {"1"}
    assert endless.asked == 3


def test_contents_are_items_with_their_marks_and_the_forgotten_are_left_out(each: Reader) -> None:
    stream = each.follow("https://velm.example/feed", "Velm Post", "Towns")
    name = each.add(
        "Of <b>rain</b>", stream, url="https://velm.example/1", html="<p>Rain.</p>", starred=True, labels=["rivers"]
    )
    (item,) = answers.items(at(each).contents([canonical(name) or "", "999"]), NOW)
    assert (item.name, item.read, item.starred, item.stream) == (canonical(name), False, True, stream)
    assert (item.item.url, item.item.content) == ("https://velm.example/1", "<p>Rain.</p>")
    assert item.item.published == datetime.fromtimestamp(1_700_000_000, timezone.utc)
    assert item.labels == ("rivers", "Towns")


def test_marks_are_set_and_taken_away(each: Reader) -> None:
    names = [canonical(name) or "" for name in filled(each, 3)]
    server = at(each)
    server.mark(names, "read", True)
    server.mark(names[:1], "starred", True)
    server.mark(names[1:], "read", False)
    server.mark(["999"], "read", True)  # nobody minds
    assert [(one.read, one.starred) for one in each.entries.values()] == [(True, True), (False, False), (False, False)]


def test_feeds_are_listed_followed_renamed_moved_and_left(each: Reader) -> None:
    server = at(each)
    server.subscribe("https://velm.example/feed", title="Velm Post", label="Towns")
    (listed,) = answers.subscriptions(server.subscriptions())
    assert (listed.address, listed.title, listed.group) == ("https://velm.example/feed", "Velm Post", "Towns")
    server.change(listed.stream, title="The Post", label="Papers", instead="Towns")
    (listed,) = answers.subscriptions(server.subscriptions())
    assert (listed.title, listed.group) == ("The Post", "Papers")
    server.unsubscribe(listed.stream)
    assert answers.subscriptions(server.subscriptions()) == []


def test_labels_of_articles_are_told_from_folders_where_the_server_does(rss: Reader) -> None:
    filled(rss, 1)
    rss.tags.add("rivers")
    assert answers.tags(at(rss).tags()) == {"rivers"}
    rss.faults = lambda number, path: "400" if path.endswith("tag/list") else None
    assert at(rss).tags() is None


def test_a_token_that_has_expired_is_renewed_once(each: Reader) -> None:
    names = [canonical(name) or "" for name in filled(each, 2)]
    server = at(each)
    assert len(server.items(ALL)) == 2
    each.expire()
    assert len(server.items(ALL)) == 2
    each.expire()
    server.mark(names, "starred", True)
    assert all(entry.starred for entry in each.entries.values())
    assert len(each.paths("ClientLogin")) == 3
    each.faults = lambda number, path: "401" if path.endswith("edit-tag") else None
    with pytest.raises(FetchError, match="does not let us in any more"):
        server.mark(names, "starred", False)
    assert len(each.paths("ClientLogin")) == 4


def test_a_wrong_password_is_said_without_it(each: Reader) -> None:
    with pytest.raises(FetchError, match="refuses the name or the password") as caught:
        at(each, "hunter2").items(ALL)
    assert "hunter2" not in repr(caught.value.__dict__) + str(caught.value)
    assert len(each.asked) == 1


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("drop", "broke off"),
        ("half", "broken off in the middle|broke off"),
        ("500", "the server has trouble"),
        ("html", "no server that speaks the Google Reader API"),
        ("redirect", "the server leads elsewhere"),
    ],
)
def test_what_goes_wrong_is_one_line(rss: Reader, fault: Fault, words: str) -> None:
    rss.faults = lambda number, path: fault if path.endswith("ids") else None
    with pytest.raises(FetchError, match=words) as caught:
        at(rss).items(ALL)
    assert "\n" not in str(caught.value)


def test_a_server_that_does_not_answer_is_given_up(rss: Reader) -> None:
    rss.faults = lambda number, path: "silent"
    impatient = Fetcher(Limits(seconds=0.5, silence=0.3))
    with pytest.raises(FetchError, match="no answer within"):
        Server(rss.url, USER, lambda: PASSWORD, private=True, fetcher=impatient).items(ALL)


def test_a_server_that_wants_us_to_wait_says_how_long(rss: Reader) -> None:
    rss.faults = lambda number, path: "429" if path.endswith("ids") else None
    with pytest.raises(FetchError) as caught:
        at(rss).items(ALL)
    assert (caught.value.status, caught.value.retry_after) == (429, 120.0)


def test_a_mark_that_the_server_does_not_confirm_is_not_set(flux: Reader) -> None:
    flux.faults = lambda number, path: "html" if path.endswith("edit-tag") else None
    with pytest.raises(FetchError, match="did not say that it has done"):
        at(flux).mark(["1"], "read", True)


def test_this_machine_is_asked_only_if_it_was_named(rss: Reader) -> None:
    with pytest.raises(FetchError, match="private address"):
        at(rss, private=False).items(ALL)
    assert rss.asked == []


def test_a_place_of_the_api_is_looked_for_below_the_address() -> None:
    assert list(places("https://rss.example/")) == ["https://rss.example", "https://rss.example/api/greader.php"]
    assert list(places("https://rss.example/api/greader.php")) == ["https://rss.example/api/greader.php"]
    with pytest.raises(SourceError, match="only http and https"):
        list(places("ftp://rss.example"))


@pytest.mark.parametrize("value", [None, [], {}, {"items": 3}, {"subscriptions": {}}, "x", 7])
def test_answers_of_another_kind_are_refused(value: Any) -> None:
    with pytest.raises(SourceError, match="not an answer of the Google Reader API"):
        answers.items(value, NOW)
    with pytest.raises(SourceError, match="not an answer of the Google Reader API"):
        answers.subscriptions(value)
    assert answers.tags(value) == set()


def test_wide_signs_in_titles_are_those_that_freshrss_puts_there() -> None:
    feeds = [
        {"id": f"feed/{n}", "url": f"https://{n}.example/", "title": t}
        for n, t in enumerate(["Post， ＆ Co", "新闻，早报"])
    ]
    assert [one.title for one in answers.subscriptions({"subscriptions": feeds})] == ["Post, & Co", "新闻，早报"]


def test_what_is_odd_in_answers_is_left_out() -> None:
    odd = [None, 3, {}, {"id": ""}, {"id": 5, "published": float("nan"), "canonical": [{"href": "javascript:1"}]}]
    (item,) = answers.items({"items": odd}, NOW)
    assert (item.name, item.item.url, item.item.published, item.item.headline) == ("5", None, None, None)
    late = {"id": "6", "published": NOW.timestamp() + 10**6, "categories": {"a": 1}, "origin": "x"}
    assert answers.items({"items": [late]}, NOW)[0].item.published is None
    feeds = [None, {"id": "feed/1", "url": "file:///etc/passwd"}, {"id": "feed/https://a.example/", "title": "A\x07"}]
    (listed,) = answers.subscriptions({"subscriptions": feeds})
    assert (listed.address, listed.title, listed.group) == ("https://a.example/", "A", "")
    assert answers.names({"itemRefs": [None, {"id": "1"}, {}]}) == (["1"], None)
    assert answers.label_of("user/7/label/Ans/label/Other") == "Ans/label/Other"


# ------------------------------------------------------------------ passwords


def test_a_password_comes_from_a_command_that_no_shell_sees() -> None:
    command = (sys.executable, "-c", "import sys; print(sys.argv[1]); print('more')", "a $HOME `b`; c")
    assert passwords.password(Secret(command=command), "x", "ada") == "a $HOME `b`; c"


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ((sys.executable, "-c", "print('hunter2'); raise SystemExit(3)"), r"failed \(3\)"),
        (("/nowhere/at/all",), "cannot be run"),
        ((sys.executable, "-c", ""), "there is no password"),
    ],
)
def test_a_command_that_has_none_is_said_without_what_it_wrote(command: tuple[str, ...], words: str) -> None:
    with pytest.raises(ReaderError, match=words) as caught:
        passwords.password(Secret(command=command), "x", "ada")
    assert "hunter2" not in str(caught.value)


def test_a_password_comes_from_a_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    secret = Secret.from_text(Secret(variable="RSS_WORD").to_text())
    with pytest.raises(ReaderError, match="there is no password: the variable RSS_WORD has none"):
        passwords.password(secret, "x", "ada")
    monkeypatch.setenv("RSS_WORD", "weir")
    assert passwords.password(secret, "x", "ada") == "weir"


def test_a_password_is_kept_in_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: dict[tuple[str, str], str] = {}
    fake: Any = types.ModuleType("keyring")
    fake.set_password = lambda service, user, word: kept.__setitem__((service, user), word)
    fake.get_password = lambda service, user: kept.get((service, user))
    fake.delete_password = lambda service, user: kept.__delitem__((service, user))
    monkeypatch.setitem(sys.modules, "keyring", fake)
    passwords.keep("https://rss.example", "ada", "weir")
    assert kept == {("reader-tui", "ada at https://rss.example"): "weir"}
    assert passwords.password(Secret(), "https://rss.example", "ada") == "weir"
    passwords.keep("https://rss.example", "ada", None)
    passwords.keep("https://rss.example", "ada", None)
    with pytest.raises(ReaderError, match="the keyring has none"):
        passwords.password(Secret(), "https://rss.example", "ada")

    def locked(*_: str) -> str:
        raise RuntimeError("hunter2")

    fake.get_password = fake.set_password = locked
    for action in (
        lambda: passwords.password(Secret(), "https://rss.example", "ada"),
        lambda: passwords.keep("https://rss.example", "ada", "hunter2"),
    ):
        with pytest.raises(ReaderError, match=r"keyring cannot be used \(RuntimeError\)") as caught:
            action()
        assert "hunter2" not in str(caught.value)


def test_without_a_keyring_it_is_said_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(ReaderError, match=r"install reader-tui\[sync\]"):
        passwords.password(Secret(), "https://rss.example", "ada")
