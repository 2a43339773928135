"""A reader's own server, asked over the Google Reader API: what it has, and what it is told.

FreshRSS, Miniflux, BazQux, Inoreader and The Old Reader speak it, each a little otherwise. Here: one request and its
answer (`server`), what answers say (`answers`), what items are called (`ids`), where passwords come from (`passwords`).
Not here: what becomes of it (`reader.ingest.sync`), tables (library).
"""
