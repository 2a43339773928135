"""The desk: everything a person can do, without a screen. The cli and the tui are its faces.

`Library` is for what needs a library, the functions are for what needs none. What some of the library's methods return
is defined in the modules that make it (`story_view`, `relation`, `overlap`, `chains`, `corrections`, `walks`).
Importing this costs little: the working rooms (cleaning, summarizing, ...) compile hundreds of patterns when they are
loaded, and are imported by the functions that call them.
"""

from reader.article import METHODS
from reader.config.reading import settings_folder
from reader.desk.job import AddJob
from reader.desk.library import Library
from reader.desk.paths import library_path
from reader.desk.texts import (
    STANDARD_INPUT,
    brief,
    clean,
    clean_files,
    detect_language,
    names,
    quotes,
    rank,
    read_articles,
    read_file,
    read_linked,
    read_originals,
    same_name,
    sentences,
    sorted_out,
    summarize,
    why,
)

__all__ = [
    "METHODS",
    "STANDARD_INPUT",
    "AddJob",
    "Library",
    "brief",
    "clean",
    "clean_files",
    "detect_language",
    "library_path",
    "names",
    "quotes",
    "rank",
    "read_articles",
    "read_file",
    "read_linked",
    "read_originals",
    "same_name",
    "sentences",
    "settings_folder",
    "sorted_out",
    "summarize",
    "why",
]
