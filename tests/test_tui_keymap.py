"""Keys from a settings file, and what every command must have."""

from __future__ import annotations

from pathlib import Path

import pytest
from tui_support import main_of, picture, press, running, settle, settled, tui_app, until

from reader.config.reading import load, notice
from reader.tui.keys import keymap
from reader.tui.keys.commands import COMMANDS
from reader.tui.widgets.drawn import Drawn, Items


def settings(folder: Path, text: str | bytes, file: str = "keys.toml") -> Path:
    (folder / file).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def loaded(folder: Path) -> tuple[keymap.Keymap, str]:
    """The keys of a folder, and what is said of them."""
    config = load(folder=folder)
    keys = keymap.of(config)
    return keys, notice([*config.troubles, *keys.troubles])


def test_every_command_has_a_docstring_a_group_and_keys_of_its_own() -> None:
    seen: dict[str, str] = {}
    for name, command in COMMANDS.items():
        assert command.about().endswith("."), name
        assert command.group, name
        for key in keymap.Keymap().keys[name]:
            assert key not in seen, f"{key} is both {seen[key]} and {name}"
            seen[key] = name


async def test_the_main_screen_does_something_for_every_command_and_for_nothing_else() -> None:
    app = tui_app()
    async with app.run_test():
        assert set(main_of(app).doing) == set(COMMANDS)


def test_the_keys_of_the_plan_run_the_commands_of_the_plan() -> None:
    keys = {key: name for name, keys in keymap.Keymap().keys.items() for key in keys}
    plan = {
        "j": "down", "k": "up", "down": "down", "up": "up", "g": "first", "G": "last", "ctrl+d": "half-page-down",
        "ctrl+u": "half-page-up", "space": "onward", "enter": "enter", "l": "enter", "right": "enter", "escape": "leave",
        "h": "leave", "left": "leave", "tab": "next-pane", "]": "next-of-story", "[": "previous-of-story", "b": "back",
        "B": "forward", "s": "summary", "+": "longer", "-": "shorter", "m": "method", "c": "cuts", "n": "next-unread",
        "p": "previous-unread", "J": "next-article", "K": "previous-article", "r": "toggle-read", "A": "mark-shown-read",
        "u": "undo", "*": "star", "t": "tag", "1": "by-date", "2": "by-outlet", "3": "by-story", "4": "ungrouped",
        "/": "search", "f": "filter", "o": "open-in-browser", "y": "copy", "z": "zen", ":": "palette", "ctrl+p": "palette",
        "?": "help", "f1": "help", "q": "quit", "Q": "quit-now",
    }  # fmt: skip
    assert {key: keys.get(key) for key in plan} == plan


def test_no_file_changes_nothing(tmp_path: Path) -> None:
    keys, said = loaded(tmp_path)
    assert keys.keys == keymap.Keymap().keys
    assert not said
    assert not keys.changes()


def test_a_file_gives_commands_other_keys(tmp_path: Path) -> None:
    keys, said = loaded(settings(tmp_path, 'down = ["j", "ctrl+n"]\nstar = "Z"\nfirst = []\nnext-pane = ","\n'))
    assert keys.keys["down"] == ["j", "ctrl+n"]
    assert keys.changes() == {"down": "j,ctrl+n", "star": "Z", "first": "unbound", "next-pane": "comma"}
    assert not said


def test_a_key_taken_by_one_command_is_lost_to_the_other(tmp_path: Path) -> None:
    keys, said = loaded(settings(tmp_path, 'star = "j"\n'))
    assert keys.keys["star"] == ["j"]
    assert keys.keys["down"] == ["down"]
    assert not said


def test_the_keys_of_the_configuration_go_before_the_older_file(tmp_path: Path) -> None:
    settings(tmp_path, 'star = "N"\ntag = "T"\n')
    keys, said = loaded(settings(tmp_path, '[keys]\nstar = "X"\nnot-of-story = []\n', "config.toml"))
    assert (keys.keys["star"], keys.keys["tag"]) == (["X"], ["T"])
    assert not said


