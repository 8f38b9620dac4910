"""The example lessons' .blend files, built by their own scripts in the oldest Blender we support.

A file written by 4.2 opens in every later version; the other way round it may not.
"""

import os
import shutil
from pathlib import Path

from .bpy_venvs import VENVS, ensure_venv
from .digest import digest, source_files
from .locks import locked_folder
from .paths import BUILD, REPO
from .processes import run
from .say import Trouble, say

OLDEST_BLENDER = "4.2.23"
SOURCES = REPO / "lessons"
BUILT = BUILD / "lessons"


def build_lessons() -> list[Path]:
    """Build each lesson whose inputs changed; return all the .blend files."""
    BUILT.mkdir(parents=True, exist_ok=True)
    with locked_folder(BUILT):
        return [_build(script.parent) for script in sorted(SOURCES.glob("*/build.py"))]


def _build(lesson: Path) -> Path:
    blend = BUILT / f"{lesson.name}.blend"
    stamp = blend.with_suffix(".inputs")
    wanted = digest(source_files(lesson), OLDEST_BLENDER)
    if blend.is_file() and stamp.is_file() and stamp.read_text("utf-8") == wanted:
        return blend
    say(f"Building the lesson {lesson.name}.")
    venv = VENVS[OLDEST_BLENDER]
    ensure_venv(venv)
    profile = BUILT / "profile"
    part = BUILT / f"{lesson.name}.part.blend"
    run(
        ["timeout", "300", venv.python_inside, lesson / "build.py", "--assets", part],
        env={**os.environ, "BLENDER_USER_RESOURCES": str(profile)},
        what=f"building the lesson {lesson.name}",
    )
    if not part.is_file():
        raise Trouble(f"{lesson.name}/build.py wrote no file")
    part.replace(blend)
    stamp.write_text(wanted, "utf-8")
    shutil.rmtree(profile, ignore_errors=True)
    return blend
