"""Three ways to work through a unit, each by Blender's operators: careful, hasty and lost.

Scripted is what they are; what they did is judged like anybody's work.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import bmesh
import bpy
from hands import Hands


class LessonHands(Hands):
    """The hands of one learner at the buttons of the add-on, and at more of Blender's own."""

    def __init__(self, learner: str) -> None:
        super().__init__()
        self.learner = learner

    def start(self, unit_id: str) -> None:
        """Start a unit, or go on with one that was left."""
        self.operate(bpy.ops.malloc_vr.unit_start, unit_id=unit_id, learner=self.learner)
        self.step(f"start {unit_id}")

    def press(self, button: str) -> None:
        """Press a button of the running unit: step_check, hint_show, work_submit and so on."""
        self.operate(getattr(bpy.ops.malloc_vr, button))
        self.step(button)

    def answer(self, question: str, **given: Any) -> None:
        """Answer a question of the running unit."""
        self.operate(bpy.ops.malloc_vr.question_answer, question=question, **given)
        self.step(f"answer {question}")

    def step(self, what: str) -> None:
        """End what was done as a step of its own for Undo."""
        self.actions.append(what)
        bpy.context.view_layer.update()
        bpy.ops.ed.undo_push(message=what)

    def take_back(self) -> None:
        """Ctrl Z."""
        self.actions.append("undo")
        bpy.ops.ed.undo()

    def slide(self, name: str, way_m: tuple[float, float, float]) -> None:
        """G, the way along the axes."""
        self.pick(name)
        self.transform(bpy.ops.transform.translate, value=way_m, orient_type="GLOBAL")
        self.step(f"move {name}")

    def rotate(self, name: str, angle_rad: float, axis: str) -> None:
        """R, the axis, the angle; right-hand positive."""
        self.pick(name)
        self._rotate(angle_rad, axis, "GLOBAL")
        self.step(f"rotate {name}")

    def resize(self, name: str, factor: float) -> None:
        """S, the factor."""
        self.pick(name)
        self.transform(bpy.ops.transform.resize, value=(factor,) * 3)
        self.step(f"scale {name}")

    def mode(self, mode: str) -> None:
        """Tab."""
        self.operate(bpy.ops.object.mode_set, mode=mode)
        self.step(f"mode {mode}")

    def extrude_top(self, name: str, height_m: float) -> None:
        """Tab, a click on the top face, E, the height, Tab."""
        thing = self.pick(name)
        self.mode("EDIT")
        self.operate(bpy.ops.mesh.select_mode, type="FACE")
        self.operate(bpy.ops.mesh.select_all, action="DESELECT", may_do_nothing=True)
        mesh = bmesh.from_edit_mesh(thing.data)
        max(mesh.faces, key=lambda face: face.calc_center_median().z).select_set(True)
        bmesh.update_edit_mesh(thing.data)
        move = {"value": (0.0, 0.0, height_m)}
        self.transform(bpy.ops.mesh.extrude_region_move, TRANSFORM_OT_translate=move)
        self.step(f"extrude {name}")
        self.mode("OBJECT")


Work = Callable[[LessonHands], None]


@dataclass(frozen=True)
class Way:
    """How a unit can be done.

    Attributes:
        right: All that it asks for, in the right order.
        slip: Ends in something that is not right.
        undos: So many steps of Undo take that back.
    """

    right: Work
    slip: Work
    undos: int = 1


def careful(hands: LessonHands, unit_id: str, way: Way) -> None:
    """Does what is asked, and hands it in."""
    hands.start(unit_id)
    way.right(hands)
    hands.press("work_submit")


def hasty(hands: LessonHands, unit_id: str, way: Way) -> None:
    """Takes the wrong thing or goes too far, takes it back, and does it right."""
    hands.start(unit_id)
    way.slip(hands)
    for _ in range(way.undos):
        hands.take_back()
    way.right(hands)
    hands.press("work_submit")


def lost(hands: LessonHands, unit_id: str, way: Way) -> None:
    """Hands in before doing anything, asks for all help, leaves half-way, and begins again later."""
    hands.start(unit_id)
    hands.press("step_check")
    hands.press("work_submit")
    for _ in range(3):
        hands.press("hint_show")
    way.slip(hands)
    hands.press("session_end")
    hands.start(unit_id)
    hands.press("unit_restart")
    way.right(hands)
    hands.press("work_submit")


MANNERS: Mapping[str, Callable[[LessonHands, str, Way], None]] = {
    "careful": careful,
    "hasty": hasty,
    "lost": lost,
}
