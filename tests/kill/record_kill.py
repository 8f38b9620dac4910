#!/usr/bin/env python3
"""Kills two processes that keep one record, at random moments, and looks at what is left.

The one that gets the lock writes into the record; the other spills beside it, until the first is
killed and it takes over. After both were killed the record is opened again: each event that either
of them acknowledged must be there, once, in its order, and what they found must be nothing. What
the holder was writing then must be there whole or not at all.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from printed import Printing, start_printing

ROUNDS_PER_FOLDER = 10  # so that reading the record does not take longer than writing it
APART_SECONDS = 0.3  # between the two kills of a round, at most
EXPORT_SECONDS_MAX = 120


@dataclass(frozen=True)
class Line:
    """One event as a child acknowledges it, or as the export shows it."""

    event_id: str
    run: int
    batch: int
    index: int
    size: int
    mode: str


@dataclass(frozen=True)
class Run:
    """What one killed process acknowledged."""

    number: int
    lines: list[Line]

    @property
    def only_held(self) -> bool:
        """Whether it never spilled, as far as it said."""
        return bool(self.lines) and all(line.mode == "open" for line in self.lines)


def parse(lines: Iterable[str]) -> list[Line]:
    """Read complete lines; the last may have been cut off by the kill."""
    events = []
    for line in lines:
        parts = line.split()
        if line.endswith("\n") and len(parts) == 6:
            run, batch, index, size = map(int, parts[1:5])
            events.append(Line(parts[0], run, batch, index, size, parts[5]))
    return events


@dataclass(frozen=True)
class Child:
    """The program that is killed.

    Attributes:
        command: how it is started, without its own arguments.
        longest_run_seconds: how long after its start it is killed, at most.
    """

    command: list[str]
    longest_run_seconds: float

    def start(self, folder: Path, run: int, out: Path) -> Printing:
        """Start one that appends."""
        argv = [*self.command, str(folder), str(run)]
        return start_printing(argv, out, out.with_suffix(".err"))

    def export(self, folder: Path, out: Path) -> subprocess.CompletedProcess[str]:
        """Run one that opens the record as the next start would, and exports it."""
        argv = [*self.command, "--export", str(folder), str(out)]
        return subprocess.run(argv, capture_output=True, text=True, timeout=EXPORT_SECONDS_MAX)


def killed(running: Printing, run: int, out: Path) -> Run:
    """Kill a process; what it had acknowledged."""
    if (code := running.kill()) != -signal.SIGKILL:
        complaint = out.with_suffix(".err").read_text("utf-8", "replace").strip()
        raise RuntimeError(f"run {run} ended by itself ({code}): {complaint}")
    return Run(run, parse(out.read_text("utf-8", "replace").splitlines(keepends=True)))


def run_round(
    child: Child, scratch: Path, number: int, moments: random.Random
) -> tuple[list[Run], str]:
    """Let two processes run and kill both, one after the other; what they said, and when it was."""
    runs = [number * 2, number * 2 + 1]
    processes = []
    for run in runs:
        processes.append(child.start(scratch / "vault", run, scratch / f"{run}.out"))
    first = moments.randrange(2)
    moment = moments.uniform(0.0, child.longest_run_seconds)
    apart = moments.uniform(0.0, APART_SECONDS)
    time.sleep(moment)
    done = [killed(processes[first], runs[first], scratch / f"{runs[first]}.out")]
    time.sleep(apart)
    other = 1 - first
    done.append(killed(processes[other], runs[other], scratch / f"{runs[other]}.out"))
    return done, f"{moment * 1000:.1f} and {apart * 1000:.1f} ms"


def problems(child: Child, scratch: Path, runs: list[Run], round_runs: list[Run]) -> list[str]:
    """Open the record as the next start would, and say what is wrong with it."""
    out = scratch / "events.jsonl"
    done = child.export(scratch / "vault", out)
    if done.returncode != 0:
        return [f"it does not open: {done.stderr.strip()}"]
    totals = json.loads(done.stdout.splitlines()[-1])
    exported = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    wrong = []
    if totals["found"] or totals["pending"] or totals["events"] != len(exported):
        wrong.append(f"it does not verify: {totals}")
    found = [_line(event) for event in exported if "payload" in event]
    wrong += _lost(found, runs)
    for run in round_runs:
        if run.only_held:
            wrong += _torn([line for line in found if line.run == run.number])
    return wrong


def _line(event: dict[str, Any]) -> Line:
    said = event["payload"]["performance_data"]
    return Line(event["id"], said["run"], said["batch"], said["index"], said["size"], "")


def _lost(found: list[Line], runs: list[Run]) -> list[str]:
    """What is missing, there twice, out of order, or nobody's."""
    wrong = []
    ids = [line.event_id for line in found]
    if twice := [name for name, times in Counter(ids).items() if times > 1]:
        wrong.append(f"{len(twice)} events are there more than once")
    there = set(ids)
    for run in runs:
        gone = [line for line in run.lines if line.event_id not in there]
        if gone:
            wrong.append(f"{len(gone)} of {len(run.lines)} events of run {run.number} are lost")
        places = [(line.batch, line.index) for line in found if line.run == run.number]
        if places != sorted(places):
            wrong.append(f"the events of run {run.number} are out of order")
    known = {run.number for run in runs}
    if strange := {line.run for line in found} - known:
        wrong.append(f"events of runs that never were: {sorted(strange)}")
    return wrong


