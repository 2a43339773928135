"""benchmarks/keys.py: which keys are pressed, and when the screen is said to have answered."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "benchmarks"))
keys = pytest.importorskip("keys")


def test_the_script_is_the_same_for_a_seed_and_as_long_as_is_wanted() -> None:
    script = list(keys.script(3, 200))
    assert script == list(keys.script(3, 200)) != list(keys.script(4, 200))
    pressed = sum(int(name[2:]) if name[1:2] == "*" else 1 for name in script)
    assert 200 <= pressed < 215
    assert {"j", "j*12", "x", "/", "typed t", "enter", "esc", "]", "?", "S", "f"} <= set(script)


def test_an_answer_is_the_first_and_the_last_change_and_no_change_is_none() -> None:
    came = [(0.0, 0.0, b"first picture"), (1.01, 0.004, b"\x1b[2;1Hone two"), (1.02, 0.005, b"\x1b[2;1Hone two")]
    came += [(1.05, 0.02, b"\x1b[3;1Hthree"), (1.5, 0.02, b"\x1b[4;1H_")]
    answered, dead = keys.answers(came, [("j", (1.0, 0.0), 1, True), ("k", (2.0, 0.02), 5, True)])
    (name, answer) = answered
    assert name == "j"
    assert answer.first == pytest.approx((0.01, 0.004))
    assert answer.settled == pytest.approx((0.05, 0.02)), "neither the same again nor a cursor that blinks"
    assert dead == ("k", None)


def test_a_held_key_is_answered_but_not_waited_for() -> None:
    came = [(0.0, 0.0, b"picture"), (1.01, 0.004, b"one"), (1.04, 0.01, b"two")]
    held = list(keys.answers(came, [("j held", (1.0, 0.0), 1, False), ("j held", (1.03, 0.005), 2, False)]))
    assert [answer.settled for _, answer in held] == [None, None]
    assert [answer.first[0] for _, answer in held] == pytest.approx([0.01, 0.01])
