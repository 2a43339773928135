"""Feeds refreshed, against newsboat: `python benchmarks/many_feeds.py --feeds 100 --items 1000 [--until readable]`.

A server on the loopback (a process of its own) serves feeds of invented news, with ETags. The reader and, where it is
installed, newsboat read the same feeds from it, by turns; printed are the middle times until everything can be read,
until everything is worked out, and of a second refresh in which nothing is new, with the processor time of each, and
how many times newsboat's that is.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path

from invented import World, feed_item, record_of

from reader.article import Progress, View
from reader.desk.library import Library

SHORTEST = 1_200
"""Characters of the shortest text: a feed that has less of an article only teases, and its page is asked for."""


def feeds(count: int, items: int, seed: int = 1) -> Iterator[bytes]:
    """RSS 2.0 feeds, whose items have their text whole (about 2 kB each)."""
    tellings = (one for one in World(seed).tellings(2**40) if sum(map(len, one.paragraphs)) >= SHORTEST)
    now = datetime.now(timezone.utc).replace(microsecond=0)
    for feed in range(count):
        written = []
        for place, telling in enumerate(islice(tellings, items)):
            when = now - timedelta(minutes=7 * place + feed)
            written.append(feed_item(record_of(telling, place), f"http://127.0.0.1/{feed}/{place}", when))
        head = f"<title>{telling.outlet} {feed}</title><link>http://127.0.0.1/{feed}</link>"
        yield f'<rss version="2.0"><channel>{head}{"".join(written)}</channel></rss>'.encode()


def serve(folder: Path) -> None:
    """Serve the files of a folder on a port, which is printed first."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            body = (folder / self.path.strip("/")).read_bytes()
            etag = f'"{hashlib.md5(body, usedforsecurity=False).hexdigest()}"'
            if self.headers.get("If-None-Match") == etag:
                self.send_response(304)
                self.send_header("ETag", etag)
                self.end_headers()
                return
            self.send_response(200)
            self.send_header("ETag", etag)
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_address[1], flush=True)
    server.serve_forever()


class _Reached(Exception):
    """As much has been measured as was wanted."""


def read(path: str, urls: str, workers: int, until: str) -> None:
    """Follow the feeds listed and refresh them; prints the seconds until all could be read, found, and was done.

    until: the last of these that is waited for.
    """
    reached: dict[str, float] = {}
    began, busy = time.perf_counter(), time.process_time()

    def reach(*states: str) -> None:
        for state in states:
            reached.setdefault(state, time.perf_counter() - began)
            reached.setdefault(f"{state}_busy", time.process_time() - busy)

    def tell(progress: Progress) -> None:
        if progress.step in ("indexing", "working out"):
            reach("readable", *(["searchable"] if progress.step == "working out" else []))
            if until in reached:
                raise _Reached

    with Library(path) as library:
        library.feeds.import_list(urls)
        began, busy = time.perf_counter(), time.process_time()
        with suppress(_Reached):
            library.feeds.refresh(on_progress=tell, workers=workers)
            reach("readable", "searchable", "whole")
        print(json.dumps({**reached, "articles": library.count(View())[0]}))


def timed(command: list[str]) -> tuple[str, float, float]:
    """What a command printed, its seconds, and its processor seconds."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(done.stderr)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done.stdout, time.perf_counter() - began, busy


def rounds(folder: Path, urls: Path, times: int, workers: int, until: str) -> dict[str, dict[str, list[float]]]:
    """The figures of each program, by what was measured."""
    figures: dict[str, dict[str, list[float]]] = {}

    def note(program: str, **values: float) -> None:
        for name, value in values.items():
            figures.setdefault(program, {}).setdefault(name, []).append(value)

    for turn in range(times):
        library = str(folder / f"{turn}.db")
        here = [sys.executable, __file__, "--read", library, str(urls), "--workers", str(workers), "--until", until]
        out, _, busy = timed(here)
        first = json.loads(out)
        note("reader", **first, busy=busy)
        if until == "whole":
            out, seconds, busy = timed(here)
            if json.loads(out)["articles"] != first["articles"]:
                sys.exit("a second refresh found something new")
            note("reader", again=seconds, again_busy=busy)
        if shutil.which("newsboat"):
            cache, settings = folder / f"{turn}.cache", folder / "config"
            settings.write_text("max-items 0\nreload-threads 2\n")
            boat = ["newsboat", "-u", str(urls), "-c", str(cache), "-C", str(settings), "-x", "reload"]
            _, seconds, busy = timed(boat)
            note("newsboat", readable=seconds, readable_busy=busy, whole=seconds, busy=busy)
            _, seconds, busy = timed(boat)
            note("newsboat", again=seconds, again_busy=busy)
    return figures


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--feeds", type=int, default=100)
    parser.add_argument("--items", type=int, default=1000)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--until", choices=("readable", "searchable", "whole"), default="whole")
    parser.add_argument("--serve", help=argparse.SUPPRESS)
    parser.add_argument("--read", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        serve(Path(options.serve))
    elif options.read:
        read(*options.read, options.workers, options.until)
    else:
        measure(options)


def measure(options: argparse.Namespace) -> None:
    """Serve the feeds, let the programs read them, print a line for each."""
    count, items, times = options.feeds, options.items, options.times
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        served = folder / "feeds"
        served.mkdir()
        size = 0
        for number, feed in enumerate(feeds(count, items)):
            size += (served / str(number)).write_bytes(feed)
        server = subprocess.Popen([sys.executable, __file__, "--serve", str(served)], stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout is not None
            port = int(server.stdout.readline())
            urls = folder / "urls"
            urls.write_text("".join(f"http://127.0.0.1:{port}/{n}\n" for n in range(count)))
            figures = rounds(folder, urls, times, options.workers, options.until)
        finally:
            server.kill()
    print(f"{count} feeds of {items} items, {size / 1e6:.1f} MB; seconds, the middle of {times}")
    middle = {program: {name: statistics.median(v) for name, v in said.items()} for program, said in figures.items()}
    for program, said in middle.items():
        print(program, *(f"{name.replace('_', ' ')} {value:,.2f}" for name, value in said.items()), sep="  ")
    if "newsboat" in middle:
        rival, ours = middle["newsboat"], middle["reader"]
        both = [name for name in ours if name in rival]
        shares = (f"{name.replace('_', ' ')} {ours[name] / rival[name]:,.1f}" for name in both)
        print("the reader's times, by newsboat's", *shares, sep="  ")


if __name__ == "__main__":
    main()
