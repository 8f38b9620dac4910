"""The command `blender -b FILE.blend -c malloc_vr serve`: a server without a window.

The same function is called by a runner where Blender is a Python module and has no command line.
"""

import argparse
import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import bpy

from .. import runtime
from ..core import standard_input
from ..core.engine import Engine
from ..core.errors import MallocVrError, sentence, to_sentence
from ..core.status import ServerStatus
from ..lifetime import preferences
from . import request_pump, server

RECORD_POLL_SECONDS = 0.01

_command: object | None = None  # Blender's handle; it unregisters the command when it goes


def main(argv: list[str]) -> int:
    """Run a sub-command; returns the process's exit code."""
    parser = argparse.ArgumentParser(prog="blender --command malloc_vr")
    commands = parser.add_subparsers(dest="command", required=True)
    serving = commands.add_parser(
        "serve",
        help="serve AI clients until SIGTERM or Ctrl-C; on Windows until Ctrl-Break or the input ends",
    )
    serving.add_argument(
        "--port",
        type=_port,
        default=None,
        help="TCP port; 0 takes the one of the last time, else any free one",
    )
    try:
        options = parser.parse_args(argv)
    except SystemExit as end:  # argparse ends the process; here Blender does, with our code
        return end.code if isinstance(end.code, int) else 2
    return _serve(options.port)


def serve(argv: list[str]) -> int:
    """Serve as the command `serve` with these arguments does."""
    return main(["serve", *argv])


def register() -> None:
    """Give Blender the command; before 4.2 none could be registered."""
    global _command
    _command = bpy.utils.register_cli_command("malloc_vr", main)


def unregister() -> None:
    """Take the command back."""
    global _command
    if _command is not None:
        bpy.utils.unregister_cli_command(_command)
    _command = None


def _serve(port: int | None) -> int:
    try:
        status = server.start(preferences.settings().port if port is None else port)
    except MallocVrError as error:
        print(sentence(error), file=sys.stderr)
        return 1
    for said in (status.http_problem, runtime.view().problem):
        if said:
            print(said, file=sys.stderr)
    engine = runtime.engine()
    with _stop_flag() as stops:
        _wait_for_record(engine, stops)
        _announce(status)
        request_pump.serve_forever(
            engine.take,
            engine.serve,
            runtime.hand_in,
            lambda: bool(stops) or standard_input.has_ended(),
            runtime.deliver_tries,
        )
    server.stop()
    runtime.close()  # nothing is saved: whoever wants that calls save_lesson
    return 0


def _wait_for_record(engine: Engine, stops: list[int]) -> None:
    """Say that we serve only when the record is ours, or tell why it is not."""
    while not stops and not engine.status().record.is_settled:
        time.sleep(RECORD_POLL_SECONDS)
    runtime.show_status(engine.status())
    record = runtime.view().record
    notes = [
        (record.problem, record.remedy),
        *((note.text, note.remedy) for note in record.notices),
    ]
    for text, remedy in notes:
        if text:
            print(f"{to_sentence(text)} {to_sentence(remedy)}".strip(), file=sys.stderr)


def _announce(status: ServerStatus) -> None:
    """Print the one line that a program which started us waits for."""
    line = {
        "url": status.url,
        "socket": status.socket,
        "line_port": status.line_port,
        "token_file": status.token_file,
        "pid": os.getpid(),
        "blender": bpy.app.version_string,
    }
    print(json.dumps(line), flush=True)


@contextmanager
def _stop_flag() -> Iterator[list[int]]:
    """Collect what asks us to end in a list instead of dying; what was installed comes back."""
    stops: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        stops.append(number)

    numbers = [signal.SIGTERM, signal.SIGINT]
    if sys.platform == "win32":
        # What Ctrl-Break sends; SIGTERM ends a process there at once.
        numbers.append(signal.SIGBREAK)
    before = {number: signal.signal(number, note) for number in numbers}
    try:
        yield stops
    finally:
        for number, handler in before.items():
            # A handler that C installed is None to Python and cannot be given back.
            signal.signal(number, handler if handler is not None else signal.SIG_DFL)


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return port
