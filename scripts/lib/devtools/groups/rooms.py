"""Group rooms: the house rules; every file without a breach is one passed test."""

from ..counting import Count
from ..paths import REPO
from ..rooms.check import check
from ..say import say


def run() -> Count:
    """Check the repository."""
    files, problems = check(REPO)
    for problem in problems:
        say(f"    {problem}")
    broken = {problem.path for problem in problems}
    return Count(len(files) - len(broken), len(broken))
