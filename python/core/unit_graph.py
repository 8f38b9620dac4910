"""Units and the units that they need: what the native module orders, and what was broken by hand."""

import json
from collections.abc import Sequence
from dataclasses import replace

from .lesson import Lesson, Unit
from .said import say


def with_order(units: Sequence[Unit], order: Sequence[str], problems: Sequence[str]) -> Lesson:
    """Put units into the order of their prerequisites; those that it does not name come last."""
    place = {unit_id: index for index, unit_id in enumerate(order)}
    ordered = sorted(units, key=lambda unit: place.get(unit.unit_id, len(place)))
    return Lesson(tuple(ordered), tuple(order), tuple(problems))


def without_unknown_prerequisites(units: Sequence[Unit], problems: list[str]) -> list[Unit]:
    """Leave out prerequisites that no unit of the file meets, and report them."""
    known = {unit.unit_id for unit in units}
    for unit in units:
        problems.extend(
            say(
                "{scene_name}: the unit {unit_id} needs {name}, which is not in this file.",
                scene_name=unit.scene_name,
                unit_id=unit.unit_id,
                name=name,
            )
            for name in unit.prerequisite_units
            if name not in known
        )
    return [
        replace(unit, prerequisite_units=tuple(n for n in unit.prerequisite_units if n in known))
        for unit in units
    ]


def with_prerequisites(units: Sequence[Unit], unit_id: str) -> list[Unit]:
    """A unit and all that it needs, over other units too."""
    known = {unit.unit_id: unit for unit in units}
    needed: dict[str, Unit] = {}
    waiting = [unit_id]
    while waiting:
        name = waiting.pop()
        if name in known and name not in needed:
            needed[name] = known[name]
            waiting.extend(known[name].prerequisite_units)
    return list(needed.values())


def graph_json(units: Sequence[Unit]) -> str:
    """Units and prerequisites as the native module orders them."""
    return json.dumps(
        [
            {"unit_id": unit.unit_id, "prerequisite_units": list(unit.prerequisite_units)}
            for unit in units
        ],
        ensure_ascii=False,
    )
