"""Prints what a lesson file teaches. Needs Blender, not the add-on: see reading-a-lesson.md."""

import json
import sys

import bpy

bpy.ops.wm.open_mainfile(filepath=sys.argv[-1], load_ui=False)
for scene in bpy.data.scenes:
    for owner in (scene, *scene.objects):
        if "learning_unit_id" in owner or "assessment_trigger" in owner:
            plain = {k: v for k, v in owner.items() if isinstance(v, str | int | float)}
            print(json.dumps({"scene": scene.name, "name": owner.name, **plain}))
