"""Where a person's things are: the library file, reports of faults.

Here: the rules. Not here: opening or reading them, the settings (config).
"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def library_path() -> Path:
    """Where the library is kept: READER_LIBRARY, else the platform's folder for a user's data."""
    said = os.environ.get("READER_LIBRARY")
    return Path(said).expanduser() if said else data_folder() / "library.db"


def data_folder() -> Path:
    """The platform's folder for what this program keeps for a user, and nobody else does. It need not exist."""
    return Path(platformdirs.user_data_path("reader-tui"))


def sample_folder() -> Path | None:
    """The sample articles: in the package, or beside it in a checkout; None where there are none."""
    package = Path(__file__).resolve().parents[1]
    found = (folder for folder in (package / "sample", package.parent / "articles") if folder.is_dir())
    return next(found, None)


def state_folder() -> Path:
    """Where reports of faults are written: READER_STATE, else the platform's folder. It need not exist."""
    said = os.environ.get("READER_STATE")
    return Path(said).expanduser() if said else Path(platformdirs.user_state_path("reader-tui"))
