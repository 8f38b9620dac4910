"""Editing the condition of the selected goal, node by node."""

import json
from collections.abc import Callable
from functools import partial
from typing import Any

import bpy

from .. import runtime
from ..authoring import condition_rows, conditions, goals
from ..core import condition_tree as tree
from ..core.condition_changes import PLAIN, WRAPS
from ..core.condition_form import default_of, fields, predicates, with_unit
from ..core.condition_verbs import verb_of
from . import calling
from .new_condition import answered_by_property, new_condition, object_name_property

_Condition = dict[str, Any]

_DONE_BY: dict[str, Callable[[_Condition, tree.Path], _Condition]] = {
    "REMOVE": tree.without,
    "UP": lambda whole, path: tree.moved(whole, path, -1),
    "DOWN": lambda whole, path: tree.moved(whole, path, 1),
    "UNWRAP": tree.unwrapped,
}


def _wrapped(predicate: str, whole: _Condition, path: tree.Path) -> _Condition:
    return tree.wrapped(whole, path, predicate)


_DONE_BY.update({name: partial(_wrapped, name.lower()) for name in WRAPS})
_CHANGES = PLAIN | WRAPS


class OfCondition:
    """Mixed into an operator on one node of the selected goal's condition."""

    bl_options = {"UNDO", "INTERNAL"}

    path: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Path", description="Of the node, as JSON; empty: the whole", options={"SKIP_SAVE"}
    )

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return calling.can_edit_unit(cls, context)

    def node_path(self) -> tree.Path:
        """Where the node stands."""
        return tuple(json.loads(self.path)) if self.path else ()

    def edit(
        self, context: bpy.types.Context, change: Callable[[_Condition, tree.Path], _Condition]
    ) -> set[str]:
        """Change the condition as one step."""
        trigger = goals.selected(context.scene)
        if trigger is None:
            return {"CANCELLED"}
        condition_rows.edit(trigger, change(conditions.read(trigger), self.node_path()))
        runtime.mark_authored()
        return calling.finish()


class MALLOC_VR_OT_condition_change(OfCondition, bpy.types.Operator):
    """Change how this stands in the condition"""

    bl_idname = "malloc_vr.condition_change"
    bl_label = "Change Condition"

    change: bpy.props.EnumProperty(  # type: ignore[valid-type]
        name="Change",
        items=[(name, label, sentence) for name, (label, sentence) in _CHANGES.items()],
        options={"SKIP_SAVE"},
    )

    @classmethod
    def description(
        cls, context: bpy.types.Context, properties: bpy.types.OperatorProperties
    ) -> str:
        """What this change does."""
        return _CHANGES[properties.change][1] or cls.bl_rna.description

    def execute(self, context: bpy.types.Context) -> set[str]:
        return self.edit(context, _DONE_BY[self.change])


class MALLOC_VR_OT_condition_add(OfCondition, bpy.types.Operator):
    """Add what must be so as well. Select what it is about first, or pick it afterwards"""

    bl_idname = "malloc_vr.condition_add"
    bl_label = "Add Condition"

    kind: bpy.props.EnumProperty(  # type: ignore[valid-type]
        name="Must",
        items=[
            (name.upper(), verb_of(name).capitalize(), "")
            for name in predicates()
            if name not in tree.COMBINING
        ],
        options={"SKIP_SAVE"},
    )
    answered_by: answered_by_property()  # type: ignore[valid-type]
    object_name: object_name_property()  # type: ignore[valid-type]
    is_inside: bpy.props.BoolProperty(  # type: ignore[valid-type]
        name="Inside", description="Inside of the node, not beside it", options={"SKIP_SAVE"}
    )

    def execute(self, context: bpy.types.Context) -> set[str]:
        node = new_condition(context, self.kind.lower(), self.answered_by, self.object_name)
        add = tree.with_inside if self.is_inside else tree.with_added
        return self.edit(context, lambda whole, path: add(whole, path, node))


class MALLOC_VR_OT_condition_member(OfCondition, bpy.types.Operator):
    """Ask this as well, or ask it no more"""

    bl_idname = "malloc_vr.condition_member"
    bl_label = "Ask"

    member: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Member", options={"SKIP_SAVE"}
    )

    def execute(self, context: bpy.types.Context) -> set[str]:
        return self.edit(context, self._toggled)

    def _toggled(self, whole: _Condition, path: tree.Path) -> _Condition:
        node = tree.node_at(whole, path)
        predicate = tree.predicate_of(node)
        one = next((one for one in fields(predicate) if one.member == self.member), None)
        if one is None or self.member in node[predicate]:
            return tree.with_member(whole, path, self.member, None)
        whole = tree.with_member(whole, path, self.member, default_of(one))
        for unit_member, unit in with_unit(predicate, node[predicate], self.member).items():
            whole = tree.with_member(whole, path, unit_member, unit)
        return whole


CLASSES = (
    MALLOC_VR_OT_condition_change,
    MALLOC_VR_OT_condition_add,
    MALLOC_VR_OT_condition_member,
)
