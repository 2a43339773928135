"""Views that the person gave a name.

Here: table named_view. Not here: what a view says (`asking`).
"""

from __future__ import annotations

from reader.errors import NotFound
from reader.library.file.connection import Database
from reader.safety import plain_line


class NamedViews:
    """The named views in a library file."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> list[tuple[str, str]]:
        """The names with what each view says, in the order in which they were saved first."""
        return [(name, said) for name, said in self._db.rows("SELECT name, said FROM named_view ORDER BY place, name")]

    def said(self, name: str) -> str:
        """What the view of that name says, or of the one that differs from it in case only. Raises NotFound."""
        wanted = plain_line(name).casefold()
        for called, said in self.all():
            if called.casefold() == wanted:
                return said
        raise NotFound(f"{plain_line(name)}: there is no view of that name")

    def put(self, name: str, said: str) -> None:
        """Save a view; one of that name is replaced."""
        self._db.run(
            "INSERT INTO named_view VALUES (?, (SELECT coalesce(max(place), 0) + 1 FROM named_view), ?)"
            " ON CONFLICT (name) DO UPDATE SET said = excluded.said",
            (plain_line(name), plain_line(said)),
        )

    def remove(self, name: str) -> None:
        """Forget a view."""
        self._db.run("DELETE FROM named_view WHERE name = ?", (plain_line(name),))
