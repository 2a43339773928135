"""A web server on the loopback for tests: what it answers is said by the test, what it was asked is kept."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


@dataclass
class Asked:
    """One request that came."""

    path: str
    headers: dict[str, str]


@dataclass
class Answer:
    """What a path answers with."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    etag: str | None = None
    modified: str | None = None
    drips: bool = False
    """Whether the body never ends: a byte now and then."""
    claims: int | None = None
    """A Content-Length other than the body's."""


Answering = Answer | Callable[[Asked], Answer]


class Site(ThreadingHTTPServer):
    """A server with its pages by path."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages: dict[str, Answering] = {}
        self.asked: list[Asked] = []
        self.at_once = 0
        self.most_at_once = 0
        self.lock = threading.Lock()
        self.closing = threading.Event()

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.server_address[1]}{path}"

    def paths(self) -> list[str]:
        return [one.path for one in self.asked]

    def handle_error(self, *_: object) -> None:
        """Clients that leave are what is tested."""


class _Handler(BaseHTTPRequestHandler):
    server: Site
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        site = self.server
        asked = Asked(self.path, {name.lower(): value for name, value in self.headers.items()})
        with site.lock:
            site.asked.append(asked)
            site.at_once += 1
            site.most_at_once = max(site.most_at_once, site.at_once)
        try:
            page = site.pages.get(self.path, Answer(b"nothing here", 404))
            answer = page(asked) if callable(page) else page
        finally:
            with site.lock:  # before it is answered: who has an answer may ask again at once
                site.at_once -= 1
        self._answer(answer, asked)

    def _answer(self, answer: Answer, asked: Asked) -> None:
        same = (answer.etag and asked.headers.get("if-none-match") == answer.etag) or (
            answer.modified and asked.headers.get("if-modified-since") == answer.modified
        )
        self.send_response_only(304 if same else answer.status)
        for name, value in {"ETag": answer.etag, "Last-Modified": answer.modified, **answer.headers}.items():
            if value:
                self.send_header(name, value)
        body = b"" if same else answer.body
        if not answer.drips:
            self.send_header("Content-Length", str(len(body) if answer.claims is None else answer.claims))
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        with suppress(OSError):
            self.wfile.write(body)
            while answer.drips and not self.server.closing.wait(0.02):
                self.wfile.write(b".")

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@pytest.fixture
def site() -> Iterator[Site]:
    """A server that answers 404 to everything but `site.pages`."""
    server = Site()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.closing.set()
    server.shutdown()
    server.server_close()
    thread.join()
