"""Summary methods and exporters of one's own, on the command line: programs and packages."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from cli_support import Done, run

from reader.article import Article
from reader.desk import Library


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a library of two articles."""
    with Library(tmp_path / "library.db") as library:
        library.add_articles(
            [
                Article(headline="Ferry aground", text="The ferry ran aground. Nobody was hurt.", outlet="Courier"),
                Article(headline="Ferry afloat", text="The ferry floats again.", outlet="Courier"),
            ]
        )
    return tmp_path


def configure(desk: Path, *, kind: str = "methods", more: str = "", **programs: str) -> None:
    """Programs, each of them code that has the text as `text`."""
    lines = []
    for name, code in programs.items():
        command = json.dumps([sys.executable, "-c", f"import sys, time\ntext = sys.stdin.read()\n{code}"])
        lines += [f"[{kind}.{name}]", f"command = {command}", more]
    (desk / "config.toml").write_text("\n".join(lines))


def reader(desk: Path, *words: object) -> Done:
    return run("--library", desk / "library.db", *words, "--config", desk / "config.toml")


def test_a_program_of_ones_own_says_what_an_article_is_about_as_its_words(desk: Path) -> None:
    configure(desk, shout="print(text.upper()); print('— all')")
    done = reader(desk, "summary", 1, "--method", "shout")
    assert done.stdout == "SUMMARY · by shout, not verbatim\nTHE FERRY RAN AGROUND. NOBODY WAS HURT.\n— all\n"
    assert (done.returncode, done.stderr) == (0, "")
    row = json.loads(reader(desk, "summary", 1, "--method", "shout", "--json").stdout)
    assert (row["method"], row["verbatim"], row["id"]) == ("shout", False, 1)


def test_it_is_asked_of_every_article_of_a_folder(desk: Path, folder: Path) -> None:
    configure(desk, count="print(len(text.split()))")
    done = run("summary", folder, "--method", "count", "--config", desk / "config.toml")
    assert done.stdout.count("SUMMARY · by count, not verbatim") == 3
    assert done.stdout.count("─" * 40) == 2


def test_no_control_sequence_of_a_program_comes_through(desk: Path) -> None:
    configure(desk, evil=r"print('\x1b]0;title\x07\x1b[31mred\x9b2J\u202e')")
    assert reader(desk, "summary", 1, "--method", "evil").stdout.endswith("verbatim\nred\n")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("sys.exit('no model here')", "reader: mine failed (1): no model here\n"),
        ("time.sleep(600)", "reader: mine took more than 1 seconds and was stopped\n"),
        ("print(' ')", "reader: mine said nothing\n"),
        ("print('x' * 1_000_000)", "reader: mine printed more than 200,000 bytes and was stopped\n"),
    ],
)
def test_a_program_that_fails_is_one_plain_line(desk: Path, code: str, said: str) -> None:
    configure(desk, mine=code, more='time-limit = "1s"')
    done = reader(desk, "summary", 1, "--method", "mine")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", said)


def test_a_method_that_is_not_there_is_named_with_the_nearest(desk: Path) -> None:
    configure(desk, shout="print(1)")
    done = reader(desk, "summary", 1, "--method", "shoot")
    assert done.returncode == 2
    assert "there is no summary method 'shoot'; did you mean shout?" in " ".join(done.stderr.split())
    assert reader(desk, "summary", 1, "--method", "shout", "-n", 2).returncode == 2


def test_a_method_of_ones_own_can_be_the_usual_one(desk: Path) -> None:
    configure(desk, shout="print('!')")
    with (desk / "config.toml").open("a") as file:
        file.write('[summary]\nmethod = "shout"\n')
    assert reader(desk, "summary", 1).stdout == "SUMMARY · by shout, not verbatim\n!\n"
    assert "SUMMARY · 1 of 2 sentences · news" in reader(desk, "show", 1).stdout, "which is verbatim"
    (desk / "config.toml").write_text('[summary]\nmethod = "shout"\n')
    done = reader(desk, "summary", 1)
    assert done.stdout.startswith("SUMMARY · 1 of 2 sentences · news")
    assert done.stderr.startswith(
        f"reader: {desk}/config.toml:2:1: there is no summary method 'shout'; there are news,"
    )


