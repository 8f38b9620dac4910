"""The story that every client plays (story.json), and the checks that it makes of it.

A string "$word" in a call's arguments, or in what is expected of its result, stands for a value:
`name` is the client's own name, with which learner, unit and scene are named; a call's `keep` adds
more from its result.
"""

import json
from pathlib import Path
from typing import Any

Story = dict[str, Any]


def read_story() -> Story:
    """Return story.json."""
    text = Path(__file__).with_name("story.json").read_text("utf-8")
    story: Story = json.loads(text)
    return story


def call_check(call: dict[str, Any]) -> str:
    """Return the name of the check for a call of the story."""
    return f"calls {call['tool']}"


def rejection_check(rejection: dict[str, Any]) -> str:
    """Return the name of the check for a call that must be rejected."""
    return f"gets a tool error when {rejection['why']}"


def checks(story: Story) -> list[str]:
    """Return the names of all checks that a client makes, in order."""
    name = story["checks"]
    calls = [call_check(call) for call in story["calls"]]
    rejections = [rejection_check(rejection) for rejection in story["rejections"]]
    ends = [name["unknown"], name["wrong_token"], name["disconnects"]]
    return [name["connects"], name["lists"], *calls, *rejections, *ends]


def fill(template: Any, values: dict[str, Any]) -> Any:
    """Return `template` with each "$word" in it replaced.

    Raises:
        KeyError: a word has no value, as the call that keeps it failed.
    """
    if isinstance(template, str) and template.startswith("$"):
        return values[template[1:]]
    if isinstance(template, dict):
        return {key: fill(value, values) for key, value in template.items()}
    if isinstance(template, list):
        return [fill(value, values) for value in template]
    return template
