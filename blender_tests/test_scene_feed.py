"""What is reported to a run of the scene, against values computed another way.

scripts/blender 4.4 blender_tests/run.py test_scene_feed.py
"""

import json
import math
from typing import Any

import bpy
from blender_tests_support import addon
from mathutils import Euler, Quaternion, Vector
from scene_support import SceneCase


class Reported(SceneCase):
    def measure(self, conditions: dict[str, Any]) -> dict[str, Any]:
        """Evidence of one condition on the current scene as it is now."""
        types, scene = addon("core.scene_types"), bpy.context.scene
        bpy.context.view_layer.update()
        condition = types.Condition(json.dumps(conditions))
        names = dict.fromkeys(condition.object_names, "")
        run = types.SessionRun({"c": condition})
        addon("live.scene_feed").SceneFeed(run, names).tell_all(scene)
        run.start(0.0)
        return dict(run.evaluate("c").evidence)

    def distance(self, name: str, point: Any) -> float:
        to = list(point)
        near = {"distance": {"object": name, "to": to, "max": 1, "unit": "m"}}
        return float(self.measure(near)["measured"])

    def test_a_child_is_where_its_parents_rotation_and_scale_put_it(self) -> None:
        parent = self.add_object("Parent", None, (1, 2, 3))
        parent.rotation_euler = Euler((0, 0, math.pi / 2))
        parent.scale = (2, 2, 2)
        child = self.add_box("Child", (1, 0, 0))
        child.parent = parent
        # A quarter turn takes (1, 0, 0) to (0, 1, 0), the scale to (0, 2, 0).
        self.assertAlmostEqual(self.distance("Child", (1, 4, 3)), 0.0, places=5)

    def test_a_constraint_counts_while_the_object_is_visible(self) -> None:
        target = self.add_object("Target", None, (4, 5, 6))
        follower = self.add_box("Follower")
        follower.constraints.new("COPY_LOCATION").target = target
        self.assertAlmostEqual(self.distance("Follower", (4, 5, 6)), 0.0, places=5)

    def test_an_object_that_is_switched_off_is_where_its_channels_say(self) -> None:
        parent = self.add_object("Parent", None, (10, 0, 0))
        hidden = self.add_box("Hidden", (1, 0, 0))
        hidden.parent = parent
        self.measure({"visible": {"object": "Hidden"}})
        hidden.hide_viewport = True
        hidden.location = (2, 0, 0)
        parent.location = (20, 0, 0)
        self.assertAlmostEqual(self.distance("Hidden", (22, 0, 0)), 0.0, places=5)
        self.assertFalse(self.measure({"visible": {"object": "Hidden"}})["holds"])

    def test_an_object_hidden_by_its_eye_moves_on(self) -> None:
        hidden = self.add_box("Hidden")
        hidden.hide_set(True)
        hidden.location = (7, 0, 0)
        self.assertAlmostEqual(self.distance("Hidden", (7, 0, 0)), 0.0, places=5)
        self.assertFalse(self.measure({"visible": {"object": "Hidden"}})["holds"])

    def test_a_region_is_the_meshs_box_also_away_from_its_origin(self) -> None:
        corners = [(x, y, z) for x in (2, 4) for y in (-1, 1) for z in (-1, 1)]
        self.add_mesh("Region", corners, (10, 0, 0))
        inside = {"inside": {"object": "Part", "region": "Region", "tolerance": 0, "unit": "mm"}}
        part = self.add_object("Part", None, (13, 0, 0))  # the middle of 12 to 14
        self.assertTrue(self.measure(inside)["holds"])
        part.location = (10, 0, 0)  # the region's origin, outside of its box
        self.assertFalse(self.measure(inside)["holds"])

    def test_an_empty_is_a_region_of_its_display_size_and_scale(self) -> None:
        region = self.add_object("Region")
        region.empty_display_size, region.scale = 0.5, (4, 1, 1)
        inside = {"inside": {"object": "Part", "region": "Region", "tolerance": 0, "unit": "mm"}}
        part = self.add_object("Part", None, (1.9, 0, 0))
        self.assertTrue(self.measure(inside)["holds"])
        part.location = (0, 0.6, 0)
        self.assertFalse(self.measure(inside)["holds"])

    def test_a_modifier_is_part_of_the_box(self) -> None:
        box, part = self.add_box("Box"), self.add_object("Part", None, (2.4, 0, 0))
        array = box.modifiers.new("Array", "ARRAY")
        array.count, array.relative_offset_displace = 3, (1, 0, 0)
        bpy.context.view_layer.update()
        inside = {"inside": {"object": "Part", "region": "Box", "tolerance": 0, "unit": "mm"}}
        self.assertTrue(self.measure(inside)["holds"])  # in the third box of three
        part.location = (2.6, 0, 0)
        self.assertFalse(self.measure(inside)["holds"])

    def test_materials_parents_and_plain_properties_are_told(self) -> None:
        parent = self.add_object("Parent")
        box = self.add_box("Box")
        box.parent = parent
        box.data.materials.append(bpy.data.materials.new("Steel"))
        values = {"flag": True, "number": 7, "size": 0.25, "text": "M16, Güte 8.8"}
        for key, value in values.items():
            box[key] = value
        box["list"] = [1, 2, 3]

        self.assertTrue(
            self.measure({"has_material": {"object": "Box", "material": "Steel"}})["holds"]
        )
        self.assertTrue(self.measure({"parented": {"object": "Box", "to": "Parent"}})["holds"])
        for key, value in values.items():
            wanted = {"property": {"object": "Box", "name": key, "equals": value}}
            self.assertTrue(self.measure(wanted)["holds"], key)
        self.assertEqual(addon("live.object_reading").scalar_properties(box), values)

    def test_an_object_that_is_gone_is_told_missing(self) -> None:
        evidence = self.measure({"visible": {"object": "Nothing"}})
        self.assertIn("missing", evidence["problem"])

    def test_a_turn_is_measured_in_every_rotation_mode(self) -> None:
        wanted = Quaternion((1, 1, 1), math.radians(50))
        box = self.add_box("Box")
        for mode in ("XYZ", "ZYX", "QUATERNION", "AXIS_ANGLE"):
            box.rotation_mode = mode
            pose = addon("core.poses").Pose(rotation=tuple(wanted))
            poses = addon("scene.start_poses")
            poses.apply(bpy.context.scene, poses.AuthoredStart({"Box": pose}, {}))
            bpy.context.view_layer.update()
            turned = wanted @ Vector((0, 0, 1))
            angle = {
                "angle": {"object": "Box", "axis": "z", "to": list(turned), "max": 1, "unit": "deg"}
            }
            with self.subTest(mode):
                self.assertLess(self.measure(angle)["measured"], 1e-3)
