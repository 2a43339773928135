"""What is put right in Textual, until it is put right there.

Here: one cache of its that keeps the lines of closed screens. Not here: what is ours.
"""

from __future__ import annotations

from functools import lru_cache

from textual._styles_cache import StylesCache


def let_closed_screens_go() -> None:
    """Keep the pairs of background colours of all widgets in one cache, as Textual means to.

    Its method is cached as if it were the class's but is not declared as the class's, so that the cache keeps the last
    thousand widgets' drawn lines: 10 MiB after a few hundred dialogues. Does nothing where it is declared.
    """
    method = vars(StylesCache).get("get_inner_outer")
    if inner := getattr(method, "__wrapped__", None) if not isinstance(method, classmethod) else None:
        StylesCache.get_inner_outer = classmethod(lru_cache(1024)(inner))  # type: ignore[method-assign,assignment,arg-type]
