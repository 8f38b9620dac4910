"""A lesson as values: units, their triggers, and how both stand in a file's custom properties."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from . import keys
from .duration import DEFAULT_DURATION

ASSESSMENT_TYPES = ("formative", "authentic", "competency")
DIFFICULTY_RANGE = (1, 10)
"""How difficult an author can say that a checkpoint is."""

_NAMING_KEYS = frozenset(("object", "region", "to"))  # members of conditions that name objects


@dataclass(frozen=True)
class Trigger:
    """One assessment checkpoint: a hidden object that carries conditions over the scene.

    Attributes:
        checkpoint_id: UUID; the object's name where a hand-made trigger has none.
        trigger_conditions: JSON object; empty where nothing in the scene can be judged.
        named_objects: UUIDs of the objects that the conditions name, by that name.
        skill: What a try of it is evidence of; "" stands for the unit.
        difficulty: 1 to 10 as the author sees it, or None.
    """

    checkpoint_id: str
    trigger_object_name: str
    assessment_type: str
    learning_objective: str
    trigger_conditions: Mapping[str, Any]
    named_objects: Mapping[str, str]
    skill: str = ""
    difficulty: int | None = None

    def to_json(self) -> dict[str, Any]:
        """The form that clients see."""
        return {
            "checkpoint_id": self.checkpoint_id,
            "trigger_object_name": self.trigger_object_name,
            "assessment_type": self.assessment_type,
            "learning_objective": self.learning_objective,
            "trigger_conditions": dict(self.trigger_conditions),
            "skill": self.skill,
            "difficulty": self.difficulty,
        }


@dataclass(frozen=True)
class Unit:
    """One unit of a lesson, which is one Blender scene.

    Attributes:
        uuid: Identity in the file; "" where a hand-made unit has none.
        estimated_duration: As in the file, such as "15_minutes".
        difficulty: 1 is as authored; 0.5 to 2.
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

    def to_json(self) -> dict[str, Any]:
        """The form that clients see."""
        return {
            "unit_id": self.unit_id,
            "title": self.title,
            "scene_name": self.scene_name,
            "uuid": self.uuid,
            "learning_objectives": list(self.learning_objectives),
            "prerequisite_units": list(self.prerequisite_units),
            "estimated_duration": self.estimated_duration,
            "learning_event": self.learning_event,
            "instructions": self.instructions,
            "hints": list(self.hints),
            "triggers": [trigger.to_json() for trigger in self.triggers],
        }

    def to_properties(self) -> dict[str, str | float]:
        """The custom properties of its scene."""
        return {
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
    """

    units: tuple[Unit, ...]
    order: tuple[str, ...]
    problems: tuple[str, ...]


def read_unit(
    scene_name: str, properties: Mapping[str, Any], triggers: Sequence[Trigger], problems: list[str]
) -> Unit:
    """Read a unit from its scene's custom properties; whatever was broken by hand is reported.

    Args:
        problems: Gets a sentence for each property that could not be read.
    """

    def texts(key: str) -> tuple[str, ...]:
        return _read_texts(properties, key, scene_name, problems)

    def text(key: str, default: str = "") -> str:
        value = properties.get(key)
        return value if isinstance(value, str) and value else default

    return Unit(
        unit_id=text(keys.UNIT_ID),
        scene_name=scene_name,
        uuid=text(keys.UUID),
        title=text(keys.TITLE),
        learning_objectives=texts(keys.OBJECTIVES),
        prerequisite_units=texts(keys.PREREQUISITES),
        estimated_duration=text(keys.DURATION, DEFAULT_DURATION),
        learning_event=text(keys.LEARNING_EVENT),
        instructions=text(keys.INSTRUCTIONS),
        hints=texts(keys.HINTS),
        triggers=tuple(triggers),
    )


def read_trigger(object_name: str, properties: Mapping[str, Any], problems: list[str]) -> Trigger:
    """Read a trigger from its object's custom properties, likewise."""
    conditions = read_object(properties, keys.CONDITIONS, object_name, problems)
    named = read_object(properties, keys.NAMED_OBJECTS, object_name, problems)
    return Trigger(
        checkpoint_id=str(properties.get(keys.UUID) or object_name),
        trigger_object_name=object_name,
        assessment_type=str(properties.get(keys.ASSESSMENT_TYPE) or ASSESSMENT_TYPES[0]),
        learning_objective=str(properties.get(keys.OBJECTIVE) or ""),
        trigger_conditions=conditions,
        named_objects={name: str(uuid) for name, uuid in named.items()},
        skill=str(properties.get(keys.SKILL) or ""),
        difficulty=_read_difficulty(properties, object_name, problems),
    )


def _read_difficulty(properties: Mapping[str, Any], owner: str, problems: list[str]) -> int | None:
    value = properties.get(keys.ITEM_DIFFICULTY)
    if value is None:
        return None
    low, high = DIFFICULTY_RANGE
    if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
        return value
    problems.append(
        f"{owner}: the property {keys.ITEM_DIFFICULTY} is not a whole number from {low} to {high}."
    )
    return None


def read_object(
    properties: Mapping[str, Any], key: str, owner: str, problems: list[str]
) -> dict[str, Any]:
    """Read a property that holds a JSON object; {} and a problem if it does not."""
    value = _parse(properties.get(key, "{}"))
    if isinstance(value, dict):
        return value
    problems.append(f"{owner}: the property {key} is not a JSON object.")
    return {}


def path_of_name(conditions: object, name: str, path: str) -> str:
    """JSON path at which conditions name an object first; `path` itself if they do not."""
    return next(_paths_of_name(conditions, name, path), path)


def _paths_of_name(node: object, name: str, path: str) -> Iterator[str]:
    members: Iterable[tuple[str, object]] = ()
    if isinstance(node, Mapping):
        members = ((f"{path}.{key}", value) for key, value in node.items())
    elif isinstance(node, list):
        members = ((f"{path}[{index}]", value) for index, value in enumerate(node))
    for place, value in members:
        if value == name and place.rpartition(".")[2] in _NAMING_KEYS:
            yield place
        yield from _paths_of_name(value, name, place)


def _read_texts(
    properties: Mapping[str, Any], key: str, owner: str, problems: list[str]
) -> tuple[str, ...]:
    value = _parse(properties.get(key, "[]"))
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    problems.append(f"{owner}: the property {key} is not a JSON list of texts.")
    return ()


def _parse(value: object) -> object:
    if not isinstance(value, str):
        return None
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return None


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
