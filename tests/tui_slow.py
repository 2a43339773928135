"""How the tests of the screens make something take long, and end."""

from __future__ import annotations

import threading
from typing import Any

from tui_support import FakeLibrary


class Slow:
    """Holds one of a library's methods back until it is let go."""

    def __init__(self, library: FakeLibrary, name: str) -> None:
        self.come, self.go, self.done = threading.Event(), threading.Event(), threading.Event()
        ready = getattr(library, name)

        def method(*args: Any, **how: Any) -> Any:
            self.come.set()
            assert self.go.wait(20)
            try:
                return ready(*args, **how)
            finally:
                self.done.set()

        setattr(library, name, method)
