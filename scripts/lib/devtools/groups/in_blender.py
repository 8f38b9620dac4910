"""The groups that run in Blender: blender, scene, gui (all with the zip installed) and lessons."""

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ..counting import FAILED, Count, run_logged
from ..package import current_zip, zip_for
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
SCENE_VERSION = "4.4.0"
SCENE_TESTS = (
    "test_scene_*.py",
    "test_predicates.py",
    "test_surfaces.py",
    "test_goals.py",
    "test_captured_start.py",
    "test_demonstration*.py",
    "test_cup_and_saucer.py",
)
WINDOW_RUNS: Mapping[str, tuple[str, Sequence[str]]] = {
    "4.3.2": ("4.3.2", ()),
    "4.3.2-guides": ("4.3.2", ("guides",)),
    "5.2.2-guides": ("5.2.2", ("guides",)),
}
"""By a name for the log: a Blender with a window, and the modules of scenarios that it runs; those of
`scenarios` if none is named. The guides begin in a Blender that nobody used yet."""


def versions(chosen: Sequence[str]) -> Count:
    """Run blender_tests/run.py in each of these Blenders, two at a time."""
    blenders = [runtime(version).ensure() for version in chosen]
    for target in {blender.target for blender in blenders}:
        current_zip(target)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return sum(pool.map(_run_all, blenders), Count())


def _run_all(blender: Runtime) -> Count:
    return _run(blender, f"blender-{blender.version}", TESTS / "run.py")


def scene() -> Count:
    """Run the tests of what is judged, authored and demonstrated in a scene, in one Blender."""
    return _run(runtime(SCENE_VERSION).ensure(), "scene", TESTS / "run.py", SCENE_TESTS)


def gui() -> Count:
    """Run blender_tests/gui/run.py in Blenders with a window, on virtual screens, one by one."""
    return sum(
        (
            _run(runtime(version).ensure(), f"gui-{name}", TESTS / "gui/run.py", modules, True)
            for name, (version, modules) in WINDOW_RUNS.items()
        ),
        Count(),
    )


def _run(
    blender: Runtime, name: str, script: Path, words: Sequence[str] = (), window: bool = False
) -> Count:
    """Run tests in a new profile that has the zip installed as a user would."""
    try:
        archive = zip_for(blender)
        with profile() as environment:
            environment["MALLOC_VR_ZIP"] = str(archive)
            install(blender, archive, environment)
            command = whole(blender.script_command(script, words, environment, window))
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
