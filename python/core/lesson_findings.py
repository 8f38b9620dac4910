"""One thing that is wrong with a unit, as the rules of a lesson's check say it."""

from .lesson import Unit
from .scene_shapes import LessonFinding
from .unit_ids import title_of_id


def title_of(unit: Unit) -> str:
    """What a unit is called in a sentence."""
    return unit.title.strip() or title_of_id(unit.unit_id)


def obstacle(
    unit: Unit, kind: str, sentence: str, remedy: str, object_name: str = "", fix: str = ""
) -> LessonFinding:
    """What a learner is stopped by.

    Args:
        object_name: The goal's object; "" where it concerns the unit.
        fix: What *Fix* does; "" where only the author can mend it.
    """
    return LessonFinding(
        kind=kind,  # type: ignore[arg-type]  # a text of the enumeration
        weight="obstacle",
        unit_id=unit.unit_id,
        scene_name=unit.scene_name,
        object_name=object_name,
        sentence=sentence,
        remedy=remedy,
        fix=fix,
    )


def advice(
    unit: Unit, kind: str, sentence: str, remedy: str, object_name: str = "", fix: str = ""
) -> LessonFinding:
    """What the lesson would be better without."""
    return LessonFinding(
        kind=kind,  # type: ignore[arg-type]
        weight="advice",
        unit_id=unit.unit_id,
        scene_name=unit.scene_name,
        object_name=object_name,
        sentence=sentence,
        remedy=remedy,
        fix=fix,
    )
