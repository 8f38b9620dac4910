"""What an author left in a file, as values that can be compared with those of another file."""

import json
from typing import Any

import bpy
from blender_tests_support import addon

OWN_IDS = ("malloc_vr_uuid", "checkpoint_id", "malloc_vr_hint_of_goal")
"""What identifies things in one file only: a lesson that is authored anew has ids of its own."""


def without_ids(value: Any) -> Any:
    """The value without what identifies things in one file only, and without the last bits.

    A quaternion is made a unit one whenever it is authored, which may change its last bit.
    """
    if isinstance(value, float):
        return round(value, 9)
    if isinstance(value, dict):
        return {key: without_ids(each) for key, each in value.items() if key != "uuid"}
    return [without_ids(each) for each in value] if isinstance(value, list) else value


def properties(owner: Any) -> dict[str, Any]:
    """All custom properties, JSON texts as what they say."""
    found = {}
    for key in owner.keys():  # noqa: SIM118  an ID is no mapping
        value = owner[key]
        if key in OWN_IDS or not isinstance(value, str | int | float):
            continue  # a group of Blender's own properties is none that an author wrote
        if key == "malloc_vr_named_objects":  # object name -> its id
            value = sorted(json.loads(value))
        elif isinstance(value, str) and value[:1] in ("{", "["):
            value = without_ids(json.loads(value))
        found[key] = value
    return found


def authored() -> dict[str, Any]:
    """What an author left in the open file: of each scene, and of each object in it."""
    return {
        scene.name: {
            "unit": properties(scene),
            "camera": scene.camera.name if scene.camera else "",
            "objects": {_called(scene, obj): _object(scene, obj) for obj in scene.objects},
        }
        for scene in bpy.data.scenes
        if "learning_unit_id" in scene
    }


def _called(scene: Any, obj: Any) -> str:
    """Its name; of a hint object, whose number Blender gives, what it is and which goal it is at."""
    goals = _hinted(scene, obj)
    return f"{obj.name.partition('.')[0]} at {', '.join(goals)}" if goals else str(obj.name)


def _hinted(scene: Any, obj: Any) -> list[str]:
    """The goals that a hint object is at."""
    goal = obj.get("malloc_vr_hint_of_goal", "")
    return [one.name for one in scene.objects if goal and one.get("malloc_vr_uuid") == goal]


def _object(scene: Any, obj: Any) -> dict[str, Any]:
    """What an author said of an object; of the lesson's own ones their place and shape, too.

    The objects that a lesson is about are where its calls are made, however they stand there.
    """
    if "assessment_trigger" not in obj and "malloc_vr_hint_of_goal" not in obj:
        return {"properties": properties(obj)}
    is_hint = "malloc_vr_hint_of_goal" in obj
    return {
        "hints_at": _hinted(scene, obj),
        "properties": properties(obj),
        "basis": [round(value, 5) for row in obj.matrix_basis for value in row],
        "corners": [[round(v, 5) for v in one.co] for one in obj.data.vertices] if is_hint else [],
        "hidden": (obj.hide_viewport, obj.hide_render, obj.hide_select),
    }


def curriculum() -> dict[str, Any]:
    """Where the nodes of the curriculum stand, with their frames and links, by unit."""
    tree = addon("scene.curriculum_tree")
    ids = {value: scene["learning_unit_id"] for scene in bpy.data.scenes
           if (value := scene.get("malloc_vr_uuid"))}  # fmt: skip
    return {
        "nodes": {
            ids[key]: ([round(v, 2) for v in tree.absolute(node)], tree.module_of(node))
            for one in tree.trees()
            for key, node in tree.unit_nodes(one).items()
        },
        "links": sorted(
            (ids[first], ids[then]) for one in tree.trees() for first, then in tree.drawn(one).edges
        ),
    }


def units_in_order() -> list[str]:
    """The units as lists show them."""
    return [unit.unit_id for unit in addon("scene.unit_reading").read_lesson().units]


def exported() -> list[dict[str, Any]]:
    """The calls, down to their JSON and back."""
    calls = [
        {"tool": one.NAME, "arguments": one.to_json()}
        for one in addon("scene.lesson_calls").tool_calls()
    ]
    read: list[dict[str, Any]] = json.loads(json.dumps(calls, allow_nan=False))
    return read
