"""The curriculum's trees follow the lesson, and the lesson follows what is changed in a tree.

A change that Blender reports is taken at once, so that one step of Undo takes back the link and
the prerequisite. What it does not report, such as a node put into a frame, is found by looking, and
is a step of its own.

Thread: main.
"""

from dataclasses import dataclass

import bpy

from .. import view_state
from ..core.curriculum import keyed
from ..core.lesson import Lesson, Unit
from ..core.said import template
from ..scene import curriculum_edits, curriculum_sync, curriculum_tree, undo_steps

CHANGED = template("Change Curriculum")
"""Name of the step for Undo."""

_HOLDING_NODES = ("NODE_OT_", "TRANSFORM_OT_")
"""What keeps pointers to nodes and links while the mouse drags something."""


@dataclass
class _State:
    """How far trees and lesson are with each other.

    Attributes:
        units: Of the lesson, by the keys of their nodes; None until it was read from this file as
            it is now.
        trees: Session numbers of the trees that were drawn last.
        is_due: The trees are to be drawn anew.
        scenes_lead: What a tree shows beyond the scenes is no new change, as after Undo.
        is_time_turning: Blender goes back, forth or to another file, and what it reports is no
            change by a person.
        has_written: A scene was changed, and nobody asked for that yet.
    """

    units: dict[str, Unit] | None = None
    trees: tuple[int, ...] = ()
    is_due: bool = False
    scenes_lead: bool = True
    is_time_turning: bool = False
    has_written: bool = False


_state = _State()


def forget() -> None:
    """Nothing was read yet."""
    global _state
    _state = _State()


def lesson_read(lesson: Lesson) -> None:
    """The lesson was read: the trees are to show it."""
    _state.units, _state.is_due = keyed(lesson.units), True
    trees = free_trees()
    if not _state.scenes_lead:
        for tree in trees:
            _look(tree)  # of an operator that has just run, and so of its step for Undo
    _sync(trees)


def follow() -> None:
    """Take what was changed in trees without a report, and have new trees show the lesson."""
    trees = free_trees()
    if not _state.scenes_lead:
        written = [tree for tree in trees if _look(tree)]
        if written:
            undo_steps.push(CHANGED)
    _sync(trees)


def has_written() -> bool:
    """Whether a change of a tree went into a scene since this was asked last."""
    had, _state.has_written = _state.has_written, False
    return had


def time_turns() -> None:
    """Undo, Redo or the loading of a file begins."""
    _state.is_time_turning = True


def time_turned() -> None:
    """It is done, and the scenes say what is true."""
    _state.is_time_turning, _state.scenes_lead, _state.units = False, True, None


def tree_changed(tree: bpy.types.NodeTree) -> None:
    """Blender reports that a tree may have changed."""
    if curriculum_sync.is_syncing() or _state.is_time_turning or not curriculum_tree.is_own(tree):
        return
    _look(tree)


def free_trees() -> list[bpy.types.NodeTree]:
    """The trees of this file; none while Blender holds on to their nodes."""
    own = [tree for tree in curriculum_tree.trees() if curriculum_tree.is_own(tree)]
    if not own or bpy.app.background:
        return own
    holds = any(
        operator.bl_idname.startswith(_HOLDING_NODES)
        for window in bpy.context.window_manager.windows
        for operator in window.modal_operators
    )
    return [] if holds else own


def _sync(trees: list[bpy.types.NodeTree]) -> None:
    shown = tuple(tree.session_uid for tree in trees)
    is_due = _state.is_due or _state.scenes_lead or shown != _state.trees
    if _state.units is None or not trees or not is_due:
        return
    for tree in trees:
        curriculum_sync.sync(tree, _state.units)
    _state.trees, _state.is_due, _state.scenes_lead = shown, False, False


def _look(tree: bpy.types.NodeTree) -> bool:
    """Take what was changed in a tree; whether a scene was changed by that."""
    if not curriculum_edits.are_there(tree):
        return False
    with curriculum_sync.by_us():
        outcome = curriculum_edits.take(tree, view_state.view().session is not None)
    _state.is_due |= outcome.must_sync
    _state.has_written |= outcome.is_written
    if outcome.rejected is not None:
        view_state.show_problem(outcome.rejected.problem, outcome.rejected.remedy)
    elif outcome.is_written:
        view_state.show_problem("")
    return outcome.is_written
