"""What a person chooses in Review, as properties whose values are the View's.

Thread: main.
"""

import bpy

from .. import view_state
from . import (
    attention,
    ghosts,
    overlay_text,
    parts_in_scene,
    reading,
    replay_ghosts,
    replaying,
)
from .properties import MALLOC_VR_PG_review_row


def _chosen_row(_manager: bpy.types.WindowManager) -> int:
    shown = view_state.view().review
    names = [row.learner_id for row in shown.rows]
    return names.index(shown.learner) if shown.learner in names else -1


def _choose_row(_manager: bpy.types.WindowManager, index: int) -> None:
    rows = view_state.view().review.rows
    if 0 <= index < len(rows):
        reading.choose(rows[index].learner_id)


def _progress(_manager: bpy.types.WindowManager) -> int:
    """From 1, as people count."""
    shown = view_state.view().review
    return shown.step + 1 if shown.steps else 0


def _properties() -> dict[str, object]:
    rows = {"type": MALLOC_VR_PG_review_row}
    return {
        "malloc_vr_review_rows": bpy.props.CollectionProperty(**rows),
        "malloc_vr_review_steps": bpy.props.CollectionProperty(**rows),
        "malloc_vr_review_row": bpy.props.IntProperty(
            name="Learner", get=_chosen_row, set=_choose_row
        ),
        "malloc_vr_review_step": bpy.props.IntProperty(
            name="Step",
            description="Which step of the work is shown; drag to go through it",
            get=_progress,
            set=lambda _manager, step: reading.choose_step(step - 1),
        ),
        "malloc_vr_review_step_row": bpy.props.IntProperty(
            name="Step",
            get=lambda _manager: view_state.view().review.step,
            set=lambda _manager, index: reading.choose_step(index),
        ),
        "malloc_vr_review_ghosts": bpy.props.BoolProperty(
            name="Show in Viewport",
            description="Show as wire boxes where the objects were at this step. Nothing is moved",
            get=lambda _manager: view_state.view().review.shows_ghosts,
            set=lambda _manager, is_shown: reading.show_ghosts(is_shown),
        ),
        "malloc_vr_review_moment": bpy.props.FloatProperty(
            name="Moment (s)",
            description="Seconds of work in this run of the unit; drag to go through it",
            precision=1,
            get=lambda _manager: view_state.view().review.moment_seconds,
            set=lambda _manager, seconds: replaying.go_to(seconds),
        ),
        "malloc_vr_review_attention": bpy.props.BoolProperty(
            name="Show Attention",
            description="Colour each object by how long it was in the picture",
            get=lambda _manager: view_state.view().review.shows_attention,
            set=lambda _manager, is_shown: reading.show_attention(is_shown),
        ),
        "malloc_vr_review_only_lesson": bpy.props.BoolProperty(
            name="Only This Lesson",
            description="Leave out work in lessons that are not in this file",
            get=lambda _manager: reading.shows_only_lesson(),
            set=lambda _manager, only: reading.show_only_lesson(only),
        ),
    }


def register() -> None:
    """Make the properties, and draw ghosts from now on."""
    bpy.utils.register_class(MALLOC_VR_PG_review_row)
    for name, prop in _properties().items():
        setattr(bpy.types.WindowManager, name, prop)
    for drawn in (ghosts, replay_ghosts, attention):
        drawn.start()


def unregister() -> None:
    """Take them away again."""
    for drawn in (ghosts, replay_ghosts, attention):
        drawn.stop()
    overlay_text.forget()
    parts_in_scene.forget()
    replaying.forget()
    reading.forget()
    for name in _properties():
        delattr(bpy.types.WindowManager, name)
    bpy.utils.unregister_class(MALLOC_VR_PG_review_row)