def _torn(found: list[Line]) -> list[str]:
    """A decision of the holder that is not there whole."""
    counts = Counter((line.run, line.batch, line.size) for line in found)
    return [
        f"batch {batch} of run {run} is not whole: {there} of {size}"
        for (run, batch, size), there in counts.items()
        if there != size
    ]


@dataclass
class Tally:
    """What came of some rounds.

    Attributes:
        passed: kills that were survived.
        failed: kills that were not.
        acknowledged: how many events, by mode.
    """

    passed: int
    failed: int
    acknowledged: Counter[str]


def run_folder(child: Child, rounds: range, seed: int) -> Tally:
    """Run rounds in one folder after the other; the moments depend on the first round's number."""
    moments = random.Random(seed * 1_000_003 + rounds.start)
    tally = Tally(0, 0, Counter())
    with tempfile.TemporaryDirectory(prefix="malloc_vr_kill_") as name:
        runs: list[Run] = []
        for number in rounds:
            fresh, when = run_round(child, Path(name), number, moments)
            runs += fresh
            wrong = problems(child, Path(name), runs, fresh)
            for problem in wrong:
                print(f"round {number}, kills after {when}: {problem}", flush=True)
            tally.passed += 0 if wrong else 2
            tally.failed += 2 if wrong else 0
        tally.acknowledged.update(line.mode for run in runs for line in run.lines)
    print(f"... rounds {rounds.start} to {rounds.stop - 1} are done", flush=True)
    return tally


def campaign(child: Child, kills: int, seed: int) -> Tally:
    """Run all rounds; as many folders at once as there are processors, each with two processes."""
    rounds = (kills + 1) // 2
    folders = [
        range(first, min(first + ROUNDS_PER_FOLDER, rounds))
        for first in range(0, rounds, ROUNDS_PER_FOLDER)
    ]
    total = Tally(0, 0, Counter())
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for tally in pool.map(lambda numbers: run_folder(child, numbers, seed), folders):
            total.passed += tally.passed
            total.failed += tally.failed
            total.acknowledged += tally.acknowledged
    return total


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("child", nargs="+", help="the built record_kill_child, as it is started")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1, help="of the moments and the events")
    parser.add_argument("--longest-run", type=float, default=0.6, help="before a kill, in seconds")
    given = parser.parse_args()
    began = time.monotonic()
    tally = campaign(Child(given.child, given.longest_run), given.kills, given.seed)
    passed, failed, acknowledged = tally.passed, tally.failed, tally.acknowledged
    seconds = time.monotonic() - began
    print(
        f"seed {given.seed}, {passed + failed} kills: {acknowledged['open']} events acknowledged by "
        f"holders, {acknowledged['spill']} by processes that spilled, in {seconds:.0f} s"
    )
    for mode in ("open", "spill"):
        if not acknowledged[mode]:
            failed += 1
            print(f"no event was ever acknowledged in mode {mode}: that was not tested")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
