"""A decision of the engine in an instructor's words: what it says, and what it rests on.

Names of units and skills stand for their ids; figures stay figures.
"""

from collections.abc import Callable, Iterator

from .replies import ClassOverviewReply, OverviewDecision, Reason
from .said import Said, joined, say, say_count, template
from .unit_ids import title_of_id

Titles = Callable[[str], str]
"""What a unit or a skill is called, by its id."""


def title_of(overview: ClassOverviewReply, unit_id: str) -> str:
    """A unit's title; of one that is not in the open file its id in words."""
    title = next((unit.title for unit in overview.units if unit.unit_id == unit_id), unit_id)
    return title if title != unit_id else title_of_id(unit_id)


def skill_title(overview: ClassOverviewReply, skill: str) -> str:
    """What a skill is called: a unit's own skill as its unit, any other as its author called it."""
    return title_of(overview, skill)


def percent(share: float) -> str:
    """A share as a person reads it, rounded down: what misses a limit never reads as if it met it."""
    return f"{int(share * 100 + 1e-9)} %"


def decision_sentences(decision: OverviewDecision, overview: ClassOverviewReply) -> Said:
    """The decision and why, as sentences."""

    def titles(identifier: str) -> str:
        return skill_title(overview, identifier)

    head = _headline(decision, titles)
    reasons = list(_reasons(decision, titles))
    if not reasons:
        return say("{headline}.", headline=head)
    return say("{headline}: {reasons}.", headline=head, reasons=joined(reasons, "; "))


def _headline(decision: OverviewDecision, titles: Titles) -> Said:
    phase = say(_PHASES[decision.phase])
    if decision.action == "advance_to_next_event":
        if decision.phase == "mastery":
            return say("This unit is mastered")
        return say("Ready for {phase}", phase=say(_PHASES[decision.next_phase]))
    if decision.action == "continue_current_event":
        return say("Goes on with {phase}", phase=phase)
    if decision.go_back_to:
        return say("Should go back to “{unit}” first", unit=titles(decision.go_back_to))
    return say("Needs more help in {phase}", phase=phase)


_PHASES = {
    "onboarding": template("onboarding"),
    "introduction": template("introduction"),
    "practice": template("practice"),
    "application": template("application"),
    "mastery": template("mastery"),
}


def _reasons(decision: OverviewDecision, titles: Titles) -> Iterator[Said]:
    for reason in decision.reasons:
        if reason.code in _PLAIN:
            yield say(_PLAIN[reason.code])
        elif reason.code in _COUNTED:
            one, many = _COUNTED[reason.code]
            yield say_count(round(reason.value), one, many, needed=round(reason.needed))
        elif reason.code == "p_known":
            yield say(
                "mastery of “{skill}” at least {share}, needs {needed}",
                skill=titles(reason.name),
                share=percent(reason.value),
                needed=percent(reason.needed),
            )
        else:
            yield _about_tries_or_progress(reason)


def _about_tries_or_progress(reason: Reason) -> Said:
    tries, passed = round(reason.needed), round(reason.value)
    if reason.code == "tries":
        return say_count(
            tries,
            "{passed} of {count} try passed without help",
            "{passed} of {count} tries passed without help",
            passed=passed,
        )
    if reason.code == "too_early":
        return say("too early to say with fewer than {tries} tries", tries=tries)
    if reason.code == "struggling":
        return say("{failed} of the last {tries} tries failed", failed=passed, tries=tries)
    progress, needed = percent(reason.value), percent(reason.needed)
    if reason.code == "held_by_hysteresis":
        return say("progress is not below {needed} yet, so nothing changes", needed=progress)
    if reason.code == "index_lags":
        return say(
            "progress {share} is below {needed}, but the tries are enough",
            share=progress,
            needed=needed,
        )
    return say("progress {share}, needs {needed}", share=progress, needed=needed)


_PLAIN = {
    "no_try": template("nothing was tried in this unit yet"),
    "flawless": template("no try failed and no hint said how it is done"),
    "unit_done": template("every goal was passed without help"),
    "failed_last": template("the last try failed, so moving on waits"),
    "one_step": template("changes are made one step at a time"),
    "no_open_prerequisites": template("there is no unit to go back to"),
    "phase_back": template("the phase goes back a step, or begins again if it is the first"),
}

_COUNTED = {
    "own_passes": (
        template("{count} try passed without help in this phase, needs {needed}"),
        template("{count} tries passed without help in this phase, needs {needed}"),
    ),
    "distinct_checkpoints": (
        template("passed {count} goal of this unit in it, needs {needed}"),
        template("passed {count} different goals of this unit in it, needs {needed}"),
    ),
}
