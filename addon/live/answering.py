"""What the running unit asks its learner, and what was answered.

Thread: main.
"""

from .. import view_state
from ..core.errors import rejection
from ..core.goal_parts import is_question
from ..core.scene_types import Question
from ..core.standing import with_failed_try
from ..core.view import QuestionView
from . import looks, tracking, work_standing
from .running_unit import RunningUnit

Answer = str | float | list[str]


def follow() -> None:
    """Show what is asked now, in the order in which the goals stand."""
    unit, session = tracking.running(), view_state.view().session
    asked = unit.run.questions() if unit is not None else []
    goals = [one.checkpoint_id for one in session.checkpoints] if session is not None else []
    places = {checkpoint_id: place for place, checkpoint_id in enumerate(goals)}
    asked.sort(key=lambda one: places.get(one.checkpoint_id, len(places)))
    view_state.show(questions=tuple(map(_shown, asked)))


def find(question: str) -> QuestionView | None:
    """The question of that text, if the running unit asks it."""
    return next((one for one in view_state.view().questions if one.question == question), None)


def answer(question: str, value: Answer) -> None:
    """Answer a question of the running unit; it is judged at once.

    Where a goal asks nothing else, its answer is handed in as it is given: it is a try, as typed
    answers are (decision 007), and a wrong one has failed.

    Raises:
        Conflict: No unit runs, or its scene is gone.
        NotFound: It asks no such question.
        BadArgument: This is no answer to it.
    """
    unit = tracking.running()
    if unit is None:
        raise rejection("CONFLICT", "No unit runs.", remedy="Start one.")
    unit.run.set_answer(question, value)
    tracking.observe_now()
    for asked in unit.run.questions():
        if asked.question == question:
            _hand_in(unit, asked.checkpoint_id)


def _hand_in(unit: RunningUnit, checkpoint_id: str) -> None:
    if not is_question(unit.tries.triggers[checkpoint_id].trigger_conditions):
        return
    if unit.run.holds(checkpoint_id):
        return  # it passes by itself
    unit.tries.answer(unit.looked_seconds, checkpoint_id)
    looks.tell()
    session = view_state.view().session
    if session is not None and session.session_id == unit.session_id:
        reasons = work_standing.ended_reasons(unit, checkpoint_id)
        view_state.show(session=with_failed_try(session, checkpoint_id, reasons))


def _shown(asked: Question) -> QuestionView:
    given = tuple(asked.given) if isinstance(asked.given, list) else asked.given
    return QuestionView(asked.question, asked.kind, tuple(asked.options), given)
