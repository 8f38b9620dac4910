"""Group kill: kill -9 of a headless Blender; every acknowledged event must be there afterwards."""

from ..counting import Count
from ..paths import REPO
from .standalone import run_script


def run() -> Count:
    """Kill Blenders at random moments (group `record` kills processes without one)."""
    return run_script("kill-blender", REPO / "tests" / "kill" / "blender_kill.py")
