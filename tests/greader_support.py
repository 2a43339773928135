"""A server on the loopback that speaks the Google Reader API, for tests; what goes wrong on the way is said by them.

Here: the network, dropped connections, refusals, silence. Not here: what the server has and answers
(`greader_answers`).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Literal
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from greader_answers import Asked, Backend, Dialect, Refused

Fault = Literal["drop", "drop after", "half", "401", "403", "429", "500", "400", "html", "redirect", "silent"]
_SAID: dict[str, tuple[int, str]] = {
    "401": (401, "Unauthorized!"),
    "403": (403, "Forbidden"),
    "429": (429, "Too many requests"),
    "500": (500, "Internal Server Error!"),
    "400": (400, "Bad Request!"),
    "html": (200, "<html>We are back soon</html>"),
    "redirect": (302, ""),
}


class Reader(Backend, ThreadingHTTPServer):
    """The server, what it has, and what it was asked."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, dialect: Dialect = "freshrss") -> None:
        Backend.__init__(self, dialect)
        ThreadingHTTPServer.__init__(self, ("127.0.0.1", 0), _Handler)
        self.asked: list[Asked] = []
        self.faults: Callable[[int, str], Fault | None] = lambda number, path: None
        """By the number of the request, from 0, and its path: what goes wrong."""
        self.after: Callable[[str], None] = lambda path: None
        """Called when a request has been worked out, before its answer is sent."""
        self.closing = threading.Event()

    @property
    def url(self) -> str:
        """What a person names."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def paths(self, ending: str = "") -> list[str]:
        return [one.path for one in self.asked if one.path.endswith(ending)]

    def handle_error(self, *_: object) -> None:
        """Clients that leave are what is tested."""


class _Handler(BaseHTTPRequestHandler):
    server: Reader
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._serve({})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()
        self._serve(parse_qs(body, keep_blank_values=True))

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""

    def _serve(self, form: dict[str, list[str]]) -> None:
        server = self.server
        parts = urlsplit(self.path)
        path = unquote(parts.path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        with server.lock:
            number = len(server.asked)
            query = parse_qs(parts.query, keep_blank_values=True)
            asked = Asked(self.command == "POST", path, query, form, headers)
            server.asked.append(asked)
            fault = server.faults(number, path)
        self.close_connection = True
        if fault == "drop":
            return
        if fault == "silent":
            server.closing.wait(5)
            return
        said = _SAID.get(fault or "")
        try:
            status, body, more = (*said, {}) if said else (200, server.answer(asked), {})
        except Refused as stop:
            status, body, more = stop.status, stop.body, stop.headers
        if fault == "429":
            more = {"Retry-After": "120"}
        if fault == "redirect":
            more = {"Location": "http://127.0.0.2:9/elsewhere"}
        server.after(path)
        if fault != "drop after":
            self._send(status, body.encode(), more, whole=fault != "half")

    def _send(self, status: int, body: bytes, headers: dict[str, str], *, whole: bool) -> None:
        self.send_response_only(status)
        for name, value in {"Content-Length": str(len(body)), "Connection": "close", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        with suppress(OSError):
            self.end_headers()
            self.wfile.write(body if whole else body[: len(body) // 2])


def run(dialect: Dialect) -> Iterator[Reader]:
    """A server of that dialect while it is needed."""
    server = Reader(dialect)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.closing.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(params=["freshrss", "miniflux", "oldreader"])
def each(request: pytest.FixtureRequest) -> Iterator[Reader]:
    """A server of each dialect in turn."""
    yield from run(request.param)


@pytest.fixture
def rss() -> Iterator[Reader]:
    """One as FreshRSS."""
    yield from run("freshrss")


@pytest.fixture
def flux() -> Iterator[Reader]:
    """One as Miniflux."""
    yield from run("miniflux")
