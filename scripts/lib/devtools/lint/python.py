"""Checkers of Python: ruff, and mypy over the package as it is staged."""

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from ..counting import run_logged
from ..paths import BUILD, LIB, PYPROJECT, REPO
from ..stage import FOLDERS, LEFT_OUT
from ..tools import tool
from ..version import extension_id

FOLDERS_OF_PYTHON = (
    "addon", "bench", "blender_tests", "lessons", "operators", "panels", "python", "scripts",
    "tests",
)  # fmt: skip
FOLDERS_OF_PROGRAMS = ("tests/clients", "tests/kill", "bench")
# Tests say what they expect by running; their helpers need no annotations.
LOOSELY = (
    "--allow-untyped-defs",
    "--allow-untyped-calls",
    "--allow-incomplete-defs",
    "--no-warn-return-any",
)
MYPY_CACHE = BUILD / "mypy-cache"


def _present() -> list[str]:
    return [name for name in FOLDERS_OF_PYTHON if any((REPO / name).rglob("*.py"))]


def check_ruff(fix: bool) -> list[str]:
    """Return what ruff finds; with `fix`, mend what it can."""
    words: list[str | Path] = [
        "check",
        "--config",
        PYPROJECT,
        "--output-format",
        "concise",
        "--no-cache",
    ]
    ended = run_logged(
        "lint-ruff", [tool("ruff"), *words, *(["--fix"] if fix else []), *_present()]
    )
    return [] if ended.code == 0 else ended.output.rstrip().splitlines()


def check_ruff_format(fix: bool) -> list[str]:
    """Return the files that ruff would format otherwise; with `fix`, format them."""
    words: list[str | Path] = [
        "format",
        "--config",
        PYPROJECT,
        "--no-cache",
        *([] if fix else ["--check"]),
    ]
    ended = run_logged("lint-ruff-format", [tool("ruff"), *words, *_present()])
    if ended.code == 0:
        return []
    places = re.findall(r"^ *--> (\S+?):\d", ended.output, re.MULTILINE)
    return [f"{place}: not formatted" for place in places] or ended.output.splitlines()


def check_types(fix: bool) -> list[str]:
    """Return what mypy finds in the add-on and in these commands."""
    package = extension_id()
    staged = BUILD / "mypy" / package
    shutil.rmtree(staged, ignore_errors=True)
    # Relative imports resolve only in the staged package; its places are told as the sources'.
    for source, name in FOLDERS.items():
        if (REPO / source).is_dir():
            shutil.copytree(REPO / source, staged / name, ignore=LEFT_OUT, dirs_exist_ok=True)
    path = {"MYPYPATH": os.pathsep.join([str(REPO / "python"), str(staged.parent)])}
    found = _mypy("addon", ["-p", package], path)
    found += _mypy("native-package", ["-p", "malloc_vr_native"], path)
    found += _mypy("devtools", ["-p", "devtools"], {"MYPYPATH": str(LIB)})
    scripts = [LIB / "run.py", LIB / "unittest_run.py", *sorted(LIB.glob("in_blender/*.py"))]
    for script in scripts:
        found += _mypy(script.stem, [script], {"MYPYPATH": str(LIB)})
    tests = sorted((REPO / "tests" / "python").glob("test_*.py"))
    found += _mypy("tests", [*LOOSELY, *tests], {"MYPYPATH": f"{path['MYPYPATH']}:{LIB}"})
    for folder in FOLDERS_OF_PROGRAMS:
        places = [str(REPO / folder), str(REPO / "python"), str(LIB), str(LIB / "in_blender")]
        for program in sorted((REPO / folder).glob("*.py")):
            found += _mypy(program.stem, [program], {"MYPYPATH": os.pathsep.join(places)})
    return [_source_of(line, staged) for line in found]


def _mypy(name: str, words: list[str | Path], path: Mapping[str, str]) -> list[str]:
    settings: list[str | Path] = [
        "--config-file",
        PYPROJECT,
        "--cache-dir",
        MYPY_CACHE,
        "--no-error-summary",
    ]
    command: list[str | Path] = [tool("python"), "-m", "mypy", *settings, *words]
    ended = run_logged(f"lint-mypy-{name}", command, {**os.environ, **path})
    return [] if ended.code == 0 else ended.output.rstrip().splitlines()


def _source_of(line: str, staged: Path) -> str:
    """Return mypy's line with the place in the repository instead of the staged copy."""
    found = re.match(
        rf"(?:{re.escape(str(staged))}|{re.escape(str(staged.relative_to(REPO)))})/", line
    )
    if not found:
        return line.removeprefix(f"{REPO}/")
    rest = line[found.end() :]
    for source, name in FOLDERS.items():
        if name and rest.startswith(f"{name}/"):
            return f"{source}{rest[len(name) :]}"
    return f"addon/{rest}"
