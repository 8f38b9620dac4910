"""How the checkpoints of the running unit stand, for what the panel says of them.

Reads what was observed last and observes nothing itself; a condition is evaluated only where a
verdict on the screen may have become untrue.

Thread: main.
"""

import json
from collections.abc import Iterable

from .core.standing import Standing, needs_evaluation
from .core.view import CheckpointView
from .running_unit import RunningUnit


def of_unit(unit: RunningUnit, shown: Iterable[CheckpointView]) -> dict[str, Standing]:
    """How the checkpoints that are shown stand, by id."""
    followed = (item for item in shown if item.checkpoint_id in unit.tries.triggers)
    return {item.checkpoint_id: _standing(unit, item) for item in followed}


def _standing(unit: RunningUnit, item: CheckpointView) -> Standing:
    progress = unit.tries.progress(item.checkpoint_id)
    changed, needs_view = progress["changed"], unit.run.asks_for_view(item.checkpoint_id)
    has_passed = unit.tries.has_passed(item.checkpoint_id)
    wanted = needs_evaluation(item, changed=changed, needs_view=needs_view, has_passed=has_passed)
    evaluation = json.loads(unit.run.evaluate_json(item.checkpoint_id)) if wanted else None
    return Standing(progress["begun"], changed, needs_view, has_passed, evaluation)
