"""The sidebar tab "Malloc VR", one mode at a time, and the lines over the viewport.

No panel calls the engine, reads a file or writes a property: a draw may come a hundred times a
second.
"""

import bpy

from . import (
    adaptation,
    author,
    author_unit,
    check_lesson,
    client_strip,
    condition,
    condition_menu,
    consent,
    curriculum,
    examples,
    goals,
    learn,
    lesson_details,
    lesson_library,
    mode,
    notice,
    overlay,
    overlay_buttons,
    questions,
    record,
    review,
    review_learner,
    review_work,
    server,
    show_me,
    tolerance_gizmo,
    tolerances,
    trying,
)

CLASSES: tuple[type[bpy.types.bpy_struct], ...] = (
    *mode.CLASSES,
    *author.CLASSES,
    *author_unit.CLASSES,
    *condition_menu.CLASSES,
    *condition.CLASSES,
    *examples.CLASSES,
    *goals.CLASSES,
    *tolerance_gizmo.CLASSES,
    *tolerances.CLASSES,
    *show_me.CLASSES,
    *curriculum.CLASSES,
    *trying.CLASSES,
    *check_lesson.CLASSES,
    *lesson_details.CLASSES,
    *learn.CLASSES,
    *lesson_library.CLASSES,
    *questions.CLASSES,
    *consent.CLASSES,
    *adaptation.CLASSES,
    *review.CLASSES,
    *review_learner.CLASSES,
    *review_work.CLASSES,
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
