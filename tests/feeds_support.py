"""Feeds for tests: written for this project, one item a line."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

NOW = datetime.now(timezone.utc).replace(microsecond=0)


def text(about: str, sentences: int = 40) -> str:
    """A text about something, long enough to be a whole article."""
    return "".join(
        f"<p>{about.capitalize()} was spoken of for the {number}th time in Velm, where the river has risen by {number} "
        f"centimetres since Monday, said Ada Brunt, who has kept the lock for {number + 20} years.</p>"
        for number in range(1, 1 + sentences // 3)
    )


def item(
    about: str,
    *,
    link: str | None = None,
    guid: str | None = None,
    content: str | None = None,
    days_ago: float = 1,
    more: str = "",
) -> str:
    """An item of RSS with a headline about something."""
    when = (NOW - timedelta(days=days_ago)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    parts = [f"<title>Of {about}</title>", f"<pubDate>{when}</pubDate>", more]
    parts += [f"<link>{link}</link>"] if link else []
    parts += [f"<guid isPermaLink='false'>{guid}</guid>"] if guid else []
    parts.append(f"<description><![CDATA[{text(about) if content is None else content}]]></description>")
    return f"<item>{''.join(parts)}</item>"


def feed(*items: str, title: str = "Velm Post", more: str = "") -> bytes:
    """A feed of these items."""
    return f"<rss version='2.0'><channel><title>{title}</title>{more}{''.join(items)}</channel></rss>".encode()


def page(about: str, sentences: int = 60) -> bytes:
    """A page with an article about something."""
    return (
        f"<!doctype html><html lang='en'><head><title>Of {about}</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>Of {about}</h1>{text(about, sentences)}</article></body></html>"
    ).encode()
