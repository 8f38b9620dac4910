"""`blender -b FILE -c malloc_vr serve`: a Blender of its own that serves until it is asked to end.

scripts/blender 4.4 blender_tests/run.py test_serve.py
"""

import contextlib
import io
import json
import signal
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Any

import bpy
from blender_tests_support import PACKAGE, BlenderCase, addon
from client_process import ClientProcess, python

START_SECONDS = 60.0
END_SECONDS = 15.0

# How a program that started us asks us to end: Windows has no signal for it but the one of Ctrl-Break.
# That comes from a console, and wine sends none (docs/decisions/011-cross-build.md): see `RAISING`.
END_OF_INPUT, CTRL_BREAK = "end of input", "Ctrl-Break"
WAYS_TO_END = (
    (END_OF_INPUT, CTRL_BREAK) if sys.platform == "win32" else (signal.SIGTERM, signal.SIGINT)
)

# As Ctrl-Break does, in a thread that Windows makes in the process.
RAISING = """
import pathlib, signal, sys, threading, time
def break_when_asked(file):
    while not file.exists():
        time.sleep(0.05)
    signal.raise_signal(signal.SIGBREAK)
threading.Thread(target=break_when_asked, args=[pathlib.Path(sys.argv[1] + ".break")], daemon=True).start()
"""

# The module has no command line, so a runner calls the function that the command calls.
RUNNER = f"""{RAISING if CTRL_BREAK in WAYS_TO_END else ""}
import importlib, sys, bpy
bpy.ops.wm.open_mainfile(filepath=sys.argv[1])
sys.exit(importlib.import_module("{PACKAGE}.serving.cli").serve(sys.argv[2:]))
"""


def command(blend: Path, *words: str) -> list[str]:
    """The command line that serves a file in this kind of Blender."""
    program = bpy.app.binary_path
    if program and Path(program).name.startswith("blender"):
        return [program, "-b", str(blend), "-c", "malloc_vr", "serve", *words]
    return [python(), "-c", RUNNER, str(blend), *words]


class ServeTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.make_lesson()
        self.blend = self.folder / "lesson.blend"
        bpy.ops.wm.save_as_mainfile(filepath=str(self.blend))
        self.before = self.blend.read_bytes()

    def start(self) -> dict[str, Any]:
        errors = tempfile.TemporaryFile("w+")  # noqa: SIM115  read when the process has ended
        self.addCleanup(errors.close)
        self.errors = errors
        self.blender = subprocess.Popen(
            command(self.blend, "--port", "0"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
        self.addCleanup(self.blender.stdin.close)
        self.addCleanup(self.blender.stdout.close)
        self.addCleanup(self.blender.wait)
        self.addCleanup(self.blender.kill)
        for line in self.blender.stdout:
            if line.startswith("{"):
                return json.loads(line)
        errors.seek(0)
        raise AssertionError(f"no address: {errors.read()[-2000:]}")

    def client(self, served: dict[str, Any], calls: list[dict[str, Any]]) -> ClientProcess:
        return ClientProcess(served["url"], served["token_file"], calls)

    def end(self, way: "signal.Signals | str" = WAYS_TO_END[0]) -> int:
        if way == END_OF_INPUT:
            self.blender.stdin.close()
        elif way == CTRL_BREAK:
            self.blend.with_name(self.blend.name + ".break").touch()
        else:
            self.blender.send_signal(way)
        return self.blender.wait(END_SECONDS)

    def test_says_where_it_is_and_ends_cleanly_in_each_way_of_asking(self) -> None:
        for way in WAYS_TO_END:
            with self.subTest(str(way)):
                served = self.start()

                self.assertEqual(
                    set(served), {"url", "socket", "line_port", "token_file", "pid", "blender"}
                )
                self.assertEqual(served["pid"], self.blender.pid)
                self.assertEqual(served["blender"], bpy.app.version_string)
                self.assertNotEqual(bool(served["socket"]), bool(served["line_port"]))
                self.assertEqual(self.end(way), 0)
                self.assertTrue(Path(served["token_file"]).exists())  # clients keep theirs
                self.assertFalse(served["socket"] and Path(served["socket"]).exists())

    def test_serves_the_lesson_of_the_file_and_saves_nothing_unasked(self) -> None:
        served = self.start()
        unit = {"unit_id": "new_one", "learning_objectives": ["see it"]}
        child = self.client(
            served,
            [
                {"tool": "get_lesson", "arguments": {}},
                {"tool": "create_blender_knowledge_node", "arguments": {"unit_data": unit}},
                {"tool": "get_lesson", "arguments": {}},
            ],
        )
        before, _, after = child.results(START_SECONDS)

        self.assertEqual([u["unit_id"] for u in before["result"]["units"]], ["move_it"])
        self.assertEqual(len(after["result"]["units"]), 2)
        self.assertEqual(self.end(), 0)
        self.assertEqual(self.blend.read_bytes(), self.before)

    def test_ends_cleanly_in_the_middle_of_a_conversation(self) -> None:
        served = self.start()
        child = self.client(served, [{"tool": "get_lesson", "arguments": {}}] * 100_000)
        first = self.client(served, [{"tool": "get_lesson", "arguments": {}}])
        first.results(START_SECONDS)

        self.assertEqual(self.end(), 0)

        child.kill()
        child.wait()

    def test_a_second_blender_on_the_same_record_is_told_so_and_learners_go_on(self) -> None:
        self.start()
        self.use_record(addon("lifetime.data_folder").default_folder())

        done = bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")

        self.assertEqual(done, {"FINISHED"})
        self.assertTrue(self.record().problem)
        bpy.data.objects["Part"].location = (0, 0, 0)
        self.assertEqual(bpy.ops.malloc_vr.step_check(), {"FINISHED"})
        self.assertTrue(self.view().session.passed)
        self.assertEqual(self.end(), 0)

    def test_a_wrong_word_on_the_command_line_is_an_error_and_serves_nothing(self) -> None:
        cli = addon("serving.cli")
        addon("runtime").close()
        for words in (["--port", "70000"], ["--port", "x"], ["--colour"]):
            with self.subTest(words), contextlib.redirect_stderr(io.StringIO()):
                self.assertEqual(cli.serve(words), 2)
        self.assertIsNone(addon("runtime").opened())


if __name__ == "__main__":
    unittest.main()
