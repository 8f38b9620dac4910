"""A learner answers a question by mouse and keys."""

import json
from collections.abc import Generator
from typing import Any

from at_work import running
from blender_tests_support import addon
from hand import type_keys
from person import begin, press, run
from screen import Screen

Steps = Generator[float, None, None]
SEEN_SECONDS = 1.0
QUESTION = "How many feet?"


def asked(screen: Screen, right: float) -> Steps:
    """A unit that asks for a number is begun."""
    yield from begin(screen)
    run("unit_add", unit_id="count", title="Count", objectives="count")
    condition = {"id": "feet", "answer": {"question": QUESTION, "kind": "number", "correct": right}}
    run("trigger_add", kind="JSON", objective="count", conditions=json.dumps(condition))
    addon("modes").choose(addon("modes").Mode.LEARN)
    run("unit_start", unit_id="count", learner="ada")
    yield SEEN_SECONDS


def a_number_is_typed_at_once_and_a_wrong_one_counts(screen: Screen) -> Steps:
    yield from asked(screen, 4.0)
    screen.picture("question_asked")
    assert any("under Questions" in span.text for line in lines() for span in line), lines()
    yield from press(screen, "question_answer", question=QUESTION)
    screen.picture("question_dialog")
    yield from type_keys(["5", "Return", "Return"])
    yield SEEN_SECONDS
    screen.picture("question_wrong")
    (goal,) = running().checkpoints
    assert (goal.passed, goal.course.failed) == (False, 1), goal
    yield from press(screen, "question_answer", question=QUESTION)
    yield from type_keys(["4", "Return", "Return"])
    yield SEEN_SECONDS
    assert running().passed, running().checkpoints
    screen.picture("question_right")


def a_dialog_that_is_closed_untouched_is_no_answer_and_nought_is_one(screen: Screen) -> Steps:
    yield from asked(screen, 0.0)
    yield from press(screen, "question_answer", question=QUESTION)
    yield from type_keys(["Return", "Return"])
    yield SEEN_SECONDS
    screen.picture("question_unanswered")
    (goal,) = running().checkpoints
    assert (goal.passed, goal.course.failed) == (None, 0), goal
    yield from type_keys(["Escape"])
    yield SEEN_SECONDS
    yield from press(screen, "question_answer", question=QUESTION)
    yield from type_keys(["0", "Return", "Return"])
    yield SEEN_SECONDS
    screen.picture("question_nought")
    assert running().passed, running().checkpoints


def lines() -> tuple[tuple[Any, ...], ...]:
    """What stands over the viewport."""
    return tuple(addon("learner_view").lines())


ALL = (
    a_number_is_typed_at_once_and_a_wrong_one_counts,
    a_dialog_that_is_closed_untouched_is_no_answer_and_nought_is_one,
)
