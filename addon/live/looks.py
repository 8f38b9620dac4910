"""Who is called whenever the running unit was looked at.

Thread: main.
"""

from collections.abc import Callable

_after_look: list[Callable[[], None]] = []


def call_after_each(callback: Callable[[], None]) -> None:
    """Have `callback` called whenever the running unit may stand otherwise than before."""
    _after_look.append(callback)


def call_no_more(callback: Callable[[], None]) -> None:
    """Do not call `callback` any more."""
    if callback in _after_look:
        _after_look.remove(callback)


def tell() -> None:
    """The running unit was looked at."""
    for callback in tuple(_after_look):
        callback()
