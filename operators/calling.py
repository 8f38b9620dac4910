"""What every operator does around its one call."""

from collections.abc import Mapping
from typing import Any

import bpy

from .. import session
from ..core import keys
from ..core.errors import SLIPS, MallocVrError, sentence, spoken


def call(
    operator: bpy.types.Operator, tool: str, arguments: Mapping[str, Any]
) -> dict[str, Any] | None:
    """Call a tool for `operator`, with reports for the person and a fresh View.

    Returns:
        The tool's result; None when it was refused, which was reported.
    """
    try:
        engine = session.engine()
        result = engine.call(tool, arguments)
    except MallocVrError as error:
        refuse(operator, error)
        return None
    session.show_problem("")
    session.show_status(engine.status())
    if not result.get("recorded", True):
        problem = spoken(str(result.get("record_problem", "")))
        operator.report({"WARNING"}, f"Done, but not recorded. {problem}")
    return result


def refuse(operator: bpy.types.Operator, error: MallocVrError) -> None:
    """Report a refusal: a person's slip as a warning, breakage as an error."""
    operator.report({"WARNING" if isinstance(error, SLIPS) else "ERROR"}, sentence(error))
    session.show_problem(error.message, error.remedy)


def finish() -> set[str]:
    """Show what changed; every operator that did its work ends with this."""
    session.refresh_if_stale()
    return {"FINISHED"}


def has_unit(scene: bpy.types.Scene | None) -> bool:
    """Whether `scene` is a learning unit."""
    return scene is not None and keys.UNIT_ID in scene
