"""Cleaning: from a document as it came to an article, with everything that was cut.

`pipeline` is the order of the steps; `body` decides which lines are text, `assembly` makes the article of them,
`precedence` says which source of a fact wins. `at_once` makes what can be read before all that. The rooms, each of
which imports only those after it: `rules/` and `classifier/` (which lines are text), `metadata/` (headline, byline,
outlet, dates), `input/` (lines of texts and pages), `lexicon/` (what the words of a line say).
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from reader.cleaning.at_once import as_it_came

__all__ = ["as_it_came", "clean", "fates", "links", "page_lines"]

if TYPE_CHECKING:
    from reader.cleaning.input.links import links
    from reader.cleaning.pipeline import clean, fates, page_lines


def __getattr__(name: str) -> Any:
    """What judges lines is loaded when it is first used: what came clean can be read without."""
    if name not in __all__:
        raise AttributeError(f"module 'reader.cleaning' has no attribute {name!r}")
    module = import_module("reader.cleaning." + ("input.links" if name == "links" else "pipeline"))
    globals()[name] = getattr(module, name)
    return globals()[name]
