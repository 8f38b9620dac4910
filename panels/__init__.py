"""The sidebar tab "Malloc VR": one mode at a time, and the connection folded below it.

No panel calls the engine, reads a file or writes a property: a draw may come a hundred times a
second.
"""

import bpy

from . import (
    adaptation,
    author,
    author_unit,
    client_strip,
    condition,
    examples,
    goals,
    learn,
    mode,
    notice,
    questions,
    record,
    server,
    tolerance_gizmo,
    tolerances,
)

CLASSES: tuple[type[bpy.types.bpy_struct], ...] = (
    *mode.CLASSES,
    *author.CLASSES,
    *author_unit.CLASSES,
    *condition.CLASSES,
    *examples.CLASSES,
    *goals.CLASSES,
    *tolerance_gizmo.CLASSES,
    *tolerances.CLASSES,
    *learn.CLASSES,
    *questions.CLASSES,
    *adaptation.CLASSES,
    *notice.CLASSES,
    *client_strip.CLASSES,
    *server.CLASSES,
    *record.CLASSES,
)

register, unregister = bpy.utils.register_classes_factory(CLASSES)
