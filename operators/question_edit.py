"""Editing the options of a question, one press each."""

import random
from collections.abc import Callable
from typing import Any

import bpy

from ..core import condition_tree as tree
from ..core import question_form as form
from ..core.said import template
from ..translation import translated
from .condition import OfCondition

_CHANGES: dict[str, tuple[str, str]] = {
    "ADD": (template("Add Option"), template("Add an option")),
    "RIGHT": (template("Right"), template("This is the right one")),
    "UP": (template("Move Up"), template("Move this option up")),
    "DOWN": (template("Move Down"), template("Move this option down")),
    "REMOVE": (template("Remove"), template("Take this option out")),
    "SHUFFLE": (template("Shuffle"), template("Show learners the options in another order")),
}
_ON_ONE = frozenset(("RIGHT", "UP", "DOWN", "REMOVE"))

_DONE_BY: dict[str, Callable[[form.Asked, int], dict[str, Any]]] = {
    "ADD": lambda asked, _: form.with_new_option(asked),
    "RIGHT": form.with_right,
    "UP": lambda asked, place: form.with_moved_option(asked, place, -1),
    "DOWN": lambda asked, place: form.with_moved_option(asked, place, 1),
    "REMOVE": form.without_option,
    "SHUFFLE": lambda asked, _: form.shuffled(asked, random.Random()),
}


class MALLOC_VR_OT_question_change(OfCondition, bpy.types.Operator):
    """Change the options of this question"""

    bl_idname = "malloc_vr.question_change"
    bl_label = "Change Question"

    change: bpy.props.EnumProperty(  # type: ignore[valid-type]
        name="Change",
        items=[(name, label, sentence) for name, (label, sentence) in _CHANGES.items()],
        options={"SKIP_SAVE"},
    )
    place: bpy.props.IntProperty(  # type: ignore[valid-type]
        name="Position", description="Of the option, from 0 on", options={"SKIP_SAVE"}
    )

    @classmethod
    def description(
        cls, context: bpy.types.Context, properties: bpy.types.OperatorProperties
    ) -> str:
        """What this change does."""
        return translated(_CHANGES[properties.change][1])

    def execute(self, context: bpy.types.Context) -> set[str]:
        return self.edit(context, self._changed)

    def _changed(self, whole: dict[str, Any], path: tree.Path) -> dict[str, Any]:
        node = tree.node_at(whole, path)
        asked = node.get(form.PREDICATE)
        if not isinstance(asked, dict) or not self._has_place(asked):
            return whole
        changed = _DONE_BY[self.change](asked, self.place)
        return tree.with_node(whole, path, {**node, form.PREDICATE: changed})

    def _has_place(self, asked: dict[str, Any]) -> bool:
        """Whether the option is still there, and there may be one more."""
        count = len(form.options_of(asked))
        if self.change in _ON_ONE:
            return 0 <= self.place < count
        return count < form.MOST_OPTIONS or self.change != "ADD"


CLASSES = (MALLOC_VR_OT_question_change,)
