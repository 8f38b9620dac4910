"""The conditions of a unit's triggers, compiled, and what they ask of the scene."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from ..core.errors import MallocVrError, rejection
from ..core.lesson import Trigger, Unit
from ..core.said import say
from ..core.scene_types import Condition


@dataclass(frozen=True)
class UnitConditions:
    """A unit with its compiled conditions, by checkpoint id."""

    unit: Unit
    compiled: Mapping[str, Condition]

    def triggers(self) -> dict[str, Trigger]:
        """Those that can be judged, by checkpoint id."""
        return {t.checkpoint_id: t for t in self.unit.triggers if t.checkpoint_id in self.compiled}

    def named_objects(self) -> dict[str, str]:
        """Names of the objects that they name, with the first UUID that is known, or ""."""
        named: dict[str, str] = {}
        for checkpoint_id, trigger in self.triggers().items():
            for name in self.compiled[checkpoint_id].object_names:
                named[name] = named.get(name) or trigger.named_objects.get(name, "")
        return named

    def surface_names(self) -> set[str]:
        """Names of the objects whose surface they measure."""
        return {name for one in self.compiled.values() for name in one.surface_names}

    def mesh_names(self) -> set[str]:
        """Names of the objects whose mesh they count."""
        return {name for one in self.compiled.values() for name in one.mesh_names}


def conditions_of(trigger: Trigger) -> Condition | None:
    """Compile a trigger's conditions; None where it has none.

    Raises:
        Conflict: They were broken by hand.
    """
    if not trigger.can_be_judged:
        return None
    try:
        return Condition(json.dumps(trigger.trigger_conditions))
    except MallocVrError as error:
        raise rejection(
            "CONFLICT",
            say(
                "The conditions of {trigger} are broken: {why}",
                trigger=trigger.trigger_object_name,
                why=error.message,
            ),
            error.field,
            "Author the trigger again.",
        ) from error
