"""How the goals of the open scene stand now, for their author: nothing of it is recorded.

The scene is judged as if a unit began at this moment, so what only work can bring about (moved,
turned, in order) does not hold yet.

Thread: main.
"""

import logging
from functools import lru_cache

import bpy

from .. import modes, translation, view_state
from ..core.author_view import NodeTruth
from ..core.clock import now_seconds
from ..core.errors import MallocVrError
from ..core.scene_types import Condition, SessionRun
from ..live.scene_feed import SceneFeed
from ..scene import named_objects, unit_reading
from . import condition_rows, conditions, goals, truth_due

INTERVAL_SECONDS = 0.2
"""How soon it is judged again after a change."""

MOST_OF_THE_TIME = 0.05
"""Judging takes no more of the main thread's time than this."""

_log = logging.getLogger(__name__)
_not_before_seconds = float("-inf")


def refresh() -> None:
    """Judge again, if something changed and somebody authors here; call it again and again."""
    global _not_before_seconds
    now = now_seconds()
    if modes.current() is not modes.Mode.AUTHOR or now < _not_before_seconds:
        return
    scene = bpy.context.scene
    if not truth_due.take(scene.session_uid if scene is not None else 0):
        return
    if scene is not None and unit_reading.is_unit(scene):
        judge(scene)
    else:
        view_state.show(truth={}, gone={})
    took = now_seconds() - now
    _not_before_seconds = now + max(INTERVAL_SECONDS, took / MOST_OF_THE_TIME)


def judge(scene: bpy.types.Scene) -> None:
    """Judge the goals of a scene as it is now; show how each part stands, and the edited one."""
    triggers = goals.goals_of(scene)  # all objects are gone through for them: once
    edited = goals.selected_of(scene, triggers)
    if edited is not None:  # a client or Undo may have changed it
        condition_rows.sync(edited)
    texts = {goals.id_of(one): conditions.text(one) for one in triggers}
    compiled = {name: _compiled(text) for name, text in texts.items()}
    judged = {name: one for name, one in compiled.items() if one is not None}
    run = SessionRun(judged)
    wanted: dict[str, str] = {}
    gone: dict[str, tuple[str, ...]] = {}
    for trigger in triggers:
        goal = goals.id_of(trigger)
        condition = judged.get(goal)
        if condition is not None:
            known = conditions.identities(trigger)
            own = {name: known.get(name, "") for name in condition.object_names}
            found = named_objects.find_all(scene, own)
            gone[goal] = tuple(name for name in own if name not in found)
            wanted.update(own)
    surfaces = {name for one in judged.values() for name in one.surface_names}
    meshes = {name for one in judged.values() for name in one.mesh_names}
    named_objects.view_layer_of(scene).update()
    SceneFeed(run, wanted, surfaces, meshes).tell_all(scene)
    run.start(0.0)
    view_state.show(
        truth={name: _truths(run, name) for name in judged},
        gone={name: names for name, names in gone.items() if names},
    )


def _truths(run: SessionRun, goal: str) -> tuple[NodeTruth, ...]:
    return tuple(
        NodeTruth(report.holds, translation.text_of(report.sentence))
        for report in run.node_reports(goal)
    )


@lru_cache(maxsize=256)
def _compiled(text: str) -> Condition | None:
    """A condition; None where there is none, or it is not finished."""
    if text in ("", "{}"):
        return None
    try:
        return Condition(text)
    except MallocVrError:  # the lesson's problems say what is missing
        return None
