"""Progress for people, on stderr: stdout belongs to what a command hands to another program."""

import sys


class CommandError(Exception):
    """Something the reader can act on; the command ends with this one line, not a traceback."""


def say(text: str) -> None:
    """Print one line of progress."""
    print(text, file=sys.stderr, flush=True)
