"""The group windows: what ships for Windows, in its own Blender under wine, with clients on this machine."""

import re
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ..build import unpacked_module
from ..cmake import build
from ..counting import FAILED, Count, Ended, run_logged
from ..package import current_zip
from ..processes import Command
from ..profiles import profile
from ..project import LIB, REPO
from ..runtimes import runtime
from ..say import say
from ..wine import TARGET, command, kept_up, python_command, whole
from . import in_blender, standalone

BLENDER = "4.4.0-windows"
TESTS = REPO / "tests"
CATCH2_PASSED = re.compile(
    r"^All tests passed \(\d+ assertions? in (\d+) test cases?\)$", re.MULTILINE
)
CATCH2_FAILED = re.compile(r"^test cases: +(\d+) \|.*?(\d+) failed", re.MULTILINE)
LIMIT_SECONDS = 1500.0
AT_ONCE = 2
KILLS = ["--kills", "50", "--longest-run", "2.5"]  # a process of wine starts in some 0.5 s
FEWER = {"MALLOC_VR_FLIP_EVERY": "500"}  # wine opens a record in some 50 ms
SHIPPED = ("test_core*.py", "test_load_failure.py", "test_request_pump.py")
BLENDER_KILLS = ["--kills", "5", "--blender", BLENDER]


def windows() -> Count:
    """Run all that runs on Windows: without Blender, in it, and killed at work."""
    runtime(BLENDER).ensure()
    built = build(
        "wheel",
        {"MALLOC_VR_TESTS": "ON", "MALLOC_VR_MODULE": "OFF"},
        "native_tests",
        system=TARGET,
        folder=f"{TARGET}-tests",
    )
    archive = {"MALLOC_VR_ZIP": str(current_zip(TARGET))}
    kill = ("windows-kill", "kill/blender_kill.py", archive, BLENDER_KILLS)
    clients = ("windows-clients", "clients/windows.py", archive)
    with kept_up():
        count = native(built) + python() + in_blender.versions([BLENDER]) + record_kill(built)
        return count + standalone.run_script(*kill) + standalone.run_script(*clients)


def native(built: Path) -> Count:
    """Run each Catch2 program as a whole: a process of wine for each test takes minutes."""
    modules = [each.name.removesuffix("_test") for each in (TESTS / "native").glob("*_test")]
    programs = [built / "tests" / "native" / f"test_{each}.exe" for each in sorted(modules)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return sum(pool.map(_catch2, programs), Count())


def _catch2(program: Path) -> Count:
    name = f"windows-{program.stem}"
    with profile() as environment:
        run_it = whole(command([program], environment | FEWER))
        ended = run_logged(name, run_it, None, LIMIT_SECONDS)
    count = _counted(ended)
    say(f"{name}: {count} ({ended.seconds:.1f} s)")
    return count


def _counted(ended: Ended) -> Count:
    found = CATCH2_PASSED.findall(ended.output)
    if found and ended.code == 0:
        return Count(int(found[-1]))
    if found := CATCH2_FAILED.findall(ended.output):
        total, failed = map(int, found[-1])
        return Count(total - failed, failed)
    say(f"{ended}, and no count that explains it")
    return FAILED


def python() -> Count:
    """Run those tests of tests/python that are not of the commands here, with the wheel for Windows."""
    path = f"{unpacked_module(TARGET)}:{REPO / 'python'}"
    script: Command = [LIB / "unittest_run.py", TESTS / "python", *SHIPPED]
    with profile() as environment:
        environment |= {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
        run_it = whole(python_command(script, environment))
        return run_logged("windows-python", run_it, environment, LIMIT_SECONDS).count()


def record_kill(built: Path) -> Count:
    """Kill two processes on one record, as the group record does here."""
    child = built / "tests" / "kill" / "record_kill_child.exe"
    with profile() as environment:
        kill: Command = [TESTS / "kill" / "record_kill.py", *KILLS, *command([child], environment)]
        return run_logged(
            "windows-record-kill", [sys.executable, *kill], None, LIMIT_SECONDS
        ).count()
