"""Checks wheels: `python -m devtools.wheels.check OFFERED.json WHEEL…`, in the venv that has LIEF.

OFFERED names for each wheel's file name the files that say what its Python and its system offer.
Ends with `N passed, N failed`; a wheel is one test.
"""

import json
import re
import sys
import zipfile
from pathlib import Path

from .binary import exported, read
from .rules import breaches


def main(offered: dict[str, dict[str, str]], wheels: list[Path]) -> int:
    """Check each wheel, say what is wrong, and count."""
    failed = 0
    for wheel in wheels:
        found = list(_breaches(wheel, offered.get(wheel.name, {})))
        print(f"{wheel.name}: {'; '.join(found) or 'as it should be'}")
        failed += bool(found)
    print(f"{len(wheels) - failed} passed, {failed} failed", flush=True)
    return 1 if failed or not wheels else 0


def _breaches(wheel: Path, offered: dict[str, str]) -> list[str]:
    archive = zipfile.ZipFile(wheel)
    modules = [
        name for name in archive.namelist() if re.search(r"\.(so|pyd|dylib|dll)(\.\d+)*$", name)
    ]
    if len(modules) != 1:
        return [f"it has {len(modules)} compiled files, not 1: {', '.join(modules)}"]
    module = read(archive.read(modules[0]))
    python = exported(offered["python"]) if "python" in offered else frozenset()
    return list(breaches(module, python, _listed(offered.get("system", ""))))


def _listed(stubs: str) -> frozenset[str]:
    """Return the names in a text-based stub library (.tbd)."""
    text = Path(stubs).read_text("utf-8") if stubs else ""
    return frozenset(re.findall(r"[\w$.]+", text))


if __name__ == "__main__":
    sys.exit(
        main(
            json.loads(Path(sys.argv[1]).read_text("utf-8")), [Path(each) for each in sys.argv[2:]]
        )
    )
