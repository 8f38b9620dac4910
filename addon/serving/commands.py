"""The scene commands: what tools and operators have Blender do. One table, one way to run them.

Every command checks all of its arguments first: a rejection has changed nothing.

Thread: main.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import bpy

from .. import given_lessons, upkeep
from ..authoring import goal_edits, lesson_checking, lesson_edits, unit_edits
from ..core import scene_shapes, viewport_shapes, window_shapes
from ..core.errors import rejection
from ..core.names import require_storable
from ..core.said import say
from ..core.serving import Call
from ..core.shape import Command, Shape
from ..curriculum import arranging
from ..live import (
    checking,
    hints,
    pause,
    trace_delivery,
    unit_adaptation,
    unit_runs,
    viewport_session,
)
from ..reviewing import report_writing
from ..scene import lesson_files, trigger_authoring, undo_steps, unit_authoring
from . import client_strip

_Function = Callable[..., Shape]
"""Takes its command; one of `ASKING_WHOSE` its call as well."""

_FUNCTIONS: Mapping[str, _Function] = {
    scene_shapes.CreateKnowledgeNode.NAME: unit_authoring.create_knowledge_node,
    scene_shapes.CreateTrigger.NAME: trigger_authoring.create_assessment_trigger,
    window_shapes.UpdateUnit.NAME: unit_edits.update_unit,
    window_shapes.RemoveUnit.NAME: unit_edits.remove_unit,
    window_shapes.OrderUnits.NAME: unit_edits.order_units,
    window_shapes.CaptureUnitStart.NAME: unit_edits.capture_unit_start,
    window_shapes.UpdateGoal.NAME: goal_edits.update_goal,
    window_shapes.RemoveGoal.NAME: goal_edits.remove_goal,
    window_shapes.OrderGoals.NAME: goal_edits.order_goals,
    window_shapes.MakeHints.NAME: goal_edits.make_hints,
    window_shapes.SetHintShapes.NAME: goal_edits.set_hint_shapes,
    window_shapes.UpdateLessonDetails.NAME: lesson_edits.update_lesson_details,
    window_shapes.AddExampleLesson.NAME: lesson_edits.add_example_lesson,
    window_shapes.FixFinding.NAME: lesson_edits.fix_finding,
    window_shapes.ArrangeCurriculum.NAME: arranging.arrange_curriculum,
    window_shapes.PackLesson.NAME: given_lessons.pack_lesson,
    window_shapes.ListLessons.NAME: given_lessons.list_lessons,
    window_shapes.OpenLesson.NAME: given_lessons.open_lesson,
    window_shapes.PauseUnit.NAME: pause.pause_unit,
    window_shapes.PauseTraces.NAME: trace_delivery.pause_traces,
    window_shapes.WriteReport.NAME: report_writing.write_report,
    scene_shapes.UpdateSceneMetadata.NAME: unit_adaptation.update_scene_metadata,
    scene_shapes.CheckLesson.NAME: lesson_checking.check_lesson,
    scene_shapes.SaveLesson.NAME: lesson_files.save_lesson,
    scene_shapes.StartUnit.NAME: unit_runs.start_unit,
    scene_shapes.ObserveCheckpoint.NAME: checking.observe_checkpoint,
    scene_shapes.ObserveUnit.NAME: checking.observe_unit,
    scene_shapes.ShowHint.NAME: hints.show_hint,
    scene_shapes.EndUnit.NAME: unit_runs.end_unit,
    viewport_shapes.ConfigureViewport.NAME: viewport_session.configure_viewport,
    viewport_shapes.ObserveViewport.NAME: viewport_session.observe_viewport,
}

ASKING_WHOSE = frozenset(
    (
        "create_knowledge_node",
        "add_example_lesson",
        "save_lesson",
        "pack_lesson",
        "open_lesson",
        "write_report",
        "start_unit",
        "observe_checkpoint",
        "observe_unit",
    )
)
"""Commands that do something else for the person at the window, or go on only for those who still
wait."""

AUTHORING = frozenset(
    (
        "create_knowledge_node",
        "create_assessment_trigger",
        "update_unit",
        "remove_unit",
        "order_units",
        "capture_unit_start",
        "update_goal",
        "remove_goal",
        "order_goals",
        "make_hints",
        "set_hint_shapes",
        "update_lesson_details",
        "add_example_lesson",
        "fix_finding",
        "arrange_curriculum",
    )
)
STARTING = "start_unit"
"""These make a step for Undo. Hints and adaptation make none: a learner who takes back a move must
not take back a hint with it."""


def run(command: Command, call: Call) -> Shape:
    """Execute a scene command.

    Args:
        call: Whose it is. An operator with the option UNDO makes the undo step itself; for every
            other caller it is made here.

    Raises:
        MallocVrError: The command rejects; nothing was changed.
    """
    name = command.NAME
    if name not in _FUNCTIONS:
        raise rejection("UNSUPPORTED", say("This add-on knows no scene command {name}.", name=name))
    if name in AUTHORING or name == STARTING:
        _require_object_mode()
        require_storable(command.to_json())
    removed = "" if call.is_from_window else client_strip.removed_by(command)
    with _undo_step(name, call) as goes_on:
        function = _FUNCTIONS[name]
        reply = function(command, call) if name in ASKING_WHOSE else function(command)
        if isinstance(reply, scene_shapes.UnitStarted):
            unit_adaptation.begin(reply.unit_id)
        if isinstance(reply, scene_shapes.UnitEnded):
            unit_adaptation.end(reply.unit_id)
    if name in AUTHORING:
        upkeep.mark_authored()
        if not call.is_from_window:
            client_strip.note(reply, goes_on, removed)
    elif not call.is_from_window:
        client_strip.note_deed(reply)
    return reply


def _require_object_mode() -> None:
    """In other modes undo keeps only what that mode edits, so our data would be lost with it."""
    mode = getattr(bpy.context, "mode", None) or "OBJECT"
    if mode != "OBJECT":
        name = mode.replace("_", " ").lower()
        raise rejection(
            "CONFLICT",
            say(
                "Blender is in the mode {name}, in which scenes cannot be authored or started.",
                name=name,
            ),
            remedy="Return to Object Mode, then try again.",
        )


@contextmanager
def _undo_step(command: str, call: Call) -> Iterator[bool]:
    """Make the step for Undo of a client's command; an operator makes its own.

    Yields:
        Whether the step goes on from the client's last one.
    """
    if command in AUTHORING and not call.is_from_window:
        with undo_steps.authoring(call.caller) as goes_on:
            yield goes_on
        return
    yield False
    if command == STARTING and not call.is_from_window:
        undo_steps.push("Start Unit")
