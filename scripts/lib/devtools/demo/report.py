"""The demo's report: one HTML page that needs nothing beside it.

Run with the Python of the venv `demo`, which has Jinja:
    python -m devtools.demo.report OUT_FOLDER STORY.json
"""

import base64
import json
import sys
from pathlib import Path
from typing import Any

import jinja2

from ..project import REPO
from .evidence import evidence_rows
from .summary import read_events

LESSON = REPO / "lessons" / "bolted_flange" / "lesson.json"


def _read(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def write(out: Path, story: dict[str, Any]) -> None:
    """Write report.html into `out`, from the story and what stands in `out` already."""
    lesson, summaries = _read(LESSON), _read(out / "summary.json")["learners"]
    template = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        trim_blocks=True,
        undefined=jinja2.StrictUndefined,
    ).get_template("report.html")
    page = template.render(
        lesson=lesson,
        titles={unit["unit_id"]: unit["title"] for unit in lesson["units"]},
        story=story,
        client=story["authored"]["client"],
        events=read_events(out),
        picture=base64.b64encode((out / "scene.png").read_bytes()).decode("ascii"),
        learners=[
            {**summary, "played": played, "progress": story["results"][played["learner_id"]]}
            for summary, played in zip(summaries, story["played"]["learners"], strict=True)
        ],
        evidence_rows=evidence_rows,
    )
    (out / "report.html").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), _read(Path(sys.argv[2])))
