"""The groups that run in Blender: blender, gui (both with the zip installed) and lessons."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from ..counting import FAILED, Count, run_logged
from ..package import current_zip
from ..profiles import install, profile
from ..project import REPO
from ..runtimes import Runtime, runtime
from ..say import CommandError, say
from ..stage import LESSONS, OLDEST_BLENDER, build_lessons
from ..wine import whole

TESTS = REPO / "blender_tests"
VERSIONS = ("4.4.0", "4.2", "4.5", "5.2", "4.3.2")
LIMIT_SECONDS = 1500.0
AT_ONCE = 2


def versions(chosen: Sequence[str]) -> Count:
    """Run blender_tests/run.py in each of these Blenders, two at a time."""
    blenders = [runtime(version).ensure() for version in chosen]
    for target in {blender.target for blender in blenders}:
        current_zip(target)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return sum(pool.map(_run, blenders), Count())


def gui() -> Count:
    """Run blender_tests/gui/run.py in Blender 4.3.2 with a window, on a virtual screen."""
    return _run(runtime("4.3.2").ensure(), window=True)


def _run(blender: Runtime, window: bool = False) -> Count:
    """Run the tests in a new profile that has the zip installed as a user would."""
    name = "gui" if window else f"blender-{blender.version}"
    try:
        archive = current_zip(blender.target)
        with profile() as environment:
            environment["MALLOC_VR_ZIP"] = str(archive)
            install(blender, archive, environment)
            script = TESTS / ("gui/run.py" if window else "run.py")
            command = whole(blender.script_command(script, [], environment, window))
            return run_logged(name, command, environment, LIMIT_SECONDS).count()
    except CommandError as trouble:
        say(f"{name}: {trouble}")
        return FAILED


def lessons() -> Count:
    """Run lessons/*/check.py on the .blend files that ship, in the Blender that wrote them."""
    blender = runtime(OLDEST_BLENDER).ensure()
    counts = []
    for blend in build_lessons():
        script = LESSONS / blend.stem / "check.py"
        command = blender.script_command(script, [str(blend)], os.environ)
        counts.append(run_logged(f"lessons-{blend.stem}", command).count())
    return sum(counts, Count())
