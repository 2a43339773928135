"""The house keeps its shape: imports without a circle, modules, functions and folders of a size that can be read.

Exceptions are named below and have to be needed: one that is not needed any more fails, so that it is taken out.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "reader"
LINES, FUNCTION, FOLDER = 400, 60, 16

CIRCULAR: set[str] = set()
"""Folders whose modules may still import each other in a circle."""


@cache
def modules() -> dict[str, Path]:
    """Every module by its dotted name; a package by that of its folder."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(name: str) -> Iterator[str]:
    """The modules of ours that a module imports anywhere: at its top, inside functions, under TYPE_CHECKING."""
    for node in ast.walk(parsed(modules()[name])):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules())
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name}: imports are written in full"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield from (
                    found for found in [inner if inner in modules() else node.module or ""] if found in modules()
                )


def circles() -> list[set[str]]:
    """The sets of modules that reach each other by imports (Tarjan's strongly connected components)."""
    graph = {name: sorted({*imported(name)} - {name}) for name in modules()}
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[set[str]] = []

    def visit(name: str) -> None:
        number[name] = low[name] = len(number)
        stack.append(name)
        for other in graph[name]:
            if other not in number:
                visit(other)
            if other in stack:
                low[name] = min(low[name], low[other])
        if low[name] == number[name]:
            at = stack.index(name)
            found.append(set(stack[at:]))
            del stack[at:]

    for name in graph:
        if name not in number:
            visit(name)
    return [circle for circle in found if len(circle) > 1]


def folder_of(circle: set[str]) -> str:
    """The folder that all modules of a circle are in."""
    parts = zip(*(name.split(".") for name in circle), strict=False)
    return ".".join(same[0] for same in parts if len(set(same)) == 1)


def test_no_imports_go_round_in_a_circle() -> None:
    assert {folder_of(circle) for circle in circles()} == CIRCULAR, circles()


def test_no_module_is_longer_than_a_person_reads_at_once() -> None:
    lengths = {name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in modules().items()}
    assert {name: length for name, length in lengths.items() if length > LINES} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    functions = [
        (name, node)
        for name, path in modules().items()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    lengths = {f"{name}.{node.name}": (node.end_lineno or 0) - node.lineno + 1 for name, node in functions}
    assert {name: length for name, length in lengths.items() if length > FUNCTION} == {}


def test_no_folder_holds_more_modules_than_can_be_surveyed() -> None:
    held = Counter(path.parent for path in modules().values() if path.name != "__init__.py")
    crowded = {folder.relative_to(PACKAGE.parent).as_posix() for folder, count in held.items() if count > FOLDER}
    assert crowded == set()


def test_every_module_says_what_lives_in_it() -> None:
    assert [name for name, path in modules().items() if not ast.get_docstring(parsed(path))] == []
