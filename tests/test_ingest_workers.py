"""However many processes share in the work, the library is the same; one that dies costs one document."""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest
from conftest import WIRES
from furniture_support import INSERT, TOLD, series
from test_ingest_broken_off import contents

from reader.article import View
from reader.desk import Library
from reader.ingest import assembly, storing, work, workers
from reader.ingest.workers import Workers
from reader.library import Store

FATAL = "fatal-to-readers"


def doubled(number: int) -> int:
    """Work for the processes of these tests; 13 is the death of them."""
    if number == 13:
        os._exit(7)
    return 2 * number


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other processes are asked at once, with two items at a time."""
    monkeypatch.setattr(workers, "ASIDE", False)
    monkeypatch.setattr(workers, "FEW", 2)
    monkeypatch.setattr(workers, "CHUNK", 2)


def results(team: Workers, numbers: Sequence[int | None]) -> list[tuple[str, int | None]]:
    return list(team.results(doubled, ((f"no {number}", number) for number in numbers), -1))


@pytest.mark.usefixtures("eager")
def test_results_come_in_the_order_of_the_items_and_what_needs_no_work_passes() -> None:
    with Workers(2) as team:
        assert results(team, [1, None, *range(20, 40)]) == [
            ("no 1", 2),
            ("no None", None),
            *((f"no {n}", 2 * n) for n in range(20, 40)),
        ]


class _OfACluster(ThreadPoolExecutor):
    """An executor that takes no more than Dask's does."""

    def shutdown(self, wait: bool = True) -> None:  # type: ignore[override]
        super().shutdown(wait)


@pytest.mark.usefixtures("eager")
def test_a_cluster_may_do_the_work() -> None:
    with Workers(2, lambda: _OfACluster(2)) as team:
        assert results(team, range(20, 40)) == [(f"no {n}", 2 * n) for n in range(20, 40)]


@pytest.mark.usefixtures("eager")
def test_a_process_that_dies_costs_the_item_that_it_died_of() -> None:
    with Workers(2) as team:
        assert [found for _, found in results(team, range(30))] == [-1 if n == 13 else 2 * n for n in range(30)]


@pytest.mark.usefixtures("eager")
def test_other_threads_may_ask_a_process_that_is_there() -> None:
    with Workers(2) as team:
        assert team.elsewhere(doubled, 4) is None
        results(team, range(9))
        assert team.elsewhere(doubled, 4) == 8
        assert team.elsewhere(doubled, 13) is None


def test_few_items_start_no_process() -> None:
    def none() -> Executor:
        raise AssertionError("asked for processes")

    with Workers(2, none) as team:
        assert [found for _, found in results(team, range(3))] == [0, 2, 4]


@pytest.mark.parametrize(("aside", "started_by"), [(True, "start-workers"), (False, "MainThread")])
def test_processes_are_started_aside_each_time_but_where_they_would_hear_of_ctrl_c(
    monkeypatch: pytest.MonkeyPatch, aside: bool, started_by: str
) -> None:
    monkeypatch.setattr(workers, "ASIDE", aside)
    monkeypatch.setattr(workers, "FEW", 2)
    starters = []

    def executor() -> Executor:
        starters.append(threading.current_thread().name)
        return ThreadPoolExecutor(2)

    team = Workers(2, executor)
    for _ in range(2):
        with team:
            assert [found for _, found in results(team, range(9))] == [*range(0, 18, 2)]
    assert starters == [started_by] * 2


