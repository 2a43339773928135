"""Export: articles, lists and stories for other programs, as Markdown, HTML, BibTeX, CSL and JSON.

Here: the formats. One function for each thing that can be exported is in `writing`, what is told in `contents` (as
`blocks`), how it is written in `markdown`, `html`, `references` and `as_json`, where it goes in `places`. Not here:
asking for it (cli, tui). Nothing is imported here: every command of the command line loads this.
"""

from __future__ import annotations

from pathlib import Path

ENDINGS = {"markdown": ".md", "html": ".html", "bibtex": ".bib", "csl": ".csl.json", "json": ".json"}
"""The names of the formats, the usual one first, with the usual ending of a file in each."""
FORMATS = tuple(ENDINGS)


def format_of(path: Path) -> str | None:
    """The format that a file's ending stands for, or None."""
    found = [form for form, ending in ENDINGS.items() if path.name.lower().endswith(ending)]
    return max(found, key=lambda form: len(ENDINGS[form]), default=None)
