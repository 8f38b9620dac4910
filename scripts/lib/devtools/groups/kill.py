"""Group kill: kill -9 at random moments; every acknowledged event must be there afterwards."""

from ..cmake import NATIVE, build
from ..counting import FAILED, Count, run_counted
from ..paths import REPO
from ..say import say
from ..tools import tool
from .standalone import run_script

FOLDER = REPO / "tests" / "kill"
CHILD = "record_kill_child"
LIMIT_SECONDS = 900.0


def run() -> Count:
    """Kill a process that only runs the record, then a headless Blender."""
    return _record() + run_script("kill-blender", FOLDER / "blender_kill.py")


def _record() -> Count:
    children = list((build(NATIVE) / "tests").rglob(CHILD))
    if len(children) != 1:
        say(f"kill-record: the native build made {len(children)} {CHILD} instead of one")
        return FAILED
    command = [tool("python"), FOLDER / "record_kill.py", children[0]]
    return run_counted("kill-record", command, limit_seconds=LIMIT_SECONDS)
