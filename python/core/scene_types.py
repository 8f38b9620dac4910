"""The native half of the scene: conditions, the run that judges them, and the order of units.

The add-on meets the native module through this package only, so these names pass through here.
"""

from malloc_vr_native import (
    Condition,
    Message,
    SessionRun,
    Surface,
    TryEnded,
    TryProgress,
    order_units,
    unit_done,
)

__all__ = [
    "Condition",
    "Message",
    "SessionRun",
    "Surface",
    "TryEnded",
    "TryProgress",
    "order_units",
    "unit_done",
]
