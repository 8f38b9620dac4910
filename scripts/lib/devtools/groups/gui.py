"""Group gui: blender_tests/gui/run.py in Blender with a window, on a virtual screen."""

import os
import tempfile
from pathlib import Path

from ..counting import Count, run_counted
from ..package import current_zip
from ..paths import REPO
from ..profiles import install, profile_environment
from ..roots import TRIXIE
from ..runtimes import ProgramRuntime

LIMIT_SECONDS = 600.0


def run() -> Count:
    """Run them in Blender 4.3.2."""
    blender = ProgramRuntime(TRIXIE)
    blender.ensure()
    archive = current_zip()
    with tempfile.TemporaryDirectory(
        prefix="malloc_vr_gui_", ignore_cleanup_errors=True
    ) as profile:
        environment = profile_environment(os.environ, Path(profile))
        environment["MALLOC_VR_ZIP"] = str(archive)
        install(blender, archive, environment)
        script = REPO / "blender_tests" / "gui" / "run.py"
        command = blender.window_command(script, [], environment)
        return run_counted("gui", command, environment, LIMIT_SECONDS)
