"""The sidebar tab "Malloc VR": one mode at a time, and the connection folded below it.

No panel calls the engine, reads a file or writes a property: a draw may come a hundred times a
second.
"""

import bpy

from . import adaptation, author, learn, mode, notice, record, server

CLASSES: tuple[type[bpy.types.Panel], ...] = (
    *mode.CLASSES,
    *author.CLASSES,
    *learn.CLASSES,
    *adaptation.CLASSES,
    *notice.CLASSES,
    *server.CLASSES,
    *record.CLASSES,
)

register, unregister = bpy.utils.register_classes_factory(CLASSES)
