"""The screens of the reader.

Here: everything that is seen and every key. Not here: what is done (the desk). This package knows the desk and the
nouns, and nothing below them.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reader.article import Problem, View
from reader.desk.faults import fault_line
from reader.desk.paths import state_folder
from reader.safety import plain_line

if TYPE_CHECKING:
    from reader.config.reading import Config
    from reader.desk import Library
    from reader.tui.app import ReaderApp

_TURN = 0.001
"""Seconds for which work in a thread lets keys and drawing wait each time; Python's own 5 ms are felt."""
_AT_ONCE = 0.3
"""Seconds of waiting that nobody needs to be told of."""


def run(
    library: Library,
    places: Sequence[str] = (),
    *,
    view: View | None = None,
    problems: Sequence[Problem] = (),
    config: Config | None = None,
) -> tuple[int, Sequence[Problem]]:
    """Show the screens until the person leaves; the exit code, and why nothing of the places was added, if so.

    places: files and folders to add, in a child process, once the first screen is up. view: what is listed first; None:
    everything, or, when the places are one folder, what came from there. problems: what else was named and cannot be
    added; said before anything else. config: None: the person's own.
    """
    gc.disable()  # what is made before the first picture stays; looking for garbage in it would only delay it
    sys.setswitchinterval(_TURN)
    from reader.tui.app import ReaderApp  # here, so that `import reader.tui` costs nothing
    from reader.tui.session.left import file_of
    from reader.tui.terminal import Terminal

    view = view or view_of(places) or View()
    left = file_of(state_folder(), library.path, view)
    library.hurry()
    app = ReaderApp(library, places, view=view, problems=problems, left=left, config=config)
    fault: BaseException | None = None
    with Terminal(app.leave_soon, app.finish_writing) as terminal:
        try:
            app.run()
        except Exception as error:  # whatever it was, the terminal is given back and it is said in one line
            terminal.give_back()
            fault = error
    code = app.return_code or 0
    if terminal.signal:
        code = 128 + terminal.signal
    elif fault := fault or app.fault:
        code = 1
        with suppress(OSError):
            left.unlink(missing_ok=True)  # what it broke on is not to be opened again by itself
        _say(f"stopped by {fault_line(fault)}")
    unwritten = _unwritten(app)
    for line in unwritten:
        _say(line)
    return code or int(bool(unwritten)), app.main.actions.adding.untaken if app.main else ()


def _unwritten(app: ReaderApp) -> Sequence[str]:
    """Wait for what was set by hand and is still being written; why some of it could not be, as nobody was told yet."""
    from reader.tui.terminal import PATIENCE

    if not app.finish_writing(_AT_ONCE):
        _say("writing what was set by hand …")
        if not app.finish_writing(PATIENCE):
            return ("what was set by hand last could not be written in time",)
    return app.main.session.writing.refused if app.main else ()


def _say(line: str) -> None:
    with suppress(OSError):  # the terminal may have gone
        print(f"reader: {plain_line(line)}", file=sys.stderr, flush=True)


def view_of(places: Sequence[str]) -> View | None:
    """The view of one folder's articles, if the places are one folder."""
    if len(places) != 1 or not Path(places[0]).is_dir():
        return None
    folder = os.path.realpath(places[0]).encode("utf-8", "backslashreplace").decode("utf-8")
    return View(under=folder.rstrip("/") + "/")
