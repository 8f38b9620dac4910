"""scripts/demo: the whole story, and what it leaves."""

import argparse
import json
import os
from pathlib import Path

from ..demo.story import tell, told
from ..demo.summary import summarise
from ..package import current_zip
from ..paths import LIB, REPO
from ..processes import run
from ..runtimes import runtime
from ..say import say
from ..tools import tool


def main(arguments: list[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="scripts/demo", description=__doc__)
    parser.add_argument("--json", action="store_true", help="end with the summary on one line")
    parser.add_argument("--out", type=Path, default=REPO / "build" / "demo")
    parser.add_argument("--blender", default="4.4.0")
    options = parser.parse_args(arguments)
    blender = runtime(options.blender)
    blender.ensure()
    archive = current_zip()
    with told(blender, options.out.absolute()) as story:
        found = tell(story)
        summary = summarise(found, story.out, archive)
        (story.out / "summary.json").write_text(json.dumps(summary, indent=1) + "\n")
        (story.work / "told.json").write_text(json.dumps(found))
        report: list[str | Path] = [tool("python"), "-m", "devtools.demo.report"]
        run(
            [*report, story.out, story.work / "told.json"],
            env={**os.environ, "PYTHONPATH": str(LIB)},
        )
    for learner in summary["learners"]:
        last = learner["decisions"][-1]
        say(f"{learner['scripted_as']}: {last['action']}. {last['learner_text']}")
    say(f"Open {story.out / 'report.html'}")
    if options.json:
        print(json.dumps(summary))
    return 0
