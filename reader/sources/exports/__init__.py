"""What other readers and read-it-later services export: articles, and what their owner did with them.

Here: their forms as records with the names that ours have (`fields`), and marks. Not here: records of programs that
extract texts (`records`), subscriptions (`feeds`).
"""

from reader.sources.exports.entry import NO_TEXT, Entry
from reader.sources.exports.lists import links_in
from reader.sources.exports.streams import entries_in
from reader.sources.exports.tables import rows_of

__all__ = ["NO_TEXT", "Entry", "entries_in", "links_in", "rows_of"]
