"""What the panels show to authors: goals, their truth, what was shown, lessons to open."""

from dataclasses import dataclass


@dataclass(frozen=True)
class GoalView:
    """One goal of a unit, for its author.

    Attributes:
        goal_id: UUID of its trigger; the object's name where that has none.
        next_step: What is still to be said before it can be judged, a sentence; "" for nothing.
    """

    goal_id: str
    object_name: str
    objective: str
    next_step: str = ""


@dataclass(frozen=True)
class NodeTruth:
    """How one node of a goal's condition stands, for its author.

    Attributes:
        holds: None where it cannot be measured.
        sentence: What was measured, and what is asked where that is not met.
    """

    holds: bool | None
    sentence: str


@dataclass(frozen=True)
class DemonstrationView:
    """A teacher's demonstration.

    Attributes:
        changes: What was done so far and was not taken back, in words.
        notice: Why the last one ended by itself; "" if it did not.
    """

    is_recording: bool = False
    changes: tuple[str, ...] = ()
    notice: str = ""


@dataclass(frozen=True)
class LibraryLesson:
    """A lesson in the person's folder for lessons.

    Attributes:
        file: Its path.
        picture_id: Blender's number of its picture; 0 where there is none.
    """

    title: str
    file: str
    picture_id: int = 0
