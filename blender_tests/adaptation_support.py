"""A running unit with a part, its seat and hints, for the tests of adaptation."""

from typing import Any

import bpy
from blender_tests_support import addon
from scene_support import SceneCase

HINTS = ("Hint 1", "Hint 2", "Hint 3", "Foreign hint")


class AdaptationCase(SceneCase):
    def setUp(self) -> None:
        super().setUp()
        addon("live.unit_adaptation").forget()
        self.addCleanup(addon("live.unit_adaptation").forget)
        self.scene = bpy.data.scenes[self.add_unit(title="Move it")["scene_name"]]
        self.part = self.add_box("Part", (5, 0, 0))
        self.add_box("Seat")
        for level in (1, 2, 3):
            hint = self.add_object(f"Hint {level}")
            hint["malloc_vr_hint_for"], hint["malloc_vr_hint_level"] = "move_it", level
            hint.hide_viewport = hint.hide_render = True
        foreign = self.add_object("Foreign hint")
        foreign["malloc_vr_hint_for"], foreign["malloc_vr_hint_level"] = "another", 1
        foreign.hide_viewport = foreign.hide_render = True
        self.begin()

    def begin(self) -> None:
        """Start the unit, or do what a test needs before."""
        self.start()

    def adapt(self, scene_id: str = "move_it", **adaptation: Any) -> dict[str, Any]:
        return self.do(
            "update_scene_metadata",
            scene_id=scene_id,
            learning_progress={"passed": ["a"], "score": 0.5},
            adaptation_data=adaptation,
        )

    def shown(self) -> list[str]:
        return [name for name in HINTS if not bpy.data.objects[name].hide_viewport]

    def now(self) -> Any:
        return addon("live.unit_adaptation").of_unit("move_it")
