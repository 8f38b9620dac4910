"""scripts/bench: the benchmarks, as ratios to their peers."""

import argparse
import dataclasses
import json
from collections.abc import Callable, Mapping

from devtools.say import CommandError, say

from . import echo, in_blender, programs, reading, record, scene_call
from .results import Measurement, table

BENCHMARKS: Mapping[str, Callable[[], list[Measurement]]] = {
    "engine": programs.engine,
    "scene-call": scene_call.scene_call,
    "tools-call": echo.tools_call,
    "reading": reading.reading,
    "scene": lambda: [*programs.scene(), *in_blender.scene_growth()],
    "session": programs.session,
    "tracking": in_blender.tracking,
    "pixels": in_blender.pixels,
    "store": record.store,
    "open": record.opening,
}


def main(arguments: list[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="scripts/bench")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--json", action="store_true", help="end with one JSON object")
    chosen = parser.parse_args(arguments)
    unknown = set(chosen.names) - set(BENCHMARKS)
    if unknown:
        known = ", ".join(BENCHMARKS)
        raise CommandError(f"no benchmark {', '.join(sorted(unknown))}; there are {known}")
    found: dict[str, list[Measurement]] = {}
    failed = []
    for name in [name for name in BENCHMARKS if not chosen.names or name in chosen.names]:
        say(f"== {name}")
        try:
            found[name] = BENCHMARKS[name]()
        except CommandError as trouble:
            say(f"{name} could not run: {trouble}")
            failed.append(name)
    print(table([one for measurements in found.values() for one in measurements]))
    if chosen.json:
        by_name = {name: [dataclasses.asdict(x) for x in some] for name, some in found.items()}
        print(json.dumps({"benchmarks": by_name, "failed": failed}))
    return 1 if failed else 0
