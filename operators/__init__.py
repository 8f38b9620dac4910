"""Operators `malloc_vr.*`: each gathers inputs, calls the facade once and reports.

Those that write the record are not `REGISTER`: Blender's "Adjust Last Operation" would run them a
second time, and the record keeps both.
"""

import bpy

from . import (
    adaptation,
    capture,
    check,
    check_lesson,
    client,
    condition,
    consent,
    curriculum,
    example,
    goal,
    hint,
    learner,
    lesson,
    lesson_packing,
    notice,
    pausing,
    question,
    question_edit,
    record,
    review,
    review_delete,
    review_report,
    server,
    show_me,
    trigger,
    trying,
    undo_step,
    unit,
    unit_order,
    who,
    work_picture,
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
    *lesson_packing.CLASSES,
    *check_lesson.CLASSES,
    *trying.CLASSES,
    *example.CLASSES,
    *learner.CLASSES,
    *who.CLASSES,
    *work_picture.CLASSES,
    *check.CLASSES,
    *pausing.CLASSES,
    *question.CLASSES,
    *question_edit.CLASSES,
    *adaptation.CLASSES,
    *consent.CLASSES,
    *server.CLASSES,
    *client.CLASSES,
    *record.CLASSES,
    *review.CLASSES,
    *review_delete.CLASSES,
    *review_report.CLASSES,
    *notice.CLASSES,
    *undo_step.CLASSES,
)

register, unregister = bpy.utils.register_classes_factory(CLASSES)
