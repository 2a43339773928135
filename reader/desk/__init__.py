"""The desk: everything a person can do, without a screen. The cli and the tui are its faces.

The door: `Library` (`library`; behind it `walks`, `chains`, `overlap`, `relation`, `naming`, `story_view`,
`corrections`), the functions that need none (`texts`), where things are kept (`paths`).

The working rooms (cleaning, summarizing, ...) compile hundreds of patterns when they are loaded. The first screen needs
none of them, so they are imported by the functions that do; what the desk itself has is loaded when it is first asked
for, too: cleaning a text needs no library, the list no story screen.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.comparison import Telling
    from reader.desk.chains import ChainedStory
    from reader.desk.corrections import by_hand, day_of, fields_by_hand
    from reader.desk.job import AddJob
    from reader.desk.library import Library
    from reader.desk.overlap import compare
    from reader.desk.paths import library_path, settings_folder
    from reader.desk.relation import Pair, Relation
    from reader.desk.shared_names import SharedName, Spot
    from reader.desk.story_view import Quoted, StoryView, Voice
    from reader.desk.texts import (
        METHODS,
        STANDARD_INPUT,
        brief,
        clean,
        detect_language,
        quotes,
        rank,
        read_articles,
        read_file,
        read_originals,
        sentences,
        summarize,
        why,
    )
    from reader.desk.walks import Step

_HOMES = {
    "AddJob": "reader.desk.job",
    "ChainedStory": "reader.desk.chains",
    "Relation": "reader.desk.relation",
    "Library": "reader.desk.library",
    "METHODS": "reader.desk.texts",
    "STANDARD_INPUT": "reader.desk.texts",
    "Pair": "reader.desk.relation",
    "Quoted": "reader.desk.story_view",
    "SharedName": "reader.desk.shared_names",
    "Spot": "reader.desk.shared_names",
    "Step": "reader.desk.walks",
    "StoryView": "reader.desk.story_view",
    "Telling": "reader.comparison",
    "Voice": "reader.desk.story_view",
    "brief": "reader.desk.texts",
    "by_hand": "reader.desk.corrections",
    "clean": "reader.desk.texts",
    "compare": "reader.desk.overlap",
    "day_of": "reader.desk.corrections",
    "detect_language": "reader.desk.texts",
    "fields_by_hand": "reader.desk.corrections",
    "library_path": "reader.desk.paths",
    "quotes": "reader.desk.texts",
    "rank": "reader.desk.texts",
    "read_articles": "reader.desk.texts",
    "read_file": "reader.desk.texts",
    "read_originals": "reader.desk.texts",
    "sentences": "reader.desk.texts",
    "settings_folder": "reader.desk.paths",
    "summarize": "reader.desk.texts",
    "why": "reader.desk.texts",
}
__all__ = [
    "METHODS",
    "STANDARD_INPUT",
    "AddJob",
    "ChainedStory",
    "Library",
    "Pair",
    "Quoted",
    "Relation",
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
    "fields_by_hand",
    "library_path",
    "quotes",
    "rank",
    "read_articles",
    "read_file",
    "read_originals",
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
