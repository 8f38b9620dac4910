"""A lesson of two units as it is read from a file, for the tests of what is shown of one."""

from typing import Any

from core.lesson import Lesson, Trigger, Unit


def trigger(checkpoint_id: str, conditions: dict[str, Any]) -> Trigger:
    return Trigger(checkpoint_id, checkpoint_id, "formative", "see it", conditions, {})


SEEN = {"visible": {"object": "Guard"}}


def unit(unit_id: str, *prerequisites: str, title: str = "") -> Unit:
    return Unit(
        unit_id,
        f"Scene {unit_id}",
        title=title,
        learning_objectives=("see it",),
        prerequisite_units=prerequisites,
        estimated_duration="15_minutes",
        triggers=(trigger("c1", SEEN), trigger("c2", SEEN), trigger("c3", {})),
    )


FLANGE = Lesson(
    units=(unit("seat_gasket", "remove_guard"), unit("remove_guard", title="Remove the guard")),
    order=("remove_guard", "seat_gasket"),
    file="/lessons/flange.blend",
)
