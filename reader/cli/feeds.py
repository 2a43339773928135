"""Commands for feeds: `reader feeds …` and `reader refresh`.

Here: what they are asked and what they print. Not here: what they do, which is the desk's business.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from reader.cli import completion, output
from reader.cli.adding import progress, tell
from reader.cli.options import WithDefault, existing, json_option, library_option
from reader.cli.output import Json, complain, say, say_json
from reader.config import kinds
from reader.desk import Library
from reader.desk.feeds import health
from reader.errors import ReaderError
from reader.reports import count_of
from reader.subscription import Subscription

_EVERY = kinds.time(60, 365 * 86_400)
_group_option = click.option(
    "--group", metavar="NAME", shell_complete=completion.groups, help="The group to put it in."
)
_whole_option = click.option(
    "--full-text/--no-full-text", "whole", default=None, help="Complete items that only tease from their pages."
)


@click.group("feeds", cls=WithDefault, default="list", short_help="Follow feeds; alone, list how they are doing.")
def feeds() -> None:
    """Follow feeds: list, add, remove, rename, move into groups, import, export."""


@feeds.command("list")
@library_option
@json_option
def list_(library_file: str | None, as_json: bool) -> None:
    """List the feeds with their health: how often something comes, when they are asked next, what is wrong."""
    with existing(library_file) as library:
        found = library.feeds.all()
    if as_json:
        for feed in found:
            say_json(feed_json(feed))
        return
    if not found:
        say("no feeds; `reader feeds add ADDRESS` follows one")
    group = None
    for feed in found:
        if feed.group != group and (group is not None or feed.group):
            say(f"{feed.group or 'in no group'}:")
        group = feed.group
        say(f"{feed.id:>4}  {feed.shown}  {health(feed)}")


@feeds.command()
@click.argument("address", metavar="URL")
@_group_option
@click.option("--name", metavar="NAME", help="What to call it, and the outlet of its articles.")
@_whole_option
@library_option
@json_option
def add(
    address: str, group: str | None, name: str | None, whole: bool | None, library_file: str | None, as_json: bool
) -> None:
    """Follow the feed at an address, or the first that the page there names."""
    with Library(library_file) as library:
        tell(library.feeds.add(address, group=group, name=name, whole=whole), as_json, [address])


@feeds.command()
@click.argument("feed", metavar="FEED", shell_complete=completion.feeds)
@click.option("--articles", type=click.Choice(["keep", "delete"]), help="What becomes of its articles.")
@library_option
def remove(feed: str, articles: str | None, library_file: str | None) -> None:
    """Follow a feed no longer. FEED: its number, name or address. Starred and tagged articles always stay."""
    with existing(library_file) as library:
        found = library.feeds.find(feed)
        if articles is None and found.articles and sys.stdin.isatty():
            question = f"{found.shown}: delete its articles, too? Starred and tagged ones stay"
            articles = "delete" if click.confirm(question, default=False, err=True) else "keep"
        count = library.feeds.remove(found.id, articles=articles == "delete")
    gone = f"{count_of(count, 'article')} deleted" if articles == "delete" else "its articles stay"
    say(f"{found.shown} is not followed any more; {gone}")


@feeds.command()
@click.argument("feed", metavar="FEED", shell_complete=completion.feeds)
@click.argument("name")
@library_option
def rename(feed: str, name: str, library_file: str | None) -> None:
    """Call a feed otherwise, and the outlet of its articles with it. An empty NAME: as it calls itself."""
    with existing(library_file) as library:
        found = library.feeds.find(feed)
        count = library.feeds.rename(found.id, name.strip() or None)
        called = library.feeds.find(str(found.id)).shown
    say(f"{found.shown} is now called {called}; {count_of(count, 'article')} changed")


@feeds.command()
@click.argument("feed", metavar="FEED", shell_complete=completion.feeds)
@click.argument("group")
@library_option
def move(feed: str, group: str, library_file: str | None) -> None:
    """Put a feed into a group. An empty GROUP: into none."""
    with existing(library_file) as library:
        found = library.feeds.find(feed)
        library.feeds.move(found.id, group)
    say(f"{found.shown} is in {group}" if group.strip() else f"{found.shown} is in no group")


@feeds.command("set")
@click.argument("feed", metavar="FEED", shell_complete=completion.feeds)
@_whole_option
@library_option
def set_(feed: str, whole: bool | None, library_file: str | None) -> None:
    """Say whether a feed's items that only tease are completed from their pages."""
    if whole is None:
        raise click.UsageError("say --full-text or --no-full-text")
    with existing(library_file) as library:
        found = library.feeds.find(feed)
        library.feeds.complete(found.id, whole)
    say(f"{found.shown}: items that only tease are {'completed from their pages' if whole else 'left as they come'}")


