"""Why a unit was adapted, as far as the run itself knows it: no more is said than happened."""

from .said import say, say_count
from .view import SessionView


def reason_for(session: SessionView) -> str:
    """What had happened in a run when a client had its unit adapted."""
    failed = sum(item.course.failed for item in session.checkpoints)
    if failed:
        return say_count(
            failed,
            "A client asked for this after one try that did not hold.",
            "A client asked for this after {count} tries that did not hold.",
        )
    if session.hints and session.hints_shown == len(session.hints):
        return say("A client asked for this after you had seen every hint.")
    passed = sum(1 for item in session.checkpoints if item.passed)
    if passed and not session.hints_shown:
        return say("A client asked for this after all had gone well so far.")
    return say("A client asked for this.")
