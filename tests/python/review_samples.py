"""A class as the engine tells of it, made by hand for tests of what is drawn and written of it."""

from typing import Any

from core.replies import (
    AbilityProgress,
    ClassOverviewReply,
    ObservedTry,
    OverviewDecision,
    OverviewLearner,
    OverviewUnit,
    Reason,
    SkillProgress,
    Stuck,
    UnitAttention,
    UnitReview,
    UnitWorkReply,
    WorkedEntry,
)
from core.scene_shapes import ObjectBox
from core.viewport_shapes import ObservedWork, ViewportFeatures

SEEN = "2026-11-30T10:00:00Z"
CUP = ObjectBox(object="Cup", corners=tuple(float(i) for i in range(24)))
NEAR = {
    "predicate": "distance",
    "holds": False,
    "object": "Cup",
    "measured": 12.5,
    "unit": "mm",
    "limit": {"max": 10.0},
}


def unit(unit_id: str, **values: Any) -> UnitReview:
    given = {
        "state": "started", "tries": 3, "own_passes": 1, "helped_passes": 0, "failed": 2,
        "abandoned": 0, "hints": 1, "self_corrections": 0, "checkpoints": 2,
        "passed_checkpoints": 1, "own_passed_checkpoints": 1, "worked_seconds": 65.0,
        "best_score": 1.0, "first_seen": SEEN, "last_seen": SEEN,
    }  # fmt: skip
    return UnitReview(unit_id=unit_id, **{**given, **values})


def stuck(unit_id: str, since: str = SEEN) -> Stuck:
    return Stuck(
        unit_id=unit_id,
        reason="failed_in_a_row",
        checkpoint_id="a",
        since=since,
        failed_in_a_row=3,
        last_failure="The cup is 12.5 mm away; at most 10 mm.",
        standstill_seconds=0.0,
        limit_seconds=0.0,
    )


def learner(name: str, *units: UnitReview, known: float = 0.4, **values: Any) -> OverviewLearner:
    given: dict[str, Any] = {
        "pseudonym": "0" * 32,
        "is_at_work": False,
        "last_seen": SEEN,
        "skills": (
            SkillProgress(
                skill="cup", p_known=known, attempts=3, successes=1, provenance="observed"
            ),
        ),
        "ability": AbilityProgress(theta=0.1, standard_error=0.8, evidence=3),
        "decisions": (
            OverviewDecision(
                unit_id="cup",
                action="continue_current_event",
                learner_text="Once more.",
                reasoning="Index 0.52 <soon>.",
                phase="practice",
                next_phase="practice",
                reasons=(Reason(code="p_known", value=0.82, needed=0.9, name="cup"),),
                go_back_to="",
            ),
        ),
        "stuck": (),
    }
    return OverviewLearner(learner_id=name, units=units, **{**given, **values})


def overview(*learners: OverviewLearner) -> ClassOverviewReply:
    units = (
        OverviewUnit(unit_id="cup", title="Cup & saucer"),
        OverviewUnit(unit_id="spoon", title="Spoon"),
    )
    return ClassOverviewReply(units=units, learners=learners)


def tried(outcome: Any, **values: Any) -> ObservedTry:
    given: dict[str, Any] = {
        "checkpoint_id": "a", "objective": "The cup stands on the saucer.",
        "assessment_type": "formative", "skill": "cup", "own": outcome == "passed",
        "last_level_hint": False, "corrected": False, "self_corrections": 0,
        "began_seconds": 2.0, "ended_seconds": 42.0, "score": 0.0, "evidence": NEAR,
        "unmet": (), "boxes": (CUP,),
    }  # fmt: skip
    return ObservedTry(outcome=outcome, **{**given, **values})


def entry(kind: Any, **values: Any) -> WorkedEntry:
    given: dict[str, Any] = {
        "time": SEEN, "session_id": "s", "submitted": False, "tries": (), "worked_seconds": 0.0,
        "hint_level": 0, "hint_offered": False, "hint_objective": "", "reason": "",
    }  # fmt: skip
    return WorkedEntry(kind=kind, **{**given, **values})


def work(*entries: WorkedEntry, learner_id: str = "ada") -> UnitWorkReply:
    return UnitWorkReply(
        learner_id=learner_id,
        title="Cup & saucer",
        unit=unit("cup"),
        entries=entries,
        earlier_entries=0,
        attention=UnitAttention(
            watched_seconds=0.0,
            dwell_seconds={},
            last_view=ViewportFeatures(
                samples=0, watched_seconds=0.0, movements=0, dwell_seconds={}
            ),
            last_work=ObservedWork(operations=0, undone=0, selected_right=0, selected_wrong=0),
        ),
        stuck=(),
        decisions=(),
        provenance="observed",
    )
