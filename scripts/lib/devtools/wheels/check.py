"""Checks wheels: `python -m devtools.wheels.check OFFERED.json WHEEL…`, in the venv that has LIEF.

OFFERED names for each wheel's file name the files that say what its Python and its system offer.
Ends with `N passed, N failed`; a wheel is one test.
"""

import json
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from ..project import CACHE, REPO
from .binary import exported, is_compiled, read
from .rules import breaches, folders
from .stub_library import names
from .tags import disagreements

COMPILED = re.compile(r"\.(so|pyd|dylib|dll)(\.\d+)*$")
WHEEL = re.compile(r"^[^/]+\.dist-info/WHEEL$")


def main(offered: dict[str, dict[str, str]], wheels: list[Path]) -> int:
    """Check each wheel, say what is wrong, and count."""
    failed = 0
    for wheel in wheels:
        found = list(wheel_breaches(wheel, offered.get(wheel.name, {})))
        print(f"{wheel.name}: {'; '.join(found) or 'as it should be'}")
        failed += bool(found)
    print(f"{len(wheels) - failed} passed, {failed} failed", flush=True)
    return 1 if failed or not wheels else 0


def wheel_breaches(wheel: Path, offered: dict[str, str]) -> Iterator[str]:
    """Yield what is wrong with a wheel; `offered` as OFFERED has it for this one."""
    archive = zipfile.ZipFile(wheel)
    modules = [
        name
        for name in archive.namelist()
        if COMPILED.search(name) or is_compiled(archive.read(name))
    ]
    if len(modules) != 1:
        yield f"it has {len(modules)} compiled files, not 1: {', '.join(modules)}"
        return
    content = archive.read(modules[0])
    module = read(content)
    python = exported(offered["python"]) if "python" in offered else frozenset()
    stubs = Path(offered["system"]).read_text("utf-8") if "system" in offered else ""
    yield from breaches(module, python, names(stubs, module.machine))
    information = archive.read(next(each for each in archive.namelist() if WHEEL.search(each)))
    yield from disagreements(wheel.name, information.decode(), Path(modules[0]).name, module)
    yield from folders(content, (REPO, CACHE))


if __name__ == "__main__":
    sys.exit(
        main(
            json.loads(Path(sys.argv[1]).read_text("utf-8")), [Path(each) for each in sys.argv[2:]]
        )
    )
