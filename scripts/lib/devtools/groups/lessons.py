"""Group lessons: what each example lesson checks of the .blend file that ships."""

import os

from ..counting import Count, run_counted
from ..lessons import OLDEST_BLENDER, SOURCES, build_lessons
from ..runtimes import runtime


def run() -> Count:
    """Run lessons/*/check.py on the built files, in the Blender that wrote them."""
    blender = runtime(OLDEST_BLENDER)
    blender.ensure()
    counts = []
    for blend in build_lessons():
        script = SOURCES / blend.stem / "check.py"
        command = blender.script_command(script, [str(blend)], os.environ)
        counts.append(run_counted(f"lessons-{blend.stem}", command))
    return sum(counts, Count())
