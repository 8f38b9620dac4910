"""Checking wheels in the environment that has LIEF: devtools/wheels."""

import json
import os
from collections.abc import Iterable
from pathlib import Path

from .counting import Count, run_logged
from .cross import HOST, TARGETS, zig
from .foreign_python import ensure_foreign_python
from .processes import Command
from .project import BUILD, LIB
from .tools import tool
from .wheels.tags import tags_of

OFFERED = BUILD / "offered.json"


def check(wheels: Iterable[Path]) -> Count:
    """Check wheels, each of which is one test; `OFFERED` then says what their systems offer."""
    chosen = sorted(wheels)
    OFFERED.write_text(json.dumps({each.name: _offered(each) for each in chosen}), "utf-8")
    command: Command = [tool("wheels", "python"), "-m", "devtools.wheels.check", OFFERED, *chosen]
    return run_logged("wheels", command, environment()).count()


def environment() -> dict[str, str]:
    """Return our environment with these modules importable."""
    return {**os.environ, "PYTHONPATH": str(LIB)}


def _offered(wheel: Path) -> dict[str, str]:
    """Return the files that say which names a wheel's Python and system offer."""
    targets = [each for each in TARGETS.values() if each.wheel in wheel.name]
    if not targets or targets[0].name == HOST:
        return {}  # its content says what it is for
    target, tag = targets[0], tags_of(wheel.name)[0]
    home = ensure_foreign_python(target.name, tag)
    version = f"3.{tag.removeprefix('cp3')}"
    if target.name.startswith("windows"):
        return {"python": str(home / f"python{version.replace('.', '')}.dll")}
    system = zig().parent / "lib" / "libc" / "darwin" / "libSystem.tbd"
    return {"python": str(home / f"libpython{version}.dylib"), "system": str(system)}
