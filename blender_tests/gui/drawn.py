"""What the panel draws of the checkpoints, and how long after a person's input."""

import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from blender_tests_support import addon

TURN_SECONDS = 0.02


class Drawn:
    """The checkpoints as they were drawn last, in the order of drawing."""

    def __init__(self) -> None:
        self._last: dict[str, Any] = {}

    def note(self, checkpoint: Any) -> None:
        """Keep one that is being drawn."""
        self._last[checkpoint.objective] = checkpoint

    def forget(self) -> None:
        """What is drawn from now on counts."""
        self._last.clear()

    def marks(self) -> list[bool | None]:
        """True for a tick, False for a cross, None for neither."""
        return [checkpoint.passed for checkpoint in self._last.values()]

    def begun(self) -> list[bool]:
        """Which are not grey."""
        return [checkpoint.begun for checkpoint in self._last.values()]

    def text(self) -> str:
        """All reasons that are drawn."""
        return " ".join(" ".join(checkpoint.reasons) for checkpoint in self._last.values())


@contextmanager
def watching() -> Iterator[Drawn]:
    """Keep what the panel draws while this lasts: it draws each goal as the View has it."""
    panel, runtime = addon("panels.learn_task"), addon("runtime")
    draw = panel.draw
    drawn = Drawn()

    def draw_and_note(*given: Any) -> None:
        draw(*given)
        for checkpoint in runtime.view().session.checkpoints:
            drawn.note(checkpoint)

    with mock.patch.object(panel, "draw", draw_and_note):
        yield drawn


def until(
    holds: Callable[[], bool], bound_seconds: float, what: str, drawn: Drawn
) -> Generator[float, None, None]:
    """Wait until something is drawn; it must be within its bound."""
    began = time.monotonic()
    while not holds():
        late = time.monotonic() - began > bound_seconds
        assert not late, (
            f"{what} is not drawn within {bound_seconds} s: {drawn.marks()}, {drawn.text()!r}"
        )
        yield TURN_SECONDS
    print(f"    {what}: drawn after {time.monotonic() - began:.2f} s", flush=True)
