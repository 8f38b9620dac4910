"""Operators `malloc_vr.*`: each gathers inputs, calls the facade once and reports.

Those that write the record are not `REGISTER`: Blender's "Adjust Last Operation" would run them a
second time, and the record keeps both.
"""

import bpy

from . import (
    adaptation,
    capture,
    check,
    client,
    condition,
    curriculum,
    example,
    goal,
    hint,
    learner,
    lesson,
    notice,
    pausing,
    record,
    server,
    show_me,
    trigger,
    undo_step,
    unit,
    unit_order,
    who,
)

CLASSES: tuple[type[bpy.types.Operator], ...] = (
    *unit.CLASSES,
    *unit_order.CLASSES,
    *curriculum.CLASSES,
    *trigger.CLASSES,
    *goal.CLASSES,
    *hint.CLASSES,
    *condition.CLASSES,
    *capture.CLASSES,
    *show_me.CLASSES,
    *lesson.CLASSES,
    *example.CLASSES,
    *learner.CLASSES,
    *who.CLASSES,
    *check.CLASSES,
    *pausing.CLASSES,
    *adaptation.CLASSES,
    *server.CLASSES,
    *client.CLASSES,
    *record.CLASSES,
    *notice.CLASSES,
    *undo_step.CLASSES,
)

register, unregister = bpy.utils.register_classes_factory(CLASSES)
