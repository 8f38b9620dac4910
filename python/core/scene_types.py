"""The native half of the scene: snapshots, conditions and the order of units.

The add-on meets the native module through this package only, so these names pass through here.
"""

from malloc_vr_native import (
    Condition,
    ConditionTracker,
    SceneSnapshot,
    UnitTries,
    order_units,
    unit_done,
)

__all__ = [
    "Condition",
    "ConditionTracker",
    "SceneSnapshot",
    "UnitTries",
    "order_units",
    "unit_done",
]
