"""Methods and exporters of one's own, as they are seen on the screens."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from tui_support import main_of, picture, press, running, settle, settled, tui_app, until

WIDE = (140, 40)


def settings(folder: Path, more: str = "", *, kind: str = "methods", **programs: str) -> Path:
    lines = []
    for name, code in programs.items():
        command = json.dumps([sys.executable, "-c", f"import os, sys, time\ntext = sys.stdin.read()\n{code}"])
        lines += [f"[{kind}.{name}]", f"command = {command}"]
    (folder / "config.toml").write_text("\n".join([*lines, more]))
    return folder


def saying(folder: Path) -> str:
    """What a program has to do so that `started` in the folder is the number of its process."""
    pid, started = str(folder / "pid"), str(folder / "started")
    return f"open({pid!r}, 'w').write(str(os.getpid())); os.rename({pid!r}, {started!r})"


def has_gone(started: Path) -> bool:
    try:
        os.kill(int(started.read_text()), 0)
    except ProcessLookupError:
        return True
    return False


async def test_m_comes_to_a_method_of_ones_own_and_says_that_it_is_not_verbatim(tmp_path: Path) -> None:
    app = tui_app(settings=settings(tmp_path, shout="print('ALL OF IT\\x1b[31m:', len(text))"))
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        main = main_of(app)
        length = len(main.session.article.text if main.session.article else "")
        await press(pilot, "enter", *["m"] * 8, shows=f"ALL OF IT: {length}")
        assert "by shout, not verbatim" in picture(app)
        await press(pilot, "+", shows="what shout says is as long as it is")
        await pilot.press("m")
        await until(pilot, lambda: "ALL OF IT" not in picture(app) and main.session.ranking is not None)
        assert main.session.method == "news"


async def test_a_program_that_fails_is_a_line_where_its_answer_would_stand(tmp_path: Path) -> None:
    failing = settings(tmp_path, '[summary]\nmethod = "mine"\n', mine="sys.exit('no model')")
    async with running(settings=failing) as (app, pilot):
        await until(pilot, lambda: "mine failed (1): no model" in picture(app))
        await pilot.press("j")
        assert main_of(app).session.listed.cursor == 1


async def test_what_is_not_waited_for_any_more_is_stopped_and_keys_go_on(tmp_path: Path) -> None:
    async with settled(settings=settings(tmp_path, slow=f"{saying(tmp_path)}; time.sleep(600)")) as (app, pilot):
        await pilot.press(*["m"] * 8)
        await until(pilot, lambda: "slow: working …" in picture(app) and (tmp_path / "started").exists())
        await pilot.press("m")
        await until(pilot, lambda: main_of(app).session.ranking is not None)
        await until(pilot, lambda: has_gone(tmp_path / "started"))


async def test_an_answer_that_is_known_already_ends_the_wait_for_another_articles(tmp_path: Path) -> None:
    code = f"""
if 'nine hundred passengers' in text and 'coal quay' not in text: print('known'); sys.exit()
{saying(tmp_path)}
time.sleep(600)"""
    async with running(settings=settings(tmp_path, '[summary]\nmethod = "mine"\n', mine=code)) as (app, pilot):
        await until(pilot, lambda: "known" in picture(app))
        await pilot.press("enter", "J")
        await until(pilot, (tmp_path / "started").exists)
        await press(pilot, "K", shows="known")
        await until(pilot, lambda: has_gone(tmp_path / "started"), "the other one is stopped")


async def test_an_answer_is_asked_for_once(tmp_path: Path) -> None:
    code = f"open({str(tmp_path / 'asked')!r}, 'a').write('x'); print('answer to', len(text))"
    async with running(settings=settings(tmp_path, '[summary]\nmethod = "mine"\n', mine=code)) as (app, pilot):
        await until(pilot, lambda: "answer to" in picture(app))
        await pilot.press("j")
        await until(pilot, lambda: main_of(app).session.told is None)
        await press(pilot, "k", shows="answer to")
    assert (tmp_path / "asked").read_text() == "x"


async def test_a_method_that_is_not_there_is_a_notice_and_the_usual_one_takes_its_place(tmp_path: Path) -> None:
    async with settled(settings=settings(tmp_path, '[summary]\nmethod = "nws"\n')) as (app, pilot):
        await until(pilot, lambda: "there is no summary method 'nws'; did you mean news?" in picture(app))
        assert main_of(app).session.method == "news"


async def test_an_exporter_of_ones_own_is_offered_and_writes_what_its_program_makes(tmp_path: Path) -> None:
    more = 'input = "markdown"\nending = ".lines"\n'
    app = tui_app(settings=settings(tmp_path, more, kind="exporters", lines="print(len(text.splitlines()), 'lines')"))
    target = tmp_path / "made"
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        exporting = main_of(app).actions.exporting
        one = exporting.exportable()[0]
        assert exporting.file_name(one, "lines").endswith(".lines")
        await press(pilot, "E", shows="article as lines")
        await pilot.press("escape")
        exporting.export(one, "lines", str(target), str)
        await until(pilot, target.exists)
        assert target.read_text().endswith(" lines\n")
        exporting.export(one, "lines", "", app.copy_to_clipboard)
        await until(pilot, lambda: app.clipboard.endswith(" lines\n"))
