"""Running the program for tests of what it prints: in this process, or in one of its own where that is what matters."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest import mock

from reader.cli import main

Done = subprocess.CompletedProcess[str]


class _Screen(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def run(*args: object, terminal: bool = False, **env: str) -> Done:
    """The program from its first line on in this process, which has its libraries loaded, its output as in pipes.

    terminal: standard output as on a terminal, COLUMNS wide.
    """
    out = (_Screen if terminal else io.TextIOWrapper)(io.BytesIO(), encoding="utf-8", write_through=True)
    err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with (
        Path(os.devnull).open() as nothing,
        mock.patch.object(sys, "stdin", nothing),
        mock.patch.dict(os.environ, env),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            main([str(arg) for arg in args])
            status = 0
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else bool(end.code)
    printed = [stream.buffer.getvalue().decode() for stream in (out, err)]  # type: ignore[attr-defined]
    return Done(args, status, *printed)


def run_program(*args: object, **env: str) -> Done:
    """The program in a process of its own, its output in pipes."""
    return subprocess.run(
        [sys.executable, "-m", "reader", *map(str, args)],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, **env},
        stdin=subprocess.DEVNULL,
    )
