"""Counts checks and prints each on a line of its own."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field


def expect(condition: bool, otherwise: str) -> None:
    """Raise AssertionError with what was found instead, unless `condition` holds."""
    if not condition:
        raise AssertionError(otherwise)


def one_line(error: BaseException) -> str:
    """Return what an exception, and each one inside a group of them, says."""
    inner = getattr(error, "exceptions", ())
    return " ".join([f"{type(error).__name__}: {error}", *map(one_line, inner)])


@dataclass
class Report:
    """The checks so far.

    Attributes:
        of: what is checked; stands before each line.
        counted: what the checks counted, by name.
    """

    of: str = ""
    passed: int = 0
    failed: int = 0
    counted: Counter[str] = field(default_factory=Counter)

    def note(self, check: str, passed: bool, detail: str = "") -> None:
        """Count one check."""
        self.passed += passed
        self.failed += not passed
        said = f": {detail}" if detail else ""
        print(f"{'ok  ' if passed else 'FAIL'} {self.of}: {check}{said}", flush=True)

    def check(self, name: str, action: Callable[[], str | None]) -> None:
        """Run one check: it has passed unless it raises; what it returns is printed with it."""
        try:
            detail = action()
        except Exception as error:  # whatever it is, the other checks go on
            self.note(name, False, one_line(error))
        else:
            self.note(name, True, detail or "")