def test_a_command_that_is_not_there_is_named_with_the_nearest_and_its_place(tmp_path: Path) -> None:
    _, said = loaded(settings(tmp_path, '# keys\n[keys]\n  next-of-stori = "n"\n', "config.toml"))
    assert said == "config.toml:3:3: there is no command 'next-of-stori'; did you mean next-of-story?"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("down = ", "keys.toml:1:8: not understood"),
        (b"\xff\xfe\x00", "could not be read"),
        ('fly = "x"', "there is no command 'fly'"),
        ("down = 5", "down: a key or a list of keys is wanted"),
        ('down = ["j", 5]', "down: a key or a list of keys is wanted"),
        ('star = "x"\ntag = "x"', "'x' is given to both star and tag"),
        ('"\\u001b[31m" = "x"\nfly = "y"', "(and 1 more)"),
    ],
)
def test_a_bad_file_is_one_clear_notice(tmp_path: Path, text: str | bytes, words: str) -> None:
    _, said = loaded(settings(tmp_path, text))
    assert words in said
    assert "\n" not in said
    assert "\x1b" not in said


async def test_other_keys_work_and_are_shown(tmp_path: Path) -> None:
    async with settled(settings=settings(tmp_path, 'down = "i"\nhelp = "H"\n')) as (app, pilot):
        main = main_of(app)
        assert "i k move" in picture(app)
        assert "H help" in picture(app)
        await pilot.press("j")
        assert main.session.listed.cursor == 0, "the old key does nothing"
        await pilot.press("i")
        assert main.session.listed.cursor == 1
        await press(pilot, "H", shows="Move down, one line")


@pytest.mark.parametrize("opens", ["d", "question_mark", "f", "x"])
async def test_other_keys_work_on_every_screen_and_in_every_list_over_it(opens: str, tmp_path: Path) -> None:
    others = settings(tmp_path, 'down = "ctrl+n"\nleave = "ctrl+g"\n')
    async with settled(settings=others, size=(140, 20)) as (app, pilot):
        await pilot.press("ctrl+n")
        await settle(pilot)
        await pilot.press(opens)
        await until(pilot, lambda: len(app.screen_stack) == 2)

        def place() -> tuple[object, ...]:
            return tuple((pane.scroll_offset.y, getattr(pane, "cursor", 0)) for pane in app.screen.query(Drawn))

        await until(
            pilot, lambda: any(pane.item_count() > 1 or len(pane.lines) > 30 for pane in app.screen.query(Items))
        )
        await pilot.press("j", "escape")
        assert len(app.screen_stack) == 2, "the old keys do nothing"
        assert "ctrl+g closes" in picture(app) or "ctrl+g back" in picture(app)
        before = place()
        await pilot.press("ctrl+n")
        await until(pilot, lambda: place() != before)
        await pilot.press("ctrl+g")
        await until(pilot, lambda: len(app.screen_stack) == 1)


async def test_the_compare_screen_shows_the_keys_as_they_were_changed(tmp_path: Path) -> None:
    async with settled(settings=settings(tmp_path, 'leave = "Z"\nnext-pane = "T"\n')) as (_, pilot):
        await press(pilot, "j", "d", shows=("Z back", "T difference"))
        await press(pilot, "question_mark", shows=("│  T    ", "q d b Z"))


async def test_a_bad_file_does_not_keep_the_screen_from_opening(tmp_path: Path) -> None:
    async with running(settings=settings(tmp_path, "what is this")) as (app, pilot):
        await until(pilot, lambda: "keys.toml:1:6: not understood" in picture(app))
        await pilot.press("j")
        assert main_of(app).session.listed.cursor == 1


async def test_what_cannot_act_now_is_greyed_and_says_why() -> None:
    async with settled(size=(200, 40)) as (app, pilot):
        await press(pilot, "enter", shows="b B trail")
        off = app.inks["off"].color
        line = app.screen._compositor.render_strips()[39]
        colours = {segment.text.strip(): segment.style.color for segment in line if segment.style}
        assert colours["b B"] == off
        assert colours["J K"] != off
        await press(pilot, "b", shows="the trail begins here")
