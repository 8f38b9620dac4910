"""Units of a lesson that no learner can ever open, because of what they need."""

from collections.abc import Iterator, Mapping

from .lesson import Lesson, Unit
from .lesson_findings import obstacle, title_of
from .said import say
from .scene_shapes import LessonFinding


def prerequisite_findings(lesson: Lesson) -> Iterator[LessonFinding]:
    """One finding for each link that keeps a unit shut."""
    units = {unit.unit_id: unit for unit in reversed(lesson.units)}
    for unit in lesson.units:
        title = title_of(unit)
        cycle = _cycle_through(unit.unit_id, units)
        if cycle:
            way = " → ".join(title_of(units[one]) for one in cycle)
            yield obstacle(
                unit,
                "prerequisite_cycle",
                say(
                    "“{title}” can never be opened: it needs itself ({way}).", title=title, way=way
                ),
                say("Take one of these prerequisites away."),
            )
        missing = [f"“{name}”" for name in unit.prerequisite_units if name not in units]
        if missing:
            yield obstacle(
                unit,
                "prerequisite_missing",
                say(
                    "“{title}” can never be opened: this file does not have {units}, which it needs.",
                    title=title,
                    units=", ".join(missing),
                ),
                say("Take that out of its prerequisites, or add the unit."),
                fix=say("Takes out of its prerequisites what this file does not have."),
            )
        for name in unit.prerequisite_units:
            if name in units and name != unit.unit_id and not _can_be_passed(units[name]):
                yield obstacle(
                    unit,
                    "prerequisite_without_goal",
                    say(
                        "“{title}” can never be opened: it needs “{other}”, which has no goal and so is never passed.",
                        title=title,
                        other=title_of(units[name]),
                    ),
                    say("Give that unit a goal, or take this prerequisite away."),
                )


def _can_be_passed(unit: Unit) -> bool:
    return any(trigger.can_be_judged for trigger in unit.triggers)


def _cycle_through(start: str, units: Mapping[str, Unit]) -> list[str]:
    """A shortest way over prerequisites from a unit back to itself; empty where there is none."""
    came_from: dict[str, str] = {}
    waiting = [start]
    for name in waiting:  # grows while it is gone through
        for needed in units[name].prerequisite_units:
            if needed == start:
                way = [name]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return [*reversed(way), start]
            if needed in units and needed not in came_from:
                came_from[needed] = name
                waiting.append(needed)
    return []
