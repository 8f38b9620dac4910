"""Blender profiles with our zip installed in them."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from .counting import run_logged
from .project import EXTENSION_ID, LIB
from .runtimes import BLENDER, Runtime
from .wine import whole

INSTALL_SECONDS_MAX = 300
IN_BLENDER = LIB / "in_blender"


def profile_environment(environment: Mapping[str, str], profile: Path) -> dict[str, str]:
    """Return `environment` with Blender's user files in `profile`, and the record beside them.

    What PYTHONPATH names stays out: Blender as a module would find an unpacked wheel there before
    the one that the zip brings.
    """
    kept = {name: value for name, value in environment.items() if name != "PYTHONPATH"}
    ours = {"BLENDER_USER_RESOURCES": str(profile), "MALLOC_VR_DATA": str(profile / "record")}
    return kept | ours


@contextmanager
def profile(kept: Path | None = None) -> Iterator[dict[str, str]]:
    """Yield our environment with a profile: `kept`, or one that is gone afterwards."""
    prefix = "malloc_vr_profile_"
    with tempfile.TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True) as made:
        folder = (kept or Path(made)).absolute()
        folder.mkdir(parents=True, exist_ok=True)
        yield profile_environment(os.environ, folder)


def install(blender: Runtime, archive: Path, environment: Mapping[str, str]) -> None:
    """Install and enable the extension zip, the way that a user of that Blender would."""
    if blender.program:
        argv = [BLENDER, "--command", "extension", "install-file", "-r", "user_default", "-e"]
        command = blender.command([*argv, archive], environment)
    else:
        arguments = [str(archive), EXTENSION_ID]
        command = whole(blender.script_command(IN_BLENDER / "install.py", arguments, environment))
    what = f"installing {archive.name} in Blender {blender.version}"
    run_logged(what, command, environment, INSTALL_SECONDS_MAX).check()


def serve_command(
    blender: Runtime, file: Path, port: int, environment: Mapping[str, str]
) -> list[str]:
    """Return the command that opens `file` without a window and serves it, with the zip installed."""
    serve = [EXTENSION_ID, "--port", str(port)]
    if blender.program:
        serve.insert(1, "serve")
        return blender.command([BLENDER, "--background", file, "--command", *serve], environment)
    return blender.script_command(IN_BLENDER / "serve.py", [str(file), *serve], environment)
