"""Which part of the add-on imports which: import-linter over the package as Blender sees it."""

import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ..processes import Command
from ..project import EXTENSION_ID, PYPROJECT
from ..stage import FOLDERS, lay_out, source_of
from ..tools import tool
from .files import Problem, SourceFile

BROKEN = re.compile(r"^-\s+(\S+) -> (\S+) \(l\.(\d+)", re.MULTILINE)
UNREADABLE = re.compile(r"^Syntax error in (\S+), line (\d+)", re.MULTILINE)


def import_problems(repository: Path, files: list[SourceFile]) -> Iterator[Problem]:
    """Yield the imports that the contracts in python/pyproject.toml do not allow."""
    parts = tuple(f"{folder}/" for folder in (*FOLDERS, "python"))
    if not any(file.path.startswith(parts) and file.path.endswith(".py") for file in files):
        return
    with tempfile.TemporaryDirectory(prefix="malloc_vr_imports_") as name:
        folder = Path(name)
        package = folder / EXTENSION_ID
        lay_out(package, repository)
        command: Command = [tool("layers", "lint-imports"), "--no-logo", "--no-cache", PYPROJECT]
        # Its lines are read, so they must not be broken at the width of a terminal.
        path = {"PYTHONPATH": f"{folder}:{repository / 'python'}", "COLUMNS": "1000"}
        done = subprocess.run(command, cwd=folder, env=path, capture_output=True, text=True)
        said = done.stdout + done.stderr
        found = {
            Problem(_path(importer, folder), int(line), f"may not import {imported}")
            for importer, imported, line in BROKEN.findall(said)
        }
        for file, line in UNREADABLE.findall(said):
            staged = Path(file).is_relative_to(package)
            inside = str(Path(file).relative_to(package if staged else repository))
            found.add(Problem(source_of(inside) if staged else inside, int(line), "does not parse"))
    if done.returncode != 0 and not found:
        yield Problem("python/pyproject.toml", 0, f"import-linter: {said.strip()[-500:]}")
    yield from found


def _path(module: str, folder: Path) -> str:
    """Return the file of a module, relative to the repository."""
    package, _, rest = module.partition(".")
    inside = rest.replace(".", "/")
    suffix = "/__init__.py" if (folder / package / inside).is_dir() else ".py"
    name = f"{inside}{suffix}".removeprefix("/")
    return source_of(name) if package == EXTENSION_ID else f"python/{package}/{name}"
