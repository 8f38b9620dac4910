"""Blender profiles with our zip installed in them."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from .paths import LIB
from .runtimes import ProgramRuntime, Runtime
from .say import Trouble
from .version import extension_id

INSTALL_SECONDS_MAX = 300


def profile_environment(environment: Mapping[str, str], profile: Path) -> dict[str, str]:
    """Return `environment` with Blender's user files in `profile`, and the record beside them.

    What PYTHONPATH names stays out: Blender as a module would find an unpacked wheel there before
    the one that the zip brings.
    """
    kept = {name: value for name, value in environment.items() if name != "PYTHONPATH"}
    return {
        **kept,
        "BLENDER_USER_RESOURCES": str(profile),
        "MALLOC_VR_DATA": str(profile / "record"),
    }


def install(blender: Runtime, archive: Path, environment: Mapping[str, str]) -> None:
    """Install and enable the extension zip, the way that a user of that Blender would.

    Raises:
        Trouble: when Blender refuses, with what it said.
    """
    if isinstance(blender, ProgramRuntime):
        words: list[str | Path] = [
            "--command",
            "extension",
            "install-file",
            "-r",
            "user_default",
            "-e",
            archive,
        ]
        command = blender.command(words, environment)
    else:
        script = LIB / "in_blender" / "install.py"
        command = blender.script_command(script, [str(archive), extension_id()], environment)
    try:
        done = subprocess.run(
            command,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=INSTALL_SECONDS_MAX,
        )
    except subprocess.TimeoutExpired:
        raise Trouble(f"Blender {blender.version} hung while installing {archive.name}") from None
    if done.returncode != 0:
        said = done.stdout.strip()[-3000:]
        raise Trouble(f"Blender {blender.version} did not install {archive.name}:\n{said}")