class _Mortal(ThreadPoolExecutor):
    """Dies of a document, as processes do that run out of memory."""

    def submit(self, function: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
        if FATAL in repr(given):
            broken: Future[Any] = Future()
            broken.set_exception(BrokenProcessPool("a process ended"))
            return broken
        return super().submit(function, *given, **named)


@pytest.fixture
def places(tmp_path: Path) -> list[Path]:
    """Files that tell the same events, and some of an outlet whose pages have a line in common."""
    return [*sorted(WIRES.glob("*")), *series(tmp_path / "news", INSERT)]


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A file of records that are nearly clean."""
    path = tmp_path / "records.jsonl"
    told = [{"title": title, "text": "\n".join(text), "url": f"https://x.example/{title}"} for title, text in TOLD]
    path.write_text("\n".join(map(json.dumps, told)), "utf-8")
    return path


@pytest.mark.usefixtures("eager")
def test_the_library_is_the_same_for_any_number_of_workers(tmp_path: Path, places: list[Path], records: Path) -> None:
    teams = {1: Workers(), 2: Workers(2), 64: Workers(64, lambda: ThreadPoolExecutor(64))}
    found = {}
    for count, team in teams.items():
        with Store(tmp_path / str(count)) as store:
            assembly.add_places(store, [*places[:9], records, *places[9:]], workers=team)
        found[count] = contents(tmp_path / str(count))
    assert found[1]["unfinished"] == []
    assert found[1]["story"]
    assert found[2] == found[1]
    assert found[64] == found[1]


@pytest.mark.usefixtures("eager")
def test_a_document_that_ends_the_processes_is_named_and_the_others_are_there(
    library: Library, places: list[Path], tmp_path: Path
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text(f"A headline\n\nA text that is {FATAL}, and says nothing else of any interest.\n", "utf-8")
    places.insert(5, bad)
    report = assembly.add_places(library._store, places, workers=Workers(2, lambda: _Mortal(2)))
    assert report.added == library.count(View())[0] == len(places)
    (problem,) = report.problems
    assert problem.place == str(bad)
    assert "the process that worked on it ended" in problem.message
    number = library.id_of(bad)
    assert FATAL in library.article(number).text
    assert library.trouble(number)
    assert library.reclean().problems == ()


@pytest.mark.usefixtures("eager")
def test_an_article_whose_summary_ends_the_processes_keeps_its_text(
    library: Library, places: list[Path], tmp_path: Path
) -> None:
    class OfSummaries(_Mortal):
        def submit(self, function: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
            sort = _Mortal if work.make in given else ThreadPoolExecutor
            return sort.submit(self, function, *given, **named)

    bad = tmp_path / "bad.txt"
    text = f"A text that is {FATAL}, and says nothing else of any interest."
    bad.write_text(f"A headline\n\n{text}\n", "utf-8")
    places.insert(5, bad)
    (problem,) = assembly.add_places(library._store, places, workers=Workers(2, lambda: OfSummaries(2))).problems
    assert problem.message.startswith("could not be summarised (the process that worked on it ended)")
    number = library.id_of(bad)
    assert (library.article(number).headline, library.article(number).text) == ("A headline", text)
    assert library.trouble(number)


def test_articles_are_readable_before_they_are_worked_out(
    library: Library, places: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(storing, "_describe", stop)
        with pytest.raises(KeyboardInterrupt):
            library.add(places)
    assert library.count(View())[0] == len(places)
    assert library.search("harbour")
    assert library.summary(1).sentences, "what is asked for is worked out at once"
    assert library.related(1) == []
    assert library._store.count_unfinished("connect") == len(places)
    library.add(places[:1])
    assert library._store.count_unfinished("connect") == 0
    assert library.stories()


PROGRAM = """
    import sys, time
    from reader.ingest import workers
    if __name__ == "__main__":
        workers.FEW = 1
        workers.ASIDE = False
        team = workers.Workers(2)
        for _ in team.results(abs, ((n, n) for n in range(9)), -1):
            pass
        print(*team._executor._processes, flush=True)
        time.sleep(600)
"""


def alive(process: int) -> bool:
    """Whether a process runs (one that nobody has waited for does not)."""
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_no_process_outlives_the_one_that_it_works_for(tmp_path: Path, how: signal.Signals) -> None:
    program = tmp_path / "program.py"
    program.write_text(textwrap.dedent(PROGRAM), "utf-8")
    child = subprocess.Popen([sys.executable, program], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    processes = [int(number) for number in child.stdout.readline().split()]
    assert len(processes) == 2
    assert all(map(alive, processes))
    child.send_signal(how)
    child.communicate()
    while any(map(alive, processes)):
        time.sleep(0.01)


@pytest.mark.no_cover
@pytest.mark.usefixtures("ctrl_c_is_taken")
def test_ctrl_c_leaves_one_line_and_no_trace(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for n in range(2000):
        (folder / f"{n}.txt").write_text(f"Rain over Velm {n}\n\nIt rained in Velm for {n} days. The river rose.\n")
    library = tmp_path / "library"
    command = [sys.executable, "-m", "reader", "add", "--workers", "2", "--library", str(library), str(folder)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    while not (library.exists() and _articles(library)):
        assert child.poll() is None
        time.sleep(0.01)
    os.killpg(child.pid, signal.SIGINT)
    said, complained = child.communicate()
    assert (child.returncode, said) == (1, "")
    assert complained == "reader: stopped; what was added stays, and adding again goes on from there\n"


def _articles(library: Path) -> int:
    with Library(library) as opened:
        return opened.count(View())[0]


@pytest.fixture
def usual() -> Iterator[tuple[int, int, int]]:
    """How often garbage is looked for in a program that has not said how often: these tests have."""
    of_tests = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield gc.get_threshold()
    gc.set_threshold(*of_tests)


def test_garbage_is_looked_for_rarely_while_documents_are_worked_on_and_as_before_afterwards(
    usual: tuple[int, int, int],
) -> None:
    with Workers():
        assert gc.get_threshold() > usual
        with Workers():
            pass
        assert gc.get_threshold() > usual
    assert gc.get_threshold() == usual
