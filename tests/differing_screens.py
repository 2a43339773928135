"""Pictures of the screens that look otherwise than they did: `python tests/differing_screens.py FOLDER`.

Each screen of `test_tui_snapshots.py` of which the text or any style has changed is written in all its looks, one SVG
each, and named. Exit code 1 if there are any.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def main(folder: Path) -> int:
    """Run the test, say what it found."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.svg"):
        old.unlink()
    test = Path(__file__).with_name("test_tui_snapshots.py")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--tb=no", str(test)]
    subprocess.run(command, env={**os.environ, "READER_DIFFERING": str(folder)}, stdout=subprocess.DEVNULL)
    pictures = sorted(path.stem for path in folder.glob("*.svg"))
    print("\n".join(pictures) or "every screen looks as it did")
    return int(bool(pictures))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
