"""A lesson of two units as a reply tells it, for the tests of what is shown of one."""

from typing import Any

SEEN = {"trigger_conditions": {"visible": {"object": "Guard"}}}


def unit(unit_id: str, *prerequisites: str, title: str = "") -> dict[str, Any]:
    return {
        "unit_id": unit_id,
        "title": title,
        "scene_name": f"Scene {unit_id}",
        "learning_objectives": ["see it"],
        "prerequisite_units": list(prerequisites),
        "estimated_duration": "15_minutes",
        "triggers": [SEEN, SEEN, {"trigger_conditions": {}}],
    }


FLANGE = {
    "file": "/lessons/flange.blend",
    "units": [unit("seat_gasket", "remove_guard"), unit("remove_guard", title="Remove the guard")],
    "order": ["remove_guard", "seat_gasket"],
    "problems": [],
}
