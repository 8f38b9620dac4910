"""scripts/blender: runs a Python file in a Blender of a given version."""

import os
from contextlib import nullcontext
from pathlib import Path

from .processes import exit_code, start_in_our_place
from .profiles import profile
from .runtimes import runtime
from .say import CommandError


def main(arguments: list[str]) -> int:
    """Run `[--gui] VERSION SCRIPT ARGS...`; the script's exit code is ours."""
    window = "--gui" in arguments[:1]
    rest = arguments[1:] if window else arguments
    if len(rest) < 2:
        raise CommandError("usage: scripts/blender [--gui] VERSION SCRIPT [ARGS...]")
    blender, script = runtime(rest[0]), Path(rest[1]).absolute()
    if not script.is_file():
        raise CommandError(f"{script} is not a file")
    blender.ensure()
    given = os.environ.get("BLENDER_USER_RESOURCES")
    with nullcontext(dict(os.environ)) if given else profile() as environment:
        command = blender.script_command(script, rest[2:], environment, window)
        return exit_code(start_in_our_place(command, environment))
