# Over 250 lines: one picture, whose parts are described where they stand.
"""The immutable picture of everything that the panels show.

Operators, handlers and the pump replace it; panels only read it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, TypeVar

from .adaptation import Adaptation
from .author_view import DemonstrationView, GoalView, LibraryLesson, NodeTruth
from .class_share import ClassProgress
from .client_changes import ClientChange
from .consent import ConsentView, Recording
from .course import Course
from .review import ReviewView
from .scene_shapes import LessonChecked
from .status import RecordStatus, ServerStatus

_Shown = TypeVar("_Shown", "CheckpointView", "SessionView", "View")


def with_parts(shown: _Shown, **parts: Any) -> _Shown:
    """Show other parts of it: the very same object where none of them is another."""
    if all(getattr(shown, name) == part for name, part in parts.items()):
        return shown
    return replace(shown, **parts)


class UnitState(Enum):
    """How a unit stands for the present learner."""

    LOCKED = "locked"  # a prerequisite is not passed yet
    READY = "ready"
    STARTED = "started"
    PASSED = "passed"


@dataclass(frozen=True)
class UnitView:
    """One unit of the lesson.

    Attributes:
        prerequisites: Ids of the units to pass before.
        goals: In their author's order, also those without conditions yet.
        missing: Titles of the prerequisites that are not passed yet.
        checkpoints: Number of assessment triggers that can be judged: those with conditions.
        passed_checkpoints: How many of them the learner passed unaided.
        helped_checkpoints: How many others the learner passed with help.
        key: Of its node in the curriculum.
    """

    unit_id: str
    title: str
    scene_name: str
    state: UnitState
    missing: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    checkpoints: int = 0
    passed_checkpoints: int = 0
    duration: str = ""
    prerequisites: tuple[str, ...] = ()
    goals: tuple[GoalView, ...] = ()
    key: str = ""
    helped_checkpoints: int = 0

    @property
    def is_over(self) -> bool:
        """Whether all of it was passed: who starts it does it from the start, and does not go on."""
        return self.state is UnitState.PASSED or self.is_passed_with_help

    @property
    def is_passed_with_help(self) -> bool:
        """Whether all of it was passed, and some of it is to be done once more without help."""
        is_all = self.passed_checkpoints + self.helped_checkpoints == self.checkpoints
        return is_all and self.helped_checkpoints > 0 and self.state is not UnitState.PASSED


@dataclass(frozen=True)
class LessonView:
    """The lesson in the open file.

    Attributes:
        file: Path of the file; empty when it was never saved.
        title: What it is called where its giver says nothing.
        head_scene: Name of the scene that speaks for it; "" where there is none.
        problems: What is wrong with the authored data, in sentences.
    """

    file: str = ""
    title: str = ""
    head_scene: str = ""
    dirty: bool = False
    units: tuple[UnitView, ...] = ()
    problems: tuple[str, ...] = ()

    def unit(self, unit_id: str) -> UnitView | None:
        """Find a unit of this lesson."""
        return next((unit for unit in self.units if unit.unit_id == unit_id), None)


@dataclass(frozen=True)
class CheckpointView:
    """One checkpoint of the running unit, in this run of it.

    Attributes:
        begun: Whether the learner did anything about it.
        passed: True or False once a try of it has ended so and nothing changed since; None while
            it is not begun, or under way.
        score: Of the last check, 0 to 1.
        reasons: What is not met yet, or why the try failed, in sentences.
        is_brief: Whether `reasons` leave out how to mend it.
        passed_before: Whether the record has an unaided pass of it.
        was_found_so: Whether its condition held when the run began.
        is_found_so: Whether it does since then, and nobody did anything about it.
        is_slip: Whether `reasons` speak of an order that is broken.
        is_time_over: Whether it can be reached only from the start again, as its time is over.
        parts_done: How many of its parts hold.
        parts: How many there are; 0 where it is one thing.
        hints: Of this one; empty where those of the unit are for it too.
        hints_shown: How many of them the learner asked for.
        is_question: Whether it asks one thing and nothing else.
    """

    checkpoint_id: str
    objective: str
    assessment_type: str = ""
    begun: bool = False
    passed: bool | None = None
    score: float = 0.0
    reasons: tuple[str, ...] = ()
    is_brief: bool = False
    passed_before: bool = False
    was_found_so: bool = False
    is_found_so: bool = False
    is_slip: bool = False
    is_time_over: bool = False
    parts_done: int = 0
    parts: int = 0
    course: Course = field(default_factory=Course)
    hints: tuple[str, ...] = ()
    hints_shown: int = 0
    is_question: bool = False

    @property
    def still_stands(self) -> bool:
        """Whether the learner passed it in an earlier run and finds it so: nothing is left to do."""
        return self.passed is None and self.passed_before and self.is_found_so

    @property
    def is_met(self) -> bool:
        """Whether it needs nothing more, in this run or from an earlier one."""
        return bool(self.passed) or self.still_stands


@dataclass(frozen=True)
class DecisionView:
    """What the engine decided about how to go on.

    Attributes:
        action: The decision, as tools name it.
        text: What to do next, for the learner.
        unit_id: The unit that the text names; "" if it names none.
        title: Of that unit.
        unit_done: Whether the learner has done the unit that was decided about.
        advice: What kind of advice the text is, as tools name it.
    """

    action: str
    text: str
    unit_id: str = ""
    title: str = ""
    unit_done: bool = False
    advice: str = ""


@dataclass(frozen=True)
class SessionView:
    """A learner at work in one unit.

    Attributes:
        hints: Of the unit, for goals without hints of their own.
        hints_shown: How many of `hints` the learner asked for.
        message: What the last *Check* or *Done* came to, in a sentence.
        is_paused: Whether its clock stands still.
        active_seconds: Without pauses, until all of it was passed.
        edits_mesh: Whether the learner is in Edit Mode while a goal asks how an object stands.
        is_trial: Whether its author tries it: nothing of it is recorded.
    """

    session_id: str
    learner: str
    unit_id: str
    title: str
    instructions: str = ""
    learning_event: str = ""
    hints: tuple[str, ...] = ()
    hints_shown: int = 0
    checkpoints: tuple[CheckpointView, ...] = ()
    message: str = ""
    decision: DecisionView | None = None
    is_paused: bool = False
    active_seconds: float = 0.0
    edits_mesh: bool = False
    is_trial: bool = False

    @property
    def passed(self) -> bool:
        """Whether every checkpoint is met, and not only from earlier runs."""
        is_all = all(item.is_met for item in self.checkpoints)
        return is_all and any(item.passed for item in self.checkpoints)

    @property
    def stands_from_before(self) -> bool:
        """Whether all of it was passed in earlier runs and is found so: there is nothing to do."""
        return bool(self.checkpoints) and all(item.still_stands for item in self.checkpoints)


@dataclass(frozen=True)
class QuestionView:
    """What the running unit asks its learner.

    Attributes:
        kind: "choice", "order" or "number".
        options: As authored; none where a number is asked.
        given: What was answered last; None before that.
    """

    question: str
    kind: str
    options: tuple[str, ...] = ()
    given: str | float | tuple[str, ...] | None = None


@dataclass(frozen=True)
class View:
    """Everything the panels show.

    Attributes:
        questions: What the running unit asks.
        adaptation: Of the running unit; as authored while none runs.
        truth: How the goals of the open scene stand while it is authored, by their id: of each
            node of the condition, before those that stand in it.
        gone: Names of the objects that these goals are about and the scene has no more, by goal.
        client_change: What clients changed last, unless the person put that away.
        client_deed: What a client did last that is no change of the lesson, likewise; of a unit until
            another one starts or it ends.
        waiting_changes: How many authoring calls of clients wait for the running unit to end.
        class_progress: Of all learners of this record, for the colours of the curriculum.
        adaptation_reason: What had happened when it was asked for last, in a sentence.
        may_decline: Whether the learner may have the running unit as authored.
        known_learners: Whom the record knows, who was seen last first.
        resumes: Id of the unit that the learner began and never left, as after a crash; or "".
        consent: What the learner answered about raw traces.
        recording: Whether the movements of the unit that runs are being kept.
        checked: What the last check of the lesson found, as long as that is true.
        library: What lay in the folder for lessons when somebody looked.
        has_looked: Whether somebody did.
        problem: Why the last wish was rejected, or what came of it; mostly empty after a success.
        remedy: What to do about it.
        went_well: Whether `problem` is none, but good news.
    """

    server: ServerStatus = field(default_factory=ServerStatus)
    record: RecordStatus = field(default_factory=RecordStatus)
    lesson: LessonView = field(default_factory=LessonView)
    learner: str = ""
    session: SessionView | None = None
    questions: tuple[QuestionView, ...] = ()
    adaptation: Adaptation = field(default_factory=Adaptation)
    truth: Mapping[str, tuple[NodeTruth, ...]] = field(default_factory=dict)
    gone: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    client_change: ClientChange | None = None
    client_deed: str = ""
    waiting_changes: int = 0
    demonstration: DemonstrationView = field(default_factory=DemonstrationView)
    class_progress: ClassProgress = field(default_factory=ClassProgress)
    adaptation_reason: str = ""
    may_decline: bool = False
    known_learners: tuple[str, ...] = ()
    resumes: str = ""
    consent: ConsentView = field(default_factory=ConsentView)
    recording: Recording = Recording.OFF
    checked: LessonChecked | None = None
    library: tuple[LibraryLesson, ...] = ()
    has_looked: bool = False
    review: ReviewView = field(default_factory=ReviewView)
    problem: str = ""
    remedy: str = ""
    went_well: bool = False
