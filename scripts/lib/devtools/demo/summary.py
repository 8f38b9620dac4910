"""What the demo's last line says, from what the record and the client say."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Event = Mapping[str, Any]

ARTIFACTS = ("lesson.blend", "report.html", "scene.png", "events.jsonl", "summary.json")


def read_events(out: Path) -> list[Event]:
    """The record's events, as exported."""
    lines = (out / "events.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _learner(played: Event, pseudonym: str, events: Sequence[Event]) -> dict[str, Any]:
    """One learner's part of the summary."""

    def payloads(kind: str) -> list[Event]:
        mine = (event for event in events if event["pseudonym"] == pseudonym)
        return [event["payload"] for event in mine if event["type"] == kind]

    tries = [ended for payload in payloads("assessment_evaluated") for ended in payload["tries"]]
    outcomes = [ended["outcome"] for ended in tries if ended["outcome"] != "abandoned"]
    decisions = [
        {
            "unit_id": payload["unit_id"],
            "action": payload["decided"]["decision"]["action"],
            "learner_text": payload["learner_text"],
            "reasoning": payload["reasoning"],
            "confidence": payload["decided"]["decision"]["confidence"],
            "state": payload["decided"]["decision"]["index"],
        }
        for payload in payloads("transition_decided")
    ]
    return {
        "pseudonym": pseudonym,
        "scripted_as": played["learner_id"],
        "actions": len(played["actions"]),
        "evaluations": len(outcomes),
        "passed": outcomes.count("passed"),
        "decisions": decisions,
        "state_first": decisions[0]["state"],
        "state_last": decisions[-1]["state"],
    }


def summarise(story: Event, out: Path, archive: Path) -> dict[str, Any]:
    """The one object of `scripts/demo --json`."""
    events = read_events(out)
    learners, results = story["played"]["learners"], story["results"]
    return {
        "blender": story["played"]["blender"],
        "zip": archive.name,
        "client": story["authored"]["client"],
        "units": story["authored"]["units"],
        "triggers": len(story["authored"]["triggers"]),
        "learners": [
            _learner(played, results[played["learner_id"]]["pseudonym"], events)
            for played in learners
        ],
        "events": len(events),
        "bpy_calls": sum(played["bpy_calls"] for played in learners),
        "artifacts": {name: str(out / name) for name in ARTIFACTS},
    }
