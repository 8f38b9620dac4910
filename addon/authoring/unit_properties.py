"""A unit as properties of its scene, read from its custom properties and written to them.

Thread: main.
"""

from collections.abc import Callable
from typing import Any

import bpy

from .. import upkeep
from ..core import keys, lesson
from ..core.adaptation import HINT_LEVELS
from ..core.duration import DEFAULT_DURATION, duration_seconds
from ..core.errors import BadArgument
from ..core.file_values import FileValues
from ..core.said import template
from . import texts

_EVENT_SENTENCES = {
    "onboarding": template("First contact: look around, find things"),
    "introduction": template("See how it is done and do it with guidance"),
    "practice": template("Repeat with feedback until it works"),
    "application": template("Do it in a new situation"),
    "mastery": template("Do it without help, to the standard"),
}
_EVENTS = tuple((one, one.title(), _EVENT_SENTENCES.get(one, "")) for one in lesson.LEARNING_EVENTS)
_HINT_NAMES = (template("Where"), template("What"), template("How"))
_HINT_SENTENCES = (
    template("Where to look: a nudge"),
    template("What to do there"),
    template("How it is done, to the end: the answer"),
)


def _text(key: str) -> dict[str, Callable[..., Any]]:
    def get(unit: Any) -> str:
        return FileValues("", unit.id_data, []).text(key)

    def set_text(unit: Any, text: str) -> None:
        unit.id_data[key] = text.strip()
        upkeep.mark_edited()

    return {"get": get, "set": set_text}


def _hint(index: int) -> dict[str, Callable[..., Any]]:
    def get(unit: Any) -> str:
        hints = texts.read(unit.id_data, keys.HINTS)
        return hints[index] if index < len(hints) else ""

    def set_hint(unit: Any, text: str) -> None:
        hints = list(texts.read(unit.id_data, keys.HINTS))
        hints += [""] * (index + 1 - len(hints))
        hints[index] = text.strip()
        texts.write(unit.id_data, keys.HINTS, hints)
        upkeep.mark_edited()

    return {"get": get, "set": set_hint}


def _get_minutes(unit: Any) -> int:
    duration = FileValues("", unit.id_data, []).name(keys.DURATION, DEFAULT_DURATION)
    try:
        return max(1, round(duration_seconds(duration) / 60))
    except BadArgument:
        return max(1, round(duration_seconds(DEFAULT_DURATION) / 60))


def _set_minutes(unit: Any, minutes: int) -> None:
    unit.id_data[keys.DURATION] = f"{minutes}_minutes"
    upkeep.mark_edited()


def _get_event(unit: Any) -> int:
    event = FileValues("", unit.id_data, []).name(keys.LEARNING_EVENT)
    return lesson.LEARNING_EVENTS.index(event) if event in lesson.LEARNING_EVENTS else 0


def _set_event(unit: Any, index: int) -> None:
    unit.id_data[keys.LEARNING_EVENT] = lesson.LEARNING_EVENTS[index]
    upkeep.mark_edited()


class MALLOC_VR_PG_unit(bpy.types.PropertyGroup):
    """The unit of a scene."""

    title: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Title",
        description="What the learner reads of it in the list of units",
        maxlen=128,
        **_text(keys.TITLE),
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
    goal: bpy.props.StringProperty(  # type: ignore[valid-type]
        description="Id of the goal that is being edited", options={"HIDDEN"}
    )


MALLOC_VR_PG_unit.__annotations__.update(
    {
        f"hint_{level}": bpy.props.StringProperty(
            name=_HINT_NAMES[level - 1],
            description=_HINT_SENTENCES[level - 1],
            **_hint(level - 1),
        )
        for level in range(1, HINT_LEVELS + 1)
    }
)
