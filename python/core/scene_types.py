"""The native half of the scene: conditions, their forms, the run that judges them, units in order.

The add-on meets the native module through this package only, so these names pass through here.
"""

from malloc_vr_native import (
    AuthorForm,
    ChoiceField,
    Condition,
    Message,
    NumberField,
    SessionRun,
    SlipCorrected,
    Surface,
    TryEnded,
    TryProgress,
    ViewportWatch,
    author_forms,
    object_members,
    order_units,
    unit_done,
)

__all__ = [
    "AuthorForm",
    "ChoiceField",
    "Condition",
    "Message",
    "NumberField",
    "SessionRun",
    "SlipCorrected",
    "Surface",
    "TryEnded",
    "TryProgress",
    "ViewportWatch",
    "author_forms",
    "object_members",
    "order_units",
    "unit_done",
]
