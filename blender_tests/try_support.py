"""Looking at a unit and submitting it, for the tests of what counts as a try."""

from collections.abc import Mapping
from typing import Any

import bpy
from scene_support import SceneCase


def near(name: str) -> dict[str, Any]:
    return {"distance": {"object": name, "to": "Seat", "max": 10, "unit": "mm"}}


def is_own(ended: Mapping[str, Any]) -> bool:
    """Whether a try that ended says what the learner can do alone."""
    is_aided = ended["corrected"] or ended["last_level_hint"]
    return bool(ended["outcome"] == "passed" and not is_aided)


class TryCase(SceneCase):
    def unit(self, *, submit: bool = False, session_id: str = "s1") -> dict[str, Any]:
        """The whole unit, looked at or submitted."""
        return self.do("observe_unit", session_id=session_id, submit=submit)

    def push(self) -> None:
        """What every operator of a person does at its end."""
        bpy.ops.ed.undo_push(message="step")
