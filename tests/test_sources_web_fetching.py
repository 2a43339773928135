"""Fetching: what is asked, what is followed, what is refused, and that it always ends."""

from __future__ import annotations

import gzip
import socket
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from web_support import Answer, Asked, Site, site

from reader.sources.web.connecting import is_public
from reader.sources.web.fetching import PER_HOST, Fetched, Fetcher, FetchError, Limits

__all__ = ["site"]
HERE = frozenset({"127.0.0.1"})
QUICK = Limits(seconds=0.3, silence=0.2, size=1 << 20)


@pytest.fixture
def fetch(site: Site) -> Callable[..., Fetched]:
    """Ask the site for a path, as one that was named."""
    return lambda path, **more: Fetcher(QUICK).fetch(site.url(path), private=HERE, **more)


def refused(fetch: Callable[[], object]) -> FetchError:
    with pytest.raises(FetchError) as found:
        fetch()
    assert "\n" not in str(found.value)
    return found.value


def test_a_page_is_fetched_with_what_its_headers_say(site: Site, fetch: Callable[..., Fetched]) -> None:
    site.pages["/a"] = Answer(b"caf\xe9", headers={"Content-Type": 'Text/HTML; Charset="ISO-8859-1"'})
    found = fetch("/a")
    assert (found.data, found.content_type, found.charset) == (b"caf\xe9", "text/html", "iso-8859-1")
    assert found.private
    assert found.moved_to is None
    assert found.address == site.url("/a")


def test_it_says_who_asks_and_keeps_no_cookies(site: Site, fetch: Callable[..., Fetched]) -> None:
    site.pages["/a"] = Answer(b"x", headers={"Set-Cookie": "who=me"})
    fetch("/a"), fetch("/a")
    assert site.asked[1].headers["user-agent"].startswith("reader-tui")
    assert not {"cookie", "referer", "authorization"} & site.asked[1].headers.keys()


def test_a_packed_body_is_unpacked(site: Site, fetch: Callable[..., Fetched]) -> None:
    site.pages["/a"] = Answer(gzip.compress(b"news"), headers={"Content-Encoding": "gzip"})
    assert fetch("/a").data == b"news"


def test_what_has_not_changed_is_not_sent_again(site: Site, fetch: Callable[..., Fetched]) -> None:
    site.pages["/a"] = Answer(b"x", etag='"1"', modified="Mon, 07 Nov 2022 10:37:00 GMT")
    first = fetch("/a")
    again = fetch("/a", etag=first.headers["etag"], since=first.headers["last-modified"])
    assert again.unchanged
    assert not again.data


def test_a_condition_that_would_be_a_header_of_its_own_is_left_out(site: Site, fetch: Callable[..., Fetched]) -> None:
    site.pages["/a"] = Answer(b"x")
    assert fetch("/a", etag='"1"\r\nX-More: 1').data == b"x"
    assert not {"x-more", "if-none-match"} & site.asked[0].headers.keys()


def test_what_moved_for_good_is_remembered_as_far_as_that_goes(site: Site, fetch: Callable[..., Fetched]) -> None:
    site.pages["/a"] = Answer(status=301, headers={"Location": "/b"})
    site.pages["/b"] = Answer(status=302, headers={"Location": "/c"})
    site.pages["/c"] = Answer(b"x")
    found = fetch("/a")
    assert (found.address, found.moved_to) == (site.url("/c"), site.url("/b"))
    assert fetch("/b").moved_to is None


def test_redirects_end(site: Site, fetch: Callable[..., Fetched]) -> None:
    site.pages["/loop"] = Answer(status=302, headers={"Location": "/pool"})
    site.pages["/pool"] = Answer(status=302, headers={"Location": "/loop"})
    assert "circle" in str(refused(lambda: fetch("/loop")))
    for number in range(20):
        site.pages[f"/{number}"] = Answer(status=301, headers={"Location": f"/{number + 1}"})
    assert "without an end" in str(refused(lambda: fetch("/0")))
    assert len(site.asked) < 12


