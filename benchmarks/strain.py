"""What a library bears: `python benchmarks/strain.py disk 20 --seed 3`, `python benchmarks/strain.py together 10`.

disk: articles are added to a disk that is too small for them (a tmpfs where one may be mounted, else a limit on the
size of files), until adding says so in one line. Then everything stored has to be read, and once there is room adding
has to go on to the end. together: two programs add folders that have half of their files in common to one library,
while a third one reads all of it again and again. A line of figures; exit 1 after a failure.
"""

from __future__ import annotations

import argparse
import re
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random

SAMPLE = Path(__file__).parent.parent / "articles" / "wires"
SECONDS = 300
READING = (["list", "--limit", "100000"], ["search", "the"], ["stories"], ["show", "1"], ["related", "1"])
NOT_KEPT = re.compile(r"the disk is full|no file may become any larger|the disk reports an error")


def write_articles(folder: Path, numbers: Sequence[int], seed: int) -> None:
    """Invented articles, one file for each number: the same for the same number and seed."""
    sentences = sorted({s for path in SAMPLE.glob("*.txt") for s in path.read_text().split("\n") if len(s) > 80})
    folder.mkdir(exist_ok=True)
    for number in numbers:
        random = Random(seed * 1_000_003 + number)
        told = "\n\n".join(random.sample(sentences, random.randint(3, 9)))
        day = random.randint(1, 28)
        (folder / f"{number:04}.txt").write_text(f"Report {number} of the river\n\n{day} May 2024\n\n{told}\n")


def run(*arguments: object, before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    """A command in a process of its own."""
    command = [sys.executable, "-m", "reader", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False, preexec_fn=before)


def state(path: Path) -> tuple[int, int, list[str]]:
    """Articles and documents of a library, and what is wrong with the file."""
    with sqlite3.connect(path) as db:
        counts = [db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("article", "document")]
        broken = [row[0] for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"]
        db.execute("INSERT INTO search (search) VALUES ('integrity-check')")
        searched = db.execute("SELECT count(*) FROM search_docsize").fetchone()[0]
    db.close()
    return counts[0], counts[1], broken + (["the index has other articles"] if searched != counts[0] else [])


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Callable[[int], None] | None]:
    """A disk of that size on the folder, and how it is made larger; None where none may be mounted."""
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        yield None
        return
    try:
        yield lambda size: subprocess.run([*mount[:4], f"remount,size={size}k", str(folder)], check=True) and None
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def _limited(kilobytes: int) -> Callable[[], None]:
    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, kilobytes * 1024))

    return limit


def a_disk_that_fills(folder: Path, random: Random) -> tuple[int, list[str]]:
    """How many articles were stored before the disk was full, and what went wrong."""
    count, size = random.randint(60, 120), random.randint(400, 1000)
    write_articles(folder / "in", range(count), random.randrange(10**6))
    disk = folder / "disk"
    disk.mkdir()
    path, faults = disk / "news.library", []
    with small_disk(disk, size) as enlarge:
        before = None if enlarge else _limited(size)
        added = run("add", folder / "in", "--library", path, before=before)
        lines = added.stderr.splitlines()
        if added.returncode != 1 or len(lines) != 1 or not NOT_KEPT.search(lines[0]):
            faults.append(f"adding ends with {added.returncode}: {added.stderr[:300]}")
        if not path.exists():
            return 0, faults
        if enlarge:  # what was left of the disk is taken, too
            subprocess.run(["dd", "if=/dev/zero", f"of={disk / 'rest'}", "bs=1k"], capture_output=True, check=False)
        stored = len(run("list", "--limit", 100000, "--json", "--library", path, before=before).stdout.splitlines())
        for command in READING:
            done = run(*command, "--library", path, before=before)
            nothing = not stored or (command[0] in ("search", "stories", "related") and not done.returncode)
            if done.returncode and not nothing:
                faults.append(f"{command[0]} ends with {done.returncode}: {done.stderr[-300:]}")
        if enlarge:
            enlarge(200_000)
        added = run("add", folder / "in", "--library", path)
        articles, documents, broken = state(path)
        if added.returncode or not articles == documents == count or broken:
            faults.append(f"afterwards {articles} of {count} articles, {broken}: {added.stderr[:300]}")
    return stored, faults


def together(folder: Path, random: Random) -> tuple[int, list[str]]:
    """How often everything was read meanwhile, and what went wrong."""
    half, seed = random.randint(15, 40), random.randrange(10**6)
    everything, path, faults, reads = folder / "in", folder / "news.library", [], 0
    write_articles(everything, range(3 * half), seed)
    files = [str(file) for file in sorted(everything.iterdir())]
    adders = [
        subprocess.Popen(
            [sys.executable, "-m", "reader", "add", "--library", str(path), *some], stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL, text=True,
        )
        for some in (files[: 2 * half], files[half:])
    ]  # fmt: skip
    listed = 0
    while any(adder.poll() is None for adder in adders):
        if not path.exists() or not path.stat().st_size:
            continue
        for command in READING[: random.randint(1, len(READING))]:
            done = run(*command, "--library", path)
            reads += 1
            if done.returncode and "no article" not in done.stderr and "holds no library" not in done.stderr:
                faults.append(f"{command[0]} ends with {done.returncode}: {done.stderr[-300:]}")
            if command[0] == "list":
                seen = len(done.stdout.splitlines())
                if seen < listed:
                    faults.append(f"{listed} articles were listed, and then {seen}")
                listed = seen
    for adder in adders:
        _, said = adder.communicate()
        if adder.returncode or said:
            faults.append(f"adding ends with {adder.returncode}: {said[-300:]}")
    articles, documents, broken = state(path)
    if not articles == documents == 3 * half or broken:
        faults.append(f"{articles} articles of {3 * half}, {broken}")
    return reads, faults


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("disk", "together"))
    parser.add_argument("count", type=int, nargs="?", default=10)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    once, unit = {"disk": (a_disk_that_fills, "articles on full disks"), "together": (together, "readings meanwhile")}[
        arguments.what
    ]
    figure, all_faults = 0, 0
    for number in range(arguments.count):
        with tempfile.TemporaryDirectory() as folder:
            done, faults = once(Path(folder), Random(arguments.seed * 1_000_003 + number))
        figure += done
        all_faults += len(faults)
        for fault in faults:
            print(f"{number}: {fault}", file=sys.stderr)
    print(f"seed {arguments.seed}: {arguments.what} {arguments.count} times, {figure:,} {unit}, {all_faults} faults")
    sys.exit(1 if all_faults else 0)


if __name__ == "__main__":
    main()
