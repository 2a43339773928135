"""Every code block of the README and the docs runs, in a folder that holds the sample articles and a page.

Each line of a block of `sh` must end well and complain of nothing; `reader` works on a library made from `articles/`, so
that 12 is one of them. A block of `python` is run as it stands, one of `toml` is a configuration.
A block that cannot run has `<!-- not run: the reason -->` on the line above it. Pictures made of letters are `text`.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import warnings
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from reader.cli import reader
from reader.config.reading import load
from reader.tui.keys import keymap

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
FENCE = re.compile(r"^(?:<!-- not run: (?P<reason>.+) -->\n)?```(?P<kind>\w*)\n(?P<code>.*?)^```$", re.M | re.S)
NOT_RUN_AT_MOST = 4


@dataclass(frozen=True)
class Block:
    """A block of code: where it stands, what it is, and why it is not run, if so."""

    page: str
    line: int
    kind: str
    code: str
    reason: str | None

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def blocks_of(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    return [
        Block(page.name, text.count("\n", 0, m.start()) + 1, m["kind"], m["code"], m["reason"])
        for m in FENCE.finditer(text)
    ]


BLOCKS = [block for page in PAGES for block in blocks_of(page)]


def of_kind(kind: str) -> pytest.MarkDecorator:
    """The test runs once for each block of that kind, but for those that are marked."""
    return pytest.mark.parametrize("block", [b for b in BLOCKS if b.kind == kind and not b.reason], ids=str)


@pytest.fixture
def folder_with_articles(tmp_path: Path, sample_library: Path) -> Path:
    """A folder to run in: `articles/`, `page.html` and, where READER_LIBRARY points, their library."""
    (tmp_path / "articles").symlink_to(ROOT / "articles")
    shutil.copy(ROOT / "articles" / "courier" / "2024-05-14-bell-trial.html", tmp_path / "page.html")
    shutil.copy(sample_library, tmp_path / "library.db")
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "reader"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reader "$@"\n')
    program.chmod(0o755)
    return tmp_path


def surroundings(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        "READER_LIBRARY": str(folder / "library.db"),
        "PYTHONPATH": str(ROOT),
    }


def test_every_block_says_what_it_is_and_few_cannot_run() -> None:
    assert {block.kind for block in BLOCKS} <= {"sh", "python", "toml", "text"}
    assert sum(block.reason is not None for block in BLOCKS) <= NOT_RUN_AT_MOST


@of_kind("sh")
def test_commands_of_the_docs_run(block: Block, folder_with_articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder_with_articles)
    for name, value in surroundings(folder_with_articles).items():
        monkeypatch.setenv(name, value)
    for line in block.code.splitlines():
        words = shlex.split(line, comments=True)
        if words[0] == "reader":  # in this process: the libraries are loaded once
            result = CliRunner().invoke(reader, words[1:])
            assert (result.exit_code, result.stderr) == (0, ""), line
        else:
            done = subprocess.run(["bash", "-euo", "pipefail", "-c", line], capture_output=True, text=True, timeout=300)
            assert (done.returncode, done.stderr) == (0, ""), line


@of_kind("python")
def test_programs_of_the_docs_run(
    block: Block,
    folder_with_articles: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(folder_with_articles)
    for name, value in surroundings(folder_with_articles).items():
        monkeypatch.setenv(name, value)
    with warnings.catch_warnings():
        warnings.filterwarnings("error", category=DeprecationWarning, module="__main__")
        exec(compile(block.code, str(block), "exec"), {"__name__": "__main__"})  # noqa: S102  (ours)
    assert capsys.readouterr().err == ""


@of_kind("toml")
def test_configurations_of_the_docs_are_understood(block: Block, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(block.code, encoding="utf-8")
    config = load(folder=tmp_path)
    assert [*config.troubles, *keymap.of(config).troubles] == []


def test_every_file_that_the_docs_name_is_there() -> None:
    named = {
        name
        for page in PAGES
        for name in re.findall(r"`((?:reader|tests|benchmarks|docs)/[\w/.-]+)`", page.read_text(encoding="utf-8"))
    }
    assert len(named) > 30
    assert {name for name in named if not (ROOT / name).exists()} == set()


def test_the_architecture_page_tells_of_every_room() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = {f"`reader/{file.parent.name}/`" for file in (ROOT / "reader").glob("*/__init__.py")}
    assert {room for room in rooms if room not in page} == set()
