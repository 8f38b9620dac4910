"""Group lint: every checker of scripts/lint is one test."""

from ..counting import Count
from ..lint.checkers import run_checkers


def run() -> Count:
    """Run all checkers."""
    return run_checkers(fix=False)
