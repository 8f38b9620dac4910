"""The sidebar tab "Malloc VR": three groups that draw the View and nothing else.

No panel calls the engine, reads a file or writes a property: a draw may come a hundred times a
second.
"""

import bpy

from . import adaptation, author, learn, notice, record, server

CLASSES: tuple[type[bpy.types.Panel], ...] = (
    *notice.CLASSES,
    *author.CLASSES,
    *learn.CLASSES,
    *adaptation.CLASSES,
    *server.CLASSES,
    *record.CLASSES,
)

register, unregister = bpy.utils.register_classes_factory(CLASSES)
