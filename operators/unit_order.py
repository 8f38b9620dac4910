"""The place of units among the others, what they need before, and taking one away."""

import bpy

from .. import runtime
from ..authoring import goals, new_scenes, texts
from ..core import keys, unit_order
from ..core.errors import rejection
from ..core.said import say
from ..core.unit_order import Needs
from ..scene import unit_reading
from ..translation import translated
from . import calling


class _OfUnit:
    """Mixed into an operator on the unit of the open scene."""

    bl_options = {"UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return calling.can_edit_unit(cls, context)


class MALLOC_VR_OT_unit_move(_OfUnit, bpy.types.Operator):
    """Move this scene's unit among the others. No unit comes before one that it needs"""

    bl_idname = "malloc_vr.unit_move"
    bl_label = "Move Unit"

    places: bpy.props.IntProperty(  # type: ignore[valid-type]
        name="Places", description="Negative: up", default=-1, options={"SKIP_SAVE"}
    )

    def execute(self, context: bpy.types.Context) -> set[str]:
        units = unit_reading.read_lesson().units
        needs = unit_order.needs_of(units)
        before = [unit.unit_id for unit in units]
        after = unit_order.moved(before, unit_reading.unit_id_of(context.scene), self.places)
        if unit_order.is_chain(before, needs):  # nobody said otherwise: so it stays one
            _write_needs(unit_order.chain(after))
            needs = unit_order.chain(after)
        breach = unit_order.first_breach(after, needs)
        if breach is not None:
            titles = {unit.unit_id: unit.title or unit.unit_id for unit in units}
            error = rejection(
                "CONFLICT",
                say(
                    "{unit} needs {other}, so it comes after it.",
                    unit=titles[breach[0]],
                    other=titles[breach[1]],
                ),
                remedy="Change what it needs under Advanced first.",
            )
            calling.reject(self, error)
            return {"CANCELLED"}
        goals.number([unit_reading.scene_of_unit(unit_id) for unit_id in after])
        runtime.mark_stale()
        return calling.finish()


class MALLOC_VR_OT_unit_remove(_OfUnit, bpy.types.Operator):
    """Take the unit off this scene, with its goals and hints. The scene and its objects stay"""

    bl_idname = "malloc_vr.unit_remove"
    bl_label = "Remove Unit"

    def execute(self, context: bpy.types.Context) -> set[str]:
        gone = unit_reading.unit_id_of(context.scene)
        before = unit_reading.read_lesson().units
        needs = dict(unit_order.needs_of(before))
        inherited = needs.pop(gone, ())
        new_scenes.take_unit_off(context.scene)
        _write_needs({one: _without(had, gone, inherited) for one, had in needs.items()})
        self.report(
            {"INFO"},
            translated("The unit was removed; its scene stays. Undo brings it back"),
        )
        runtime.mark_stale()
        return calling.finish()


class MALLOC_VR_OT_unit_need(_OfUnit, bpy.types.Operator):
    """Say whether the other unit must be passed before this one"""

    bl_idname = "malloc_vr.unit_need"
    bl_label = "Needs Unit"

    other: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Other unit", options={"SKIP_SAVE"}
    )

    def execute(self, context: bpy.types.Context) -> set[str]:
        units = unit_reading.read_lesson().units
        needs = dict(unit_order.needs_of(units))
        own = unit_reading.unit_id_of(context.scene)
        had = needs.get(own, ())
        needs[own] = tuple(one for one in had if one != self.other)
        if self.other not in had:
            needs[own] = (*had, self.other)
            path = unit_order.path_between(self.other, own, needs)
            if path:
                titles = {unit.unit_id: unit.title or unit.unit_id for unit in units}
                way = " → ".join(titles.get(one, one) for one in path)
                error = rejection(
                    "CONFLICT",
                    say(
                        "{unit} comes after this unit already: {way}.",
                        unit=titles.get(self.other, self.other),
                        way=way,
                    ),
                    remedy="A unit cannot need one that comes after it.",
                )
                calling.reject(self, error)
                return {"CANCELLED"}
        _write_needs({own: needs[own]})
        runtime.mark_stale()
        return calling.finish()


def _without(had: tuple[str, ...], gone: str, inherited: tuple[str, ...]) -> tuple[str, ...]:
    """What needed a unit that is gone needs what that one needed."""
    if gone not in had:
        return had
    kept = [one for one in had if one != gone]
    return tuple(dict.fromkeys((*kept, *inherited)))


def _write_needs(needs: Needs) -> None:
    for unit_id, needed in needs.items():
        scene = unit_reading.scene_of_unit(unit_id)
        if scene.is_editable and texts.read(scene, keys.PREREQUISITES) != needed:
            texts.write(scene, keys.PREREQUISITES, needed)


CLASSES = (MALLOC_VR_OT_unit_move, MALLOC_VR_OT_unit_remove, MALLOC_VR_OT_unit_need)
