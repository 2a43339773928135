"""What several tests share: an empty library, and a folder of three articles about two events."""

from __future__ import annotations

import fcntl
import gc
import os
import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from reader.desk import Library

# The same examples in every run of CI, so that it fails for a change and not by chance; elsewhere new ones every time.
# `--hypothesis-profile thorough` looks further. No deadlines: a busy machine is no defect.
settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.register_profile("thorough", deadline=None, max_examples=1000)
settings.load_profile("ci" if os.environ.get("CI") else "default")

os.environ["READER_CONFIG"] = os.devnull  # nobody's own

SAMPLES = Path(__file__).parent.parent / "articles"
WIRES = SAMPLES / "wires"
ASKS = WIRES / "nora-may07-mediator.txt"
"""Dated `May 7`, without anything that says the year."""
DENIES = WIRES / "nora-may08-lenna-opening.txt"
"""About the same event, with sentences copied from the other. Dated `May 8`, and somebody speaks on a Wednesday."""

COMET = """The comet that came back a day early

3 May 2024

The comet Hallam-Ito returned to the evening sky over Brenn on Thursday, a day before the tables said it would.

Astronomers at the Brenn observatory blamed a jet of gas on its sunward side. "It is a very small push," said Mira Olsen, \
who has followed the comet since 1998, "but it has had seventy years to add up."

It will be visible without a telescope until the end of the month.
"""

COMMENT_FORM = (
    "\n\nLeave a Comment\n\nYour email address will not be published. Required fields are marked *\n\nScroll to Top\n"
)


def pytest_collection_finish() -> None:
    """What all tests have loaded stays: looking through it for garbage was a third of what the screens' tests took."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(autouse=True)
def unmeasured_programs(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test marked `no_cover` starts is not measured either: that would write to full disks, import what is
    looked for, and not stand every signal.
    """
    if request.node.get_closest_marker("no_cover"):
        monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)


@pytest.fixture
def ctrl_c_is_taken() -> Iterator[None]:
    """A command that the test starts hears of ctrl+c also where the tests themselves run in the background, which has
    it ignored, by them and by all that they start.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three articles: two tell one event, one tells another."""
    here = tmp_path / "news"
    here.mkdir()
    (here / "asks.txt").write_bytes(ASKS.read_bytes())
    (here / "comet.txt").write_text(COMET + COMMENT_FORM, encoding="utf-8")
    (here / "denies.txt").write_bytes(DENIES.read_bytes())
    return here


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library."""
    with Library(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def a_tenth_of_the_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tenth of the lines are classified with their neighbours: what is endless else is so at a tenth of the cost."""
    for module in ("input.text_lines", "input.html_lines", "pipeline"):
        monkeypatch.setattr(f"reader.cleaning.{module}.LISTED", 10_000)


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library file of `articles/`, built once for all workers. Copy it before anything is written into it."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    file, building = shared / "sample.db", shared / "building.db"
    with (shared / "sample.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not file.exists():
            with Library(building) as library:
                assert library.add([SAMPLES]).problems == ()
            building.rename(file)
    return file


LONGEST = (
    "test_tui_snapshots",
    "test_tui_every_key",
    "test_tui_random",
    "test_sync_interrupted",
    "test_guide_walk",
    "test_ingest_feeds_killed",
)
"""Files that take long with few tests."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files first, or one worker goes on alone with them when the others have nothing left: `LONGEST`, then
    by their number of tests, of which one with a screen takes as long as ten others.
    """
    tests = Counter(item.path.stem for item in items)

    def place(item: pytest.Item) -> tuple[bool, int]:
        file = item.path.stem
        return file not in LONGEST, -tests[file] * (10 if file.startswith("test_tui") else 1)

    items.sort(key=place)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Two a core: tests of screens and servers wait half of their time."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return 2 * cores
