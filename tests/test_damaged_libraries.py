"""Every command on damaged libraries: an answer, or one line of ours."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner

from reader.cli import reader
from reader.errors import ReaderError

sys.path.append(str(Path(__file__).parent.parent / "benchmarks"))
damaged_libraries = pytest.importorskip("damaged_libraries")

COMMANDS = ("list", "show 1", "show 3 --json", "search river", "stories", "story 1", "related 1", "compare 1 2")
WRITING = ("edit 2 --headline Changed", "add ADDED", "reclean")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of a few articles."""
    path = tmp_path_factory.mktemp("sound") / "sound.library"
    damaged_libraries.sound_library(path)
    return path


@pytest.mark.parametrize("way", damaged_libraries.WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_is_damaged_every_command_answers_or_says_so_in_one_line(sound, tmp_path, way, seed) -> None:
    path = tmp_path / "news.library"
    shutil.copy(sound, path)
    way(path, Random(seed))
    signal.signal(signal.SIGALRM, damaged_libraries._late)
    asked = (*COMMANDS, *(WRITING if seed == 1 else ()))
    assert {command: damaged_libraries.fault_of(command, path)[0] for command in asked} == dict.fromkeys(asked, "")


def text(path: Path) -> None:
    path.write_text("Dear Sir, this is a letter and no library. " * 40)


def truncated(path: Path) -> None:
    os.truncate(path, 20_000)


def newer(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[60:64] = (99).to_bytes(4, "big")
    path.write_bytes(data)


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def loop(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


@pytest.mark.parametrize("make", [text, truncated, newer, folder, fifo, loop])
def test_what_is_no_library_is_refused_by_every_command_in_one_line(sound, tmp_path, make, monkeypatch) -> None:
    path = tmp_path / "news.library"
    shutil.copy(sound, path)
    make(path)
    for command in (*COMMANDS, *WRITING):
        with pytest.raises(ReaderError) as error:
            CliRunner().invoke(
                reader,
                [*command.replace("ADDED", str(tmp_path)).split(), "--library", str(path)],
                catch_exceptions=False,
            )
        assert "\n" not in str(error.value)
        assert "news.library" in str(error.value)
        assert not damaged_libraries.FOREIGN.search(str(error.value))
