"""What a client or an operator says of a unit, checked.

Thread: any; values in, values out.
"""

from ..core.duration import duration_text
from ..core.errors import BadArgument, rejection
from ..core.hint_levels import by_level
from ..core.lesson import Unit
from ..core.names import fit_blender_name, require_one_line
from ..core.said import say
from ..core.scene_shapes import UnitData


def read(data: UnitData, place: str = "unit_data.") -> Unit:
    """The unit as a file keeps it.

    Args:
        place: Of its members in the call's arguments.

    Raises:
        BadArgument: It is malformed.
    """
    if not all(text.strip() for text in data.learning_objectives):
        path = f"{place}learning_objectives"
        raise rejection(
            "VALIDATION_ERROR", say("{path} must not hold empty texts.", path=path), path
        )
    return Unit(
        unit_id=require_one_line(data.unit_id, f"{place}unit_id"),
        scene_name="",
        title=require_one_line(data.title or "", f"{place}title"),
        learning_objectives=tuple(data.learning_objectives),
        prerequisite_units=tuple(data.prerequisite_units),
        estimated_duration=_read_duration(data.estimated_duration, f"{place}estimated_duration"),
        learning_event=data.learning_event or "",
        instructions=data.instructions or "",
        hints=by_level(data.hints),
        module=fit_blender_name(require_one_line(data.module or "", f"{place}module").strip()),
        adaptation_optional=data.adaptation_optional,
    )


def _read_duration(text: str, path: str) -> str:
    """The estimated duration in the form that files keep."""
    try:
        return duration_text(text)
    except BadArgument as error:
        raise rejection("VALIDATION_ERROR", error.message, path, error.remedy) from error
