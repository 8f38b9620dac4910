"""What was wished for before the record was open, to be done once it is.

Thread: main.
"""

from collections.abc import Callable

from . import view_state

_wishes: list[Callable[[], None]] = []


def when_open(wish: Callable[[], None]) -> None:
    """Have `wish` done once the record is open."""
    _wishes.append(wish)


def run_when_open() -> None:
    """Do what waited for the record, if it is open now."""
    while _wishes and view_state.view().record.is_settled:
        _wishes.pop(0)()  # taken out first: one that breaks must not come again


def forget() -> None:
    """Nobody wishes for anything any more."""
    _wishes.clear()
