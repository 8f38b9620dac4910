"""scripts/record: looks after a record without Blender, through a native program."""

import argparse
import subprocess

from .cmake import build

PROGRAM = "record_tool"


def main(arguments: list[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="scripts/record")
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("verify", "export", "restore-0.1.0"):
        command = commands.add_parser(name)
        command.add_argument("folder", metavar="FOLDER")
        if name == "export":
            command.add_argument("out", metavar="OUT")
    parser.parse_args(arguments)
    program = build("record", target=PROGRAM) / "native" / PROGRAM / PROGRAM
    return subprocess.run([program, *arguments]).returncode
