"""Writes what is made from the code: the table of settings in `configuration.md`.

Run as `python docs/generated.py`; `tests/test_generated.py` fails when what it would write is not there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from reader.config import writing

ROOT = Path(__file__).parent.parent
_TABLE = re.compile(r"(<!-- settings: [^\n]*-->\n).*?(<!-- end of settings -->)", re.DOTALL)


def files() -> Mapping[Path, str]:
    """What each file is to hold."""
    page = ROOT / "docs" / "configuration.md"
    table = "\n".join(writing.table())
    text = _TABLE.sub(lambda found: f"{found[1]}\n{table}\n\n{found[2]}", page.read_text(encoding="utf-8"))
    return {page: text}


if __name__ == "__main__":
    for path, text in files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
