"""Inspection round: a pump station with five stations to look at, dials to read and a leak to find.

`geometry.build()` makes the scene that all units share; `lesson.json` is the lesson itself.
"""
