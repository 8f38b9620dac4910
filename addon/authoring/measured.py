"""What conditions say of a scene as it is now, measured as for a learner.

Thread: main.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import bpy

from ..core.demonstration import Demonstration, Relation, RelationKind, ShownState
from ..core.demonstration_offers import condition_text
from ..core.demonstration_relations import candidates, reach_of
from ..core.scene_types import Condition, SessionRun
from ..live.scene_feed import SceneFeed
from ..scene import named_objects

_MM = 1000.0


def holding(
    scene: bpy.types.Scene, conditions: Mapping[str, Mapping[str, Any]]
) -> dict[str, Mapping[str, Any]]:
    """Those that hold now, by the keys that they are given with, with the evidence of each.

    What asks for work, as `moved` and `order` do, holds in no scene that is only looked at.
    """
    compiled = {key: Condition(condition_text(one)) for key, one in conditions.items()}
    wanted = {name: "" for one in compiled.values() for name in one.object_names}
    surfaces = {name for one in compiled.values() for name in one.surface_names}
    named_objects.view_layer_of(scene).update()
    run = SessionRun(compiled)
    SceneFeed(run, wanted, surfaces).tell_all(scene)
    run.start(0.0)
    found = {key: run.evaluate(key) for key in compiled}
    return {key: one.evidence for key, one in found.items() if one.passed}


def relations(scene: bpy.types.Scene, demonstration: Demonstration) -> tuple[Relation, ...]:
    """How the objects that changed lie to all others now, at the demonstration's end."""
    now = {**demonstration.start, **demonstration.end}
    found = [
        one for name, state in demonstration.end.items() for one in candidates(name, state, now)
    ]
    asked = {str(place): _condition(one, now) for place, one in enumerate(found)}
    held = holding(scene, asked)
    return tuple(
        replace(
            one,
            gap_m=_gap_m(one, held[str(place)]),
            off_centre_m=_off_centre_m(one, held[str(place)]),
        )
        for place, one in enumerate(found)
        if str(place) in held
    )


def _condition(relation: Relation, now: Mapping[str, ShownState]) -> dict[str, Any]:
    name, other = relation.object_name, relation.other
    reach_mm = reach_of(now[name]) * _MM
    match relation.kind:
        case RelationKind.STANDS_ON:
            return {"stands_on": {"object": name, "on": other, "gap": reach_mm, "unit": "mm"}}
        case RelationKind.INSIDE:
            return {"inside": {"object": name, "region": other}}
        case RelationKind.NEAR:
            return {"near": {"object": name, "to": other, "max": reach_mm, "unit": "mm"}}


def _gap_m(relation: Relation, evidence: Mapping[str, Any]) -> float:
    match relation.kind:
        case RelationKind.STANDS_ON:
            return float(evidence["measured"]["gap"]["value"]) / _MM
        case RelationKind.NEAR:
            return float(evidence["measured"]) / _MM
        case RelationKind.INSIDE:
            return 0.0


def _off_centre_m(relation: Relation, evidence: Mapping[str, Any]) -> float | None:
    if relation.kind is not RelationKind.STANDS_ON:
        return None
    return float(evidence["measured"]["off_centre"]["value"]) / _MM
