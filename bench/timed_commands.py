"""Times the commands that Blender carries out, around each of them and between them."""

import statistics
import time
from typing import Any

SAME_VISIT_US = 1000.0
"""The main thread waits that long for the next request before it goes back to Blender's loop."""


class TimedCommands:
    """Stands in the place of `commands.run`.

    Attributes:
        times_us: of each command, nothing else counted.
        gaps_us: from the end of one to the begin of the next that the same visit carried out.
    """

    def __init__(self, commands: Any) -> None:
        """Put itself there."""
        self._run = commands.run
        self._ended_us = float("-inf")
        self.times_us: list[float] = []
        self.gaps_us: list[float] = []
        commands.run = self

    def __call__(self, *words: Any, **options: Any) -> Any:
        """Do what the command does."""
        began_us = time.perf_counter() * 1e6
        if began_us - self._ended_us < SAME_VISIT_US:
            self.gaps_us.append(began_us - self._ended_us)
        try:
            return self._run(*words, **options)
        finally:
            self._ended_us = time.perf_counter() * 1e6
            self.times_us.append(self._ended_us - began_us)

    def medians(self) -> dict[str, float]:
        """`bare_us` of the commands, `gap_us` between them."""
        gap_us = statistics.median(self.gaps_us) if self.gaps_us else float("nan")
        return {"bare_us": statistics.median(self.times_us), "gap_us": gap_us}
