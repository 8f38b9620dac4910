"""What the lessons are made with: meshes from numbers, flat materials, markers, hints, files.

Each lesson's folder has a `build.py` that leaves a .blend for the package, a `lesson.json` that is
the lesson itself, and a `check.py` that reads both. Nothing here is part of the add-on.
"""
