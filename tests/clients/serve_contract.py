"""What `scripts/serve` promises to the program that starts it: see the head of that command."""

import os
import signal
import stat
from pathlib import Path
from urllib.parse import urlsplit

from report import Report, expect
from server import BLENDER, Server


def _has_members(server: Server) -> None:
    members = {"url", "socket", "line_port", "token_file", "pid", "blender"}
    expect(server.members.keys() == members, f"it is {server.first_line}")
    expect(server.address.blender.startswith(BLENDER), f"Blender is {server.address.blender}")


def _serves_this_machine_only(server: Server) -> str:
    url = urlsplit(server.address.url)
    expect((url.scheme, url.hostname, url.path) == ("http", "127.0.0.1", "/mcp"), url.geturl())
    return url.geturl()


def _names_the_blender_process(server: Server) -> None:
    os.kill(server.address.pid, 0)  # raises when there is no such process
    expect(server.address.pid != server.process.pid, "it is the command's, not Blender's")


def _is_private(server: Server) -> str:
    token = Path(server.address.token_file)
    mode = stat.S_IMODE(token.stat().st_mode)
    expect(mode == 0o600, f"the token file's mode is {mode:o}")
    folder = stat.S_IMODE(token.parent.stat().st_mode)
    expect(folder == 0o700, f"its folder's mode is {folder:o}")
    expect(stat.S_ISSOCK(Path(server.address.socket).stat().st_mode), "there is no socket")
    return f"{mode:o} in a folder of {folder:o}"


def check_announcement(report: Report, server: Server) -> None:
    """Make the checks of the first line on stdout."""
    report.check("the first line has exactly its members", lambda: _has_members(server))
    report.check("the URL is of this machine", lambda: _serves_this_machine_only(server))
    report.check("the pid is Blender's", lambda: _names_the_blender_process(server))
    report.check("token file and socket are private", lambda: _is_private(server))


def _left_behind(server: Server) -> list[str]:
    return [
        path for path in (server.address.socket, server.address.token_file) if Path(path).exists()
    ]


def _ends_well(server: Server, number: signal.Signals) -> None:
    code = server.end(number)
    expect(code == 0, f"the exit code is {code}")
    expect(not _left_behind(server), f"it left {_left_behind(server)}")


def check_end(report: Report, server: Server, number: signal.Signals) -> None:
    """End the server by a signal; its file must be what it was, though the scene has changed."""
    report.check(f"{number.name} ends it with exit code 0", lambda: _ends_well(server, number))
    same = server.file.read_bytes() == server.file_at_start
    report.note(f"{number.name} leaves the .blend byte for byte as it was", same)
