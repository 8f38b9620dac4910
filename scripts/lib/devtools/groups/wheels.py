"""The group wheels: what is shipped needs of a system only what each of it has, and shows one name.

Each rule must also see what breaks it: tests/wheels.
"""

import json
import os
from pathlib import Path

from ..build import WHEELS, build_wheel
from ..counting import Count, run_logged
from ..cross import HOST, TARGETS, zig
from ..foreign_python import ensure_foreign_python
from ..package import USUAL
from ..processes import Command
from ..project import BUILD, LIB, REPO
from ..tools import tool
from ..wheels.tags import tags_of


def wheels() -> Count:
    """Check the wheels that every zip is made from, and each other one that was built."""
    built = {build_wheel(target, tag) for target, tags in USUAL.items() for tag in tags}
    built |= set(WHEELS.glob("*.whl"))
    offered = {wheel.name: _offered(wheel) for wheel in built}
    file = BUILD / "offered.json"
    file.write_text(json.dumps(offered), "utf-8")
    python, env = tool("wheels", "python"), {**os.environ, "PYTHONPATH": str(LIB)}
    check: Command = [python, "-m", "devtools.wheels.check", file, *sorted(built)]
    changed: Command = [python, LIB / "unittest_run.py", REPO / "tests" / "wheels"]
    return (
        run_logged("wheels", check, env).count()
        + run_logged("changed-wheels", changed, env).count()
    )


def _offered(wheel: Path) -> dict[str, str]:
    """Return the files that say which names a wheel's Python and system offer."""
    target = next(each for each in TARGETS.values() if each.wheel in wheel.name)
    tag = tags_of(wheel.name)[0]
    if target.name == HOST:
        return {}
    home = ensure_foreign_python(target.name, tag)
    version = f"3.{tag.removeprefix('cp3')}"
    if target.name.startswith("windows"):
        return {"python": str(home / f"python{version.replace('.', '')}.dll")}
    system = zig().parent / "lib" / "libc" / "darwin" / "libSystem.tbd"
    return {"python": str(home / f"libpython{version}.dylib"), "system": str(system)}
