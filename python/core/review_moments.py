"""Steps of a unit's work, and moments of the replay: which moment a step is, which step a moment is in.

Both are one place in the work: whoever goes to a step is at its moment, and whoever goes to a moment
is in the step that had been reached by then.
"""

from collections.abc import Sequence

from .replay import Replay
from .review_steps import StepView

_SAME_MOMENT_SECONDS = 1e-3


def moments(steps: Sequence[StepView], replay: Replay) -> tuple[float, float]:
    """From when to when the replay can be gone through, in active seconds of its session.

    Steps reach beyond the trace's last sample: a part that lies still gives none.
    """
    known = [step.seconds for step in _of_session(steps, replay) if step.seconds < float("inf")]
    first = min((replay.from_seconds, *known))
    return first, max((replay.to_seconds, *known))


def moment_of(step: StepView, steps: Sequence[StepView], replay: Replay) -> float:
    """When in the replay a step of its session was; its end is the last moment."""
    first, last = moments(steps, replay)
    return min(max(step.seconds, first), last)


def step_at(seconds: float, steps: Sequence[StepView], replay: Replay, now: int) -> int:
    """In which step a moment of the replay is: the last one that had been reached.

    Args:
        now: The step that is shown; it stays where others share its moment.
    """
    reached = [
        (moment_of(step, steps, replay), index)
        for index, step in enumerate(steps)
        if step.session_id == replay.session_id
        and moment_of(step, steps, replay) <= seconds + _SAME_MOMENT_SECONDS
    ]
    if not reached:
        return now
    latest, found = max(reached)
    return now if (latest, now) in reached else found


def _of_session(steps: Sequence[StepView], replay: Replay) -> list[StepView]:
    return [step for step in steps if step.session_id == replay.session_id]
