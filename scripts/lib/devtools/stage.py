"""scripts/stage: how the repository's folders become one Blender package, known here alone.

`addon/*` becomes the package itself, `operators/` and `panels/` keep their names in it,
`python/core` becomes `core/`, and each lesson, built by its own script in the oldest Blender that
we support, stands in `lessons/`.
"""

import argparse
import shutil
from pathlib import Path

from .kept import digest, make_once, source_files
from .processes import run
from .profiles import profile
from .project import BUILD, EXTENSION_ID, REPO
from .runtimes import Runtime, runtime
from .say import CommandError, say

# A file written by 4.2 opens in every later version; the other way round it may not.
OLDEST_BLENDER = "4.2.23"
LESSONS = REPO / "lessons"
WORKSHOP = LESSONS / "workshop"  # what all lessons are made with
FOLDERS = {"addon": "", "operators": "operators", "panels": "panels", "python/core": "core"}
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", ".*")


def main(arguments: list[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="scripts/stage")
    parser.add_argument("out", type=Path)
    say(f"staged {stage(parser.parse_args(arguments).out.absolute())}")
    return 0


def lay_out(package: Path, repository: Path = REPO) -> None:
    """Copy the sources of `repository` into the folder `package`, as Blender sees them.

    Raises:
        CommandError: when two sources would become the same file.
    """
    shutil.rmtree(package, ignore_errors=True)
    package.mkdir(parents=True)
    for source, name in FOLDERS.items():
        if name and (package / name).exists():
            raise CommandError(f"addon/{name} and {source} would be the same folder")
        shutil.copytree(repository / source, package / name, ignore=LEFT_OUT, dirs_exist_ok=True)


def source_of(path: str) -> str:
    """Return where a file of the package, named relative to it, stands in the repository."""
    for source, name in FOLDERS.items():
        if name and path.startswith(f"{name}/"):
            return f"{source}{path.removeprefix(name)}"
    return f"addon/{path}"


def stage(out: Path, lessons_by: str = OLDEST_BLENDER) -> Path:
    """Make the package in `out`, with lessons built by that Blender; return its folder."""
    package = out / EXTENSION_ID
    lay_out(package)
    lessons = package / "lessons"
    lessons.mkdir()
    for blend in build_lessons(lessons_by):
        for shipped in assets_of(blend):
            shutil.copy(shipped, lessons)
        described = LESSONS / blend.stem / "lesson.json"
        if described.is_file():
            shutil.copy(described, lessons / f"{blend.stem}.json")
    return package


def build_lessons(version: str = OLDEST_BLENDER) -> list[Path]:
    """Build each lesson whose inputs changed, in Blender `version`; return all the .blend files."""
    return [_build(script, runtime(version)) for script in sorted(LESSONS.glob("*/build.py"))]


def assets_of(blend: Path) -> list[Path]:
    """Return the files of a built lesson that ship: one for each of its assets."""
    folder = blend.with_suffix("")
    return sorted(folder.glob("*.blend")) if folder.is_dir() else [blend]


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
        folder, made = blend.with_suffix(""), part.with_suffix("")
        shutil.rmtree(folder, ignore_errors=True)
        if made.is_dir():
            made.replace(folder)
        part.replace(blend)

    return make_once(blend, make, digest(source_files(lesson, WORKSHOP), blender.version))
