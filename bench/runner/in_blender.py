"""The benchmarks that are one script each, run in Blender with the zip installed."""

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

from devtools.package import current_zip
from devtools.profiles import install, profile_environment
from devtools.project import EXTENSION_ID, REPO
from devtools.runtimes import runtime
from devtools.say import CommandError

from .programs import last_object, scratch
from .results import Measurement, at_most, compared, limited

PROGRAM, MODULE = "4.3.2", "4.4.0"
UNIT = "remove_guard"
SECONDS_MAX = 600

FRAMES = "2000"
FRAME_P95_US_MAX = 200.0
REDRAW_P95_US_MAX = 20_000.0
IDLE_PERCENT_MAX = 1.0  # of a core

GROWTH_SIZES = ("100", "1000", "10000", "50000")  # each in a Blender of its own
GROWTH_FRAMES, GROWTH_DRAWS = "200", "60"
GOAL_OBJECTS = 10_000  # a frame has its goal up to here
LIST_US_MAX, OVERLAY_US_MAX = 2000.0, 300.0

ROUNDS = "5"
KEYS = "12"  # of one round
LATER_MS_MAX = 30.0


@dataclass(frozen=True)
class Started:
    """A script of bench/ about to run in Blender.

    Attributes:
        command: what starts it.
        environment: with a profile that has the zip installed.
        folder: that of the profile; gone afterwards.
    """

    command: Sequence[str]
    environment: Mapping[str, str]
    folder: Path


@contextmanager
def script_in(
    version: str, script: str, *arguments: str, window: bool = False
) -> Iterator[Started]:
    """Yield how a script is started in that Blender, with or without a window.

    Its arguments are the add-on's id and `arguments`, in which `{folder}` is replaced.

    Raises:
        CommandError: when Blender cannot be had, or rejects the zip.
    """
    blender = runtime(version).ensure()
    archive = current_zip()
    with scratch() as name:
        folder = Path(name)
        environment = profile_environment(os.environ, folder / "profile")
        install(blender, archive, environment)
        words = [EXTENSION_ID, *(each.replace("{folder}", name) for each in arguments)]
        command = blender.script_command(REPO / "bench" / script, words, environment, window)
        yield Started(command, environment, folder)


def _figures(version: str, script: str, *arguments: str, window: bool = False) -> dict[str, Any]:
    """Run a script to its end; return what it printed last."""
    with script_in(version, script, *arguments, window=window) as started:
        done = subprocess.run(
            started.command,
            env=started.environment,
            capture_output=True,
            text=True,
            timeout=SECONDS_MAX,
        )
    if done.returncode != 0:
        raise CommandError(f"{script} failed: {done.stderr.strip()[-2000:]}")
    return last_object(done.stdout)


def tracking() -> list[Measurement]:
    """What following a part that is dragged costs in each frame, and what looking costs."""
    found = _figures(MODULE, "tracking_frame.py", UNIT, FRAMES)
    peer, peer_us = "Blender's own update of that frame", found["blender_p50_us"]
    frame = compared("tracking: frame, p95", found["frame_p95_us"], peer, peer_us, "us")
    redraw = compared(
        "tracking: to the redraw request, p95", found["redraw_p95_us"], peer, peer_us, "us"
    )
    return [
        compared("tracking: frame, p50", found["frame_p50_us"], peer, peer_us, "us"),
        at_most(FRAME_P95_US_MAX, frame),
        at_most(REDRAW_P95_US_MAX, redraw),
        limited("tracking: idle", found["idle_percent"], IDLE_PERCENT_MAX, "%"),
    ]


def scene_growth() -> list[Measurement]:
    """What frames, the author's live truth, reading and drawing cost in scenes that grow."""
    found: dict[str, Any] = {}
    for size in GROWTH_SIZES:
        found |= _figures(MODULE, "scene_growth.py", size, GROWTH_FRAMES)
    lines = []
    for size, one in found.items():
        count = f"{int(size):,} objects"
        peer = "Blender's own update of that frame"
        frame = compared(
            f"scene: frame, p95, {count}", one["frame_p95_us"], peer, one["blender_p50_us"], "us"
        )
        shown = compared(
            f"scene: frame of Show Me, p95, {count}",
            one["shown_p95_us"],
            peer,
            one["blender_p50_us"],
            "us",
        )
        within = int(size) <= GOAL_OBJECTS
        both = (frame, shown)
        lines += [at_most(FRAME_P95_US_MAX, each) if within else each for each in both]
    first = next(iter(found.values()))
    for key, name in (("truth_us", "goals judged for their author"), ("reading_us", "lesson read")):
        for size, one in found.items():
            label = f"scene: {name}, {int(size):,} objects"
            lines.append(compared(label, one[key], "the smallest scene", first[key], "us"))
    return lines + _drawing()


def _drawing() -> list[Measurement]:
    """What the author's list of 200 units and the lines over the viewport take to be drawn."""
    found: dict[str, Any] = {}
    for size in GROWTH_SIZES:
        found |= _figures(PROGRAM, "scene_drawing.py", size, GROWTH_DRAWS, window=True)
    first = next(iter(found.values()))
    lines = []
    for size, one in found.items():
        for part in ("p50", "p95"):
            where = f"{part}, {int(size):,} objects"
            listed, shown, texts = (one[f"{key}_{part}_us"] for key in ("list", "overlay", "texts"))
            smallest = first[f"list_{part}_us"]
            drawn = f"scene: list of 200 units drawn, {where}"
            line = compared(drawn, listed, "the smallest scene", smallest, "us")
            lines.append(at_most(LIST_US_MAX, line))
            drawn = f"scene: lines over the viewport drawn, {where}"
            line = compared(drawn, shown, "the same texts alone", texts, "us")
            lines.append(at_most(OVERLAY_US_MAX, line))
    return lines


def pixels() -> list[Measurement]:
    """What follows the hand in the sidebar, against the viewport of the same window."""
    found = _figures(PROGRAM, "pixels.py", UNIT, ROUNDS, KEYS, window=True)
    with_ms, without_ms = found["with_ms"], found["without_ms"]
    peer = "the viewport without the add-on"
    p50 = compared("pixels: sidebar, p50", median(with_ms), peer, median(without_ms), "ms")
    p95 = compared("pixels: sidebar, p95", _p95(with_ms), peer, _p95(without_ms), "ms")
    later_ms = p95.measured - p95.peer_value
    goal = f"<= the viewport's + {LATER_MS_MAX:.0f} ms"
    return [p50, replace(p95, goal=goal, missed=later_ms > LATER_MS_MAX)]


def _p95(values: Sequence[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))]
