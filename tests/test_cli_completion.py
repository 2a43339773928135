"""What the shell is told may stand in a place, and the scripts that ask."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cli_support import run

from reader.article import Article
from reader.desk import Library


@pytest.fixture
def file(tmp_path: Path) -> Path:
    with Library(tmp_path / "library.db") as library:
        library.add_articles(
            [
                Article(headline="Ferry late", outlet="The Marlow Courier", text="The ferry was late."),
                Article(headline="Ferry early", outlet="Them & us (weekly)", text="The ferry was early."),
            ]
        )
        library.mark([1], tags=["to read", "sea"])
        library.views.put("Mornings", "is:unread")
    return tmp_path / "library.db"


def completed(*words: str, **env: str) -> list[str]:
    """What may stand in place of the last of these words: `plain,list`."""
    typed = [word.replace(" ", "\\ ") for word in ("reader", *words)]
    done = run(_READER_COMPLETE="bash_complete", COMP_WORDS="\n".join(typed), COMP_CWORD=str(len(typed) - 1), **env)
    return [line for line in done.stdout.splitlines() if line]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["li"], ["plain,list"]),
        (["feeds", "r"], ["plain,remove", "plain,rename"]),
        (["config", "ex"], ["plain,explain"]),
        (["--library", "x.db", "feeds", "ex"], ["plain,export"]),
        (["list", "--unr"], ["plain,--unread"]),
        (["export", "--format", "b"], ["plain,bibtex"]),
        (["summary", "--method", "lu"], ["plain,luhn"]),
        (["config", "explain", "summary.s"], ["plain,summary.sentences"]),
        (["completion", ""], ["plain,bash", "plain,zsh", "plain,fish"]),
    ],
)
def test_commands_options_and_choices_are_completed(words: list[str], found: list[str]) -> None:
    assert completed(*words) == found


@pytest.mark.parametrize("words", [["articl"], ["add", "articl"], ["show", "articl"], ["list", "--library", "articl"]])
def test_files_are_left_to_the_shell(words: list[str]) -> None:
    assert completed(*words) == ["file,articl"]


def test_the_first_word_is_a_command(file: Path) -> None:
    assert {"plain,add", "plain,list", "plain,config"} <= set(completed(""))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["list", "--outlet", "the"], [r"plain,The\\ Marlow\\ Courier", r"plain,Them\\ \\&\\ us\\ \\(weekly\\)"]),
        (["list", "--outlet", "The M"], [r"plain,The\\ Marlow\\ Courier"]),
        (["list", "--tag", ""], [r"plain,sea", r"plain,to\\ read"]),
        (["list", "--view", "m"], ["plain,Mornings"]),
        (["list", "--outlet", "x"], []),
    ],
)
def test_names_of_the_library_are_completed(file: Path, words: list[str], found: list[str]) -> None:
    assert completed("--library", str(file), *words) == found
    assert completed(*words, READER_LIBRARY=str(file)) == found


def test_methods_and_formats_of_ones_own_are_completed(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text('[methods.mistral]\ncommand = ["x"]\n[exporters.docx]\ncommand = ["x"]\n')
    assert completed("--config", str(tmp_path / "c.toml"), "summary", "--method", "mi") == ["plain,mistral"]
    assert completed("--config", str(tmp_path / "c.toml"), "export", "--format", "d") == ["plain,docx"]


def test_without_a_library_there_are_no_names_and_no_complaint(tmp_path: Path) -> None:
    assert completed("list", "--outlet", "x", READER_LIBRARY=str(tmp_path / "none.db")) == []
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_its_script(shell: str) -> None:
    done = run("completion", shell)
    assert f"_READER_COMPLETE={shell}_complete" in done.stdout
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")
def test_bash_completes_a_name_with_blanks_as_one_word(file: Path, tmp_path: Path) -> None:
    program = tmp_path / "reader"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reader "$@"\n')
    program.chmod(0o755)
    script = f"""
complete() {{ :; }}; compopt() {{ :; }}
source <({program} completion bash)
COMP_WORDS=({program} --library {file} list --outlet 'The\\ M'); COMP_CWORD=5
_reader_completion {program}
printf '%s\\n' "${{#COMPREPLY[@]}}" "${{COMPREPLY[@]}}"
"""
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=60)
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["1", r"The\ Marlow\ Courier"]
