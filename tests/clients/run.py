#!/usr/bin/env python3
"""Lets official MCP clients, and one of plain lines, converse with `scripts/serve`.

Run by `scripts/test clients`, which prepares its environment. Prints one line per check, then
`N passed, N failed`.

One server plays with all official clients and is ended by SIGTERM; a second one plays with the
client of plain lines and is ended by SIGINT. Both have unsaved changes then. A third one, without
Blender, knows principals that only this test has: what each sees, and what it is denied.
"""

import signal
import sys
import tempfile
from pathlib import Path

import access_checks
from clients import beside_node_modules, official_clients, play
from report import Report, expect
from serve_contract import check_announcement, check_end
from server import Server, make_empty_file
from socket_client import check_socket
from story import Story, read_story


def calls_every_seed_tool(story: Story) -> None:
    """The specification names nine tools; the story must not forget one."""
    forgotten = set(story["seed_tools"]) - {call["tool"] for call in story["calls"]}
    expect(not forgotten, f"it has no call of {sorted(forgotten)}")


def official(file: Path, work: Path, story: Story, typescript: Path) -> list[Report]:
    """Let each official client play the story with one server; end it by SIGTERM."""
    report = Report("scripts/serve")
    with Server(file, work / "first.log") as server:
        check_announcement(report, server)
        played = [play(client, server.address, story, typescript) for client in official_clients()]
        check_end(report, server, signal.SIGTERM)
    return [report, *played]


def lines(file: Path, work: Path, story: Story) -> Report:
    """Converse in plain lines with a second server; end it by SIGINT."""
    report = Report("scripts/serve, local socket")
    with Server(file, work / "second.log") as server:
        check_socket(report, server.address, story["seed_tools"])
        access_checks.check_owner_only(report, server.address)
        check_end(report, server, signal.SIGINT)
    return report


def main() -> int:
    """Run all; return 1 if a check failed."""
    story = read_story()
    head = Report("the story")
    head.check("calls every tool of the specification", lambda: calls_every_seed_tool(story))
    with tempfile.TemporaryDirectory(prefix="malloc_vr_clients_") as made:
        work = Path(made)
        file = work / "lesson.blend"
        make_empty_file(file)
        typescript = beside_node_modules(work)
        reports = [head, *official(file, work, story, typescript), lines(file, work, story)]
        reports.append(access_checks.check_zip())
        reports += access_checks.check_principals(work / "scoped", typescript)
    failed = sum(report.failed for report in reports)
    print(f"{sum(report.passed for report in reports)} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
