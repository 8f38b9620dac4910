"""What would stop a learner, or make a lesson worse: rules over the lesson and facts of its scenes."""

from collections import Counter
from collections.abc import Iterator

from .lesson import Lesson, Trigger, Unit
from .lesson_facts import LessonFacts
from .lesson_findings import advice, obstacle, title_of
from .mouse_reach import is_reachable, least_width_m
from .said import say
from .scene_shapes import LessonChecked, LessonFinding
from .unit_ids import title_of_id
from .unreachable_units import prerequisite_findings

TEXT_LIMIT_CHARS = 140
"""What is read in one glance beside the work, and fits into two lines of the sidebar."""


def check(lesson: Lesson, facts: LessonFacts, unit_id: str = "") -> LessonChecked:
    """Check a lesson.

    Args:
        unit_id: Leave out what concerns other units; "" checks everything.
    """
    units = [unit for unit in lesson.units if unit_id in ("", unit.unit_id)]
    found = [*_of_file(facts), *_shared_ids(lesson), *prerequisite_findings(lesson)]
    for unit in lesson.units:
        found += [*_of_unit(unit), *_of_texts(unit)]
        for trigger in unit.triggers:
            found += _of_goal(unit, trigger, facts)
    shown = [one for one in found if unit_id in ("", one.unit_id)]
    return LessonChecked(
        units=len(units),
        goals=sum(trigger.can_be_judged for unit in units for trigger in unit.triggers),
        findings=sorted(shown, key=lambda one: one.weight != "obstacle"),
    )


def _of_file(facts: LessonFacts) -> Iterator[LessonFinding]:
    for path in facts.missing_libraries:
        yield LessonFinding(
            kind="library_missing",
            weight="obstacle",
            unit_id="",
            scene_name="",
            object_name="",
            sentence=say("The linked file {path} is missing.", path=path),
            remedy=say(
                "Put it back, choose File > External Data > Find Missing Files, or remove what is linked."
            ),
            fix="",
        )


def _shared_ids(lesson: Lesson) -> Iterator[LessonFinding]:
    scenes: dict[str, str] = {}
    goals: dict[str, str] = {}
    for unit in lesson.units:
        first = scenes.setdefault(unit.unit_id, unit.scene_name)
        if first != unit.scene_name:
            yield obstacle(
                unit,
                "unit_id_shared",
                say(
                    "The scenes “{first}” and “{scene_name}” are the same unit, so neither can start.",
                    first=first,
                    scene_name=unit.scene_name,
                ),
                say("Give the copy an id of its own."),
                fix=say("Gives the copy an id of its own."),
            )
            continue  # its goals are copies as well, and the fix gives them ids too
        for trigger in unit.triggers:
            name = trigger.trigger_object_name
            other = goals.setdefault(trigger.checkpoint_id, name)
            if other != name:
                yield obstacle(
                    unit,
                    "checkpoint_id_shared",
                    say(
                        "The goal “{name}” is a copy of “{other}”, and the record cannot tell them apart.",
                        name=name,
                        other=other,
                    ),
                    say("Give the copy an id of its own."),
                    name,
                    fix=say("Gives the copy an id of its own."),
                )


def _of_unit(unit: Unit) -> Iterator[LessonFinding]:
    title = title_of(unit)
    if not any(trigger.can_be_judged for trigger in unit.triggers):
        yield obstacle(
            unit,
            "unit_without_goal",
            say("“{title}” has no goal, so nobody can pass it.", title=title),
            say("Add a goal."),
        )
    if not any(hint.strip() for hint in hints_of(unit)):
        yield advice(
            unit,
            "no_hint",
            say("“{title}” has no hint for a learner who is stuck.", title=title),
            say("Write one to three hints, from a nudge to the answer."),
        )
    judged = Counter(one.learning_objective for one in unit.triggers if one.can_be_judged)
    for objective in unit.learning_objectives:
        if judged and objective not in judged:
            yield advice(
                unit,
                "objective_without_goal",
                say(
                    "No goal of “{title}” shows that the objective “{objective}” was reached.",
                    title=title,
                    objective=objective,
                ),
                say("Add a goal for it, or take the objective away."),
            )
    if not unit.title.strip():
        yield advice(
            unit,
            "title_empty",
            say("The unit in the scene “{scene_name}” has no title.", scene_name=unit.scene_name),
            say("Write one: it is the first thing that a learner reads."),
            fix=say("Makes it “{title}”.", title=title_of_id(unit.unit_id)),
        )


