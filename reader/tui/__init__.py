"""The screens of the reader.

Here: everything that is seen and every key. Not here: what is done (the desk). This package knows the desk and the
nouns, and nothing below them.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.article import Problem, View
from reader.desk.faults import fault_line

if TYPE_CHECKING:
    from reader.desk import Library


def run(
    library: Library, places: Sequence[str] = (), *, view: View | None = None, problems: Sequence[Problem] = ()
) -> int:
    """Show the screens until the person leaves; the exit code.

    places: files and folders to add, in a child process, once the first screen is up. view: what is listed first; None:
    everything, or, when the places are one folder, what came from there. problems: what else was named and cannot be
    added; said before anything else.
    """
    gc.disable()  # what is made before the first picture stays; looking for garbage in it would only delay it
    from reader.tui.app import ReaderApp  # here, so that `import reader.tui` costs nothing
    from reader.tui.terminal import Terminal

    app = ReaderApp(library, places, view=view or view_of(places), problems=problems)
    fault: BaseException | None = None
    with Terminal(app.leave_soon) as terminal:
        try:
            app.run()
        except Exception as error:  # whatever it was, the terminal is given back and it is said in one line
            terminal.give_back()
            fault = error
    if terminal.signal:
        return 128 + terminal.signal
    if fault := fault or app.fault:
        print(f"reader: stopped by {fault_line(fault)}", file=sys.stderr)
        return 1
    return app.return_code or 0


def view_of(places: Sequence[str]) -> View | None:
    """The view of one folder's articles, if the places are one folder."""
    if len(places) != 1 or not Path(places[0]).is_dir():
        return None
    folder = os.path.realpath(places[0]).encode("utf-8", "backslashreplace").decode("utf-8")
    return View(under=folder.rstrip("/") + "/")
