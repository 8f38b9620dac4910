"""mypy over the add-on as Blender sees it, these commands, and the tests' programs."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from ..paths import BUILD, LIB, PYPROJECT, REPO
from ..stage import lay_out, source_of
from ..version import extension_id

# Tests say what they expect by running; their helpers need no annotations.
LOOSELY = (
    "--allow-untyped-defs",
    "--allow-untyped-calls",
    "--allow-incomplete-defs",
    "--no-warn-return-any",
)
# Relative imports resolve only in the package as it is staged.
STAGED = BUILD / "mypy" / extension_id()
PYTHON = REPO / "python"
IN_BLENDER = LIB / "in_blender"


def main() -> int:
    """Print what mypy finds; return 1 when it finds something."""
    lay_out(STAGED)
    addon = [PYTHON, STAGED.parent]
    found = _mypy(["-p", extension_id(), "-p", "malloc_vr_native"], addon)
    found += _mypy(["-p", "devtools", "-p", "runner"], [LIB, REPO / "bench"])
    found += _mypy([*sorted(LIB.glob("*.py")), *sorted(IN_BLENDER.glob("*.py"))], [LIB, IN_BLENDER])
    tests = sorted((REPO / "tests" / "python").glob("test_*.py"))
    found += _mypy([*LOOSELY, *tests], [*addon, LIB])
    for folder in (REPO / "tests" / "clients", REPO / "tests" / "kill", REPO / "bench"):
        found += _mypy(sorted(folder.glob("*.py")), [folder, PYTHON, LIB, IN_BLENDER])
    for line in dict.fromkeys(found):
        print(line)
    return 1 if found else 0


def _mypy(argv: Sequence[str | Path], path: Sequence[Path]) -> list[str]:
    settings: list[str | Path] = ["--config-file", PYPROJECT, "--cache-dir", BUILD / "mypy-cache"]
    command = [sys.executable, "-m", "mypy", *settings, "--no-error-summary", *argv]
    environment = {**os.environ, "MYPYPATH": os.pathsep.join(map(str, path))}
    done = subprocess.run(command, cwd=REPO, env=environment, capture_output=True, text=True)
    if done.returncode == 0:
        return []
    return [_source_of(line) for line in (done.stdout + done.stderr).splitlines()] or [
        "mypy failed"
    ]


def _source_of(line: str) -> str:
    """Return mypy's line with the place in the repository instead of the staged copy."""
    place = f"{STAGED.relative_to(REPO)}/"
    line = line.removeprefix(f"{REPO}/")
    return source_of(line.removeprefix(place)) if line.startswith(place) else line


if __name__ == "__main__":
    sys.exit(main())