@feeds.command("import")
@click.argument("file", metavar="FILE", shell_complete=completion.files)
@library_option
@json_option
def import_(file: str, library_file: str | None, as_json: bool) -> None:
    """Follow the feeds of a list: OPML, or newsboat's `urls` file. Its folders and tags become groups."""
    with Library(library_file) as library:
        report = library.feeds.import_list(file)
    output.problem_lines(report.problems)
    if as_json:
        say_json({"added": report.added, "known": report.unchanged, "left_out": [p.message for p in report.problems]})
        return
    already = f", {count_of(report.unchanged, 'feed')} already" if report.unchanged else ""
    then = "; `reader refresh` brings their articles" if report.added else ""
    say(f"{count_of(report.added, 'feed')} followed{already}{then}")


@feeds.command()
@click.argument("file", metavar="[FILE]", required=False, shell_complete=completion.files)
@click.option("--force", is_flag=True, help="Also when FILE exists already.")
@library_option
def export(file: str | None, force: bool, library_file: str | None) -> None:
    """Write the feeds as OPML, which other readers take, to a file or standard output."""
    from reader.export import places  # no other command of these needs it

    if file is not None and Path(file).exists() and not force:
        raise ReaderError(f"{file} exists already; --force overwrites it")
    with existing(library_file) as library:
        written = library.feeds.as_opml()
    if file is None:
        say(written.rstrip("\n"))
    else:
        places.put(written, Path(file), force=force)
        say(f"written to {file}")


@click.command()
@click.argument("names", nargs=-1, metavar="[FEED ...]", shell_complete=completion.feeds)
@click.option("--every", metavar="TIME", help="Go on refreshing what is due, with that time in between: 30m, 2h.")
@library_option
@json_option
def refresh(names: tuple[str, ...], every: str | None, library_file: str | None, as_json: bool) -> None:
    """Ask the feeds (all, or those named) for what is new. FEED: its number, name or address.

    All feeds: servers that you sync with are synced with as well.
    """
    seconds = _seconds(every) if every is not None else None
    try:
        with existing(library_file) as library:
            numbers = [library.feeds.find(name).id for name in names] or None
            if numbers is None and not library.feeds.all() and not library.feeds.servers.all():
                raise ReaderError("no feeds to refresh; `reader feeds add ADDRESS` follows one")
            while True:
                with progress("Refreshing") as on_progress:
                    report = library.feeds.refresh(
                        numbers, due=seconds is not None, on_progress=on_progress, workers=None
                    )
                if seconds is None:
                    break
                output.problem_lines(report.problems)
                if as_json:
                    say_json(output.report_json(report))
                elif report.added or report.updated:
                    say(f"{datetime.now():%H:%M}  {report.added} added, {report.updated} updated")
                time.sleep(seconds)
    except KeyboardInterrupt:
        complain("stopped; what came in stays")
        sys.exit(1 if seconds is None else 0)
    # What was asked once more and is as it was is nothing new.
    tell(replace(report, unchanged=0), as_json, nothing="nothing new")


def _seconds(said: str) -> int:
    try:
        return _EVERY.take(said)
    except ValueError:
        raise click.BadParameter(f"{_EVERY.wanted} is wanted", param_hint="--every") from None


def feed_json(feed: Subscription) -> Json:
    """Everything that is known about a feed."""
    when = output.when_json
    return {
        "id": feed.id,
        "name": feed.shown,
        "title": feed.title,
        "address": feed.address,
        "home": feed.home,
        "group": feed.group or None,
        "full_text": feed.whole,
        "articles": feed.articles,
        "articles_a_week": feed.a_week,
        "last_success": when(feed.succeeded),
        "last_try": when(feed.tried),
        "next": when(feed.due),
        "every_minutes": feed.minutes,
        "failures": feed.failures,
        "error": feed.error,
        "ended": feed.ended,
    }
