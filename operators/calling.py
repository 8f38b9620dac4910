"""What every operator does around its one call."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import bpy

from .. import runtime
from ..core.errors import USER_ERRORS, MallocVrError, to_sentence
from ..core.recognised import recognised
from ..core.said import joined
from ..core.shape import Reply, ToolArguments
from ..scene import unit_reading
from ..translation import shown, translated

BREAKAGE = "SERVER_ERROR"
"""Code of what no user can have caused."""


def call(operator: bpy.types.Operator, arguments: ToolArguments[Reply]) -> Reply | None:
    """Call the tool that these arguments are of for `operator`, with reports and a fresh View.

    Returns:
        The tool's reply; None when it was rejected, which was reported.
    """
    try:
        result = runtime.call(arguments)
    except MallocVrError as error:
        reject(operator, error)
        return None
    runtime.show_problem("")
    runtime.show_status(runtime.engine().status())
    problem = to_sentence(
        recognised(getattr(result, "record_problem", None) or "")
    )  # some record nothing
    if problem:  # without one the disk is only about to have it
        operator.report(
            {"WARNING"},
            translated("Done, but not recorded. {problem}", problem=problem),
        )
    return result


def reject(operator: bpy.types.Operator, error: MallocVrError) -> None:
    """Report a rejection: a person's slip as a warning, breakage as an error with its log."""
    remedy = error.remedy
    if error.code == BREAKAGE:
        remedy = runtime.report_request()
        error = type(error)(error.message, error.field, remedy)
    operator.report(
        {"WARNING" if isinstance(error, USER_ERRORS) else "ERROR"},
        shown(_said(error)),
    )
    runtime.show_problem(error.message, remedy)


def _said(error: MallocVrError) -> str:
    return joined(to_sentence(recognised(text)) for text in (error.message, error.remedy))


def finish() -> set[str]:
    """Show what changed; every operator that did its work ends with this."""
    runtime.refresh_if_stale()
    return {"FINISHED"}


def must_wait(operator: bpy.types.Operator, name: str) -> bool:
    """Whether the record is only opening: then `operator` runs again by itself once it is open.

    Without a window nothing would run it again, and `call` waits instead.

    Args:
        name: Of the operator, as in `bpy.ops.malloc_vr.<name>`.
    """
    runtime.engine()
    if bpy.app.background or runtime.view().record.is_settled:
        return False
    runtime.when_open(partial(_run_again, name, operator.as_keywords()))
    operator.report({"INFO"}, translated("Opening the record… this goes on by itself"))
    return True


def _run_again(name: str, options: Mapping[str, Any]) -> None:
    with bpy.context.temp_override(window=bpy.context.window_manager.windows[0]):
        if getattr(bpy.ops.malloc_vr, name).poll():
            # True: this is a step of its own for Undo, as if the button had been pressed now.
            getattr(bpy.ops.malloc_vr, name)("EXEC_DEFAULT", True, **options)


def is_opening(cls: type[bpy.types.Operator]) -> bool:
    """For a poll: whether the record is opening, with that as the reason of a grey button."""
    if runtime.view().record.state == "opening":
        cls.poll_message_set(translated("Opening the record…"))
        return not bpy.app.background
    return False


def is_at_work(cls: type[bpy.types.Operator]) -> bool:
    """For a poll: whether somebody is at work in a unit, with that as the reason of a grey button."""
    if runtime.view().session is not None:
        cls.poll_message_set(translated("Leave the running unit first"))
        return True
    return False


def has_unit(scene: bpy.types.Scene | None) -> bool:
    """Whether `scene` is a learning unit."""
    return scene is not None and unit_reading.is_unit(scene)


def can_edit_unit(cls: Any, context: bpy.types.Context) -> bool:
    """For a poll: whether the open scene is a unit that can be edited now, with the reason if not."""
    if not has_unit(context.scene):
        cls.poll_message_set(translated("This scene is no learning unit yet: add a unit first"))
        return False
    if not context.scene.is_editable:
        cls.poll_message_set(translated("This scene is linked from another file: edit it there"))
        return False
    return not is_at_work(cls)
