"""The library: articles, what was worked out from them, what the person did, in one SQLite file.

The one place with SQL in it: nothing outside knows SQL, rowids or FTS syntax. What is stored and why: `file/schema.py`.
"""

from reader.library.constraints import Decided
from reader.library.corrections import Ruling
from reader.library.marks import Marked, Undo
from reader.library.store import Store

__all__ = ["Decided", "Marked", "Ruling", "Store", "Undo"]
