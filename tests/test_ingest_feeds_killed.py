"""A refresh that is killed: whatever it was about, the next one comes to the same library."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from feeds_support import feed, item, page
from web_support import Answer, Answering, Asked, Site, site

from reader.desk import Library

__all__ = ["site"]
ABOUT = ("rain", "snow", "hail", "fog")
PATHS = ("/a", "/b", "/c")


class Killing:
    """A site of feeds and pages that kills who asks at the n-th request."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.left = 0
        self.process: subprocess.Popen[bytes] | None = None
        self.started = threading.Event()
        for number, path in enumerate(PATHS):
            items = [
                item(f"{about} {number}", guid=f"{path}{about}", link=f"{path}/{about}", content="Read on.")
                if place % 2
                else item(f"{about} {number}", guid=f"{path}{about}")
                for place, about in enumerate(ABOUT)
            ]
            site.pages[path] = self._answers(Answer(feed(*items, title=f"Post {number}")))
            for about in ABOUT:
                site.pages[f"{path}/{about}"] = self._answers(Answer(page(f"{about} {number}")))

    def _answers(self, answer: Answer) -> Answering:
        def answered(asked: Asked) -> Answer:
            self.left -= 1
            if self.left == 0 and self.process is not None:
                self.started.wait(30)
                os.kill(self.process.pid, signal.SIGKILL)
            return answer

        return answered

    def refresh(self, library: Path, *, kill_at: int) -> int:
        """Refresh in a process of its own, which is killed at that request (0: never). How it ended."""
        self.left = kill_at
        self.started.clear()
        command = [sys.executable, "-m", "reader", "refresh", "--library", str(library)]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.started.set()
        return self.process.wait(120)


def content(library: Path) -> tuple[list[str], list[tuple[str, int]]]:
    """What there is: headlines and texts, and how many items each feed has.

    Not stories: feeds answer in any order, and an article is put among those that came before it.
    """
    with Library(str(library)) as there:
        texts = sorted(f"{article.headline}: {article.text}" for article in there.articles())
        return texts, [(one.shown, one.articles) for one in there.feeds.all()]


@pytest.fixture
def libraries(site: Site, tmp_path: Path) -> tuple[Path, Path]:
    """Two libraries that follow the same feeds and have asked none."""
    paths = (tmp_path / "whole.db", tmp_path / "killed.db")
    feeds = tmp_path / "urls"
    feeds.write_text("".join(f"{site.url(path)}\n" for path in PATHS))
    for path in paths:
        with Library(str(path)) as library:
            library.feeds.import_list(feeds)
    return paths


def test_a_refresh_that_is_killed_at_any_request_comes_to_the_same_end(
    site: Site, libraries: tuple[Path, Path]
) -> None:
    whole, killed = libraries
    killing = Killing(site)
    assert killing.refresh(whole, kill_at=0) == 0
    for request in (2, 5, 8):
        assert killing.refresh(killed, kill_at=request) == -signal.SIGKILL
    assert killing.refresh(killed, kill_at=0) == 0
    assert content(killed) == content(whole)
