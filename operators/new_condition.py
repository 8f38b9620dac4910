"""A new condition: of the selected objects, with what is usually asked of them."""

from typing import Any

import bpy

from ..authoring.reachable_defaults import within_reach
from ..core import condition_tree as tree
from ..core import question_form
from ..core.condition_form import fresh
from ..translation import CONTEXT
from .picked_objects import picked_for

_OF_SEVERAL = ("order", "duration", "within")


def answered_by_property() -> Any:
    """For an operator that may add a question."""
    kinds = tuple((kind, kind.title(), "") for kind in question_form.KINDS)
    return bpy.props.EnumProperty(
        name="Answered By",
        description="Of a question",
        translation_context=CONTEXT,  # Blender's own "Number" is how many
        items=kinds,
        options={"SKIP_SAVE"},
    )


def object_name_property() -> Any:
    """For an operator that adds a condition of the selected objects."""
    return bpy.props.StringProperty(
        name="Object",
        description="Which of the selected objects is judged; empty: the one beside the active one",
        options={"SKIP_SAVE"},
    )


def new_condition(
    context: bpy.types.Context, predicate: str, answered_by: str, object_name: str = ""
) -> dict[str, Any]:
    """What the author goes on from.

    Args:
        object_name: Which selected object is judged; "" for the one beside the active one.
    """
    if predicate == question_form.PREDICATE:
        return {predicate: question_form.fresh_question(answered_by)}
    if predicate not in _OF_SEVERAL:
        made = fresh(predicate, picked_for(context, predicate, object_name))
        return within_reach(context.scene, made)
    two = picked_for(context, "stands_on", object_name)
    inner = fresh("stands_on", two) if len(two) > 1 else fresh("moved", two)
    return tree.wrapped(within_reach(context.scene, inner), (), predicate)
