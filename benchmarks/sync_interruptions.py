"""Whether a library and a server have the same marks, and have lost none, after syncs that were broken off anywhere.

    python benchmarks/sync_interruptions.py --seed 1 --places 400 --marks 40000 --articles 5000 [--dialect miniflux]

The long form of `tests/test_sync_interrupted.py`: a server on the loopback, as the tests have it, marks on both sides
before and while each sync runs, and syncs broken off at random requests by dropped connections and by `kill -9`.
Prints a line of figures, exits 1 where anything is not as it has to be.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import threading
import time
from pathlib import Path

HERE = Path(__file__).parent.parent
sys.path.insert(0, str(HERE / "tests"))

from greader_answers import PASSWORD  # noqa: E402
from greader_support import Reader  # noqa: E402  (the tests' server is this one's, too)
from sync_support import VARIABLE  # noqa: E402
from sync_trial import Trial  # noqa: E402

from reader.desk import Library  # noqa: E402


def main() -> int:
    """Run a trial. The exit code."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--places", type=int, default=400)
    arguments.add_argument("--marks", type=int, default=40_000)
    arguments.add_argument("--articles", type=int, default=5_000)
    arguments.add_argument("--page", type=int, default=1_000, help="items of a list at once")
    arguments.add_argument("--dialect", choices=["freshrss", "miniflux", "oldreader"], default="freshrss")
    said = arguments.parse_args()
    os.environ[VARIABLE] = PASSWORD
    server = Reader(said.dialect)
    server.page = said.page
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "library.db") as library:
        trial = Trial(server, library, said.articles, said.places, said.marks, said.seed)
        trial.run()
        wrong = trial.finish()
    figures = {"marks_here": trial.made["here"], "marks_there": trial.made["there"], "dropped": trial.dropped}
    figures |= {"killed": trial.killed, "requests": len(server.asked), "wrong": len(wrong)}
    print(json.dumps({**vars(said), **figures, "seconds": round(time.monotonic() - begun, 1)}))
    for line in wrong[:20]:
        print(line, file=sys.stderr)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
