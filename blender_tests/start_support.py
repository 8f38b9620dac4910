"""What the tests of a unit's start share: a lesson that is started, spoiled and begun again."""

import bpy
from blender_tests_support import BlenderCase


def corners(name: str) -> list[tuple[float, ...]]:
    return [tuple(vertex.co) for vertex in bpy.data.objects[name].data.vertices]


def delete(*names: str) -> None:
    """Delete objects as a person does, with X."""
    for obj in bpy.context.view_layer.objects:
        obj.select_set(obj.name in names)
    bpy.ops.object.delete()


class BeginAgainCase(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.make_lesson()
        self.part = bpy.data.objects["Part"]

    def start(self, learner: str = "ada") -> None:
        done = bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner=learner)
        self.assertEqual(done, {"FINISHED"}, self.view().problem)

    def begin_again(self) -> None:
        self.assertEqual(bpy.ops.malloc_vr.unit_restart(), {"FINISHED"}, self.view().problem)
        self.part = bpy.data.objects["Part"]
