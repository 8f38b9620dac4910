"""The class as lines of a list: made once for each reading, so that drawing many stays quick."""

from collections.abc import Sequence
from dataclasses import dataclass

from .replies import ClassOverviewReply, OverviewLearner

NOT_BEGUN = "none"
STUCK = "stuck"
DONE = "done"
STARTED = "started"


@dataclass(frozen=True)
class ReviewRow:
    """One learner.

    Attributes:
        cells: How each unit stands, in the order of the overview: done, started, stuck or none.
        is_at_work: In a unit that runs now.
    """

    learner_id: str
    cells: tuple[str, ...]
    is_at_work: bool

    @property
    def is_stuck(self) -> bool:
        """Whether the learner is stuck anywhere."""
        return STUCK in self.cells


def rows_of(overview: ClassOverviewReply) -> tuple[ReviewRow, ...]:
    """Who worked in any of the overview's units, by name."""
    units = [unit.unit_id for unit in overview.units]
    rows = [_row(learner, units) for learner in overview.learners if learner.units]
    return tuple(sorted(rows, key=lambda row: row.learner_id.casefold()))


def _row(learner: OverviewLearner, units: Sequence[str]) -> ReviewRow:
    stuck = {one.unit_id for one in learner.stuck}
    states = {one.unit_id: STUCK if one.unit_id in stuck else one.state for one in learner.units}
    cells = tuple(states.get(unit, NOT_BEGUN) for unit in units)
    return ReviewRow(learner.learner_id, cells, learner.is_at_work)
