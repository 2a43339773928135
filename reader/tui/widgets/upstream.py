"""What is put right in Textual, until it is put right there.

Here: one cache of its that keeps the lines of closed screens, and how a screen takes the sizes of a terminal. Not
here: what is ours.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from textual._styles_cache import StylesCache

if TYPE_CHECKING:
    from textual.geometry import Size
    from textual.screen import Screen

    _Screen = Screen[Any]
else:
    _Screen = object  # another of Textual's nodes among the bases would hide the stylesheets of the one behind it


class Sized(_Screen):
    """A screen that takes the size that the terminal has now. Goes before Textual's class.

    A screen that has taken another size tells itself so, and takes the size it was told. Of two that came while nothing
    was drawn, as after a command of the palette, it takes the first, the second, the first: nothing else ever again.
    """

    def _screen_resized(self, size: Size) -> None:
        super()._screen_resized(self.app.size)


def let_closed_screens_go() -> None:
    """Keep the pairs of background colours of all widgets in one cache, as Textual means to.

    Its method is cached as if it were the class's but is not declared as the class's, so that the cache keeps the last
    thousand widgets' drawn lines: 10 MiB after a few hundred dialogues. Does nothing where it is declared.
    """
    method = vars(StylesCache).get("get_inner_outer")
    if inner := getattr(method, "__wrapped__", None) if not isinstance(method, classmethod) else None:
        StylesCache.get_inner_outer = classmethod(lru_cache(1024)(inner))  # type: ignore[method-assign,assignment,arg-type]
