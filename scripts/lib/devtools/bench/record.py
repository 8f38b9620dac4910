"""The benchmarks of the record: appending to it, and opening a large one."""

import json
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from ..cmake import build
from ..paths import BUILD
from ..processes import output_of
from ..say import CommandError, say
from .results import Measurement

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


def _run(name: str, *arguments: str | Path) -> dict[str, Any]:
    """Run a built program; what its last line says."""
    program = build("bench") / "bench" / name
    printed = output_of([program, *arguments]).splitlines()
    found: dict[str, Any] = json.loads(printed[-1]) if printed else {}
    return found


def _scratch() -> tempfile.TemporaryDirectory[str]:
    BUILD.mkdir(exist_ok=True)
    kind = output_of(["stat", "-f", "-c", "%T", BUILD]).strip()
    if kind in IN_MEMORY:
        raise CommandError(
            f"{BUILD} is on {kind}, where a sync costs nothing: put the clone on a disk"
        )
    return tempfile.TemporaryDirectory(prefix="bench_", dir=BUILD)


def store() -> list[Measurement]:
    """Durable appends of sealed events, alone, in groups, and by callers that each wait."""
    with _scratch() as scratch:
        found = _run("store_bench", scratch)
        callers = _run("callers_bench", scratch)
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
    group = found[f"group_{size}"]
    name = f"store: durable commit of {size}"
    most = {1: SINGLE_TIME_MAX, 50: 1 / GROUP_RATE_MIN}.get(size)
    return Measurement(
        name,
        group["sealed_us"],
        "bare SQLite, as durable",
        group["bare_us"],
        "us",
        group["ratio"],
        f"time <= {most:.2f} x" if most else "",
        most is not None and group["ratio"] > most,
    )


def opening() -> list[Measurement]:
    """Open a record of a million events, in a fresh process each time, with a warm cache."""
    with _scratch() as scratch:
        folder = Path(scratch) / "vault"
        say(f"making a record of {EVENTS} events of {LEARNERS} learners (some minutes)")
        _run("open_bench", "make", folder, str(EVENTS), str(LEARNERS))
        _run("open_bench", "open", folder)  # the first one warms the cache
        ours, bare = [], []
        for _ in range(OPENINGS):
            bare.append(_run("open_bench", "bare", folder))
            ours.append(_run("open_bench", "open", folder))
    if any(found["events"] != EVENTS for found in ours):
        raise CommandError("the record that was made does not open whole")
    return [
        *_main_thread(),
        _opened("open: a million events", ours, bare, lambda found: float(found["ms"]), "ms"),
        _opened("open: memory more than before", ours, bare, _more_mb, "MB"),
    ]


def _main_thread() -> list[Measurement]:
    """The main thread's longest stay in our code, and how often it waited there."""
    with _scratch() as scratch:
        found = _run("main_thread_bench", Path(scratch) / "vault", str(MAIN_THREAD_EVENTS))
    return [
        measurement
        for what, stays in found.items()
        for measurement in (
            Measurement(
                f"open: main thread while {what}, longest stay",
                stays["longest_ms"],
                "the limit",
                STAY_MS_MAX,
                "ms CPU",
                stays["longest_ms"] / STAY_MS_MAX,
                f"<= {STAY_MS_MAX:.0f} ms CPU",
                stays["longest_ms"] > STAY_MS_MAX,
            ),
            Measurement(
                f"open: main thread while {what}, waits",
                stays["waits"],
                "calls into our code",
                stays["calls"],
                "",
                stays["waits"] / stays["calls"],
                "none",
                stays["waits"] > 0,
            ),
        )
    ]


def _more_mb(found: dict[str, Any]) -> float:
    return float(found["after_mb"] - found["before_mb"])


def _opened(
    name: str,
    ours: Sequence[dict[str, Any]],
    bare: Sequence[dict[str, Any]],
    value: Callable[[dict[str, Any]], float],
    unit: str,
) -> Measurement:
    most = OPEN_MS_MAX if unit == "ms" else OPEN_MB_MAX
    mine, theirs = median(map(value, ours)), median(map(value, bare))
    return Measurement(
        name,
        mine,
        "bare SQLite, one row read",
        theirs,
        unit,
        median(value(a) / max(value(b), 0.1) for a, b in zip(ours, bare, strict=True)),
        f"<= {most:.0f} {unit}",
        mine > most,
    )