def hints_of(unit: Unit) -> tuple[str, ...]:
    """All that a learner can ask for, of the unit and of its goals."""
    listed = (unit.hints, *(trigger.hints for trigger in unit.triggers))
    return tuple(text for hints in listed for text in hints if text)


def _of_texts(unit: Unit) -> Iterator[LessonFinding]:
    texts = [(say("The instructions"), unit.instructions)]
    texts += [
        (say("Hint {number}", number=number), hint)
        for hints in (unit.hints, *(trigger.hints for trigger in unit.triggers))
        for number, hint in enumerate(hints, start=1)
    ]
    for what, text in texts:
        if len(text) > TEXT_LIMIT_CHARS:
            yield advice(
                unit,
                "text_too_long",
                say(
                    "{what} of “{unit}” has {count} characters; up to {limit} are read at a glance.",
                    what=what,
                    unit=title_of(unit),
                    count=len(text),
                    limit=TEXT_LIMIT_CHARS,
                ),
                say("Say one thing at a time, or split it into hints."),
            )


def _of_goal(unit: Unit, trigger: Trigger, facts: LessonFacts) -> Iterator[LessonFinding]:
    name, called = trigger.trigger_object_name, _called(trigger)
    seen = facts.of(unit.scene_name, name)
    if trigger.problem and trigger.next_step:
        yield obstacle(
            unit,
            "goal_broken",
            say(
                "The goal “{called}” is not finished, so “{title}” cannot start.",
                called=called,
                title=title_of(unit),
            ),
            trigger.next_step,
            name,
        )
        return
    if trigger.problem:
        yield obstacle(
            unit,
            "goal_broken",
            say(
                "The goal “{called}” cannot be judged. {problem}",
                called=called,
                problem=trigger.problem,
            ),
            say("Author the goal again."),
            name,
        )
        return
    for missing in seen.missing:
        yield obstacle(
            unit,
            "goal_object_gone",
            say(
                "The goal “{called}” is about “{missing}”, which the scene “{scene_name}” does not have.",
                called=called,
                missing=missing,
                scene_name=unit.scene_name,
            ),
            say("If you deleted it just now, Ctrl Z brings it back. Else choose another object."),
            name,
        )
    if seen.is_true_at_start:
        yield obstacle(
            unit,
            "goal_true_at_start",
            say("The goal “{called}” is reached before the learner does anything.", called=called),
            say("Move its objects to where the learner begins and choose Capture Start."),
            name,
        )
    yield from _of_margins(unit, trigger, facts)


def _of_margins(unit: Unit, trigger: Trigger, facts: LessonFacts) -> Iterator[LessonFinding]:
    name, called = trigger.trigger_object_name, _called(trigger)
    tight: dict[str, LessonFinding] = {}
    for one in facts.of(unit.scene_name, name).margins:
        if is_reachable(one.width_m, one.width_px) or one.object_name in tight:
            continue
        least_mm = least_width_m(one.width_m, one.width_px) * 500.0
        tight[one.object_name] = advice(
            unit,
            "margin_too_fine",
            say(
                "The goal “{called}” wants “{object_name}” within {width} mm, finer than a mouse places it from where the unit begins.",
                called=called,
                object_name=one.object_name,
                width=_mm(one.width_m * 500.0),
            ),
            say(
                "Allow {least} mm, let it snap, or bring the view nearer.",
                least=_mm(least_mm),
            ),
            name,
        )
    yield from tight.values()


def _called(trigger: Trigger) -> str:
    """What a goal is called in a sentence: its object has a name that nobody chose."""
    return trigger.learning_objective.strip() or trigger.trigger_object_name


def _mm(value: float) -> str:
    return f"{value:.2g}" if value < 10.0 else f"{value:.0f}"
