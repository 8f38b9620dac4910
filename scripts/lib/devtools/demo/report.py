"""The demo's report: one HTML page that needs nothing beside it.

Run with the tools venv's Python, which has matplotlib:
    python -m devtools.demo.report OUT_FOLDER TOLD.json
"""

import base64
import html
import json
import sys
from pathlib import Path
from typing import Any

from . import plots
from .evidence import evidence_rows

PAGE = Path(__file__).with_name("report.html")
ACTIONS = {
    "advance_to_next_event": ("Advance", "good"),
    "continue_current_event": ("Continue", "fair"),
    "provide_additional_support": ("Support", "warn"),
    "remediate_prerequisites": ("Remediate", "bad"),
}
OUTCOMES = {"passed": ("good", "passed"), "failed": ("bad", "failed")}
NOTES = {
    "last_level_hint": "The hint that says how had been shown, so this is no own pass",
    "corrected": "What was wrong had been shown during this try, so this is no own pass",
    "self_corrections": "A slip was taken back at once",
}


def text(value: object) -> str:
    """Escaped for HTML."""
    return html.escape(str(value))


def ended_try(ended: dict[str, Any], unit_id: str) -> str:
    """One try: how it ended, what was measured, what was not met."""
    tone, word = OUTCOMES[ended["outcome"]]
    unmet = "".join(f"<li>{text(line)}</li>" for line in ended["unmet"])
    rows = "".join(
        f"<tr class={'yes' if row.holds else 'no'}><td>{text(row.what)}</td>"
        f"<td>{text(row.measured)}</td><td>{text(row.limit)}</td></tr>"
        for row in evidence_rows(ended["evidence"])
    )
    notes = [note for key, note in NOTES.items() if ended[key]]
    return f"""<details class=judged><summary><b class={tone}>{word}</b>
<span>{text(TITLES[unit_id])}</span><em>{text(ended["objective"])}</em>
<small>{ended["score"]:.0%}</small></summary>
{f"<ul class=unmet>{unmet}</ul>" if unmet else ""}
<table class=evidence><thead><tr><th>Requirement</th><th>Measured</th><th>Needed</th></tr></thead>
<tbody>{rows}</tbody></table>
<p class=after>{text(". ".join(notes))}</p></details>"""


def decision(payload: dict[str, Any]) -> str:
    """One decision: what the learner read, and for the instructor why."""
    decided = payload["decided"]["decision"]
    word, tone = ACTIONS[decided["action"]]
    return f"""<div class=decision><b class={tone}>{word}</b>
<span>{text(TITLES.get(payload["unit_id"], ""))}</span>
<p>“{text(payload["learner_text"])}”</p>
<p class=quiet>{text(payload["reasoning"])}</p>
<small>unit's index {decided["index"]:.2f} · phase {text(decided["phase"])} ·
confidence {decided["confidence"]:.2f} · rule {text(payload["rule"])}</small></div>"""


def learner(played: dict[str, Any], progress: dict[str, Any], events: list[dict[str, Any]]) -> str:
    """One learner's part of the page."""
    own = [event for event in events if event["pseudonym"] == progress["pseudonym"]]
    decided = [e["payload"] for e in own if e["type"] == "transition_decided"]
    steps, tries = [], []
    for event in own:
        payload = event["payload"]
        if event["type"] == "assessment_evaluated":
            judged = [t for t in payload["tries"] if t["outcome"] != "abandoned"]
            tries += judged
            steps += [ended_try(ended, payload["unit_id"]) for ended in judged]
        elif event["type"] == "transition_decided":
            steps.append(decision(payload))
    passed = sum(1 for ended in tries if ended["outcome"] == "passed")
    return f"""<section class=learner><header><h2>The {text(played["learner_id"])} learner</h2>
<p>Scripted. Pseudonym <code>{text(progress["pseudonym"][:12])}…</code> ·
{len(played["actions"])} actions · {played["bpy_calls"]} Blender operators ·
{passed} of {len(tries)} tries passed ·
{len(progress["passed_units"])} of {len(TITLES)} units done</p></header>
<div class=plots>{plots.index_over_decisions(decided, TITLES)}{plots.skills(progress["skills"], TITLES)}</div>
<div class=steps>{"".join(steps)}</div></section>"""


def units(lesson: dict[str, Any]) -> str:
    """The lesson at a glance."""
    cards = []
    for number, unit in enumerate(lesson["units"], 1):
        goals = "".join(f"<li>{text(goal)}</li>" for goal in unit["learning_objectives"])
        duration = unit["estimated_duration"].replace("_", " ")
        cards.append(
            f"<article><i>{number}</i><h3>{text(unit['title'])}</h3>"
            f"<small>{text(unit['learning_event'])} · {text(duration)}</small><ul>{goals}</ul></article>"
        )
    return "".join(cards)


def write(out: Path, told: dict[str, Any], lesson: dict[str, Any]) -> None:
    """Write report.html into `out`."""
    lines = (out / "events.jsonl").read_text(encoding="utf-8").splitlines()
    events = [json.loads(line) for line in lines]
    picture = base64.b64encode((out / "scene.png").read_bytes()).decode("ascii")
    learners = [
        learner(played, told["results"][played["learner_id"]], events)
        for played in told["played"]["learners"]
    ]
    client = told["authored"]["client"]
    page = PAGE.read_text(encoding="utf-8")
    for name, value in {
        "TITLE": text(lesson["title"]),
        "DESCRIPTION": text(lesson["description"]),
        "PICTURE": picture,
        "UNITS": units(lesson),
        "LEARNERS": "".join(learners),
        "BLENDER": text(told["played"]["blender"]),
        "CLIENT": text(f"{client['name']} {client['version']}, protocol {client['protocol']}"),
        "EVENTS": str(len(events)),
        "TRIGGERS": str(len(told["authored"]["triggers"])),
    }.items():
        page = page.replace("{{" + name + "}}", value)
    (out / "report.html").write_text(page, encoding="utf-8")


LESSON = json.loads(
    (Path(__file__).parents[4] / "lessons/bolted_flange/lesson.json").read_text(encoding="utf-8")
)
TITLES = {unit["unit_id"]: unit["title"] for unit in LESSON["units"]}

if __name__ == "__main__":
    write(Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")), LESSON)
