"""A unit as properties of its scene, read from its custom properties and written to them.

Thread: main.
"""

from collections.abc import Callable
from typing import Any

import bpy

from .. import upkeep
from ..core import keys, lesson, limits
from ..core.adaptation import is_adaptation_optional
from ..core.duration import DEFAULT_DURATION, duration_seconds
from ..core.errors import BadArgument
from ..core.file_values import FileValues
from ..core.said import template
from . import hint_properties

_EVENT_SENTENCES = {
    "onboarding": template("First contact: look around, find things"),
    "introduction": template("See how it is done and do it with guidance"),
    "practice": template("Repeat with feedback until it works"),
    "application": template("Do it in a new situation"),
    "mastery": template("Do it without help, to the standard"),
}
_EVENTS = tuple((one, one.title(), _EVENT_SENTENCES.get(one, "")) for one in lesson.LEARNING_EVENTS)


def _text(key: str, most_chars: int | None = None) -> dict[str, Callable[..., Any]]:
    def get(unit: Any) -> str:
        return FileValues("", unit.id_data, []).text(key)

    def set_text(unit: Any, text: str) -> None:
        unit.id_data[key] = text.strip()[:most_chars]
        upkeep.mark_authored(may_wait=True)

    return {"get": get, "set": set_text}


def _get_minutes(unit: Any) -> int:
    duration = FileValues("", unit.id_data, []).name(keys.DURATION, DEFAULT_DURATION)
    try:
        return max(1, round(duration_seconds(duration) / 60))
    except BadArgument:
        return max(1, round(duration_seconds(DEFAULT_DURATION) / 60))


def _set_minutes(unit: Any, minutes: int) -> None:
    unit.id_data[keys.DURATION] = f"{minutes}_minutes"
    upkeep.mark_authored(may_wait=True)


def _get_event(unit: Any) -> int:
    event = FileValues("", unit.id_data, []).name(keys.LEARNING_EVENT)
    return lesson.LEARNING_EVENTS.index(event) if event in lesson.LEARNING_EVENTS else 0


def _set_event(unit: Any, index: int) -> None:
    unit.id_data[keys.LEARNING_EVENT] = lesson.LEARNING_EVENTS[index]
    upkeep.mark_authored(may_wait=True)


def _get_adaptation_optional(unit: Any) -> bool:
    return is_adaptation_optional(unit.id_data)


def _set_adaptation_optional(unit: Any, is_so: bool) -> None:
    if is_so:
        unit.id_data[keys.ADAPTATION_OPTIONAL] = True
    else:
        unit.id_data.pop(keys.ADAPTATION_OPTIONAL, None)
    upkeep.mark_authored(may_wait=True)


class MALLOC_VR_PG_unit(bpy.types.PropertyGroup):
    """The unit of a scene."""

    title: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Title",
        description="What the learner reads of it in the list of units",
        **_text(keys.TITLE, limits.TITLE_LIMIT_CHARS),
    )
    instructions: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Task", description="What the learner is to do", **_text(keys.INSTRUCTIONS)
    )
    minutes: bpy.props.IntProperty(  # type: ignore[valid-type]
        name="Minutes",
        description="How long a learner may need",
        min=1,
        max=600,
        get=_get_minutes,
        set=_set_minutes,
    )
    learning_event: bpy.props.EnumProperty(  # type: ignore[valid-type]
        name="Learning Event", items=_EVENTS, get=_get_event, set=_set_event
    )
    adaptation_optional: bpy.props.BoolProperty(  # type: ignore[valid-type]
        name="Learner May Decline Adaptation",
        description="Where a unit is made easier or harder for one learner, show a button to "
        "work as everybody does",
        get=_get_adaptation_optional,
        set=_set_adaptation_optional,
    )
    goal: bpy.props.StringProperty(  # type: ignore[valid-type]
        description="Id of the goal that is being edited", options={"HIDDEN"}
    )


MALLOC_VR_PG_unit.__annotations__.update(hint_properties.properties())
