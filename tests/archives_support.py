"""Archives as crawlers and people make them, for the tests of what is read in them."""

from __future__ import annotations

import gzip
from pathlib import Path

from reader import sources
from reader.article import Problem, RawDocument
from reader.sources import files, load

HTML = b"Content-Type: text/html; charset=utf-8\r\n"
PARAGRAPHS = (
    "The ferry to Orrin stays in the harbour until Thursday, the county said on Monday, after a beam of the pier broke.",
    "From Thursday on a smaller boat will carry people, but no cars, four times a day between the island and the town.",
    "Islanders have asked for a second pier since the flood of last year, and the council will vote on it in the spring.",
)


def page(number: int) -> bytes:
    """A page with an article of its own."""
    text = "".join(f"<p>{one.replace('Thursday', f'day {number}')}</p>" for one in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html><head><title>Ferry {number}</title></head><body><nav><a href=/>Home</a></nav>"
        f"<article><h1>Ferry stays in harbour for {number} days</h1>{text}</article></body></html>"
    ).encode()


def front() -> bytes:
    """A page that holds nothing but links."""
    links = "".join(f'<li><a href="/news/{n}">Ferry report number {n} of the week</a></li>' for n in range(60))
    return f"<html><head><title>Orrin Post</title></head><body><ul>{links}</ul></body></html>".encode()


def record(
    url: str,
    body: bytes,
    head: bytes = HTML,
    *,
    status: bytes = b"200 OK",
    length: int | None = None,
    kind: str = "response",
) -> bytes:
    """One record of a web archive."""
    http = b"HTTP/1.1 " + status + b"\r\n" + head + b"\r\n" + body
    lines = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-03-05T10:00:00Z\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(http) if length is None else length}\r\n\r\n"
    )
    return lines.encode() + http + b"\r\n\r\n"


def warc(path: Path, *records: bytes) -> Path:
    """A web archive of these records, each packed by itself where the name ends in `.gz`."""
    packed = path.name.endswith(".gz")
    path.write_bytes(b"".join(gzip.compress(one) if packed else one for one in records))
    return path


def loaded(place: Path) -> tuple[list[RawDocument], list[Problem]]:
    """The documents at a place, and what is said of the rest."""
    found = [
        item for each in sources.find([place]) for item in (load(each) if isinstance(each, files.Found) else [each])
    ]
    return [d for d in found if isinstance(d, RawDocument)], [p for p in found if isinstance(p, Problem)]
