"""The assembly line: sources -> cleaned, ranked, connected articles in a library.

Here: the order of the work (`assembly`); its steps (`reading` what has changed, `making` an article of a document,
`storing` it among the others); what the library knows of an outlet's pages (`furniture`) and what the person corrected
(`corrections`); the work in a process of its own (`python -m reader.ingest`, which tells of it in `events`). Not here:
how any one thing is worked out. Nothing is imported here, because reading events must not cost what the work loads.
"""
