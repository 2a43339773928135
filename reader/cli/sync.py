"""Commands for the person's own servers: `reader sync …`.

Here: what they are asked and what they print. Not here: what they do, which is the desk's business.
"""

from __future__ import annotations

import shlex
import sys

import click

from reader.article import AddReport
from reader.cli import output
from reader.cli.adding import progress, tell
from reader.cli.options import WithDefault, existing, json_option, library_option
from reader.cli.output import Json, complain, say, say_json
from reader.desk import Library
from reader.desk.sync.servers import state
from reader.errors import ReaderError
from reader.reports import count_of
from reader.subscription import Account


@click.group("sync", cls=WithDefault, default="now", short_help="Sync with your own server (Google Reader API).")
def sync() -> None:
    """Keep marks, feeds and articles the same here and on your own server.

    FreshRSS, Miniflux, BazQux, The Old Reader and others that speak the Google Reader API. Alone: sync now.
    """


@sync.command("now")
@click.argument("names", nargs=-1, metavar="[SERVER ...]")
@library_option
@json_option
def now(names: tuple[str, ...], library_file: str | None, as_json: bool) -> None:
    """Sync with the servers (all, or those named): marks there and back, feeds, what is new."""
    try:
        with existing(library_file) as library:
            servers = library.feeds.servers
            if not servers.all():
                raise ReaderError("no server to sync with; `reader sync add URL --user NAME` adds one")
            numbers = [servers.find(name).id for name in names] or None
            with progress("Syncing") as on_progress:
                done = servers.sync(numbers, on_progress=on_progress, workers=None)
    except KeyboardInterrupt:
        complain("stopped; what was exchanged stays, and the next sync goes on from there")
        sys.exit(1)
    marks = [f"{count_of(done.sent, 'mark')} sent"] if done.sent else []
    marks += [f"{count_of(done.taken, 'mark')} taken over"] if done.taken else []
    if as_json:
        _tell_json(done.report, done.sent, done.taken)
        return
    if marks:
        say(", ".join(marks))
    tell(done.report, as_json, nothing="nothing new" if not marks else "no new articles")


def _tell_json(report: AddReport, sent: int, taken: int) -> None:
    say_json({**output.report_json(report), "marks_sent": sent, "marks_taken": taken})
    output.problem_lines(report.problems)
    if any(not problem.note for problem in report.problems):
        sys.exit(1)


@sync.command()
@click.argument("address", metavar="URL")
@click.option("--user", required=True, metavar="NAME", help="Your name there.")
@click.option("--password-command", metavar="COMMAND", help="Run this for the password, without a shell.")
@click.option("--password-variable", metavar="NAME", help="Take the password from this environment variable.")
@click.option(
    "--days", type=click.IntRange(0, 36_500), default=30, help="How old what is read there may be. Default: 30."
)
@click.option("--feeds", is_flag=True, help="Follow there, too, what is followed here already.")
@library_option
@json_option
def add(
    address: str,
    user: str,
    password_command: str | None,
    password_variable: str | None,
    days: int,
    feeds: bool,
    library_file: str | None,
    as_json: bool,
) -> None:
    """Sync with a server from now on. The password is asked for and kept in the system's keyring."""
    if password_command and password_variable:
        raise click.UsageError("say --password-command or --password-variable, not both")
    try:
        command = shlex.split(password_command) if password_command else []
    except ValueError as error:
        raise click.BadParameter(f"{error}", param_hint="--password-command") from None
    word = None
    if not command and not password_variable:
        if not sys.stdin.isatty():
            raise ReaderError("no terminal to ask for the password; say --password-command or --password-variable")
        word = click.prompt("Password for the API", hide_input=True, err=True)
    with Library(library_file) as library:
        account = library.feeds.servers.add(
            address, user, password=word, command=command, variable=password_variable or "", days=days, feeds=feeds
        )
    if as_json:
        say_json(_account_json(account))
        return
    say(f"{account.id}  {account.shown}, added; `reader sync` brings its feeds and articles")


@sync.command("list")
@library_option
@json_option
def list_(library_file: str | None, as_json: bool) -> None:
    """List the servers: what waits to be sent, what is wrong, when they were synced with."""
    with existing(library_file) as library:
        found = library.feeds.servers.all()
    for account in found:
        if as_json:
            say_json(_account_json(account))
        else:
            say(f"{account.id:>4}  {account.shown}  {state(account)}")
    if not found and not as_json:
        say("no servers; `reader sync add URL --user NAME` adds one")


@sync.command()
@click.argument("server", metavar="SERVER")
@library_option
def remove(server: str, library_file: str | None) -> None:
    """Sync with a server no longer. SERVER: its number, address or host. Articles, marks and feeds stay here."""
    with existing(library_file) as library:
        found = library.feeds.servers.find(server)
        library.feeds.servers.remove(found.id)
    lost = f"; {count_of(found.waiting, 'mark')} had not been sent" if found.waiting else ""
    say(f"{found.shown} is not synced with any more; its feeds are asked from here{lost}")


def _account_json(account: Account) -> Json:
    when = output.when_json
    return {
        "id": account.id,
        "address": account.address,
        "user": account.user,
        "days": account.days,
        "articles": account.articles,
        "marks_to_be_sent": account.waiting,
        "last_success": when(account.succeeded),
        "last_try": when(account.tried),
        "wait_until": when(account.wait_until),
        "failures": account.failures,
        "error": account.error,
    }