def test_what_is_wrong_with_them_is_found_by_the_check(desk: Path) -> None:
    text = '[methods.news]\ncommand = ["x"]\n[methods.lazy]\ntime-limit = "5s"\n[exporters.html]\ncommand = ["x"]\n'
    (desk / "config.toml").write_text(text + '[exporters.docx]\nending = ".docx"\n[summary]\nmethod = "nws"\n')
    said = [
        line.split("config.toml:")[1]
        for line in run("config", "check", "--config", desk / "config.toml").stderr.splitlines()
    ]
    assert [line[:50] for line in said] == [
        "2:1: methods.news is called like one of the reader"[:50],
        "10:1: there is no summary method 'nws'; did you mean news?"[:50],
        "4:1: methods.lazy has no command",
        "6:1: exporters.html is called like a format of the reader's own"[:50],
        "8:1: exporters.docx has no command",
    ]


def test_an_exporter_of_ones_own_is_given_the_format_that_it_wants(desk: Path) -> None:
    configure(
        desk, kind="exporters", lines="import json\nprint(*[one['headline'] for one in json.loads(text)], sep='\\n')"
    )
    assert reader(desk, "export", 1, 2, "--format", "lines").stdout == "Ferry aground\nFerry afloat\n"
    configure(desk, kind="exporters", head="print(text.splitlines()[0])", more='input = "markdown"\nending = ".head"')
    assert reader(desk, "export", 1, "--format", "head").stdout == "# Ferry aground\n"
    for name in ("x.head", "Y.HEAD"):
        assert reader(desk, "export", 1, "--to", desk / name).returncode == 0
        assert (desk / name).read_text() == "# Ferry aground\n", "told by its ending"


def test_what_is_no_text_goes_into_files_and_pipes_and_not_to_a_terminal(desk: Path) -> None:
    configure(desk, kind="exporters", packed=r"sys.stdout.buffer.write(b'PK\xff\x00')")
    assert reader(desk, "export", 1, "--format", "packed", "--to", desk / "x").returncode == 0
    assert (desk / "x").read_bytes() == b"PK\xff\x00"
    words = ("--library", desk / "library.db", "export", 1, "--format", "packed", "--config", desk / "config.toml")
    done = run(*words, terminal=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert "packed gives no text; --to FILE" in done.stderr


def test_an_exporter_that_fails_or_is_not_there_leaves_no_file(desk: Path) -> None:
    configure(desk, kind="exporters", mine="sys.exit(3)")
    done = reader(desk, "export", 1, "--format", "mine", "--to", desk / "x")
    assert (done.returncode, done.stderr) == (1, "reader: mine failed (3)\n")
    done = reader(desk, "export", 1, "--format", "min", "--to", desk / "x")
    assert (done.returncode, "did you mean mine?" in done.stderr) == (2, True)
    assert not (desk / "x").exists()


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed package with a method and an exporter, which notes that it was loaded."""
    site = tmp_path / "site"
    (info := site / "sayer-1.0.dist-info").mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: sayer\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[reader.methods]\nsayer = sayer:say\nbroken = sayer:missing\n[reader.exporters]\nsayer = sayer:export\n"
    )
    (site / "sayer.py").write_text(
        f"open({str(tmp_path / 'loaded')!r}, 'w').close()\n"
        "def say(article):\n    return f'{article.headline}\\x1b[31m!'\n"
        "def export(rows):\n    return f'{len(rows)} rows'\n"
    )
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.delitem(sys.modules, "sayer", raising=False)
    return tmp_path / "loaded"


def test_packages_offer_methods_and_exporters_and_are_loaded_only_when_named(desk: Path, package: Path) -> None:
    configure(desk)
    assert reader(desk, "summary", 1).returncode == 0
    assert not package.exists()
    assert reader(desk, "summary", 1, "--method", "sayer").stdout.endswith("not verbatim\nFerry aground!\n")
    assert package.exists()
    assert reader(desk, "export", 1, 2, "--format", "sayer").stdout == "2 rows"
    done = reader(desk, "summary", 1, "--method", "broken")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith("reader: broken failed (AttributeError")
