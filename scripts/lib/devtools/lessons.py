"""The example lessons' .blend files, built by their own scripts in the oldest Blender we support.

A file written by 4.2 opens in every later version; the other way round it may not.
"""

import os
import shutil
from pathlib import Path

from .digest import digest, source_files
from .locks import locked_folder
from .paths import BUILD, REPO
from .processes import run
from .runtimes import Runtime, runtime
from .say import CommandError, say

OLDEST_BLENDER = "4.2.23"
SOURCES = REPO / "lessons"


def build_lessons(version: str = OLDEST_BLENDER) -> list[Path]:
    """Build each lesson whose inputs changed, in Blender `version`; return all the .blend files.

    Raises:
        CommandError: when Blender cannot be had, or a lesson's script fails.
    """
    blender = runtime(version)
    built = BUILD / "lessons" / blender.version
    built.mkdir(parents=True, exist_ok=True)
    with locked_folder(built):
        return [_build(script, blender, built) for script in sorted(SOURCES.glob("*/build.py"))]


def _build(script: Path, blender: Runtime, built: Path) -> Path:
    lesson = script.parent
    blend = built / f"{lesson.name}.blend"
    stamp = blend.with_suffix(".inputs")
    wanted = digest(source_files(lesson), blender.version)
    if blend.is_file() and stamp.is_file() and stamp.read_text("utf-8") == wanted:
        return blend
    say(f"Building the lesson {lesson.name}.")
    blender.ensure()
    profile = built / "profile"
    part = built / f"{lesson.name}.part.blend"
    environment = {**os.environ, "BLENDER_USER_RESOURCES": str(profile)}
    command = blender.script_command(script, ["--assets", str(part)], environment)
    run(["timeout", "300", *command], env=environment, what=f"building the lesson {lesson.name}")
    if not part.is_file():
        raise CommandError(f"{lesson.name}/build.py wrote no file")
    part.replace(blend)
    stamp.write_text(wanted, "utf-8")
    shutil.rmtree(profile, ignore_errors=True)
    return blend
