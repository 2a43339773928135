"""`reader watch`: what comes into a folder is in the library soon, and ctrl+c ends it cleanly."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from archives_support import page, record, warc

from reader.article import View
from reader.cli import main
from reader.desk import Library


@contextmanager
def watching(folder: Path, library: Path, *more: str) -> Iterator[subprocess.Popen[str]]:
    """The command at work, once it watches."""
    command = [sys.executable, "-m", "reader", "watch", str(folder), "--library", str(library), *more]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


def until(child: subprocess.Popen[str], words: str) -> list[str]:
    """The lines up to one with these words."""
    assert child.stdout is not None
    lines: list[str] = []
    for line in child.stdout:
        lines.append(line.rstrip("\n"))
        if words in line:
            return lines
    raise AssertionError(lines)


@pytest.mark.usefixtures("ctrl_c_is_taken")
def test_what_is_there_and_what_comes_is_added_and_said_until_ctrl_c(tmp_path: Path) -> None:
    folder, path = tmp_path / "news", tmp_path / "library.db"
    folder.mkdir()
    (folder / "one.html").write_bytes(page(1))
    with watching(folder, path) as child:
        before = until(child, "ctrl+c ends it")
        assert before[0] == f"{folder}/one.html: Ferry stays in harbour for 1 days"
        (folder / "two.html.part").write_bytes(page(2)[:200])
        (folder / "two.html.part").write_bytes(page(2))
        (folder / "two.html.part").rename(folder / "two.html")
        assert until(child, "two.html") == [f"{folder}/two.html: Ferry stays in harbour for 2 days"]
        warc(folder / "three.warc.gz", *(record(f"http://o.example/{n}", page(n)) for n in range(4, 7)))
        assert until(child, "three") == [f"{folder}/three.warc.gz: 3 articles"]
        (folder / "one.html").unlink()
        assert until(child, "gone") == ["1 gone"]
        os.kill(child.pid, signal.SIGINT)
        out, err = child.communicate(timeout=60)
        assert (child.returncode, out, err) == (0, "stopped; what was added stays\n", "")
    with Library(path) as library:
        assert library.count(View())[0] == 5


def test_each_report_is_an_object_a_line(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    with watching(tmp_path / "news", tmp_path / "library.db", "--json") as child:
        assert json.loads(until(child, "added")[0])["added"] == 0
        (tmp_path / "news" / "one.html").write_bytes(page(1))
        assert json.loads(until(child, '"added": 1')[0])["ids"] == [1]


def test_only_folders_can_be_watched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "one.html").write_bytes(page(1))
    with pytest.raises(SystemExit) as left:
        main(["watch", str(tmp_path / "one.html"), "--library", str(tmp_path / "library.db")])
    assert left.value.code == 1
    assert "not a folder" in capsys.readouterr().err