@pytest.mark.parametrize("target", ["file:///etc/passwd", "javascript:1", "http://[", "ftp://velm.example/"])
def test_a_redirect_to_what_is_no_web_address_is_refused(
    site: Site, fetch: Callable[..., Fetched], target: str
) -> None:
    site.pages["/a"] = Answer(status=302, headers={"Location": target})
    assert "leads to another address" in str(refused(lambda: fetch("/a")))


PRIVATE = [
    "127.0.0.1",
    "10.0.0.7",
    "192.168.1.1",
    "172.16.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",  # noqa: S104
    "224.0.0.1",
]
PRIVATE += ["::1", "fe80::1", "fc00::1", "fec0::1", "::ffff:127.0.0.1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "::"]


@pytest.mark.parametrize("address", PRIVATE)
def test_addresses_of_this_machine_its_network_and_clouds_are_private(address: str) -> None:
    assert not is_public(address)


def test_other_addresses_are_public() -> None:
    assert is_public("93.184.216.34")
    assert is_public("2606:2800:220:1:248:1893:25c8:1946")


@pytest.mark.parametrize("address", PRIVATE)
def test_a_public_name_that_leads_to_a_private_address_is_refused_before_anything_is_sent(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setattr(socket, "create_connection", lambda *_: pytest.fail("connected"))
    fetcher = Fetcher(QUICK, resolve=lambda host, port: ["93.184.216.34", address])
    assert "private address" in str(refused(lambda: fetcher.fetch("http://velm.example/")))


def test_a_redirect_from_a_public_name_to_this_machine_is_refused(site: Site) -> None:
    """The public name is the site under another name, which the test lets through; where it leads is not let through."""
    site.pages["/a"] = Answer(status=302, headers={"Location": site.url("/secret")})
    site.pages["/secret"] = Answer(b"x")
    fetcher = Fetcher(QUICK, resolve=lambda host, port: ["127.0.0.1"])
    error = refused(lambda: fetcher.fetch(site.url("/a", "velm.example"), private=frozenset({"velm.example"})))
    assert "private address" in str(error)
    assert site.paths() == ["/a"]


def test_nothing_but_what_was_named_is_contacted(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every connection and every look-up is written down."""
    contacted: list[object] = []
    connect, look_up = socket.socket.connect, socket.getaddrinfo
    monkeypatch.setattr(socket.socket, "connect", lambda sock, to: (contacted.append(to), connect(sock, to))[1])
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: (contacted.append(a[:2]), look_up(*a, **k))[1])
    site.pages["/a"] = Answer(b'<img src="http://tracker.example/"><link rel=alternate href="http://other.example/">')
    Fetcher(QUICK).fetch(site.url("/a"), private=HERE)
    assert set(contacted) == {site.server_address}


def test_a_body_that_never_ends_is_given_up(site: Site, fetch: Callable[..., Fetched]) -> None:
    site.pages["/a"] = Answer(b"x", drips=True)
    assert str(refused(lambda: fetch("/a"))) == "not all there after 0.3 seconds"


def test_a_server_that_says_nothing_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        assert str(refused(lambda: Fetcher(QUICK).fetch(address, private=HERE))) == "no answer within 0.2 seconds"


def test_a_secure_connection_to_a_server_without_one_is_one_line(site: Site) -> None:
    address = site.url("/").replace("http:", "https:")
    assert "secure" in str(refused(lambda: Fetcher(QUICK).fetch(address, private=HERE)))


def test_a_body_that_is_too_large_is_refused_said_or_not(site: Site, fetch: Callable[..., Fetched]) -> None:
    site.pages["/said"] = Answer(b"x", claims=1 << 40)
    site.pages["/sent"] = Answer(b"x" * ((1 << 20) + 1), drips=True)
    site.pages["/packed"] = Answer(gzip.compress(b"\0" * (2 << 20)), headers={"Content-Encoding": "gzip"})
    assert [str(refused(lambda p=path: fetch(p))) for path in ("/said", "/sent", "/packed")] == [
        "larger than 1 MiB",
        "larger than 1 MiB",
        "larger than 1 MiB once unpacked",
    ]


def test_a_body_that_is_broken_off_is_not_taken_for_whole(site: Site, fetch: Callable[..., Fetched]) -> None:
    site.pages["/a"] = Answer(b"half", claims=8)
    assert "broken off" in str(refused(lambda: fetch("/a")))


def test_what_is_no_answer_at_all_is_one_line(site: Site) -> None:
    import threading

    with socket.create_server(("127.0.0.1", 0)) as odd:

        def answer() -> None:
            with odd.accept()[0] as one:
                one.recv(4096)
                one.sendall(b"SSH-2.0-OpenSSH\r\n")

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        address = f"http://127.0.0.1:{odd.getsockname()[1]}/"
        assert "broke off" in str(refused(lambda: Fetcher(QUICK).fetch(address, private=HERE)))
        thread.join()


@pytest.mark.parametrize(
    ("status", "said"),
    [(404, "nothing at that address"), (410, "gone for good"), (403, "does not let"), (500, "trouble"), (418, "give")],
)
def test_a_refusal_says_what_it_means(site: Site, fetch: Callable[..., Fetched], status: int, said: str) -> None:
    site.pages["/a"] = Answer(status=status)
    error = refused(lambda: fetch("/a"))
    assert said in str(error)
    assert f"({status})" in str(error)
    assert error.status == status


def test_how_long_a_server_wants_us_to_wait_is_kept(site: Site, fetch: Callable[..., Fetched]) -> None:
    later = format_datetime(datetime.now(timezone.utc) + timedelta(hours=1), usegmt=True)
    for path, said in (("/a", "120"), ("/b", later), ("/c", "soon")):
        site.pages[path] = Answer(status=429, headers={"Retry-After": said})
    waits = [refused(lambda p=path: fetch(p)).retry_after for path in ("/a", "/b", "/c")]
    assert waits[0] == 120
    assert waits[1] is not None
    assert 3500 < waits[1] <= 3600
    assert waits[2] is None


def test_a_host_gets_two_requests_at_a_time(site: Site) -> None:
    from concurrent.futures import ThreadPoolExecutor

    def slowly(asked: Asked) -> Answer:
        site.closing.wait(0.03)
        return Answer(b"x")

    site.pages["/a"] = slowly
    fetcher = Fetcher(Limits(seconds=5))
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: fetcher.fetch(site.url("/a"), private=HERE), range(8)))
    assert site.most_at_once == PER_HOST


def test_a_host_that_is_not_there_is_one_line() -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "x")

    assert (
        str(refused(lambda: Fetcher(QUICK, resolve=resolve).fetch("http://velm.example/"))) == "there is no such host"
    )


def test_without_a_network_nothing_is_wrong_with_the_feed() -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_AGAIN, "x")

    assert refused(lambda: Fetcher(QUICK, resolve=resolve).fetch("http://velm.example/")).offline


def test_a_host_that_was_asked_too_often_is_asked_nothing_more(site: Site) -> None:
    site.pages["/a"] = Answer(status=429, headers={"Retry-After": "120"})
    site.pages["/b"] = Answer(b"x")
    fetcher = Fetcher(QUICK)
    for path in ("/a", "/b"):
        error = refused(lambda path=path: fetcher.fetch(site.url(path), private=HERE))
        assert error.status == 429
        assert error.retry_after is not None
        assert 110 < error.retry_after <= 120
    assert site.paths() == ["/a"]


def test_a_host_is_asked_again_when_its_wait_is_over(site: Site) -> None:
    site.pages["/a"] = Answer(status=429, headers={"Retry-After": "0"})
    site.pages["/b"] = Answer(b"x")
    fetcher = Fetcher(QUICK)
    refused(lambda: fetcher.fetch(site.url("/a"), private=HERE))
    assert fetcher.fetch(site.url("/b"), private=HERE).data == b"x"
