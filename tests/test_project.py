"""What keeps the repository together: hooks, workflow and CI check the same things, and the wheel says that it is typed."""

from __future__ import annotations

import re
import sys
from pathlib import Path

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parent.parent
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def checks_of_ci() -> set[str]:
    """The commands in the loop of `.ci/run`, without the folder they are given."""
    loop = re.search(r"^for check in (.+); do$", CI, re.M)
    assert loop
    return {check.removesuffix(" .") for check in re.findall(r'"([^"]+)"', loop[1])}


def test_the_hooks_before_a_commit_run_what_ci_runs_and_fetch_nothing() -> None:
    config = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert set(re.findall(r"entry: \.venv/bin/(.+)$", config, re.M)) == checks_of_ci()
    assert re.findall(r"repo: (\S+)", config) == ["local"]


def test_the_workflow_runs_ci_on_every_python_that_is_claimed() -> None:
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    claimed = {line.rsplit(" ", 1)[1] for line in PYPROJECT["project"]["classifiers"] if re.search(r":: 3\.\d+$", line)}
    line = re.search(r"python: \[(.+)\]", workflow)
    assert line
    assert set(re.findall(r'"([\d.]+)"', line[1])) == claimed
    assert "run: .ci/run" in workflow


def test_every_week_there_are_100_000_random_events_and_the_table_of_speed() -> None:
    workflow = (ROOT / ".github" / "workflows" / "benchmarks.yml").read_text(encoding="utf-8")
    runs = [line.split() for line in re.findall(r"run: (benchmarks/.+)$", workflow, re.M)]
    assert all((ROOT / script).is_file() for script, *_ in runs)
    trials = [how for script, *how in runs if script.endswith("random_events.py")]
    assert sum(int(events) for _, events in trials) == 100_000
    assert len({seed for seed, _ in trials}) == len(trials), "each seed once"
    assert any(script.endswith("/run.py") for script, *_ in runs)
    assert "schedule:" in workflow
    assert "push:" not in workflow


def test_ci_begins_with_the_second_command_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    second = re.findall(r"^```sh\n(.*?)^```$", readme, re.M | re.S)[1].strip()
    assert "\n" not in second
    assert second.endswith(".venv/bin/pytest")


def test_manual_and_completion_are_installed_where_they_are_looked_for() -> None:
    installed = PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    kept = {path.relative_to(ROOT).as_posix() for path in (ROOT / "share").rglob("*") if path.is_file()}
    assert installed == {path: path for path in kept}
    assert "share" in PYPROJECT["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]


def test_the_package_says_that_it_is_typed() -> None:
    assert (ROOT / "reader" / "py.typed").exists()
    assert PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == ["reader"]


def test_nothing_that_a_test_exported_under_a_random_name_lies_about() -> None:
    assert [path.name for path in ROOT.iterdir() if not re.fullmatch(r"[\w.-]+", path.name)] == []
