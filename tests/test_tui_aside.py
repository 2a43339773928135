"""Work done aside."""

from __future__ import annotations

import subprocess
import sys
import threading

from textual.app import App
from tui_support import until

from reader.errors import LibraryBusy
from reader.tui.session.aside import Aside, Task


async def test_results_and_errors_come_back_in_the_thread_of_the_screens() -> None:
    app: App[None] = App()
    async with app.run_test() as pilot:
        aside, came = Aside(), []

        def good(task: Task) -> None:
            task.deliver(lambda what: came.append((what, threading.current_thread())), "done")

        def bad(task: Task) -> None:
            raise LibraryBusy("busy")

        aside.start("a", app.call_later, good, came.append)
        aside.start("b", app.call_later, bad, came.append)
        await until(pilot, lambda: len(came) == 2)
        assert ("done", threading.current_thread()) in came
        assert "busy" in came


async def test_an_error_that_nobody_thought_of_costs_a_line_and_not_the_thread() -> None:
    app: App[None] = App()
    async with app.run_test() as pilot:
        aside, came = Aside(), []

        def bad(task: Task) -> None:
            came.append(threading.current_thread())
            raise RecursionError

        for count in (2, 4):
            aside.start("a", app.call_later, bad, came.append)
            await until(pilot, lambda count=count: len(came) == count and aside._idle > 0)
        assert came[0] is came[2], "the thread goes on"
        assert came[1] == came[3] == "could not be worked out (too deeply nested)"


async def test_a_newer_task_of_a_kind_makes_the_older_one_unwanted() -> None:
    app: App[None] = App()
    async with app.run_test() as pilot:
        aside, came, gate, seen = Aside(), [], threading.Event(), []

        def slow(task: Task) -> None:
            assert gate.wait(20)
            seen.append(task.cancelled)
            task.deliver(came.append, "old")

        aside.start("a", app.call_later, slow, came.append)
        aside.start("a", app.call_later, lambda task: task.deliver(came.append, "new"), came.append)
        await until(pilot, lambda: came == ["new"], "the newer one does not wait for the older one")
        gate.set()
        await until(pilot, lambda: seen == [True])
        await pilot.pause()
        assert came == ["new"]


async def test_threads_are_used_again() -> None:
    app: App[None] = App()
    async with app.run_test() as pilot:
        aside, threads = Aside(), []
        for count in range(1, 30):
            aside.start("a", app.call_later, lambda task: threads.append(threading.current_thread()), print)
            await until(pilot, lambda count=count: len(threads) == count)
            await until(pilot, lambda: aside._idle > 0)
        assert len(set(threads)) == 1


async def test_more_work_than_threads_waits_for_one_and_is_done() -> None:
    app: App[None] = App()
    async with app.run_test() as pilot:
        aside, threads, gate = Aside(), [], threading.Event()

        def slow(task: Task) -> None:
            assert gate.wait(20)
            threads.append(threading.current_thread())

        for _ in range(40):
            aside.start(None, app.call_later, slow, print)
        gate.set()
        await until(pilot, lambda: len(threads) == 40)
        assert len(set(threads)) <= 6


def test_leaving_does_not_wait_for_what_is_worked_out() -> None:
    program = """
import asyncio, time
from textual.app import App
from reader.tui.session.aside import Aside

async def main():
    app = App()
    async with app.run_test() as pilot:
        Aside().start("a", app.call_later, lambda task: time.sleep(600), print)
        await pilot.pause()

asyncio.run(main())
print("left")
"""
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=120)
    assert said.stdout.strip() == "left"
