"""mypy over the add-on as Blender sees it, these commands, and the tests' programs."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from ..processes import Argv, Command
from ..project import BUILD, EXTENSION_ID, LIB, PYPROJECT, REPO
from ..stage import lay_out, source_of

# Tests say what they expect by running; their helpers need no annotations.
LOOSELY = ["--allow-untyped-defs", "--allow-untyped-calls", "--allow-incomplete-defs"]
LOOSELY += ["--no-warn-return-any"]
# Relative imports resolve only in the package as it is staged.
STAGED = BUILD / "mypy" / EXTENSION_ID
PYTHON = REPO / "python"
IN_BLENDER = LIB / "in_blender"
BLENDER_TESTS = REPO / "blender_tests"


def _checked() -> Iterator[tuple[Argv, list[Path]]]:
    """Yield what is checked together, and where it finds what it imports."""
    addon = [PYTHON, STAGED.parent]
    yield ["-p", EXTENSION_ID, "-p", "malloc_vr_native"], addon
    yield ["-p", "devtools", "-p", "runner"], [LIB, REPO / "bench"]
    yield [*LIB.glob("*.py"), *IN_BLENDER.glob("*.py")], [LIB, IN_BLENDER]
    yield [*LOOSELY, *(REPO / "tests" / "python").glob("test_*.py")], [*addon, LIB, BLENDER_TESTS]
    for folder in (REPO / "tests" / "clients", REPO / "tests" / "kill", REPO / "bench"):
        yield [*folder.glob("*.py")], [folder, PYTHON, LIB, IN_BLENDER]


def main() -> int:
    """Print what mypy finds, with places in the repository; return 1 when it finds something."""
    lay_out(STAGED)
    found: list[str] = []
    for argv, path in _checked():
        command: Command = [sys.executable, "-m", "mypy", "--config-file", PYPROJECT]
        command += ["--no-error-summary", "--cache-dir", BUILD / "mypy-cache", *argv]
        environment = {**os.environ, "MYPYPATH": os.pathsep.join(map(str, path))}
        done = subprocess.run(command, cwd=REPO, env=environment, capture_output=True, text=True)
        if done.returncode != 0:
            found += (done.stdout + done.stderr).splitlines() or ["mypy failed"]
    staged = f"{STAGED.relative_to(REPO)}/"
    for line in dict.fromkeys(line.removeprefix(f"{REPO}/") for line in found):
        inside = line.removeprefix(staged)
        print(line if inside == line else source_of(inside))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
