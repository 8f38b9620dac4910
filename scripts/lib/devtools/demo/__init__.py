"""scripts/demo: the whole story, and what it leaves."""

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

from .. import debian
from ..build import build_quick_wheel
from ..libraries import ensure_libraries
from ..package import quick_zip
from ..processes import download_seconds
from ..project import BUILD
from ..python_headers import ABIS, ensure_headers
from ..runtimes import Runtime, runtime
from ..tools import ensure_tools
from .steps import Steps, logged
from .story import Story, run_story
from .summary import summarise

LOG = BUILD / "logs" / "demo.log"  # scripts/demo names it in its first line


def main(arguments: list[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="scripts/demo", description=__doc__)
    parser.add_argument("--json", action="store_true", help="end with the summary on one line")
    parser.add_argument("--out", type=Path, default=BUILD / "demo")
    parser.add_argument("--blender", default="4.4.0")
    options = parser.parse_args(arguments)
    with logged(LOG) as steps:
        blender = runtime(options.blender)
        archive = _prepare(steps, blender)
        summary = _run(steps, blender, archive, options.out.absolute())
    if options.json:
        print(json.dumps(summary))
    return 0


def _prepare(steps: Steps, blender: Runtime) -> Path:
    """Get what the demo runs, for one Blender alone, and build the add-on; return the zip."""
    with steps.step("Compiler and libraries, as Debian packages"):
        debian.need("compiler", "libraries", "roots", *([] if blender.root else ["bpy"]))
    with steps.step("SQLite, compiled from Debian's source package"):
        ensure_libraries()
    with steps.step("Python tools: wheel builder, MCP client"):
        ensure_tools("build")
        ensure_tools("demo")
    with steps.step(f"C headers of Python {ABIS[blender.python]['version']}"):
        ensure_headers(blender.python)
    with steps.step(f"Blender {blender.version}"):
        blender.ensure()
    with steps.step("The native module, compiled"):
        wheel = build_quick_wheel(blender.python, BUILD / "quick-wheels")
    with steps.step("The add-on's zip, with the lesson built by that Blender"):
        return quick_zip(blender, wheel)


def _run(steps: Steps, blender: Runtime, archive: Path, out: Path) -> dict[str, Any]:
    """Run the story and leave its files in `out`; return the summary."""
    out.mkdir(parents=True, exist_ok=True)
    prefix = "malloc_vr_demo_"
    with tempfile.TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True) as work:
        found = run_story(Story(blender, out, Path(work)), archive, steps)
        summary = summarise(found, out, archive)
        (out / "summary.json").write_text(json.dumps(summary, indent=1) + "\n")
    for learner in summary["learners"]:
        last = learner["decisions"][-1]
        steps.say(f"{learner['scripted_as']}: {last['action']}. {last['learner_text']}")
    steps.say(f"{steps.work_seconds:.0f} s of work, {download_seconds():.0f} s of downloads.")
    steps.say(f"Open {out / 'report.html'}")
    return summary
