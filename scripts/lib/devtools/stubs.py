"""scripts/stubs: the type stub of the native module, kept in the repository and compared."""

import argparse
import shutil
import subprocess
import tempfile
from pathlib import Path

from .build import PACKAGE, SOURCE, python_environment, unpacked_module
from .processes import Command, output_of, run
from .project import REPO
from .say import say
from .tools import tool

STUB = SOURCE / "_native.pyi"


def main(arguments: list[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="scripts/stubs")
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args(arguments).check
    module = unpacked_module()
    with tempfile.TemporaryDirectory(prefix="malloc_vr_stubs_") as out:
        name = f"{PACKAGE}._native"
        generate: Command = [tool("lint", "pybind11-stubgen"), name, "-o", out, "--exit-code"]
        run(generate, env=python_environment(module), what="generating the stubs")
        stub = Path(out) / PACKAGE / "_native.pyi"
        output_of([tool("lint", "ruff"), "format", "--isolated", "--line-length", "100", stub])
        if check:
            return subprocess.run(["diff", "-uN", STUB, stub]).returncode
        shutil.copy(stub, STUB)
    say(f"wrote {STUB.relative_to(REPO)}")
    return 0
