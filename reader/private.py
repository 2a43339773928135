"""Files and folders that only their owner may look into: what somebody reads is nobody else's business.

Here: making them so whatever the umask, and mending those that are not. Not here: what is written into them.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def make_folder(path: Path) -> None:
    """Make a folder, and any missing ones above it, for its owner alone. One that exists stays as it is.

    Raises OSError.
    """
    for place in (*reversed(path.parents), path):
        if not place.is_dir():
            with suppress(FileExistsError):  # another program was quicker
                place.mkdir(mode=0o700)
                place.chmod(0o700)  # the umask may have taken even the owner's rights
    path.mkdir(exist_ok=True)  # says so where a file stands in the way


def make_file(path: Path) -> bool:
    """Make an empty file for its owner alone. False when there is one. Through a symbolic link. Raises OSError."""
    try:
        file = os.open(os.path.realpath(path), os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600)
    except FileExistsError:
        return False
    try:
        os.fchmod(file, 0o600)
    finally:
        os.close(file)
    return True


def mend(path: Path) -> bool:
    """Take from others what they may do with a place of ours. False if they still may. A missing one is fine."""
    try:
        status = path.stat()
        if not status.st_mode & _OTHERS:
            return True
        if status.st_uid != os.geteuid():
            return False
        path.chmod(stat.S_IMODE(status.st_mode) & ~_OTHERS)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True
