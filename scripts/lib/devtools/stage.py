"""scripts/stage: how the repository's folders become one Blender package, known here alone.

`addon/*` becomes the package itself, `operators/` and `panels/` keep their names in it,
`python/core` becomes `core/`, and each built lesson stands in `lessons/`.
"""

import argparse
import shutil
from pathlib import Path

from .lessons import OLDEST_BLENDER, build_lessons
from .lessons import SOURCES as LESSONS
from .project import EXTENSION_ID, REPO
from .say import CommandError, say

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
        shutil.copy(blend, lessons)
        described = LESSONS / blend.stem / "lesson.json"
        if described.is_file():
            shutil.copy(described, lessons / f"{blend.stem}.json")
    return package
