"""The benchmarks of the record: appending to it, and opening a large one."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from devtools.processes import output_of
from devtools.project import BUILD
from devtools.say import CommandError, say

from .programs import programs, run_program, scratch
from .results import Measurement, at_most, at_most_times, compared, limited

GROUP_RATE_MIN = 0.75  # of bare SQLite's
SINGLE_TIME_MAX = 1.10
CALLERS_RATE_MIN = 0.70
OPEN_MS_MAX = 1000.0
OPEN_MB_MAX = 64.0
STAY_MS_MAX = 20.0
MAIN_THREAD_EVENTS = 20_000

EVENTS = 1_000_000
LEARNERS = 200
OPENINGS = 7
IN_MEMORY = ("tmpfs", "ramfs")


def _on_disk() -> tempfile.TemporaryDirectory[str]:
    folder = scratch()
    kind = output_of(["stat", "-f", "-c", "%T", BUILD]).strip()
    if kind in IN_MEMORY:
        raise CommandError(
            f"{BUILD} is on {kind}, where a sync costs nothing: put the clone on a disk"
        )
    return folder


def store() -> list[Measurement]:
    """Durable appends of sealed events, alone, in groups, and by callers that each wait."""
    with _on_disk() as scratch:
        found = run_program("store_bench", scratch)
        callers = run_program("callers_bench", scratch)
    say(f"payload: {found['payload_bytes']} bytes, {found['rounds']} rounds in turn")
    return [
        *(_group(found, size) for size in (1, 10, 50)),
        Measurement(
            f"store: {callers['callers']} callers, each waiting",
            callers["ours_per_second"],
            "bare SQLite in groups of as many",
            callers["bare_per_second"],
            "events/s",
            callers["rate_ratio"],
            f"rate >= {CALLERS_RATE_MIN:.2f} x",
            callers["rate_ratio"] < CALLERS_RATE_MIN,
        ),
    ]


def _group(found: dict[str, Any], size: int) -> Measurement:
    """Return the times of one commit; the goal of 50 is one of rates, their inverse."""
    group, name = found[f"group_{size}"], f"store: durable commit of {size}"
    peer = "bare SQLite, as durable"
    one = Measurement(name, group["sealed_us"], peer, group["bare_us"], "us", group["ratio"])
    most = {1: SINGLE_TIME_MAX, 50: 1 / GROUP_RATE_MIN}.get(size)
    if most is None:
        return one
    return replace(at_most_times(most, one), goal=f"time <= {most:.2f} x")


def opening() -> list[Measurement]:
    """Open a record of a million events, in a fresh process each time, with a warm cache."""
    with _on_disk() as scratch:
        folder = Path(scratch) / "vault"
        say(f"making a record of {EVENTS} events of {LEARNERS} learners (some minutes)")
        output_of([programs() / "open_bench", "make", folder, str(EVENTS), str(LEARNERS)])
        run_program("open_bench", "open", folder)  # the first one warms the cache
        ours, bare = [], []
        for _ in range(OPENINGS):
            bare.append(run_program("open_bench", "bare", folder))
            ours.append(run_program("open_bench", "open", folder))
    if any(found["events"] != EVENTS for found in ours):
        raise CommandError("the record that was made does not open whole")
    return [
        *_main_thread(),
        _opened("open: a million events", ours, bare, lambda found: float(found["ms"]), "ms"),
        _opened("open: memory more than before", ours, bare, _more_mb, "MB"),
    ]


def _main_thread() -> list[Measurement]:
    """The main thread's longest stay in our code, and how often it waited there."""
    with _on_disk() as scratch:
        found = run_program("main_thread_bench", Path(scratch) / "vault", str(MAIN_THREAD_EVENTS))
    rows = []
    for what, stays in found.items():
        name, calls = f"open: main thread while {what}", stays["calls"]
        longest_ms, waits = stays["longest_ms"], stays["waits"]
        rows.append(limited(f"{name}, longest stay", longest_ms, STAY_MS_MAX, "ms CPU"))
        counted = compared(f"{name}, waits", waits, "calls into our code", calls, "")
        rows.append(replace(counted, goal="none", missed=waits > 0))
    return rows


def _opened(
    name: str,
    ours: Sequence[dict[str, Any]],
    bare: Sequence[dict[str, Any]],
    value: Callable[[dict[str, Any]], float],
    unit: str,
) -> Measurement:
    most = OPEN_MS_MAX if unit == "ms" else OPEN_MB_MAX
    mine, theirs = list(map(value, ours)), list(map(value, bare))
    # The memory of the bare one may be none.
    ratio = median(a / max(b, 0.1) for a, b in zip(mine, theirs, strict=True))
    peer = "bare SQLite, one row read"
    return at_most(most, Measurement(name, median(mine), peer, median(theirs), unit, ratio))


def _more_mb(found: dict[str, Any]) -> float:
    return float(found["after_mb"] - found["before_mb"])
