"""benchmarks/mutations.py: spoiled articles of every form are accounted for, in the list or by name and reason."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[1] / "benchmarks" / "mutations.py"


@pytest.fixture(scope="module")
def mutations() -> ModuleType:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("mutations", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["mutations"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def test_spoiled_files_go_through_everything_and_every_one_is_accounted_for(
    mutations: ModuleType, tmp_path: Path
) -> None:
    made = mutations.run(5, 30, tmp_path, shown=4)
    assert made.failures == []
    assert made.counts["files in the library"] > 15
    assert made.counts["commands"] > 20


def test_one_seed_spoils_the_same_files_in_the_same_way(mutations: ModuleType) -> None:
    assert list(mutations.mutated(3, 30)) == list(mutations.mutated(3, 30))
    assert list(mutations.mutated(3, 30)) != list(mutations.mutated(4, 30))
