"""Programs of the person's own: given a text, bounded in time and output, and never seen by a shell."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.programs import Stopped, output_of


def python(code: str) -> list[str]:
    return [sys.executable, "-c", f"import os, sys, time, subprocess\n{code}"]


def test_a_program_gets_the_text_and_its_arguments_as_they_are() -> None:
    code = "print(sys.argv[1:], sys.stdin.read())"
    assert output_of([*python(code), "$(touch x)", "a; b"], "Zürich") == "['$(touch x)', 'a; b'] Zürich\n".encode()


def test_a_text_larger_than_any_pipe_goes_through_while_the_answer_comes_back() -> None:
    text = "ab" * 1_000_000
    assert output_of(python("sys.stdout.write(sys.stdin.read())"), text) == text.encode()


def test_a_program_need_not_read_what_it_is_given() -> None:
    assert output_of(python("print('done')"), "x" * 1_000_000) == b"done\n"
    assert output_of(python("sys.stdin.close(); print('done')"), "x" * 1_000_000) == b"done\n"


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["/no/such/program"], "model cannot be run: No such file"),
        (["a\0b"], "model cannot be run"),
        (python("sys.exit('no \\x1b[31mmodel\\nhere')"), r"model failed \(1\): no model$"),
        (python("os.kill(os.getpid(), 9)"), r"model failed \(-9\)$"),
        (python("sys.stderr.write('x' * 1_000_000); sys.exit(3)"), r"model failed \(3\): x+$"),
        (python("while True: print('x' * 10_000)"), "model printed more than 100,000 bytes"),
    ],
)
def test_whatever_goes_wrong_is_one_line(command: list[str], said: str) -> None:
    with pytest.raises(ReaderError, match=said) as caught:
        output_of(command, "x", name="model", most=100_000)
    assert "\n" not in str(caught.value)
    assert "\x1b" not in str(caught.value)


@pytest.mark.parametrize(
    "code",
    [
        "time.sleep(600)",
        "sys.stdout.close(); sys.stderr.close(); os.close(1); os.close(2); time.sleep(600)",
        "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])",
    ],
)
def test_what_takes_too_long_is_stopped_with_all_that_it_started(code: str) -> None:
    begun = time.monotonic()
    with pytest.raises(ReaderError, match=r"took more than 0\.5 seconds"):
        output_of(python(code), "x", seconds=0.5)
    assert time.monotonic() - begun < 60


def test_what_is_not_wanted_any_more_is_stopped(tmp_path: Path) -> None:
    number = tmp_path / "number"
    code = f"open({str(tmp_path / 'part')!r}, 'w').write(str(os.getpid())); os.rename({str(tmp_path / 'part')!r}, {str(number)!r}); time.sleep(600)"
    with pytest.raises(Stopped):
        output_of(python(code), "x", stop=number.exists)
    with pytest.raises(ProcessLookupError):
        os.kill(int(number.read_text()), 0)
