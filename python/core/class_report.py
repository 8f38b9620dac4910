"""What a report about a class holds: learners by name, or figures that name nobody."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from .replies import ClassOverviewReply, OverviewLearner, UnitReview, UnitWorkReply
from .review import skill_title, title_of, unit_of
from .suppression import Counts, mean_of, suppressed

MASTERED = 0.9
"""P(known) from which a skill counts as mastered: what the engine asks for to move on."""


@dataclass(frozen=True)
class ClassReport:
    """Learners by name, for their own instructor.

    Attributes:
        title: Of the lesson.
        made: When, as a timestamp.
        works: Each learner's work by unit, for those units that were begun.
    """

    title: str
    made: str
    overview: ClassOverviewReply
    works: dict[tuple[str, str], UnitWorkReply]


def people_of(
    overview: ClassOverviewReply, wanted: Container[str] | None = None
) -> ClassOverviewReply:
    """The overview of those alone who began any of its units: the record knows no other class.

    Args:
        wanted: Ids of those whom it may be about; None: everybody.
    """
    people = (one for one in overview.learners if one.units)
    if wanted is not None:
        people = (one for one in people if one.learner_id in wanted)
    return replace(overview, learners=tuple(people))


@dataclass(frozen=True)
class UnitFigures:
    """How a class did in one unit; None is not published.

    Attributes:
        people: In parts that exclude each other: done, stuck, working, not begun.
        tries: Mean of those who began.
        hints: Likewise.
        minutes: Likewise, of work.
    """

    title: str
    people: Counts
    tries: float | None
    hints: float | None
    minutes: float | None


@dataclass(frozen=True)
class SkillFigures:
    """How a class stands in one skill: people with mastery, on the way, not tried."""

    skill: str
    title: str
    people: Counts


@dataclass(frozen=True)
class ClassFigures:
    """A class without names."""

    title: str
    made: str
    units: Sequence[UnitFigures]
    skills: Sequence[SkillFigures]


def class_figures(title: str, made: str, overview: ClassOverviewReply) -> ClassFigures:
    """Count a class, small cells suppressed."""
    learners = overview.learners
    units = [
        _unit_figures(unit.unit_id, title_of(overview, unit.unit_id), learners)
        for unit in overview.units
    ]
    skills = sorted({skill.skill for learner in learners for skill in learner.skills})
    figures = [_skill_figures(one, skill_title(overview, one), learners) for one in skills]
    return ClassFigures(title, made, units, figures)


def _unit_figures(unit_id: str, title: str, learners: Sequence[OverviewLearner]) -> UnitFigures:
    people = {"done": 0, "stuck": 0, "working": 0, "not begun": 0}
    begun: list[UnitReview] = []
    for learner in learners:
        unit = unit_of(learner, unit_id)
        people[_standing(learner, unit)] += 1
        if unit is not None:
            begun.append(unit)
    return UnitFigures(
        title,
        suppressed(people),
        mean_of([float(unit.tries) for unit in begun]),
        mean_of([float(unit.hints) for unit in begun]),
        mean_of([unit.worked_seconds / 60 for unit in begun]),
    )


def _standing(learner: OverviewLearner, unit: UnitReview | None) -> str:
    if unit is None:
        return "not begun"
    if unit.state == "done":
        return "done"
    is_stuck = any(stuck.unit_id == unit.unit_id for stuck in learner.stuck)
    return "stuck" if is_stuck else "working"


def _skill_figures(skill: str, title: str, learners: Sequence[OverviewLearner]) -> SkillFigures:
    people = {"mastered": 0, "on the way": 0, "not tried": 0}
    for known in _known(skill, learners):
        if known is None:
            people["not tried"] += 1
        else:
            people["mastered" if known >= MASTERED else "on the way"] += 1
    return SkillFigures(skill, title, suppressed(people))


def _known(skill: str, learners: Sequence[OverviewLearner]) -> Iterator[float | None]:
    for learner in learners:
        yield next((one.p_known for one in learner.skills if one.skill == skill), None)
