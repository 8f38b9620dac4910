"""The place of units among the others, what they need before, and taking one away.

Thread: main. Whoever calls makes the step for Undo.
"""

from collections.abc import Sequence

import bpy

from ..core import keys, unit_order
from ..core.errors import rejection
from ..core.said import say
from ..core.unit_order import Needs
from ..scene import unit_reading
from . import at_rest, goals, lesson_head, new_scenes, texts


def order(after: Sequence[str]) -> None:
    """Put all units into an order. A chain of units stays one: nobody said otherwise.

    Raises:
        BadArgument: It does not name every unit once.
        Conflict: A unit would come before one that it needs, or what a linked one needs would have
            to change.
    """
    units = unit_reading.read_lesson().units
    needs = unit_order.needs_of(units)
    before = [unit.unit_id for unit in units]
    if sorted(after) != sorted(before):
        raise rejection(
            "VALIDATION_ERROR",
            say("{path} must name every unit of the file once.", path="unit_ids"),
            "unit_ids",
            "get_lesson lists the units of the file.",
        )
    is_chain = unit_order.is_chain(before, needs)
    breach = None if is_chain else unit_order.first_breach(after, needs)
    if breach is not None:
        titles = {unit.unit_id: unit.title or unit.unit_id for unit in units}
        raise rejection(
            "CONFLICT",
            say(
                "{unit} needs {other}, so it comes after it.",
                unit=titles[breach[0]],
                other=titles[breach[1]],
            ),
            "unit_ids",
            "Change what it needs under Advanced first.",
        )
    if is_chain:
        chain = unit_order.chain(after)
        _require_editable(chain, needs)
        _write_needs(chain)
    goals.number([unit_reading.scene_of_unit(unit_id) for unit_id in after])
    lesson_head.keep_at_first()


def remove(scene: bpy.types.Scene) -> None:
    """Take the unit off a scene; those that needed it need what it needed.

    Raises:
        Conflict: Somebody is at work in it, or a linked one needs it.
    """
    gone = unit_reading.unit_id_of(scene)
    at_rest.require_at_rest(gone)
    needs = dict(unit_order.needs_of(unit_reading.read_lesson().units))
    inherited = needs.pop(gone, ())
    after = {one: _without(had, gone, inherited) for one, had in needs.items()}
    _require_editable(after, needs)
    lesson_head.keep_without(scene)
    new_scenes.take_unit_off(scene)
    _write_needs(after)
    goals.number(unit_reading.unit_scenes())


def toggle_need(unit_id: str, other: str) -> None:
    """Have a unit need another one, or no more.

    Raises:
        Conflict: The other one needs this one already.
    """
    units = unit_reading.read_lesson().units
    needs = dict(unit_order.needs_of(units))
    had = needs.get(unit_id, ())
    needs[unit_id] = tuple(one for one in had if one != other)
    if other not in had:
        needs[unit_id] = (*had, other)
        path = unit_order.path_between(other, unit_id, needs)
        if path:
            titles = {unit.unit_id: unit.title or unit.unit_id for unit in units}
            way = " → ".join(titles.get(one, one) for one in path)
            raise rejection(
                "CONFLICT",
                say(
                    "{unit} comes after this unit already: {way}.",
                    unit=titles.get(other, other),
                    way=way,
                ),
                remedy="A unit cannot need one that comes after it.",
            )
    set_needs(unit_id, needs[unit_id])


def set_needs(unit_id: str, needed: tuple[str, ...]) -> None:
    """Say what a unit needs, and have the units stand in the order that this makes."""
    _write_needs({unit_id: needed})
    units = unit_reading.read_lesson().units
    goals.number([bpy.data.scenes[unit.scene_name] for unit in units])
    lesson_head.keep_at_first()


def _without(had: tuple[str, ...], gone: str, inherited: tuple[str, ...]) -> tuple[str, ...]:
    """What needed a unit that is gone needs what that one needed."""
    if gone not in had:
        return had
    kept = [one for one in had if one != gone]
    return tuple(dict.fromkeys((*kept, *inherited)))


def _require_editable(after: Needs, before: Needs) -> None:
    """Else a linked unit would go on needing what it needed: one that is gone, or a circle.

    Raises:
        Conflict: What a linked unit needs would have to change.
    """
    for unit_id, needed in after.items():
        if needed != before[unit_id] and not unit_reading.scene_of_unit(unit_id).is_editable:
            raise rejection(
                "CONFLICT",
                say(
                    "What the unit {unit_id} needs would have to change, and its scene is linked from another file.",
                    unit_id=unit_id,
                ),
                remedy="Change what it needs in the file that it comes from first.",
            )


def _write_needs(needs: Needs) -> None:
    for unit_id, needed in needs.items():
        scene = unit_reading.scene_of_unit(unit_id)
        if scene.is_editable and texts.read(scene, keys.PREREQUISITES) != needed:
            texts.write(scene, keys.PREREQUISITES, needed)
