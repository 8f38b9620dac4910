"""What a learner reads of a lesson, and the rules that hold for it. No Blender needed.

At most 140 characters a text, and one instruction a sentence. What an instruction is, a machine can
only guess by its verb, where a sentence or a part of it begins; so it finds two of them where a
verb of the list follows another, and misses those with verbs that are not in the list.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

LIMIT_CHARS = 140
VERBS = [
    "add",
    "answer",
    "choose",
    "click",
    "come",
    "confirm",
    "do",
    "drag",
    "extrude",
    "find",
    "give",
    "go",
    "hold",
    "keep",
    "let",
    "look",
    "make",
    "move",
    "open",
    "press",
    "pull",
    "put",
    "read",
    "release",
    "report",
    "rotate",
    "scale",
    "scroll",
    "select",
    "shut",
    "switch",
    "turn",
    "type",
    "walk",
]
LEADING = r"(?:after that, |at the end, |then |without one, |with ctrl held )?"
INSTRUCTION = re.compile(
    rf"(?:^{LEADING}|, (?:and |then )?|[;:] | and | then )({'|'.join(VERBS)})\b", re.IGNORECASE
)
_SAID = ("feedback", "question")


def texts_of(lesson: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each text with where it stands: the lesson, its units, hints and conditions."""
    yield "title", lesson["title"]
    yield "description", lesson["description"]
    for unit in lesson["units"]:
        place = unit["unit_id"]
        yield f"{place} title", unit["title"]
        yield f"{place} instructions", unit["instructions"]
        for number, hint in enumerate(unit["hints"], 1):
            yield f"{place} hint {number}", hint
        for trigger in unit["triggers"]:
            yield f"{place} goal", trigger["learning_objective"]
            for kind, text in _of_condition(trigger["trigger_conditions"]):
                yield f"{place} {kind}", text


def _of_condition(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        yield from ((kind, value[kind]) for kind in _SAID if kind in value)
        yield from (("option", text) for text in value.get("options", ()))
        for part in value.values():
            yield from _of_condition(part)
    elif isinstance(value, list):
        for part in value:
            yield from _of_condition(part)


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return re.split(r"(?<=[.!?]) ", text)


def instructions(sentence: str) -> list[str]:
    """The verbs of a sentence by which it tells somebody to do something."""
    return [found.lower() for found in INSTRUCTION.findall(sentence)]


def breaches(text: str) -> list[str]:
    """What a text does not keep to, as sentences; none for one that keeps to the rules."""
    found = []
    if len(text) > LIMIT_CHARS:
        found.append(f"It has {len(text)} characters, more than {LIMIT_CHARS}.")
    for sentence in sentences(text):
        verbs = instructions(sentence)
        if len(verbs) > 1:
            found.append(f"“{sentence}” has {len(verbs)} instructions: {', '.join(verbs)}.")
    return found


def main(path: str) -> int:
    """Print the texts of a lesson with their lengths; 1 if one does not keep to the rules."""
    found = 0
    for place, text in texts_of(json.loads(Path(path).read_text(encoding="utf-8"))):
        print(f"{len(text):4}  {place}: {text}")
        for breach in breaches(text):
            found += 1
            print(f"      ! {breach}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
