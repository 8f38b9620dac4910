"""The colours of the curriculum: how each unit stands for the learner, or for the class.

They are drawn over the nodes and never written into them: a file says nothing of its learners.
"""

import bpy
import gpu
from gpu_extras.batch import batch_for_shader

from ..core.said import template
from ..core.view import UnitState, UnitView
from ..scene import curriculum_tree
from ..translation import translated
from ..view_state import view
from . import shown

Colour = tuple[float, float, float, float]

NEUTRAL: Colour = (0.55, 0.55, 0.55, 1.0)
_OF_STATE: dict[UnitState, Colour] = {
    UnitState.LOCKED: NEUTRAL,
    UnitState.READY: (0.25, 0.55, 0.95, 1.0),
    UnitState.STARTED: (0.95, 0.6, 0.1, 1.0),
    UnitState.PASSED: (0.2, 0.7, 0.35, 1.0),
}
_OF_STEP: tuple[Colour, ...] = (  # of rising lightness, so that no hue has to be known
    (0.62, 0.3, 0.72, 1.0),
    (0.36, 0.45, 0.88, 1.0),
    (0.15, 0.62, 0.66, 1.0),
    (0.42, 0.8, 0.38, 1.0),
    (0.97, 0.88, 0.25, 1.0),
)
_SHARES = (
    template("0 to 20 %"),
    template("20 to 40 %"),
    template("40 to 60 %"),
    template("60 to 80 %"),
    template("80 to 100 %"),
)
_BAR = 6.0  # width of the bar at a node's left side, in pixels at an interface scale of 1

_handler: object | None = None


def shows_class() -> bool:
    """Whether the colours are those of the class."""
    return bool(bpy.context.window_manager.malloc_vr_curriculum_colours == "CLASS")


def of_unit(unit: UnitView | None) -> Colour:
    """The colour of a unit, by what was chosen to be shown."""
    if unit is None:
        return NEUTRAL
    if not shows_class():
        return _OF_STATE[unit.state]
    step = view().class_progress.step(unit.unit_id)
    return NEUTRAL if step is None else _OF_STEP[step]


def share_words(unit: UnitView) -> str:
    """The share of the class that passed a unit, for its node."""
    step = view().class_progress.step(unit.unit_id)
    return translated("Not shown") if step is None else translated(_SHARES[step])


def register() -> None:
    """Choose between learner and class, and draw."""
    global _handler
    bpy.types.WindowManager.malloc_vr_curriculum_colours = bpy.props.EnumProperty(
        name="Colors",
        description="Whose progress the colors of the units show",
        items=(
            ("LEARNER", "This Learner", "How each unit stands for the learner who is set"),
            ("CLASS", "Class", "How many of all learners of this record have passed each unit"),
        ),
    )
    _handler = bpy.types.SpaceNodeEditor.draw_handler_add(_draw, (), "WINDOW", "POST_VIEW")


def unregister() -> None:
    """Draw no more."""
    global _handler
    if _handler is not None:
        bpy.types.SpaceNodeEditor.draw_handler_remove(_handler, "WINDOW")
        _handler = None
    del bpy.types.WindowManager.malloc_vr_curriculum_colours


def _draw() -> None:
    """A bar of its colour at the left of each unit."""
    space = bpy.context.space_data
    tree = space.edit_tree
    if not curriculum_tree.is_tree(tree):
        return
    scale = bpy.context.preferences.system.ui_scale
    bars: dict[Colour, list[tuple[float, float]]] = {}
    for node in curriculum_tree.all_unit_nodes(tree):
        x, y = curriculum_tree.absolute(node)
        left, top = x * scale, y * scale
        right, bottom = left - _BAR * scale, top - node.dimensions.y
        corners = ((left, top), (right, top), (right, bottom), (left, bottom))
        points = bars.setdefault(of_unit(shown.unit_of(node)), [])
        points += [corners[at] for at in (0, 1, 2, 0, 2, 3)]
    shader = gpu.shader.from_builtin("UNIFORM_COLOR")
    for colour, points in bars.items():
        shader.bind()
        shader.uniform_float("color", colour)
        batch_for_shader(shader, "TRIS", {"pos": points}).draw(shader)
