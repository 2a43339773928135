"""What loads what: importing the package and reaching the first screen must not cost the slow libraries."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.no_cover  # measuring imports what is looked for
SLOW = ("nltk", "sumy", "numpy", "trafilatura", "lxml")


def loaded_after(code: str) -> set[str]:
    """The top-level modules in sys.modules after `code` has run in a Python of its own."""
    listing = code + "\nimport sys\nprint('\\n'.join({name.split('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True, timeout=60)
    return set(done.stdout.split())


def test_importing_the_package_loads_no_slow_library_and_no_screen() -> None:
    assert loaded_after("import reader").isdisjoint({*SLOW, "textual", "click", "platformdirs", "sqlite3"})


def test_the_desk_and_the_command_line_load_no_slow_library_and_no_screen() -> None:
    assert loaded_after("import reader.cli\nreader.Library").isdisjoint({*SLOW, "textual"})


def test_cleaning_a_text_loads_no_html_library() -> None:
    code = "import reader\nreader.clean('A headline\\n\\nIt rained in Velm on Monday, and the river rose again.')"
    assert loaded_after(code).isdisjoint({"trafilatura", "lxml", "textual"})


def test_the_way_to_the_first_screen_loads_no_slow_library(tmp_path: object) -> None:
    code = f"""
import asyncio, reader
from reader.tui.app import ReaderApp
library_file = {str(tmp_path)!r} + "/library.db"
with reader.Library(library_file) as library:
    app = ReaderApp(library, ())
    async def main():
        async with app.run_test() as pilot:
            await pilot.pause()
    asyncio.run(main())
"""
    assert loaded_after(code).isdisjoint({*SLOW, "csv", "email", "zipfile"}), "the latter are for reports of faults"


@pytest.mark.parametrize(
    "name", ["Article", "Library", "brief", "clean", "names", "quotes", "same_name", "sentences", "summarize"]
)
def test_the_public_api_is_reachable_from_the_package(name: str) -> None:
    import reader

    assert callable(getattr(reader, name))


def test_an_unknown_name_is_an_attribute_error() -> None:
    import reader

    with pytest.raises(AttributeError, match="no_such_thing"):
        _ = reader.no_such_thing
