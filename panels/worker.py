"""Who works in the unit that runs, with what can be done to the unit as a whole.

It stands where the switch of modes was, so that nothing below moves when a unit starts or ends.
"""

import bpy

from .. import runtime
from ..core.consent import Recording
from ..learner_view import Guidance
from ..translation import translated
from .text import has_space_for_words


def draw(
    layout: bpy.types.UILayout,
    context: bpy.types.Context,
    view: runtime.View,
    guidance: Guidance,
) -> None:
    """One row: the name, and the buttons for the unit as a whole."""
    row = layout.row(align=True)
    name = view.session.learner if view.session else view.learner
    if view.session is not None and view.session.is_trial:
        name = translated("you")
    if has_space_for_words(context):
        name = translated("Working as {name}", name=name)
    row.label(text=name, icon="USER")
    icons = row.row(align=True)
    icons.alignment = "RIGHT"
    if view.recording is not Recording.OFF:
        is_on = view.recording is Recording.ON
        icons.operator("malloc_vr.recording_pause", text="", icon="REC", depress=is_on)
    if guidance.is_paused:
        icons.operator("malloc_vr.unit_resume", text="", icon="PLAY")
    else:
        icons.operator("malloc_vr.unit_pause", text="", icon="PAUSE")
    icons.operator("malloc_vr.unit_restart", text="", icon="LOOP_BACK")
    icons.operator("malloc_vr.session_end", text="", icon="PANEL_CLOSE")
