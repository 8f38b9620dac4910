"""A hint object of a lesson, by its custom properties."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from . import keys
from .adaptation import HINT_LEVELS
from .file_values import FileValues


@dataclass(frozen=True)
class Hint:
    """An object that is shown to a learner who asks for help.

    Attributes:
        unit_id: "" of an object that is no hint.
        level: 1 where, 2 what, 3 how.
        goal_id: The goal that it was made from, and is shown for; "" where it is for all.
    """

    unit_id: str
    level: int
    goal_id: str = ""


def read_hint(object_name: str, properties: Mapping[str, Any], problems: list[str]) -> Hint:
    """Read a hint object's custom properties; whatever was broken by hand is reported.

    Args:
        problems: Gets a sentence for each property that could not be read.
    """
    values = FileValues(object_name, properties, problems)
    level = values.whole_number(keys.HINT_LEVEL, 1, HINT_LEVELS)
    return Hint(values.name(keys.HINT_FOR), level or 1, values.name(keys.HINT_OF_GOAL))
