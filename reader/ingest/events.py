"""What a process that adds articles reports to the one that started it: events, one line of JSON each.

Here: writing and reading those lines. Not here: starting such a process (the desk), its work (assembly.py).
"""

from __future__ import annotations

import json

from reader.article import AddReport, Problem, Progress

Event = Progress | AddReport | Problem
"""How far the work is, and one `AddReport` or `Problem` at its end."""

REFRESH, DUE = "--refresh", "--due"
"""In place of places: the process is to refresh the feeds."""
WATCH = "--watch"
"""Before folders: the process is to add what is in them, and then whatever comes into them."""


def encode(event: Event) -> str:
    """An event as one line of JSON, without the line break."""
    if isinstance(event, Progress):
        return json.dumps({"progress": [event.done, event.total, event.doing, event.step]})
    if isinstance(event, Problem):
        return json.dumps({"problem": [event.place, event.message, event.note]})
    return json.dumps(
        {
            "report": [event.added, event.updated, event.unchanged, event.gone, list(event.ids)],
            "problems": [[p.place, p.message, p.note, p.offer, p.titled] for p in event.problems],
        }
    )


def decode(line: bytes) -> Event | None:
    """The event in a line; None when there is none."""
    try:
        said = json.loads(line)
    except ValueError:
        return None
    if "progress" in said:
        return Progress(*said["progress"])
    if "problem" in said:
        return Problem(*said["problem"])
    if "report" in said:
        added, updated, unchanged, gone, ids = said["report"]
        problems = tuple(Problem(*p) for p in said["problems"])
        return AddReport(added, updated, unchanged, gone, tuple(ids), problems)
    return None
