"""What installed Python packages offer, found by their entry points and loaded only when it is named.

Here: finding and calling. Not here: what is offered for (methods, exporters).
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from reader.errors import ReaderError, unexpected


def offered(group: str) -> dict[str, EntryPoint]:
    """The entry points of a group by name; none of them is loaded."""
    return {point.name: point for point in entry_points(group=group)}


def call(group: str, name: str, value: Any) -> Any:
    """What the package's function makes of a value. Raises ReaderError when it fails in whatever way."""
    try:
        function: Callable[[Any], Any] = offered(group)[name].load()
        return function(value)
    except Exception as error:
        # Any exception: the package is somebody else's, and the person is to know which one failed.
        raise ReaderError(f"{name} failed ({unexpected(error)})") from error
