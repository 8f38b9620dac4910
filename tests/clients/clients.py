"""The official clients, each in a process of its own, and what each found."""

import importlib.metadata
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from report import Report
from server import Address
from story import Story, checks

HERE = Path(__file__).resolve().parent
MODERN = "2026-07-28"
LEGACY = "2025-11-25"
SECONDS_MAX = 300


@dataclass(frozen=True)
class OfficialClient:
    """One official client in one era, over one transport.

    Attributes:
        name: the learner, unit and scene of its story.
        package: what is installed, with its version.
    """

    name: str
    package: str
    script: str
    modern: bool
    lines: bool = False

    def __str__(self) -> str:
        """Return how a line of the report names it."""
        way = "lines" if self.lines else "HTTP"
        return f"{self.package}, {MODERN if self.modern else LEGACY}, {way}"


def official_clients() -> Iterator[OfficialClient]:
    """Yield each client with each era that it speaks."""
    manifest = json.loads((HERE / "package.json").read_text("utf-8"))
    version = manifest["dependencies"]
    client, sdk = "@modelcontextprotocol/client", "@modelcontextprotocol/sdk"
    client_package, sdk_package = f"{client} {version[client]}", f"{sdk} {version[sdk]}"
    python_package = f"Python mcp {importlib.metadata.version('mcp')}"
    yield OfficialClient("typescript_legacy", client_package, "client.mjs", False)
    yield OfficialClient("typescript_modern", client_package, "client.mjs", True)
    yield OfficialClient("typescript_sdk", sdk_package, "sdk.mjs", False)
    yield OfficialClient("python_legacy", python_package, "python_client.py", False)
    yield OfficialClient("python_modern", python_package, "python_client.py", True)
    yield OfficialClient("line_legacy", python_package, "python_client.py", False, lines=True)
    yield OfficialClient("line_modern", python_package, "python_client.py", True, lines=True)


def beside_node_modules(folder: Path) -> Path:
    """Copy the TypeScript clients to where their imports resolve; return that folder.

    Node.js looks for a module's imports in a `node_modules` beside it or above, and ours are kept
    out of the repository.
    """
    made = folder / "typescript"
    shutil.copytree(HERE / "typescript", made)
    (made / "node_modules").symlink_to(os.environ["MALLOC_VR_NODE_MODULES"])
    return made


def play(client: OfficialClient, address: Address, story: Story, typescript: Path) -> Report:
    """Let a client play the story; return what it reported."""
    given = {"token": address.token, "story": story}
    return converse(client, address, given, checks(story), typescript)


def converse(
    client: OfficialClient,
    address: Address,
    given: dict[str, Any],
    wanted: list[str],
    typescript: Path,
) -> Report:
    """Run a client with a plan; a check that is wanted and of which it says nothing has failed."""
    plan = {
        "name": client.name,
        "url": address.url,
        "line": address.line if client.lines else "",
        "modern": client.modern,
        "protocol": MODERN if client.modern else LEGACY,
        **given,
    }
    if client.script.endswith(".mjs"):
        command = ["node", str(typescript / client.script)]
    else:
        command = [sys.executable, str(HERE / client.script)]
    output, problem = _run(command, json.dumps(plan))
    return _report(client, output, problem, wanted)


def _run(command: list[str], plan: str) -> tuple[str, str]:
    try:
        done = subprocess.run(
            command, input=plan, capture_output=True, text=True, timeout=SECONDS_MAX
        )
    except subprocess.TimeoutExpired as late:
        said = late.stdout or b""
        return said.decode() if isinstance(said, bytes) else said, "its time was up"
    return done.stdout, f"exit code {done.returncode}, {done.stderr.strip()[-2000:]}"


def _report(client: OfficialClient, output: str, problem: str, wanted: list[str]) -> Report:
    report = Report(str(client))
    found = [json.loads(line) for line in output.splitlines()]
    for line in found:
        report.note(line["check"], line["passed"], line["detail"])
        report.counted += Counter(line.get("counted", {}))
    missing = set(wanted) - {line["check"] for line in found}
    for check in wanted:
        if check in missing:
            report.note(check, False, f"it was not made: {problem}")
    return report
