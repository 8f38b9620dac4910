"""The native half of the scene: conditions, their forms, the run that judges them, units in order.

The add-on meets the native module through this package only, so these names pass through here.
"""

from malloc_vr_native import (
    AuthorForm,
    ChoiceField,
    Condition,
    FormMember,
    MeshCounts,
    Message,
    Modifier,
    NodeReport,
    NumberField,
    PredicateForm,
    Question,
    SessionRun,
    SlipCorrected,
    Surface,
    TryEnded,
    TryProgress,
    author_forms,
    count_open_edges,
    object_members,
    order_units,
    predicate_forms,
    unit_done,
)

__all__ = [
    "AuthorForm",
    "ChoiceField",
    "Condition",
    "FormMember",
    "MeshCounts",
    "Message",
    "Modifier",
    "NodeReport",
    "NumberField",
    "PredicateForm",
    "Question",
    "SessionRun",
    "SlipCorrected",
    "Surface",
    "TryEnded",
    "TryProgress",
    "author_forms",
    "count_open_edges",
    "object_members",
    "order_units",
    "predicate_forms",
    "unit_done",
]
