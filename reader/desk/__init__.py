"""The desk: everything a person can do, without a screen. The cli and the tui are its faces.

The door: `Library` (`library`; behind it `walks`, `chains`, `comparing`, `kinship`, `naming`, `story_view`,
`corrections`), the functions that need none (`texts`), where things are kept (`places`).

The working rooms (cleaning, summarizing, ...) compile hundreds of patterns when they are loaded. The first screen needs
none of them, so they are imported by the functions that do; what the desk itself has for later screens is loaded when
it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from reader.desk.library import Library
from reader.desk.places import library_path, settings_folder
from reader.desk.texts import (
    METHODS,
    brief,
    clean,
    detect_language,
    quotes,
    rank,
    read_file,
    read_original,
    sentences,
    summarize,
    why,
)
from reader.desk.walks import Step

if TYPE_CHECKING:
    from reader.comparison import Telling
    from reader.desk.chains import ChainedStory
    from reader.desk.comparing import compare
    from reader.desk.corrections import by_hand, day_of
    from reader.desk.kinship import Kinship, Pair
    from reader.desk.naming import SharedName, Spot
    from reader.desk.story_view import Quoted, StoryView, Voice

_HOMES = {
    "ChainedStory": "reader.desk.chains",
    "Kinship": "reader.desk.kinship",
    "Pair": "reader.desk.kinship",
    "Quoted": "reader.desk.story_view",
    "SharedName": "reader.desk.naming",
    "Spot": "reader.desk.naming",
    "StoryView": "reader.desk.story_view",
    "Telling": "reader.comparison",
    "Voice": "reader.desk.story_view",
    "by_hand": "reader.desk.corrections",
    "compare": "reader.desk.comparing",
    "day_of": "reader.desk.corrections",
}
__all__ = [
    "METHODS",
    "ChainedStory",
    "Kinship",
    "Library",
    "Pair",
    "Quoted",
    "SharedName",
    "Spot",
    "Step",
    "StoryView",
    "Telling",
    "Voice",
    "brief",
    "by_hand",
    "clean",
    "compare",
    "day_of",
    "detect_language",
    "library_path",
    "quotes",
    "rank",
    "read_file",
    "read_original",
    "sentences",
    "settings_folder",
    "summarize",
    "why",
]


def __getattr__(name: str) -> Any:
    try:
        home = _HOMES[name]
    except KeyError:
        raise AttributeError(f"module 'reader.desk' has no attribute {name!r}") from None
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value
