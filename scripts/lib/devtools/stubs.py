"""scripts/stubs: the type stub of the native module, kept in the repository and compared."""

import argparse
import difflib
import tempfile
from pathlib import Path

from .build import PACKAGE, SOURCE
from .paths import REPO
from .processes import Command, output_of, run
from .python_path import environment, unpacked_module
from .say import say
from .tools import tool

STUB = SOURCE / "_native.pyi"


def main(arguments: list[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="scripts/stubs")
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args(arguments).check
    generated = _generate()
    if not check:
        STUB.write_text(generated, "utf-8")
        say(f"wrote {STUB.relative_to(REPO)}")
        return 0
    kept = STUB.read_text("utf-8") if STUB.is_file() else ""
    names = str(STUB.name), "the module"
    lines = [*difflib.unified_diff(kept.splitlines(), generated.splitlines(), *names, lineterm="")]
    for line in lines:
        print(line)
    return 1 if lines else 0


def _generate() -> str:
    """Return the stub of the module as it is built now."""
    module = unpacked_module()
    with tempfile.TemporaryDirectory(prefix="malloc_vr_stubs_") as out:
        generate: Command = [
            tool("lint", "pybind11-stubgen"),
            f"{PACKAGE}._native",
            "-o",
            out,
            "--exit-code",
        ]
        run(generate, env=environment(module), what="generating the stubs")
        stub = Path(out) / PACKAGE / "_native.pyi"
        output_of([tool("lint", "ruff"), "format", "--isolated", "--line-length", "100", stub])
        return stub.read_text("utf-8")
