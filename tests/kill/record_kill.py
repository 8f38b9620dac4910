#!/usr/bin/env python3
"""Kills a process that runs the record, at random moments, and looks at what is left.

After every SIGKILL the record is opened again: each event that was acknowledged must be there, in its
order, its chain must verify, and what was appended together must be there together or not at all.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

KILLS_PER_FOLDER = 20  # so that reading the record does not take longer than writing it
LONGEST_RUN_SECONDS = 0.4


@dataclass(frozen=True)
class Line:
    """One event as the child prints it."""

    event_id: str
    run: int
    batch: int
    index: int
    size: int


def parse(lines: Iterable[str]) -> list[Line]:
    """Reads complete lines; the last may have been cut off by the kill."""
    events = []
    for line in lines:
        parts = line.split()
        if line.endswith("\n") and len(parts) == 5:
            events.append(Line(parts[0], *(int(part) for part in parts[1:])))
    return events


def run_and_kill(child: Path, folder: Path, run: int, moment: float) -> list[Line]:
    """Returns what the child acknowledged before it was killed."""
    process = subprocess.Popen(
        [str(child), str(folder), str(run)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        output, complaint = process.communicate(timeout=moment)
    except subprocess.TimeoutExpired:
        process.kill()
        output, complaint = process.communicate()
    code = process.returncode
    if code != -signal.SIGKILL:
        raise RuntimeError(f"the child ended by itself ({code}): {complaint}")
    return parse(output.splitlines(keepends=True))


def problems(child: Path, folder: Path, acknowledged: list[Line]) -> list[str]:
    """Opens the record as the next start would, and says what is wrong with it."""
    command = [str(child), "--verify", str(folder)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        return [f"it does not open: {done.stderr.strip()}"]
    *lines, last = done.stdout.splitlines(keepends=True)
    totals = json.loads(last)
    found = parse(lines)
    wrong = []
    if not totals["intact"] or totals["damaged"] or totals["events"] != len(found):
        wrong.append(f"it does not verify: {totals}")
    ids = [event.event_id for event in found]
    wanted = {event.event_id for event in acknowledged}
    if [event_id for event_id in ids if event_id in wanted] != [e.event_id for e in acknowledged]:
        lost = len(wanted.difference(ids))
        wrong.append(f"{lost} of {len(acknowledged)} acknowledged events are lost, or out of order")
    return wrong + batch_problems(found)


def batch_problems(found: list[Line]) -> list[str]:
    """Each transaction must be there whole, its events side by side."""
    at = 0
    while at < len(found):
        size = found[at].size
        batch = found[at : at + size]
        expected = [(found[at].run, found[at].batch, index) for index in range(size)]
        if [(event.run, event.batch, event.index) for event in batch] != expected:
            return [f"batch {found[at].batch} of run {found[at].run} is not whole"]
        at += size
    return []


def campaign(child: Path, kills: int, seed: int) -> tuple[int, int, int]:
    """Returns how many kills were survived, how many not, and how many events were acknowledged."""
    moments = random.Random(seed)
    passed = failed = total = 0
    for first in range(0, kills, KILLS_PER_FOLDER):
        with tempfile.TemporaryDirectory(prefix="malloc_vr_kill_") as scratch:
            folder = Path(scratch) / "vault"
            acknowledged: list[Line] = []
            for kill in range(first, min(first + KILLS_PER_FOLDER, kills)):
                moment = moments.uniform(0.0, LONGEST_RUN_SECONDS)
                acknowledged += run_and_kill(child, folder, seed * 100_000 + kill, moment)
                wrong = problems(child, folder, acknowledged)
                for problem in wrong:
                    print(f"kill {kill} after {moment * 1000:.1f} ms: {problem}")
                passed += not wrong
                failed += bool(wrong)
            total += len(acknowledged)
    return passed, failed, total


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("child", type=Path, help="the built record_kill_child")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1, help="of the moments and the events")
    arguments = parser.parse_args()
    began = time.monotonic()
    passed, failed, total = campaign(arguments.child, arguments.kills, arguments.seed)
    seconds = time.monotonic() - began
    print(f"seed {arguments.seed}: {total} events were acknowledged, in {seconds:.0f} s")
    if total == 0:
        failed += 1
        print("no event was ever acknowledged: nothing was tested")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
