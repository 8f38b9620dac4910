"""Blender: first steps. Eight short units that teach Blender inside Blender, a toy scene each.

`geometry.build()` makes the scenes, one collection a unit; `lesson.json` is the lesson itself.
"""
