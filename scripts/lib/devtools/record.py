"""scripts/record: looks after a record without Blender, through a native program."""

import subprocess

from .cmake import build

PROGRAM = "record_tool"


def main(arguments: list[str]) -> int:
    """Run the command; the program itself rejects arguments that are none of its own."""
    program = build("record", target=PROGRAM) / "native" / PROGRAM / PROGRAM
    return subprocess.run([program, *arguments]).returncode
