"""A lesson as values: units, their triggers, and how both stand in a file's custom properties."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args, get_type_hints

from . import keys, replies
from .adaptation import is_adaptation_optional
from .duration import DEFAULT_DURATION
from .file_values import FileValues
from .hint_levels import by_level
from .lesson_values import condition_problem, require_duration
from .names import fit_blender_name
from .replies import AuthoredTrigger, AuthoredUnit
from .said import joined, say
from .scene_shapes import AssessmentConfig, UnitData
from .unfinished_goals import next_step

ASSESSMENT_TYPES: tuple[str, ...] = get_args(get_type_hints(AssessmentConfig)["assessment_type"])
LEARNING_EVENTS: tuple[str, ...] = get_args(get_args(get_type_hints(UnitData)["learning_event"])[0])
DIFFICULTY_RANGE = (1, 10)
"""How difficult an author can say that a checkpoint is."""


@dataclass(frozen=True)
class Trigger:
    """One assessment checkpoint: a hidden object that carries conditions over the scene.

    Attributes:
        checkpoint_id: UUID; the object's name where a hand-made trigger has none.
        trigger_conditions: JSON object; empty where nothing in the scene can be judged.
        named_objects: UUIDs of the objects that the conditions name, by that name.
        skill: What a try of it is evidence of; "" stands for the unit.
        difficulty: 1 to 10 as the author sees it, or None.
        hints: From vague to exact; empty where those of the unit are for it too.
        problem: Why its conditions cannot be judged, in a sentence; "" if they can, or it has none.
        next_step: What its author has still to say, a sentence; "" where it is finished or broken.
    """

    checkpoint_id: str
    trigger_object_name: str
    assessment_type: str
    learning_objective: str
    trigger_conditions: Mapping[str, Any]
    named_objects: Mapping[str, str]
    skill: str = ""
    difficulty: int | None = None
    hints: tuple[str, ...] = ()
    problem: str = ""
    next_step: str = ""

    @property
    def can_be_judged(self) -> bool:
        """Whether anything in the scene says how it stands: without conditions it is none."""
        return bool(self.trigger_conditions)

    def published(self) -> AuthoredTrigger:
        """The form that clients see."""
        return AuthoredTrigger(
            checkpoint_id=self.checkpoint_id,
            trigger_object_name=self.trigger_object_name,
            assessment_type=self.assessment_type,
            learning_objective=self.learning_objective,
            trigger_conditions=dict(self.trigger_conditions),
            skill=self.skill,
            difficulty=self.difficulty,
            hints=self.hints,
        )


@dataclass(frozen=True)
class Unit:
    """One unit of a lesson, which is one Blender scene.

    Attributes:
        uuid: Identity in the file; "" where a hand-made unit has none.
        estimated_duration: As in the file, such as "15_minutes".
        module: Name of the module that the unit belongs to; "" of none.
        adaptation_optional: Whether a learner may have it as everybody does.
    """

    unit_id: str
    scene_name: str
    uuid: str = ""
    title: str = ""
    learning_objectives: tuple[str, ...] = ()
    prerequisite_units: tuple[str, ...] = ()
    estimated_duration: str = DEFAULT_DURATION
    learning_event: str = ""
    instructions: str = ""
    hints: tuple[str, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    module: str = ""
    adaptation_optional: bool = False

    def published(self) -> AuthoredUnit:
        """The form that clients see."""
        return AuthoredUnit(
            unit_id=self.unit_id,
            title=self.title,
            scene_name=self.scene_name,
            uuid=self.uuid,
            learning_objectives=self.learning_objectives,
            prerequisite_units=self.prerequisite_units,
            estimated_duration=self.estimated_duration,
            learning_event=self.learning_event,
            instructions=self.instructions,
            hints=self.hints,
            triggers=[trigger.published() for trigger in self.triggers],
        )

    def to_properties(self) -> dict[str, str | float]:
        """The custom properties of its scene.

        A client that says nothing of its module and makes it anew leaves it in the one that it is in.
        """
        module = {keys.MODULE: self.module} if self.module else {}
        optional = {keys.ADAPTATION_OPTIONAL: True} if self.adaptation_optional else {}
        return {
            **module,
            **optional,
            keys.UNIT_ID: self.unit_id,
            keys.PREREQUISITES: _dump(self.prerequisite_units),
            keys.OBJECTIVES: _dump(self.learning_objectives),
            keys.DURATION: self.estimated_duration,
            keys.UUID: self.uuid,
            keys.TITLE: self.title,
            keys.LEARNING_EVENT: self.learning_event,
            keys.INSTRUCTIONS: self.instructions,
            keys.HINTS: _dump(self.hints),
        }


@dataclass(frozen=True)
class Lesson:
    """All units of a file.

    Attributes:
        order: Unit ids, prerequisites first.
        problems: What is wrong with the data, in sentences for the author.
        file: Path of the file; "" of one that was never saved.
        dirty: Whether it has changes that are not saved.
    """

    units: tuple[Unit, ...]
    order: tuple[str, ...]
    problems: tuple[str, ...] = ()
    file: str = ""
    dirty: bool = False

    def published(self) -> replies.Lesson:
        """The form that clients see."""
        return replies.Lesson(
            file=self.file,
            dirty=self.dirty,
            units=[unit.published() for unit in self.units],
            order=self.order,
            problems=self.problems,
        )


def read_unit(
    scene_name: str, properties: Mapping[str, Any], triggers: Sequence[Trigger], problems: list[str]
) -> Unit:
    """Read a unit from its scene's custom properties; whatever was broken by hand is reported.

    Args:
        problems: Gets a sentence for each property that could not be read.
    """
    values = FileValues(scene_name, properties, problems)
    return Unit(
        unit_id=values.name(keys.UNIT_ID),
        scene_name=scene_name,
        uuid=values.name(keys.UUID),
        title=values.text(keys.TITLE),
        learning_objectives=values.texts(keys.OBJECTIVES),
        prerequisite_units=values.texts(keys.PREREQUISITES),
        estimated_duration=values.checked(keys.DURATION, DEFAULT_DURATION, require_duration),
        learning_event=values.name(keys.LEARNING_EVENT),
        instructions=values.text(keys.INSTRUCTIONS),
        hints=by_level(values.texts(keys.HINTS)),
        triggers=tuple(triggers),
        module=read_module(values),
        adaptation_optional=is_adaptation_optional(properties),
    )


def read_module(values: FileValues) -> str:
    """The module of a unit, which is also the label of a frame, and no longer than one can be."""
    return fit_blender_name(values.name(keys.MODULE).strip()).strip()


def read_trigger(object_name: str, properties: Mapping[str, Any], problems: list[str]) -> Trigger:
    """Read a trigger from its object's custom properties, likewise."""
    found: list[str] = []
    values = FileValues(object_name, properties, found)
    conditions, step = _read_conditions(values)
    problem = joined(found)  # of the conditions: without them the trigger judges something else
    trigger = Trigger(
        checkpoint_id=values.name(keys.UUID, object_name),
        trigger_object_name=object_name,
        assessment_type=values.choice(keys.ASSESSMENT_TYPE, ASSESSMENT_TYPES),
        learning_objective=values.text(keys.OBJECTIVE),
        trigger_conditions=conditions,
        named_objects=values.text_mapping(keys.NAMED_OBJECTS),
        skill=values.name(keys.SKILL),
        difficulty=values.whole_number(keys.ITEM_DIFFICULTY, *DIFFICULTY_RANGE),
        hints=by_level(values.texts(keys.HINTS)),
        problem=problem,
        next_step=step,
    )
    problems += found
    return trigger


def _read_conditions(values: FileValues) -> tuple[dict[str, Any], str]:
    """The conditions, and what is still to be said of them; what is wrong otherwise is reported."""
    had = len(values.problems)
    conditions = values.mapping(keys.CONDITIONS)
    if not conditions:
        return conditions, "" if len(values.problems) > had else next_step(conditions)
    why = condition_problem(values.properties[keys.CONDITIONS])
    step = next_step(conditions) if why else ""
    if step:
        goal = values.text(keys.OBJECTIVE).strip() or values.owner
        values.problems.append(
            say("The goal “{goal}” is not finished. {step}", goal=goal, step=step)
        )
    elif why:
        values.report(keys.CONDITIONS, say("cannot be used: {problem}", problem=why))
    return conditions, step


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
