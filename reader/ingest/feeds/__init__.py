"""Feeds, asked again and again: which of their items are new, when they are asked next.

Here: `refresh` (the whole of it), `requests` (many at a time, few a host), `matching` (which item is which article),
`completing` (full texts from pages), `schedule` (when next), `subscribing`. Not here: what is fetched and read
(`reader.sources`), tables (library), what becomes of a document (the assembly line).
"""
