"""What concerns the whole lesson: its details, an example that ships, mending what a check found.

The scene's part of the tools. Thread: main. Whoever calls makes the step for Undo.
"""

from dataclasses import replace
from typing import Any

import bpy

from ..core.arguments import CreateKnowledgeNodeArguments
from ..core.errors import rejection
from ..core.lesson_details import languages_of
from ..core.said import say
from ..core.scene_shapes import CheckLesson, CreateKnowledgeNode, CreateTrigger, LessonFinding
from ..core.serving import Call, WindowCall, require_wanted
from ..core.shape import ToolArguments
from ..core.window_shapes import AddExampleLesson, FixFinding, LessonChanged, UpdateLessonDetails
from ..scene import trigger_authoring, unit_authoring, unit_reading
from ..scene.shipped import LESSONS
from . import lesson_checking, lesson_fixes, lesson_head, lesson_properties

_TEXTS = ("title", "author", "licence")


def update_lesson_details(command: UpdateLessonDetails) -> LessonChanged:
    """Say otherwise what the lesson is; what is not given stays.

    Raises:
        BadArgument, Conflict: Nothing was written.
    """
    scene = lesson_head.scene_of(unit_reading.read_lesson())
    if scene is None:
        raise rejection("CONFLICT", "This file holds no lesson.", remedy="Add a unit first.")
    if not scene.is_editable:
        raise rejection(
            "CONFLICT",
            say("The scene {name} is linked from another file.", name=scene.name),
            remedy="Author the unit in the file that it comes from.",
        )
    given: dict[str, Any] = {
        name: " ".join(text.split())
        for name in _TEXTS
        if (text := getattr(command, name)) is not None
    }
    if command.languages is not None:
        given["languages"] = _languages(command.languages)
    lesson_properties.write(scene, replace(lesson_properties.read(scene), **given))
    return LessonChanged(scene_name=scene.name, changed=list(given))


def add_example_lesson(command: AddExampleLesson, call: Call) -> LessonChanged:
    """Author a lesson that ships in a file that holds none.

    Raises:
        NotFound, Conflict: Nothing was written; the latter also where nobody waits for it.
    """
    lesson = LESSONS.get(command.lesson)
    if lesson is None:
        raise rejection(
            "RESOURCE_NOT_FOUND",
            say("No lesson {name} ships with the add-on.", name=command.lesson),
            "lesson",
            "list_lessons names those that do.",
        )
    if unit_reading.unit_scenes():
        raise rejection("CONFLICT", "This file holds a lesson already.", remedy="Open a new file.")
    require_wanted(call)
    whole = WindowCall(call.caller, call.is_from_window)  # what is begun is not cancelled half-way
    for arguments in lesson.tool_calls():
        _author(arguments, whole)
    units = unit_reading.read_lesson().units
    return LessonChanged(scene_name=units[0].scene_name, changed=[unit.unit_id for unit in units])


def fix_finding(command: FixFinding) -> LessonChanged:
    """Mend what a check finds now.

    Raises:
        NotFound: It finds no such thing any more.
        Conflict: There is no safe way, or a unit runs.
    """
    found = lesson_checking.check_lesson(CheckLesson()).findings
    finding = next((one for one in found if _is(one, command)), None)
    if finding is None:
        raise rejection(
            "RESOURCE_NOT_FOUND",
            say("The check finds no {kind} there.", kind=command.kind),
            "kind",
            "See check_lesson for what it finds now.",
        )
    lesson_fixes.fix(finding)
    scene = bpy.data.scenes.get(finding.scene_name)
    return LessonChanged(
        unit_id=unit_reading.unit_id_of(scene) if scene is not None else "",
        scene_name=finding.scene_name,
        changed=[finding.object_name or finding.kind],
    )


def _author(arguments: ToolArguments[Any], call: Call) -> None:
    if isinstance(arguments, CreateKnowledgeNodeArguments):
        unit = CreateKnowledgeNode(
            unit_data=arguments.unit_data, scene_configuration=arguments.scene_configuration
        )
        unit_authoring.create_knowledge_node(unit, call)
        return
    goal = CreateTrigger(
        assessment_config=arguments.assessment_config,  # type: ignore[attr-defined]
        spatial_configuration=arguments.spatial_configuration,  # type: ignore[attr-defined]
    )
    trigger_authoring.create_assessment_trigger(goal)


def _languages(given: Any) -> tuple[str, ...]:
    if any(languages_of(one) != (one,) for one in given):
        path = "languages"
        raise rejection(
            "VALIDATION_ERROR",
            say("{path} must hold codes of languages.", path=path),
            path,
            "Such as en, de, pt_BR.",
        )
    return tuple(dict.fromkeys(given))


def _is(finding: LessonFinding, command: FixFinding) -> bool:
    return finding.kind == command.kind and all(
        getattr(command, name) in ("", getattr(finding, name))
        for name in ("unit_id", "scene_name", "object_name")
    )
