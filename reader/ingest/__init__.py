"""The assembly line: sources -> articles in a library, readable first, then ranked and connected.

Here: the order of the work (`assembly`); its steps (`reading` what has changed, the `work` on one document alone,
`making` an article of it, `storing` it among the others); the processes that share in that (`workers`, `warm`); what
the library knows of an outlet's pages (`furniture`) and what the person corrected (`corrections`); all of it in a
process of its own (`python -m reader.ingest`, which tells of it in `events`). Not here: how anything is worked out.
Nothing is imported here, because reading events must not cost what the work loads.
"""
