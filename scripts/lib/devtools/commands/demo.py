"""scripts/demo: the whole story, and what it leaves."""

import argparse
import json
import os
from pathlib import Path
from typing import Any

from ..demo.preparing import prepare
from ..demo.steps import Steps, logged
from ..demo.story import run_story, story_of
from ..demo.summary import summarise
from ..paths import BUILD, LIB
from ..processes import download_seconds, run
from ..runtimes import Runtime, runtime
from ..tools import tool

LOG = BUILD / "logs" / "demo.log"  # scripts/demo names it in its first line


def main(arguments: list[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="scripts/demo", description=__doc__)
    parser.add_argument("--json", action="store_true", help="end with the summary on one line")
    parser.add_argument("--out", type=Path, default=BUILD / "demo")
    parser.add_argument("--blender", default="4.4.0")
    options = parser.parse_args(arguments)
    with logged(LOG) as steps:
        summary = _run(steps, runtime(options.blender), options.out.absolute())
    if options.json:
        print(json.dumps(summary))
    return 0


def _run(steps: Steps, blender: Runtime, out: Path) -> dict[str, Any]:
    """Build, run the story and leave its files in `out`; return the summary."""
    archive = prepare(steps, blender)
    with story_of(blender, out) as story:
        found = run_story(story, archive, steps)
        summary = summarise(found, out, archive)
        (out / "summary.json").write_text(json.dumps(summary, indent=1) + "\n")
        (story.work / "story.json").write_text(json.dumps(found))
        report: list[str | Path] = [tool("demo", "python"), "-m", "devtools.demo.report"]
        with steps.step("The report"):
            run(
                [*report, out, story.work / "story.json"],
                env={**os.environ, "PYTHONPATH": str(LIB)},
            )
    for learner in summary["learners"]:
        last = learner["decisions"][-1]
        steps.say(f"{learner['scripted_as']}: {last['action']}. {last['learner_text']}")
    steps.say(f"{steps.work_seconds:.0f} s of work, {download_seconds():.0f} s of downloads.")
    steps.say(f"Open {out / 'report.html'}")
    return summary
