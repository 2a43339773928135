"""Requests: many at a time in all, few a host."""

from __future__ import annotations

import threading
from collections import Counter

from reader.ingest.feeds.requests import Requests


def taken(requests: Requests[str, str]) -> list[str]:
    found = []
    while requests.pending:
        if (one := requests.result(5)) is not None:
            found.append(one[1])
    return found


def test_every_job_is_done_once() -> None:
    requests: Requests[str, str] = Requests(str.upper, at_once=4)
    for number in range(100):
        requests.add(f"host{number % 7}", f"job{number}")
    assert sorted(taken(requests)) == sorted(f"JOB{number}" for number in range(100))
    requests.stop()


def test_no_host_gets_more_than_its_share_and_all_together_no_more_than_theirs() -> None:
    lock, now, most = threading.Lock(), Counter[str](), Counter[str]()

    def work(host: str) -> str:
        with lock:
            now[host] += 1
            now["all"] += 1
            for name in (host, "all"):
                most[name] = max(most[name], now[name])
        threading.Event().wait(0.005)
        with lock:
            now[host] -= 1
            now["all"] -= 1
        return host

    requests = Requests(work, at_once=6, per_host=2)
    for number in range(60):
        requests.add(f"host{number % 5}", f"host{number % 5}")
    assert len(taken(requests)) == 60
    assert most["all"] <= 6
    assert max(most[f"host{number}"] for number in range(5)) <= 2
    requests.stop()


def test_what_was_stopped_begins_nothing_more() -> None:
    begun: list[str] = []
    let_go = threading.Event()

    def work(job: str) -> str:
        begun.append(job)
        let_go.wait(5)
        return job

    requests = Requests(work, at_once=1)
    for job in "abc":
        requests.add(job, job)
    while not begun:
        pass
    requests.stop()
    let_go.set()
    assert requests.result(0.05) is None or begun == ["a"]
    assert begun == ["a"]
