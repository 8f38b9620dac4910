"""The one thing that knows how the repository's folders become one Blender package.

`addon/*` becomes the package itself, `operators/` and `panels/` keep their names in it,
`python/core` becomes `core/`, and each built lesson stands in `lessons/`.
"""

import shutil
from pathlib import Path

from .lessons import SOURCES as LESSONS
from .lessons import build_lessons
from .paths import REPO
from .say import Trouble
from .version import extension_id

FOLDERS = {"addon": "", "operators": "operators", "panels": "panels", "python/core": "core"}
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", ".*")


def stage(out: Path) -> Path:
    """Make the package in `out`, replacing an earlier one; return its folder.

    Raises:
        Trouble: when two sources would become the same file.
    """
    package = out / extension_id()
    shutil.rmtree(package, ignore_errors=True)
    package.mkdir(parents=True)
    for source, name in FOLDERS.items():
        if name and (package / name).exists():
            raise Trouble(f"addon/{name} and {source} would be the same folder")
        shutil.copytree(REPO / source, package / name, ignore=LEFT_OUT, dirs_exist_ok=True)
    lessons = package / "lessons"
    lessons.mkdir()
    for blend in build_lessons():
        shutil.copy(blend, lessons)
        described = LESSONS / blend.stem / "lesson.json"
        if described.is_file():
            shutil.copy(described, lessons / f"{blend.stem}.json")
    return package
