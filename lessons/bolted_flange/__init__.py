"""The bolted flange lesson: a pipe joint on a bench, built from numbers.

`geometry.build()` makes the scene, `poses` says where things start and end, `lesson.json` is the
lesson itself. Nothing here is part of the add-on: the package step runs `build.py` and ships the
.blend and the JSON that it leaves.
"""
