"""The name of a goal that nobody named: it says what the goal asks, until its author says it better.

Thread: main. Whoever calls makes the step for Undo.
"""

import bpy

from ..core.condition_sentence import sentence_of
from ..translation import shown
from . import conditions


def follow_from_now(trigger: bpy.types.Object) -> None:
    """The name that it has was made by itself, and goes with its condition from now on."""
    trigger.malloc_vr.made_name = trigger.malloc_vr.objective


def follow(trigger: bpy.types.Object) -> None:
    """Have a name that was made by itself say what is asked now."""
    goal = trigger.malloc_vr
    if not goal.made_name or goal.made_name != goal.objective:
        return
    name = shown(sentence_of(conditions.read(trigger)))
    if name and name != goal.objective:
        goal.objective = name
        follow_from_now(trigger)
