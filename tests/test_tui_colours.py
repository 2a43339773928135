"""The theme that was chosen is there again the next time."""

from __future__ import annotations

from pathlib import Path

import pytest
from tui_support import picture, settle, tui_app, until

from reader.tui.draw import colours


async def test_a_chosen_theme_is_there_the_next_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")
    folder = tmp_path / "not" / "yet"
    app = tui_app(settings=folder, theme=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert app.theme == "reader-dark"
        assert not folder.exists(), "nothing is written that nobody chose"
        app.theme = "reader-light"
        await until(pilot, lambda: colours.chosen(folder) == "reader-light")
    assert tui_app(settings=folder, theme=None).theme == "reader-light"
    assert [path.stat().st_mode & 0o077 for path in (folder, folder / colours.FILE)] == [0, 0], "it is nobody else's"


def test_where_there_are_16_colours_only_a_theme_of_more_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "standard")
    colours.remember(tmp_path, "reader-light")
    assert tui_app(settings=tmp_path, theme=None).theme == "ansi-dark"
    colours.remember(tmp_path, "ansi-light")
    assert tui_app(settings=tmp_path, theme=None).theme == "ansi-light"


@pytest.mark.parametrize("data", [b"", b"no such theme\n", b"\xff\xfe\x00", b"\x1b]0;x\x07", b"x" * 5_000_000])
def test_a_spoilt_file_is_as_good_as_none(data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")
    (tmp_path / colours.FILE).write_bytes(data)
    assert tui_app(settings=tmp_path, theme=None).theme == "reader-dark"


async def test_a_choice_that_cannot_be_kept_holds_for_this_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    app = tui_app(settings=tmp_path / "file", theme=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.theme = "reader-light"
        await pilot.pause()
        assert "all articles" in picture(app)
    assert colours.chosen(tmp_path / "file") == ""
