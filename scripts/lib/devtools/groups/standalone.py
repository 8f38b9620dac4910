"""Groups whose tests start programs of their own, such as a server and its clients.

Such a test is a script that ends with `N passed, N failed`. It runs in the tools venv (which has
the official Python client) with the host's module importable, and finds in its environment:

MALLOC_VR_ZIP           the zip, already packaged
MALLOC_VR_MODULE        the folder with the unpacked wheel
MALLOC_VR_SCOPED_SERVER the program of tests/clients/scoped_server.cpp, for the clients alone
MALLOC_VR_NODE_MODULES  the folder with what package.json beside it names; `node` is in PATH
"""

import hashlib
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..build import python_environment, unpacked_module
from ..cmake import build
from ..counting import Count, run_logged
from ..kept import make_once
from ..package import current_zip
from ..processes import Command, download
from ..project import CACHE, REPO
from ..runtimes import runtime
from ..say import CommandError, say
from ..tools import ensure_tools, tool

LIMIT_SECONDS = 900.0
BLENDER = "4.4.0"


def clients() -> Count:
    """Run the official clients, also with a server that knows principals of their test."""
    program = build("native", target="scoped_server") / "tests" / "clients" / "scoped_server"
    return run_script("clients", "clients/run.py", {"MALLOC_VR_SCOPED_SERVER": str(program)})


def run_script(
    name: str,
    path: str,
    more: Mapping[str, str] | None = None,
    arguments: Sequence[str] = (),
) -> Count:
    """Run one script of tests/ as the head of this module says, with `more` in its environment."""
    script = REPO / "tests" / path
    if not script.is_file():
        raise CommandError(f"{script.name} is missing in {script.parent}")
    runtime(BLENDER).ensure()
    module = unpacked_module()
    variables = {**python_environment(module), "MALLOC_VR_ZIP": str(current_zip())}
    variables |= {"MALLOC_VR_MODULE": str(module), **(more or {})}
    variables["PATH"] = f"{ensure_tools('clients')}{os.pathsep}{variables['PATH']}"
    if (script.parent / "package.json").is_file():
        variables["MALLOC_VR_NODE_MODULES"] = str(_node_modules(script.parent, variables["PATH"]))
    command: Command = [tool("clients", "python"), script, *arguments]
    return run_logged(name, command, variables, LIMIT_SECONDS).count()


def _node_modules(folder: Path, path: str) -> Path:
    """Install what package.json (and its lock file) name, once, in the cache."""
    manifests = sorted(folder.glob("package*.json"))
    key = hashlib.sha256(b"".join(manifest.read_bytes() for manifest in manifests)).hexdigest()
    made = CACHE / f"node-{key[:16]}"

    def install() -> None:
        say("Installing the official TypeScript clients.")
        part = made.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        for manifest in manifests:
            shutil.copy(manifest, part)
        npm: Command = [tool("clients", "npm"), "ci", "--prefix", part, "--no-audit", "--no-fund"]
        download(["env", f"PATH={path}", *npm, "--silent"], "npm")
        part.rename(made)

    return make_once(made, install) / "node_modules"
