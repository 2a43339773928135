"""`reader sync`: adding a server, syncing, listing, removing; and that `reader refresh` syncs as well."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from unittest import mock

import pytest
from cli_support import Done, run
from greader_answers import PASSWORD, USER
from greader_support import Reader, rss
from sync_support import VARIABLE, known_password, put, there

from reader.cli import sync as commands
from reader.desk import Library
from reader.desk.sync.servers import state
from reader.subscription import Account

__all__ = ["known_password", "rss"]


@pytest.fixture
def reader(tmp_path: Path) -> Callable[..., Done]:
    """The program on a library of its own."""
    return lambda *args: run(*args, "--library", tmp_path / "library.db")


@pytest.fixture
def joined(rss: Reader, reader: Callable[..., Done]) -> Callable[..., Done]:
    """The program on a library that syncs with a server of one article."""
    put(rss, "rain", rss.follow("https://velm.example/feed", "Velm Post", "Towns"))
    done = reader("sync", "add", rss.url, "--user", USER, "--password-variable", VARIABLE)
    assert done.stdout.endswith("added; `reader sync` brings its feeds and articles\n"), done.stderr
    return reader


def test_a_sync_says_what_it_did(rss: Reader, joined: Callable[..., Done]) -> None:
    assert (joined("sync").stdout, joined("sync").stdout) == ("1 added\n", "nothing new\n")
    next(iter(rss.entries.values())).starred = True
    assert joined("sync", "now").stdout == "1 mark taken over\nno new articles\n"
    assert "asked by your server" in joined("feeds").stdout
    assert joined("list", "--starred").stdout.count("Of rain") == 1


def test_a_sync_says_it_as_json(tmp_path: Path, rss: Reader, joined: Callable[..., Done]) -> None:
    joined("sync")
    with Library(tmp_path / "library.db") as library:
        library.mark([1], read=True)
    added = ("sync", "add", rss.url, "--user", USER, "--password-variable", VARIABLE, "--days", "7", "--json")
    assert json.loads(joined(*added).stdout)["days"] == 7
    (listed,) = map(json.loads, joined("sync", "list", "--json").stdout.splitlines())
    assert (listed["user"], listed["marks_to_be_sent"], listed["articles"]) == (USER, 1, 1)
    said = json.loads(joined("sync", "--json").stdout)
    assert (said["marks_sent"], said["marks_taken"], said["added"], said["problems"]) == (1, 0, 0, [])
    assert there(rss) == {"rain": (True, False)}


def test_what_is_wrong_is_said_and_the_exit_code_says_it(rss: Reader, joined: Callable[..., Done]) -> None:
    rss.faults = lambda number, path: "500"
    done = joined("sync")
    assert (done.returncode, done.stdout) == (1, "nothing added\n")
    assert "the server has trouble (500)" in done.stderr
    assert joined("sync", "--json").returncode == 1
    assert "the server has trouble (500) (2×)" in joined("sync", "list").stdout


def test_refresh_syncs_as_well(joined: Callable[..., Done]) -> None:
    assert joined("refresh").stdout == "1 added\n"
    assert "your server asks it" in joined("refresh", "Velm Post").stderr


def test_a_server_is_named_and_removed(rss: Reader, joined: Callable[..., Done]) -> None:
    host = rss.url.partition("://")[2]
    assert joined("sync", "now", host).stdout == "1 added\n"
    assert joined("sync", "now", "nowhere").returncode == 1
    assert joined("sync", "remove", host).stdout.endswith("its feeds are asked from here\n")
    assert joined("sync", "list").stdout.startswith("no servers")
    assert "no server to sync with" in joined("sync").stderr


def test_wrong_use_and_wrong_passwords_are_said(rss: Reader, reader: Callable[..., Done]) -> None:
    both = ("--password-command", "x", "--password-variable", "Y")
    assert reader("sync", "add", rss.url, "--user", USER, *both).returncode == 2
    assert reader("sync", "add", rss.url, "--user", USER, "--password-command", "'x").returncode == 2
    assert "no terminal to ask for the password" in reader("sync", "add", rss.url, "--user", USER).stderr
    wrong = reader("sync", "add", rss.url, "--user", USER, "--password-command", f"{sys.executable} -c 'print(1)'")
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert "refuses the name or the password" in wrong.stderr


def test_the_password_is_asked_for_and_kept(
    rss: Reader, reader: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[object] = []
    monkeypatch.setattr("reader.sources.sync.passwords.keep", lambda *said: kept.append(said))
    monkeypatch.setattr(commands.click, "prompt", lambda *_, **__: PASSWORD)
    with mock.patch.object(commands, "sys") as system:
        system.stdin.isatty.return_value = True
        done = reader("sync", "add", rss.url, "--user", USER)
    assert done.returncode == 0
    assert kept == [(f"{rss.url}/api/greader.php", USER, PASSWORD)]
    assert PASSWORD not in done.stdout + done.stderr


def test_the_state_of_a_server_says_what_matters() -> None:
    now = datetime(2026, 11, 30, 12, tzinfo=timezone.utc)
    new = Account(id=1, address="https://rss.example", user="ada", secret="")
    assert state(new, now) == "0 articles · not synced yet"
    late = Account(
        id=1,
        address="https://rss.example",
        user="ada",
        secret="",
        error="no answer",
        failures=1,
        waiting=1,
        succeeded=now,
        wait_until=now + timedelta(hours=1),
    )
    assert state(late, now).startswith("no answer · 1 mark to be sent · 0 articles · synced 2026-11-30")
    assert "wants us to wait until" in state(late, now)
