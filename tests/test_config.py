"""The configuration file: what is taken from it, and where what is wrong with it stands."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.config import writing
from reader.config.positions import positions
from reader.config.reading import Config, load, notice
from reader.config.settings import KEYS, LIST_GROUP, SETTINGS, SUMMARY_METHOD, SUMMARY_SENTENCES, THEME, named

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


def written(folder: Path, text: str | bytes, name: str = "config.toml") -> Config:
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return load(folder=folder)


def said_of(config: Config) -> list[str]:
    return [trouble.shown(short=True) for trouble in config.troubles]


def test_without_a_file_every_setting_has_its_default(tmp_path: Path) -> None:
    config = load(folder=tmp_path / "nothing")
    assert not config.troubles
    assert [config[setting] for setting in (THEME, LIST_GROUP, SUMMARY_METHOD, SUMMARY_SENTENCES)] == [
        None,
        "date",
        "news",
        None,
    ]


def test_what_the_file_says_is_in_force_with_its_place(tmp_path: Path) -> None:
    config = written(
        tmp_path, 'theme = "nord"\n[summary]\nsentences = 5 # more\n[keys]\nstar = "N"\ndown = ["j", "i"]\n'
    )
    assert (config[THEME], config[SUMMARY_SENTENCES], config[SUMMARY_METHOD]) == ("nord", 5, "news")
    assert config.by_name(KEYS) == {"star": ["N"], "down": ["j", "i"]}
    assert config.said[("keys", "down")].place == (tmp_path / "config.toml", 6, 1)
    assert not config.troubles


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[summary]\nsentences = 0", "2:1: summary.sentences: a whole number from 1 to 50 is wanted"),
        ("[summary]\nsentences = true", "2:1: summary.sentences: a whole number from 1 to 50 is wanted"),
        ("[list]\n\n  group = 'day'", "3:3: list.group: one of date, outlet, story, group, nothing is wanted"),
        ('[methods.x]\ncommand = "model"', "2:1: methods.x.command: a program and its arguments"),
        ('[methods.x]\ncommand = ["a\\u0000b"]', "2:1: methods.x.command: a program and its arguments"),
        ('[methods."a\\nb"]\ncommand = ["x"]', "2:1: methods.a b.command: a name is a word or two on one line"),
        ('[exporters.x]\nending = "../x"', "2:1: exporters.x.ending: the ending of a file's name"),
        ("[sumary]\nsentences = 3", "1:2: there is no setting sumary; did you mean summary?"),
        ("[summary]\nsentence = 3", "2:1: there is no setting summary.sentence; did you mean summary.sentences?"),
        ("summary = 3", "1:1: summary is a section: its settings stand in lines below [summary]"),
        ("summary.sentences = 'x'", "1:1: summary.sentences: a whole number"),
        ("x = 1\nsummary = {sentences = 'x'}", "2:1: summary.sentences: a whole number"),
        ('theme = "a\\nb"', "1:1: theme: a text on one line is wanted"),
        ('[keys]\ndown = ""', "2:1: keys.down: a key or a list of keys is wanted"),
        ("[keys]\ndown = j", "2:8: not understood: Invalid value"),
        ("[keys]\n\n[keys]", "3:6: not understood: Cannot declare"),
        ("a = [1,", "1:8: not understood"),
        ("n = " + "9" * 5000, "1:5005: not understood"),
        (b"# \xc3\xa9\n\n  \xff", "3:3: could not be read: it is not UTF-8"),
        ("x = " + "[" * 40_000, "not understood"),
        ('"\\u001b[31m" = 1', "1:1: there is no setting"),
    ],
)
def test_what_cannot_be_taken_is_named_with_line_and_column(tmp_path: Path, text: str | bytes, said: str) -> None:
    found = said_of(written(tmp_path, text))
    assert any(one.startswith(f"config.toml:{said}") or said in one for one in found), found
    assert not any("\n" in one or "\x1b" in one for one in found)


def test_the_rest_of_a_file_with_a_bad_line_holds(tmp_path: Path) -> None:
    config = written(tmp_path, 'them = "x"\n[summary]\nmethod = "lsa"\nsentences = -1\n')
    assert config[SUMMARY_METHOD] == "lsa"
    assert len(config.troubles) == 2
    assert notice(config.troubles) == (
        "config.toml:1:1: there is no setting them; did you mean theme? (and 1 more); `reader config check` names all"
    )


def test_a_file_that_is_named_and_missing_is_said_to_be(tmp_path: Path) -> None:
    assert "No such file" in said_of(load(tmp_path / "x.toml"))[0]


def test_what_is_no_file_or_far_too_large_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "config.toml").mkdir()
    assert said_of(load(folder=tmp_path)) == ["config.toml: could not be read: it is no file"]
    os.mkfifo(tmp_path / "pipe")
    assert said_of(load(tmp_path / "pipe")) == ["pipe: could not be read: it is no file"], "and is not waited for"
    (tmp_path / "large").write_bytes(b"#" * 2_000_000)
    assert "larger" in said_of(load(tmp_path / "large"))[0]
    assert not load(Path(os.devnull)).troubles


def test_the_place_of_the_file_is_named_by_the_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("READER_CONFIG", raising=False)
    monkeypatch.setenv("READER_SETTINGS", str(tmp_path))
    assert load().file == tmp_path / "config.toml"
    monkeypatch.setenv("READER_CONFIG", str(tmp_path / "other.toml"))
    assert load().file == tmp_path / "other.toml"
    assert not load().troubles, "nobody has to have one"


def test_every_example_of_the_table_is_a_value_of_its_setting() -> None:
    for setting in SETTINGS:
        value = tomllib.loads(f"x = {setting.example}")["x"]
        assert setting.kind.take(value) != setting.default, setting.name
        assert named(setting.name.split(".")) is setting
        assert setting.about.endswith("."), setting.name


def test_the_file_to_begin_with_sets_nothing_and_each_line_of_it_can_be_switched_on(tmp_path: Path) -> None:
    lines = list(writing.to_begin_with())
    assert not written(tmp_path, "\n".join(lines)).said
    on = [line.removeprefix("# ") if " = " in line or line.startswith("# [") else line for line in lines]
    config = written(tmp_path, "\n".join(on))
    assert not config.troubles
    assert len(config.said) == len(SETTINGS)


def test_what_is_in_force_is_a_file_that_sets_the_same(tmp_path: Path) -> None:
    text = 'theme = "nord"\n[keys]\n"next-of-story" = "\\u007f"\n[summary]\nsentences = 7\n[list]\ngroup = "story"\n'
    text += "".join(f'[exporters.{name}]\ncommand = ["{name}"]\nending = ".{name}"\n' for name in ("doc", "pdf"))
    config = written(tmp_path, text)
    printed = "\n".join(writing.in_force(config))
    assert "sentences = 7" in printed
    assert "# config.toml:5" in printed
    assert "# default" in printed
    (again := tmp_path / "again").mkdir()
    assert {path: one.value for path, one in config.said.items()}.items() <= {
        path: one.value for path, one in written(again, printed).said.items()
    }.items()


@given(st.text())
def test_no_file_stops_the_program(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    config = written(tmp_path_factory.getbasetemp(), text.encode("utf-8", "surrogatepass"))
    assert all("\n" not in trouble.shown() for trouble in config.troubles)


_NAMES = st.one_of(st.text("abz-_09", min_size=1, max_size=4), st.text(max_size=4))
_VALUES = st.recursive(
    st.one_of(st.text(max_size=8), st.integers(-9, 9), st.booleans(), st.floats(-2, 2)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_NAMES, inner, max_size=3)),
    max_leaves=5,
)


@given(st.dictionaries(_NAMES, st.dictionaries(_NAMES, _VALUES, max_size=4), max_size=4))
def test_every_name_of_a_file_is_found_where_it_stands(content: dict[str, dict[str, object]]) -> None:
    lines, wanted = [], {}
    for section, table in content.items():
        lines.append(f"  [ {writing.toml(section)} ]  # [not.this] a = 1")
        wanted[(section,)] = (len(lines), 5)
        for name, value in table.items():
            lines += ["", f"   {writing.toml(name)} = {writing.toml(value)} # b = 2"]
            wanted[section, name] = (len(lines), 4)
    text = "\n".join(lines)
    assert tomllib.loads(text) == content
    assert positions(text) == wanted


def test_names_are_found_behind_values_of_several_lines() -> None:
    text = 'a = """\nb = 1\n"""\nc = [\n  1, # ]\n  "]",\n]\n[d.e]\nf.g = \'\'\'\n[h]\'\'\'\ni = 1\n'
    assert positions(text) == {
        ("a",): (1, 1),
        ("c",): (4, 1),
        ("d", "e"): (8, 2),
        ("d", "e", "f", "g"): (9, 1),
        ("d", "e", "i"): (11, 1),
    }
