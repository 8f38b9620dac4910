"""Writes the tool calls of a lesson, one JSON object {tool, arguments} each, as a JSON list.

    export_calls.py LESSON|FILE.blend OUT.json EXTENSION_ID

LESSON is the name of one that ships. What cannot be written goes to stderr.
"""

import importlib
import json
import sys
from pathlib import Path

import bpy

sys.path.insert(0, str(Path(__file__).parent))
from enabling import enable
from process_end import end_process


def main(what: str, out: str, extension: str) -> int:
    """Write them; 1 if there is no such lesson, or it has problems."""
    package = enable(extension)
    errors = importlib.import_module(f"{package}.core.errors")
    lessons = importlib.import_module(f"{package}.scene.shipped").LESSONS
    calls = importlib.import_module(f"{package}.scene.lesson_calls")
    try:
        if what in lessons:
            found = list(lessons[what].tool_calls())
        else:
            bpy.ops.wm.open_mainfile(filepath=what)
            found = list(calls.tool_calls())
            for sentence in calls.left_out():
                print(sentence, file=sys.stderr)
    except errors.MallocVrError as error:
        print(f"{error.message} {error.remedy}", file=sys.stderr)
        return 1
    written = [{"tool": one.NAME, "arguments": one.to_json()} for one in found]
    Path(out).write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    end_process(main(*(sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else sys.argv[1:])))
