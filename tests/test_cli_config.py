"""`reader config`: what is in force, what is wrong with the file, editing it."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import pytest
from cli_support import run

from reader.config.settings import SETTINGS


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A settings folder that is not there yet."""
    monkeypatch.delenv("READER_CONFIG", raising=False)
    monkeypatch.setenv("READER_SETTINGS", str(tmp_path / "settings"))
    return tmp_path / "settings"


def put(settings: Path, text: str) -> Path:
    settings.mkdir(exist_ok=True)
    (settings / "config.toml").write_text(text)
    return settings / "config.toml"


def test_it_shows_what_is_in_force_and_where_that_was_set(settings: Path) -> None:
    file = put(settings, "[summary]\nsentences = 5\n")
    (settings / "keys.toml").write_text('star = "N"\n')
    lines = run("config").stdout.splitlines()
    assert lines[0] == f"# {file}"
    assert any(line.split() == ["sentences", "=", "5", "#", "config.toml:2"] for line in lines)
    assert any(line.split() == ["star", "=", '"N"', "#", "keys.toml:1"] for line in lines)
    assert any(line.split() == ["method", "=", '"news"', "#", "default"] for line in lines)


def test_for_programs_each_setting_is_an_object(settings: Path) -> None:
    put(settings, "[summary]\nsentences = 5\n")
    rows = [json.loads(line) for line in run("config", "--json").stdout.splitlines()]
    assert {"setting": "summary.sentences", "value": 5, "from": "config.toml:2"} in rows


def test_another_file_is_taken_where_it_is_named_before_or_behind_the_command(tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text("[summary]\nsentences = 9\n")
    for words in (["--config", other, "config"], ["config", "show", "--config", other], ["config", "--config", other]):
        assert "sentences = 9" in run(*words).stdout
    assert run("config", "path", READER_CONFIG=str(other)).stdout == f"{other}\n"


def test_a_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    done = run("config", "check", "--config", tmp_path / "missing.toml")
    assert (done.returncode, done.stdout) == (1, "")
    assert "could not be read: No such file" in done.stderr


def test_all_is_well_with_a_good_file_and_with_none(settings: Path) -> None:
    assert run("config", "check").stdout.endswith("there is no such file; nothing is set; all is well\n")
    put(settings, "[summary]\nsentences = 5\n")
    done = run("config", "check")
    assert (done.returncode, done.stdout) == (0, f"{settings}/config.toml: 1 set; all is well\n")


def test_everything_wrong_is_named_with_its_place_also_keys_and_themes(settings: Path) -> None:
    file = put(
        settings, 'theme = "reder-dark"\n[keys]\nstarr = "x"\ndown = "y"\nup = "y"\n[summary]\nsentences = "x"\n'
    )
    done = run("config", "check")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"reader: {file}:7:1: summary.sentences: a whole number from 1 to 50 is wanted",
        f"reader: {file}:1:1: there is no theme 'reder-dark'; did you mean reader-dark?",
        f"reader: {file}:3:1: there is no command 'starr'; did you mean star?",
        f"reader: {file}:5:1: 'y' is given to both down and up",
    ]


def test_a_view_that_is_not_understood_is_named(settings: Path) -> None:
    file = put(settings, '[views]\nMornings = "is:unread since:yesterday"\nOdd = "is:odd"\n')
    assert run("config", "check").stderr.startswith(f"reader: {file}:3:1: views.Odd: is:odd: there are is:unread")


def test_a_bad_line_is_a_warning_of_other_commands_and_the_rest_holds(settings: Path, folder: Path) -> None:
    file = put(settings, "nonsense = 1\n[summary]\nsentences = 2\n")
    done = run("summary", folder / "comet.txt")
    assert done.returncode == 0
    assert done.stdout.startswith("SUMMARY · 2 of")
    assert done.stderr == f"reader: {file}:1:1: there is no setting nonsense\n"


def test_the_summary_is_as_configured_unless_the_command_says_otherwise(settings: Path, folder: Path) -> None:
    put(settings, '[summary]\nsentences = 2\nmethod = "luhn"\n')
    assert run("summary", folder / "comet.txt").stdout.startswith("SUMMARY · 2 of 4 sentences · luhn")
    assert "SUMMARY · 2 of 4 sentences · luhn" in run("show", folder / "comet.txt").stdout
    done = run("summary", folder / "comet.txt", "-n", 1, "--method", "news")
    assert done.stdout.startswith("SUMMARY · 1 of 4 sentences · news")


def test_a_setting_or_a_section_is_explained_and_a_wrong_name_gets_the_nearest() -> None:
    assert run("config", "explain").stdout.count("Wanted: ") == len(SETTINGS)
    assert run("config", "explain", "summary").stdout.count("Wanted: ") == 2
    assert "Example: sentences = 5" in run("config", "explain", "summary.sentences").stdout
    assert run("config", "explain", "keys.star").stdout.startswith("keys.COMMAND\n")
    done = run("config", "explain", "sumary")
    assert (done.returncode, done.stderr) == (1, "reader: there is no setting sumary; did you mean summary?\n")
    assert json.loads(run("config", "explain", "theme", "--json").stdout)["setting"] == "theme"


def test_a_first_file_is_written_once_and_for_its_owner_alone(settings: Path) -> None:
    done = run("config", "init")
    file = settings / "config.toml"
    assert (done.returncode, done.stdout) == (0, f"{file} written; `reader config edit` opens it\n")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert run("config", "check").returncode == 0
    file.write_text("# mine\n")
    assert run("config", "init").returncode == 1
    assert file.read_text() == "# mine\n"


def editor(folder: Path, code: str) -> str:
    """A program with a blank in its name and an argument of its own."""
    program = folder / "my editor.py"
    program.write_text(
        f"import sys, pathlib\nassert sys.argv[1] == '--wait now'\nfile = pathlib.Path(sys.argv[2])\n{code}"
    )
    return f"'{sys.executable}' '{program}' '--wait now'"


def test_the_editor_opens_the_file_and_what_was_written_is_checked(settings: Path, tmp_path: Path) -> None:
    good = editor(tmp_path, "assert '# sentences' in file.read_text()\nfile.write_text('[summary]\\nsentences = 4\\n')")
    assert run("config", "edit", VISUAL=good, EDITOR="false").returncode == 0
    assert (settings / "config.toml").read_text() == "[summary]\nsentences = 4\n"
    bad = editor(tmp_path, "file.write_text('[summary]\\nsentences = 400\\n')")
    done = run("config", "edit", VISUAL="", EDITOR=bad)
    assert done.returncode == 1
    assert "config.toml:2:1: summary.sentences" in done.stderr


@pytest.mark.parametrize(
    ("command", "said"),
    [("/no/such/editor", "cannot be run"), ("'", "No closing quotation"), ("false; touch hacked", "cannot be run")],
)
def test_an_editor_that_cannot_be_run_is_one_line_and_no_shell_sees_it(
    command: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("config", "edit", VISUAL=command)
    assert done.returncode == 1
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "hacked").exists()
