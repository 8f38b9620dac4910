"""Group blender: blender_tests/run.py in every Blender, with the zip installed as a user would."""

import os
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ..counting import FAILED, Count, run_counted
from ..package import current_zip
from ..paths import REPO
from ..profiles import install, profile_environment
from ..runtimes import Runtime, runtime
from ..say import Trouble, say

VERSIONS = ("4.4.0", "4.2", "4.5", "5.2", "4.3.2")
LIMIT_SECONDS = 900.0
AT_ONCE = 2


def run(versions: Sequence[str]) -> Count:
    """Run the tests in each of `versions`, two at a time."""
    blenders = [runtime(version) for version in versions]
    for blender in blenders:
        blender.ensure()
    archive = current_zip()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        counts = pool.map(lambda blender: _run_in(blender, archive), blenders)
        return sum(counts, Count())


def _run_in(blender: Runtime, archive: Path) -> Count:
    name = f"blender-{blender.version}"
    try:
        with tempfile.TemporaryDirectory(
            prefix="malloc_vr_test_", ignore_cleanup_errors=True
        ) as profile:
            environment = profile_environment(os.environ, Path(profile))
            environment["MALLOC_VR_ZIP"] = str(archive)
            install(blender, archive, environment)
            script = REPO / "blender_tests" / "run.py"
            command = blender.script_command(script, [], environment)
            return run_counted(name, command, environment, LIMIT_SECONDS)
    except Trouble as trouble:
        say(f"{name}: {trouble}")
        return FAILED
