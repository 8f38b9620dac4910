"""From what was read of the file to the outline that the panels show."""

from collections.abc import Collection, Mapping

from .author_view import GoalView
from .curriculum import keyed
from .lesson import Lesson, Unit
from .said import say
from .unit_ids import title_of_id
from .view import LessonView, UnitState, UnitView


def lesson_view(
    lesson: Lesson,
    passed_units: Collection[str],
    running_unit: str = "",
    own_passed: Mapping[str, Collection[str]] | None = None,
    helped: Mapping[str, Collection[str]] | None = None,
) -> LessonView:
    """Make the outline of a lesson for one learner.

    Args:
        passed_units: Units that the learner has passed.
        running_unit: The unit of the running session, or empty.
        own_passed: By unit, the checkpoints that the learner passed unaided.
        helped: By unit, those that the learner passed with help and never unaided.
    """
    titles = {unit.unit_id: _title(unit) for unit in lesson.units}
    by_id = {unit.unit_id: unit for unit in lesson.units}
    node_keys = {unit.unit_id: key for key, unit in keyed(lesson.units).items()}
    order = [unit_id for unit_id in lesson.order if unit_id in by_id]
    order += [unit_id for unit_id in by_id if unit_id not in order]
    return LessonView(
        file=lesson.file,
        dirty=lesson.dirty,
        units=tuple(
            _unit_view(
                by_id[unit_id],
                titles,
                passed_units,
                running_unit,
                (own_passed or {}).get(unit_id, ()),
                (helped or {}).get(unit_id, ()),
                node_keys[unit_id],
            )
            for unit_id in order
        ),
        problems=_faults(lesson),
    )


def _faults(lesson: Lesson) -> tuple[str, ...]:
    """What is wrong; of what is only not finished each goal speaks by itself."""
    unfinished = {one.problem for unit in lesson.units for one in unit.triggers if one.next_step}
    return tuple(problem for problem in lesson.problems if problem not in unfinished)


def _unit_view(
    unit: Unit,
    titles: Mapping[str, str],
    passed_units: Collection[str],
    running_unit: str,
    own_passed: Collection[str],
    helped: Collection[str],
    key: str,
) -> UnitView:
    missing = [name for name in unit.prerequisite_units if name not in passed_units]
    judged = [item for item in unit.triggers if item.can_be_judged]
    return UnitView(
        unit_id=unit.unit_id,
        title=_title(unit),
        scene_name=unit.scene_name,
        state=_state(unit.unit_id, bool(missing), passed_units, running_unit),
        missing=tuple(titles.get(name, name) for name in missing),
        objectives=unit.learning_objectives,
        checkpoints=len(judged),
        passed_checkpoints=sum(1 for item in judged if item.checkpoint_id in own_passed),
        helped_checkpoints=sum(1 for item in judged if item.checkpoint_id in helped),
        duration=duration_words(unit.estimated_duration),
        prerequisites=unit.prerequisite_units,
        goals=tuple(
            GoalView(
                one.checkpoint_id, one.trigger_object_name, one.learning_objective, one.next_step
            )
            for one in unit.triggers
        ),
        key=key,
    )


def _state(
    unit_id: str, is_locked: bool, passed_units: Collection[str], running_unit: str
) -> UnitState:
    if unit_id == running_unit:
        return UnitState.STARTED
    if unit_id in passed_units:
        return UnitState.PASSED
    return UnitState.LOCKED if is_locked else UnitState.READY


def _title(unit: Unit) -> str:
    return unit.title or title_of_id(unit.unit_id)


def duration_words(duration: str) -> str:
    """Turn the seed's duration into words: "15_minutes" → "15 minutes"."""
    count, _, unit = duration.partition("_")
    if unit == "minutes" and count.isdecimal():
        return say("{count} minutes", count=count)
    return duration.replace("_", " ")
