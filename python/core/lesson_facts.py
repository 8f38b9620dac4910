"""What the rules of a lesson's check need to know of the scenes, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class SeenMargin:
    """How exactly a goal wants an object placed, as a learner sees it who begins the unit.

    Attributes:
        width_m: Of what is enough.
        width_px: The same on the screen; None where no view is known.
    """

    object_name: str
    width_m: float
    width_px: float | None = None


@dataclass(frozen=True)
class GoalFacts:
    """What the scene says of one goal.

    Attributes:
        missing: Names of the objects that it names and the scene does not have.
        is_true_at_start: Whether it holds before the learner did anything.
        margins: Where it asks for places.
    """

    missing: tuple[str, ...] = ()
    is_true_at_start: bool = False
    margins: tuple[SeenMargin, ...] = ()


@dataclass(frozen=True)
class LessonFacts:
    """What the file says beside the lesson itself.

    Attributes:
        goals: By the name of the scene and the name of the goal's object.
        missing_libraries: Paths of files that are linked and not there.
    """

    goals: Mapping[tuple[str, str], GoalFacts] = field(default_factory=dict)
    missing_libraries: tuple[str, ...] = ()

    def of(self, scene_name: str, trigger_object_name: str) -> GoalFacts:
        """What is known of one goal."""
        return self.goals.get((scene_name, trigger_object_name), GoalFacts())
