"""Runs one developer command: `run.py COMMAND ARGS...` calls `devtools.COMMAND.main`."""

import importlib
import sys

from devtools.say import CommandError, say


def run(name: str, arguments: list[str]) -> int:
    """Call the command and turn what stops it into an exit code and one readable line."""
    command = importlib.import_module(f"devtools.{name}")
    try:
        code: int = command.main(arguments)
    except CommandError as trouble:
        say(f"error: {trouble}")
        return 1
    except KeyboardInterrupt:
        return 130
    return code


if __name__ == "__main__":
    sys.exit(run(sys.argv[1], sys.argv[2:]))
