"""The generated type stub of the native module, kept in the repository and compared."""

import difflib
import tempfile
from pathlib import Path

from .processes import output_of, run
from .python_path import environment, unpacked_module
from .tools import tool
from .wheels import PACKAGE, SOURCE

STUB = SOURCE / "_native.pyi"


def generate() -> str:
    """Return the stub of the module as it is built now."""
    module = unpacked_module()
    with tempfile.TemporaryDirectory(prefix="malloc_vr_stubs_") as name:
        out = Path(name)
        run(
            [tool("lint", "pybind11-stubgen"), f"{PACKAGE}._native", "-o", out, "--exit-code"],
            env=environment(module),
            what="generating the stubs",
        )
        stub = out / PACKAGE / "_native.pyi"
        output_of([tool("lint", "ruff"), "format", "--isolated", "--line-length", "100", stub])
        return stub.read_text("utf-8")


def difference() -> list[str]:
    """Return the lines in which the stub in the repository differs from the module."""
    kept = STUB.read_text("utf-8") if STUB.is_file() else ""
    return list(
        difflib.unified_diff(
            kept.splitlines(), generate().splitlines(), str(STUB.name), "the module", lineterm=""
        )
    )
