"""The guides of docs/, replayed by mouse and keys in their written order: a lesson is made, done, reviewed.

Nothing is set but by inputs; the file that Blender starts with is opened, and no other. A picture is
taken after each input (`author_07.png`), and one after each step for its guide (`guide/author-03.png`).
"""

import tempfile
from collections.abc import Generator
from pathlib import Path
from types import ModuleType

import author_steps
import bpy
import guide_steps
import instructor_steps
import learner_steps
from blender_tests_support import addon, preferences
from counted_hand import CountedHand, wait
from screen import Screen

Steps = Generator[float, None, None]
MOST_INPUTS = 60
"""Six seconds each are ten minutes."""
_REPLAYS = {
    "author": author_steps,
    "learner": learner_steps,
    "instructor": instructor_steps,
}


def a_teacher_makes_a_lesson_in_sixty_inputs(screen: Screen) -> Steps:
    addon("serving.server").stop()
    addon("runtime").close()
    bpy.ops.wm.read_homefile(use_factory_startup=True)
    preferences().folder = tempfile.mkdtemp(prefix="mvr-gui-") + "/vault"
    yield 1.0
    engine = addon("runtime").engine()
    yield from wait(lambda: engine.status().record.is_settled, "the record does not open")
    hand = CountedHand(screen, "author")
    yield from _replayed(hand, "author")
    print(f"    {len(hand.inputs)} inputs make the lesson, {MOST_INPUTS} at most", flush=True)
    assert len(hand.inputs) <= MOST_INPUTS, hand.inputs


def a_learner_does_it_with_a_slip_that_is_undone(screen: Screen) -> Steps:
    bpy.ops.wm.read_homefile(use_factory_startup=True)
    yield 1.0
    yield from _replayed(CountedHand(screen, "learner"), "learner")


def an_instructor_sees_how_it_went(screen: Screen) -> Steps:
    yield from _replayed(CountedHand(screen, "instructor"), "instructor")
    lesson = Path(bpy.data.filepath)  # in the home folder, which Blender proposed
    for file in (lesson, lesson.with_suffix(".blend1")):
        file.unlink(missing_ok=True)


def _replayed(hand: CountedHand, guide: str) -> Steps:
    module = _REPLAYS[guide]
    steps = guide_steps.steps_of(guide)
    assert [step.replay for step in steps] == replays_of(module), (
        f"{guide}-guide.md and {module.__name__} differ: {[step.replay for step in steps]}"
    )
    for step in steps:
        yield from getattr(module, step.replay)(hand)
        hand.picture_for_guide(step.picture)


def replays_of(module: ModuleType) -> list[str]:
    """The functions that replay steps, in the order in which they stand: those that take the hand."""
    return [
        name
        for name, one in vars(module).items()
        if callable(one) and one.__module__ == module.__name__ and not name.startswith("_")
        if "hand" in getattr(one, "__annotations__", {})
    ]


ALL = (
    a_teacher_makes_a_lesson_in_sixty_inputs,
    a_learner_does_it_with_a_slip_that_is_undone,
    an_instructor_sees_how_it_went,
)
