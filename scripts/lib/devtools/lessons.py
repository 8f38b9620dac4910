"""The example lessons' .blend files, built by their own scripts in the oldest Blender we support.

A file written by 4.2 opens in every later version; the other way round it may not.
"""

from pathlib import Path

from .kept import digest, make_once, source_files
from .processes import run
from .profiles import profile
from .project import BUILD, REPO
from .runtimes import Runtime, runtime
from .say import CommandError, say

OLDEST_BLENDER = "4.2.23"
SOURCES = REPO / "lessons"


def build_lessons(version: str = OLDEST_BLENDER) -> list[Path]:
    """Build each lesson whose inputs changed, in Blender `version`; return all the .blend files."""
    return [_build(script, runtime(version)) for script in sorted(SOURCES.glob("*/build.py"))]


def _build(script: Path, blender: Runtime) -> Path:
    lesson = script.parent
    blend = BUILD / "lessons" / blender.version / f"{lesson.name}.blend"

    def make() -> None:
        say(f"Building the lesson {lesson.name}.")
        blender.ensure()
        blend.parent.mkdir(parents=True, exist_ok=True)
        part = blend.with_suffix(".part.blend")
        with profile() as environment:
            command = blender.script_command(script, ["--assets", str(part)], environment)
            what = f"building the lesson {lesson.name}"
            run(["timeout", "300", *command], env=environment, what=what)
        if not part.is_file():
            raise CommandError(f"{lesson.name}/build.py wrote no file")
        part.replace(blend)

    return make_once(blend, make, digest(source_files(lesson), blender.version))
