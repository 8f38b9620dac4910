"""The demo's report: one HTML page that needs nothing beside it.

Run with the Python of the venv `demo`, which has Jinja and matplotlib:
    python -m devtools.demo.report OUT_FOLDER STORY.json
"""

import base64
import json
import sys
from pathlib import Path
from typing import Any

import jinja2

from . import plots
from .evidence import evidence_rows
from .summary import learner as summary_of
from .summary import read_events

LESSON = Path(__file__).parents[4] / "lessons" / "bolted_flange" / "lesson.json"
ACTIONS = {
    "advance_to_next_event": ("Advance", "good"),
    "continue_current_event": ("Continue", "fair"),
    "provide_additional_support": ("Support", "warn"),
    "remediate_prerequisites": ("Remediate", "bad"),
}
NOTES = {
    "last_level_hint": "The hint that says how had been shown, so this is no own pass",
    "corrected": "What was wrong had been shown during this try, so this is no own pass",
    "self_corrections": "A slip was taken back at once",
}


def learner(
    played: dict[str, Any],
    progress: dict[str, Any],
    events: list[dict[str, Any]],
    titles: dict[str, str],
) -> dict[str, Any]:
    """Return what the page shows of one learner: the summary, plots and the learner's events."""
    summary = summary_of(played, progress, events)
    pseudonym = summary["pseudonym"]
    return {
        **summary,
        "bpy_calls": played["bpy_calls"],
        "units_passed": len(progress["passed_units"]),
        "plots": [
            plots.index_over_decisions(summary["decisions"], titles),
            plots.skills(progress["skills"], titles),
        ],
        "events": [event for event in events if event["pseudonym"] == pseudonym],
    }


def write(out: Path, story: dict[str, Any]) -> None:
    """Write report.html into `out`."""
    lesson = json.loads(LESSON.read_text(encoding="utf-8"))
    titles = {unit["unit_id"]: unit["title"] for unit in lesson["units"]}
    events = read_events(out / "events.jsonl")
    template = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        trim_blocks=True,
        undefined=jinja2.StrictUndefined,
    ).get_template("report.html")
    page = template.render(
        lesson=lesson,
        titles=titles,
        story=story,
        client=story["authored"]["client"],
        events=events,
        picture=base64.b64encode((out / "scene.png").read_bytes()).decode("ascii"),
        learners=[
            learner(played, story["results"][played["learner_id"]], events, titles)
            for played in story["played"]["learners"]
        ],
        actions=ACTIONS,
        notes=NOTES,
        evidence_rows=evidence_rows,
    )
    (out / "report.html").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")))
