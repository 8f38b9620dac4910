"""What the demo's last line says, from what the record and the client say."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Event = dict[str, Any]

ARTIFACTS = ("lesson.blend", "report.html", "scene.png", "events.jsonl", "summary.json")


def read_events(path: Path) -> list[Event]:
    """The record's events, as exported."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def of_learner(events: Sequence[Event], pseudonym: str, kind: str) -> list[Event]:
    """The learner's events of one type, in order."""
    return [e for e in events if e["pseudonym"] == pseudonym and e["type"] == kind]


def learner(
    played: Mapping[str, Any], progress: Mapping[str, Any], events: Sequence[Event]
) -> dict[str, Any]:
    """One learner's part of the summary."""
    pseudonym = progress["pseudonym"]
    tries = [
        ended
        for event in of_learner(events, pseudonym, "assessment_evaluated")
        for ended in event["payload"]["tries"]
        if ended["outcome"] != "abandoned"
    ]
    decisions = [e["payload"] for e in of_learner(events, pseudonym, "transition_decided")]
    return {
        "pseudonym": pseudonym,
        "scripted_as": played["learner_id"],
        "actions": len(played["actions"]),
        "evaluations": len(tries),
        "passed": sum(1 for ended in tries if ended["outcome"] == "passed"),
        "decisions": [
            {
                "unit_id": decision["unit_id"],
                "action": decision["decided"]["decision"]["action"],
                "learner_text": decision["learner_text"],
                "reasoning": decision["reasoning"],
                "confidence": decision["decided"]["decision"]["confidence"],
                "state": decision["decided"]["decision"]["index"],
            }
            for decision in decisions
        ],
        "state_first": decisions[0]["decided"]["decision"]["index"],
        "state_last": decisions[-1]["decided"]["decision"]["index"],
    }


def summarise(story: Mapping[str, Any], out: Path, archive: Path) -> dict[str, Any]:
    """The one object of `scripts/demo --json`."""
    events = read_events(out / "events.jsonl")
    results = story["results"]
    return {
        "blender": story["played"]["blender"],
        "zip": archive.name,
        "client": story["authored"]["client"],
        "units": story["authored"]["units"],
        "triggers": len(story["authored"]["triggers"]),
        "learners": [
            learner(played, results[played["learner_id"]], events)
            for played in story["played"]["learners"]
        ],
        "events": len(events),
        "bpy_calls": sum(played["bpy_calls"] for played in story["played"]["learners"]),
        "artifacts": {name: str(out / name) for name in ARTIFACTS},
    }
