"""Lists at a terminal: headings, columns that fit, colours, templates, the pager; plain lines everywhere else."""

from __future__ import annotations

import json
import re
import sys
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import pytest
from cli_support import Done, run
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article, Entry
from reader.cli.listing import rows
from reader.cli.listing.template import Template
from reader.desk import Library
from reader.errors import ReaderError
from reader.tui.draw.cells import width_of

ARTICLES = (
    Article(
        headline="Ferry runs aground off Skerry",
        outlet="Marlow Courier",
        published=datetime(2031, 5, 7, 10, 30),
        text="The ferry Anna ran aground off Skerry on Wednesday. Nobody was hurt.",
    ),
    Article(
        headline="港の石炭埠頭、十一年の議論の末に閉鎖へ、評議会は七対四で決定した",
        outlet="東港新聞",
        published=date(2031, 5, 6),
        text="港湾評議会は木曜日、古い石炭埠頭の閉鎖を決めた。",
        language="ja",
    ),
    Article(
        headline="\x1b[31mRed\x07 [bold]alert[/]", outlet="Gazette\nTimes", text="A harbour [/] text without a day."
    ),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    with Library(tmp_path / "library.db") as library:
        library.add_articles(ARTICLES)
        library.mark([1], read=True, starred=True, tags=("sea", "north coast"))
    return tmp_path / "library.db"


def on_terminal(file: Path, *words: object, columns: int = 80, **env: str) -> Done:
    return run("--library", file, *words, terminal=True, COLUMNS=str(columns), **{"PAGER": "", "TERM": "xterm", **env})


def bare(text: str) -> list[str]:
    return re.sub("\x1b\\[[0-9;]*m", "", text).splitlines()


def test_on_a_terminal_articles_stand_under_their_days_in_columns(file: Path) -> None:
    done = on_terminal(file, "list")
    assert bare(done.stdout) == [
        "Wed 7 May 2031",
        "   1 ○★ 10:30 Marlow Courier Ferry runs aground off Skerry      #north coast #…",
        "Tue 6 May 2031",
        "   2 ●    day 東港新聞       港の石炭埠頭、十一年の議論の…",
        "Undated",
        "   3 ●      ? Gazette Times  Red [bold]alert[/]",
    ]
    assert done.stderr == ""


@pytest.mark.parametrize("columns", [20, 33, 60, 80, 200])
def test_no_line_is_wider_than_the_terminal(file: Path, columns: int) -> None:
    for command in (["list"], ["list", "--by", "outlet"], ["search", "harbour"], ["stories"]):
        lines = bare(on_terminal(file, *command, columns=columns).stdout)
        assert max([width_of(line) for line in lines], default=0) < columns


def test_where_there_is_little_room_the_headline_is_what_stays(file: Path) -> None:
    assert bare(on_terminal(file, "list", "--limit", 1, columns=34).stdout)[1] == " ○★ 10:30 Ferry runs aground off…"


def test_headings_are_outlets_or_stories_where_that_is_wanted(file: Path) -> None:
    lines = bare(on_terminal(file, "list", "--by", "outlet").stdout)
    assert [line for line in lines if not line.startswith(" ")] == ["Gazette Times", "Marlow Courier", "東港新聞"]
    assert not any("Gazette" in line for line in lines if line.startswith(" ")), "the heading has said it"
    flat = bare(on_terminal(file, "list", "--by", "nothing").stdout)
    assert all(line.startswith(" ") for line in flat)
    assert "7 May 31" in flat[0]


def test_the_configuration_says_which_columns_and_headings(file: Path, tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text('[list]\ngroup = "outlet"\ncolumns = ["headline", "language"]\n')
    lines = bare(on_terminal(file, "list", READER_CONFIG=str(tmp_path / "c.toml")).stdout)
    assert lines[0] == "Gazette Times"
    assert lines[1] == " Red [bold]alert[/]"
    assert lines[-1].endswith(" ja")
    piped = run("--library", file, "list", READER_CONFIG=str(tmp_path / "c.toml")).stdout
    assert piped == run("--library", file, "list").stdout, "programs are not told otherwise"


def test_a_view_of_the_configuration_is_listed_by_its_name(file: Path, tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text('[views]\n"At sea" = "outlet:marlow"\n')
    done = run("--library", file, "--config", tmp_path / "c.toml", "list", "--view", "at sea", "--format", "{id}")
    assert (done.stdout, done.stderr) == ("1\n", "")
    assert run("--library", file, "list", "--view", "at sea").returncode == 1


def test_colours_are_for_terminals_that_have_them_and_people_who_want_them(file: Path) -> None:
    assert "\x1b[34m●" in on_terminal(file, "list").stdout
    for env in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert "\x1b" not in on_terminal(file, "list", **env).stdout


def test_in_a_pipe_it_is_a_plain_line_each(file: Path) -> None:
    out = run("--library", file, "list").stdout
    assert "\x1b" not in out
    assert out.splitlines()[0] == "     1 ○* 2031-05-07 10:30  Marlow Courier Ferry runs aground off Skerry"


def test_what_was_searched_for_is_set_off(file: Path) -> None:
    done = on_terminal(file, "search", "harbour")
    assert "\x1b[33m\x1b[1mharbour" in done.stdout
    assert bare(done.stdout)[1].strip().startswith("A harbour [/] text")


def test_a_template_makes_the_lines(file: Path) -> None:
    lines = run("--library", file, "list", "--format", r"{id:>4}|{outlet:<9.9}|{date} {time}\t{{{headline}}}").stdout
    assert lines.splitlines() == [
        "   1|Marlow C…|2031-05-07 10:30\t{Ferry runs aground off Skerry}",
        f"   2|東港新聞 |2031-05-06 \t{{{ARTICLES[1].headline}}}",
        "   3|Gazette… | \t{Red [bold]alert[/]}",
    ]
    assert run("--library", file, "search", "ferry", "--format", "{tags},{read}").stdout == "north coast, sea,read\n"


@pytest.mark.parametrize(
    "template",
    [
        "{headline.__class__}",
        "{headline[0]}",
        "{0}",
        "{}",
        "{id!r}",
        "{id:{outlet}}",
        "{id:9999}",
        "{id",
        "}",
        "{heading}",
    ],
)
def test_a_template_has_nothing_but_fields(file: Path, template: str) -> None:
    done = run("--library", file, "list", "--format", template)
    assert (done.returncode, done.stdout) == (2, "")
    assert "template" in done.stderr


def test_a_field_that_is_not_there_gets_the_nearest(file: Path) -> None:
    done = run("--library", file, "list", "--format", "{headlin}")
    assert "there is no field {headlin}; did you mean headline?" in " ".join(done.stderr.split())
    assert run("--library", file, "list", "--format", "{id}", "--json").returncode == 2


def test_no_control_character_comes_through_a_template(file: Path) -> None:
    out = run("--library", file, "list", "--format", "\x1b[31m{headline}\x07{outlet}").stdout
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", out)


@given(st.text(), st.text())
def test_any_template_is_filled_in_or_refused(template: str, headline: str) -> None:
    with suppress(ReaderError):
        line = Template(template, rows.FIELDS).line(rows.values(Entry(id=1, headline=headline)))
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", line)


@given(st.text(), st.text(), st.lists(st.text(min_size=1), max_size=3), st.integers(20, 120))
def test_a_row_of_any_article_fits(headline: str, outlet: str, tags: list[str], columns: int) -> None:
    entry = Entry(id=7, headline=headline, outlet=outlet, tags=tuple(tags), gone=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(columns))
        table = rows.Rows(("id", "marks", "date", "outlet", "headline", "tags"), "date", [entry], newest=7)
        (line,) = bare(table.row(entry)) or [""]
    assert width_of(line) < columns


def pager(folder: Path) -> str:
    program = folder / "pager.py"
    program.write_text(
        "import os, sys\n"
        f"with open({str(folder / 'paged')!r}, 'wb') as file:\n"
        "    file.write(sys.argv[1].encode() + b'\\n' + os.environ['LESS'].encode() + b'\\n' + sys.stdin.buffer.readline())\n"
    )
    return f"'{sys.executable}' '{program}' 'an argument; touch hacked'"


def test_a_pager_gets_the_lines_and_may_be_left_before_their_end(file: Path, tmp_path: Path) -> None:
    with Library(file) as library:
        library.add_articles([Article(headline=f"Report {i} " * 20, text=f"Text {i}.") for i in range(2_000)])
    done = on_terminal(file, "list", "--by", "nothing", PAGER=pager(tmp_path))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    argument, less, first = (tmp_path / "paged").read_bytes().decode().splitlines()
    assert (argument, less) == ("an argument; touch hacked", "FRX")
    assert "Ferry runs aground" in first


def test_no_pager_runs_in_a_pipe_or_where_none_is_wanted(file: Path, tmp_path: Path) -> None:
    assert run("--library", file, "list", PAGER=pager(tmp_path)).stdout
    assert on_terminal(file, "list", "--no-pager", PAGER=pager(tmp_path)).stdout
    assert not (tmp_path / "paged").exists()


@pytest.mark.parametrize("command", ["/no/such/pager", "'"])
def test_a_pager_that_cannot_be_run_is_done_without(file: Path, command: str) -> None:
    done = on_terminal(file, "list", PAGER=command)
    assert "Ferry runs aground" in done.stdout
    assert done.stderr.startswith("reader: PAGER: ")
    assert done.stderr.count("\n") == 1


def test_stories_say_how_many_articles_they_have(sample_library: Path) -> None:
    lines = bare(run("--library", sample_library, "stories", terminal=True, PAGER="", COLUMNS="70").stdout)
    assert re.match(r" +\d+  ⋯\d+ +\S", lines[0])
    assert " · " in lines[1]
    listed = run("--library", sample_library, "stories", "--json").stdout.splitlines()
    assert len(lines) == 2 * len(listed)
    assert json.loads(listed[0])["headline"][:20] in lines[0]
