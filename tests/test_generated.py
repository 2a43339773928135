"""What is made from the code and kept beside it is what would be made now."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = runpy.run_path(str(ROOT / "docs" / "generated.py"))["files"]()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_made_from_the_code_is_current(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == FILES[path], "python docs/generated.py writes it anew"
