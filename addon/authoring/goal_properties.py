"""A goal (an assessment trigger) as properties of its object.

All but the rows is read from the object's custom properties at each look and written to them.

Thread: main.
"""

from typing import Any

import bpy

from .. import upkeep, view_state
from ..core import keys, lesson, limits
from ..core.condition_form import parse_condition
from ..core.errors import MallocVrError
from ..core.file_values import FileValues
from ..core.said import template
from . import conditions, goal_names, goals, hint_properties, texts
from .condition_row import MALLOC_VR_PG_condition_row

_ASSESSMENT_SENTENCES = {
    "formative": template("Feedback on the way"),
    "authentic": template("The real task, judged as a whole"),
    "competency": template("A required standard, met or not"),
}
_ASSESSMENTS = tuple(
    (one, one.title(), _ASSESSMENT_SENTENCES.get(one, "")) for one in lesson.ASSESSMENT_TYPES
)


def _get_objective(goal: Any) -> str:
    return FileValues("", goal.id_data, []).text(keys.OBJECTIVE)


def _set_objective(goal: Any, text: str) -> None:
    """Rename the goal; the unit's list of objectives follows. Emptied, it is named by itself again."""
    trigger, text = goal.id_data, text.strip()[: limits.OBJECTIVE_LIMIT_CHARS]
    before = _get_objective(goal)
    if not text:
        goal_names.follow_from_now(trigger)
        goal_names.follow(trigger)
    if not text or text == before:
        return
    goals.rename(trigger, text)
    upkeep.mark_authored(may_wait=True)


def _get_assessment(goal: Any) -> int:
    values = FileValues("", goal.id_data, [])
    kind = values.choice(keys.ASSESSMENT_TYPE, lesson.ASSESSMENT_TYPES)
    return lesson.ASSESSMENT_TYPES.index(kind)


def _set_assessment(goal: Any, index: int) -> None:
    goal.id_data[keys.ASSESSMENT_TYPE] = lesson.ASSESSMENT_TYPES[index]
    upkeep.mark_authored(may_wait=True)


def _get_skill(goal: Any) -> str:
    return FileValues("", goal.id_data, []).name(keys.SKILL)


def _set_skill(goal: Any, text: str) -> None:
    texts.keep(goal.id_data, keys.SKILL, text.strip())
    upkeep.mark_authored(may_wait=True)


def _get_difficulty(goal: Any) -> int:
    values = FileValues("", goal.id_data, [])
    return values.whole_number(keys.ITEM_DIFFICULTY, *lesson.DIFFICULTY_RANGE) or 0


def _set_difficulty(goal: Any, value: int) -> None:
    texts.keep(goal.id_data, keys.ITEM_DIFFICULTY, value)
    upkeep.mark_authored(may_wait=True)


def _get_json(goal: Any) -> str:
    return conditions.text(goal.id_data)


def _set_json(goal: Any, text: str) -> None:
    """Take another condition; what is none is rejected with its place, and the old one stays."""
    try:
        condition = parse_condition(text)
    except MallocVrError as error:
        view_state.show_problem(error.message, error.remedy)
        return
    view_state.show_problem("")
    conditions.write(goal.id_data, condition)
    goal_names.follow(goal.id_data)


class MALLOC_VR_PG_goal(bpy.types.PropertyGroup):
    """A goal of a unit."""

    objective: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Goal",
        description="What the learner can do when this is so; emptied, it says what is asked below",
        get=_get_objective,
        set=_set_objective,
    )
    assessment_type: bpy.props.EnumProperty(  # type: ignore[valid-type]
        name="Assessment", items=_ASSESSMENTS, get=_get_assessment, set=_set_assessment
    )
    skill: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Skill",
        description="What a try of this is evidence of. Empty: the unit itself",
        get=_get_skill,
        set=_set_skill,
    )
    difficulty: bpy.props.IntProperty(  # type: ignore[valid-type]
        name="Difficulty",
        description="From 1 (easy) to 10, as you see it; 0 leaves it open",
        min=0,
        max=lesson.DIFFICULTY_RANGE[1],
        get=_get_difficulty,
        set=_set_difficulty,
    )
    json: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="JSON",
        description="The condition as it stands in the file, see docs/predicates.md",
        get=_get_json,
        set=_set_json,
    )
    made_name: bpy.props.StringProperty(  # type: ignore[valid-type]
        description="The name that was made of the condition, as long as it follows that",
        options={"HIDDEN"},
    )
    rows: bpy.props.CollectionProperty(  # type: ignore[valid-type]
        type=MALLOC_VR_PG_condition_row
    )
    rows_of: bpy.props.StringProperty(  # type: ignore[valid-type]
        description="The condition that the rows were made from", options={"HIDDEN"}
    )


MALLOC_VR_PG_goal.__annotations__.update(hint_properties.properties())
