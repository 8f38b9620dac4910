"""The sidebar tab "Malloc VR", one mode at a time, and the lines over the viewport.

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
    curriculum,
    goals,
    learn,
    mode,
    notice,
    overlay,
    overlay_buttons,
    record,
    server,
    show_me,
    tolerance_gizmo,
    tolerances,
)

CLASSES: tuple[type[bpy.types.bpy_struct], ...] = (
    *mode.CLASSES,
    *author.CLASSES,
    *author_unit.CLASSES,
    *condition.CLASSES,
    *goals.CLASSES,
    *tolerance_gizmo.CLASSES,
    *tolerances.CLASSES,
    *show_me.CLASSES,
    *curriculum.CLASSES,
    *learn.CLASSES,
    *adaptation.CLASSES,
    *notice.CLASSES,
    *client_strip.CLASSES,
    *server.CLASSES,
    *record.CLASSES,
    *overlay_buttons.CLASSES,
)

_register_classes, _unregister_classes = bpy.utils.register_classes_factory(CLASSES)


def register() -> None:
    """Show the panels, and the lines over the viewport."""
    _register_classes()
    overlay.register()


def unregister() -> None:
    """Take them away."""
    overlay.unregister()
    _unregister_classes()
