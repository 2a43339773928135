"""How a person left the screens, kept between runs: a small file for each library, and each folder opened in it.

Here: the noun, reading and writing the file. Not here: what goes into it and what follows from it (the main screen).
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, get_args

from reader.article import Grouping, View
from reader.config.settings import LINE_LENGTH, LINE_LENGTHS
from reader.errors import ReaderError
from reader.private import make_file, make_folder
from reader.tui.session.session import Mode

PLACES = 500
"""Articles of which it is remembered how far down they were read."""
_TYPES: dict[str, tuple[type, ...]] = {
    "group": (str,),
    "only": (str,),
    "mode": (str,),
    "article": (int, type(None)),
    "inside": (bool,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """The list, the article and the places in articles."""

    group: Grouping = "date"
    only: str = ""
    """What narrowed and sorted the list, as it would be typed."""
    mode: Mode = "beside"
    article: int | None = None
    """The one that was being read or highlighted."""
    inside: bool = False
    """Whether it was being read."""
    places: dict[int, int] = field(default_factory=dict)
    """How far down articles were read: characters of their texts, the latest article last."""
    line_length: int = LINE_LENGTH.default
    """Of the article's text, in cells."""
    turns_text: bool | None = None
    """Whether right-to-left text is turned round here; None: as the terminal is known."""
    searches: tuple[str, ...] = ()
    """What was searched for, the latest last."""
    finds: tuple[str, ...] = ()
    """What was looked for in articles."""

    def view(self, home: View) -> View:
        """What was listed of `home`."""
        view = replace(home, group=self.group)
        if self.only:
            from reader.desk.asking import asked_for  # here, so that the first screen does not wait for it as a rule

            with suppress(ReaderError):
                return asked_for(self.only, view)
        return view


def file_of(folder: Path, library: Path, view: View) -> Path:
    """The file in `folder` for a library and what is listed of it at first."""
    key = f"{library.resolve()}\n{view.under or ''}".encode("utf-8", "backslashreplace")
    return folder / "left" / f"{hashlib.sha256(key).hexdigest()[:24]}.json"


def load(path: Path, new: Left | None = None) -> Left:
    """How it was left; as `new` (None: untouched) where nobody did, or the file cannot be understood."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        known: dict[str, Any] = {name: said[name] for name, types in _TYPES.items() if type(said[name]) in types}
        known |= {name: tuple(map(str, said.get(name) or ())) for name in ("searches", "finds")}
        length = said.get("line_length")
        known["line_length"] = length if type(length) is int and length in LINE_LENGTHS else (new or Left()).line_length
        known |= {"turns_text": said["turns_text"]} if isinstance(said.get("turns_text"), bool) else {}
        places = {int(number): int(place) for number, place in said["places"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return new or Left()
    if known.get("group") not in get_args(Grouping) or known.get("mode") not in get_args(Mode):
        return new or Left()
    return Left(**known, places=places)


def save(path: Path, left: Left) -> None:
    """Keep it. Where nothing can be written the next run begins as new."""
    kept = replace(left, places=dict(list(left.places.items())[-PLACES:]))
    with suppress(OSError):
        make_folder(path.parent)
        make_file(path)
        path.write_text(json.dumps(asdict(kept)), encoding="utf-8")
