"""Keeping the present arrangement of a unit's scene as the one that learners start from."""

import bpy

from .. import runtime
from ..core import keys
from ..core.file_values import value_of
from ..core.poses import Pose
from ..scene import named_objects, object_state, start_poses, unit_reading
from ..scene.start_poses import AuthoredStart
from . import calling


class MALLOC_VR_OT_unit_capture_start(bpy.types.Operator):
    """Keep how the objects of this scene are now: every learner starts the unit from here"""

    bl_idname = "malloc_vr.unit_capture_start"
    bl_label = "Capture Start"
    bl_options = {"UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        if not calling.has_unit(context.scene):
            cls.poll_message_set("This scene is no learning unit yet: add a unit first")
            return False
        return not calling.is_at_work(cls)

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        """Ask before another start is replaced: a learner's half-done work is no start."""
        if keys.START_POSES not in context.scene:
            return self.execute(context)
        return context.window_manager.invoke_confirm(
            self,
            event,
            title="Replace the start of this unit?",
            message="Every learner will find the objects as they are now.",
            confirm_text="Replace",
        )

    def execute(self, context: bpy.types.Context) -> set[str]:
        scene = context.scene
        start = _start(scene)
        start_poses.write(scene, start)
        self.report(
            {"INFO"},
            f"{unit_reading.unit_id_of(scene)} starts with {len(start.poses)} objects as now",
        )
        runtime.mark_stale()
        return calling.finish()


def _start(scene: bpy.types.Scene) -> AuthoredStart:
    movable = [
        item for item in scene.objects if item.type in {"MESH", "EMPTY"} and not _is_furniture(item)
    ]
    identities = named_objects.identify(scene, [item.name for item in movable])
    poses = {
        item.name: Pose(
            location=item.location[:],
            rotation=item.matrix_basis.to_quaternion()[:],
            hidden=object_state.is_hidden(scene, item),
            uuid=identities.get(item.name, ""),
        )
        for item in movable
    }
    return AuthoredStart(poses, {item.name: object_state.read(scene, item) for item in movable})


def _is_furniture(item: bpy.types.Object) -> bool:
    """Whether the object is ours: a trigger, or a hint that is shown and hidden by itself."""
    return bool(value_of(item, keys.IS_TRIGGER) or value_of(item, keys.HINT_FOR))


CLASSES = (MALLOC_VR_OT_unit_capture_start,)
