"""How the tries of a checkpoint went in one run of its unit."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Course:
    """How the tries of a checkpoint went in this run of its unit.

    Attributes:
        failed: Tries that failed.
        self_corrected: Slips that Undo took back before anything else was done.
        was_helped: Whether the last try that passed counts as done with help.
    """

    failed: int = 0
    self_corrected: int = 0
    was_helped: bool = False
