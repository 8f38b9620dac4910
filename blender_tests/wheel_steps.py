"""What the tests of wheels share: steps in a Blender of its own, and which wheel is for this one."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from typing import Any

from blender_tests_support import HERE, blender_command
from wheel_zips import Wheels, make_zip, real_wheels

STEPS_SECONDS = 180.0
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
TAG = f"cp{PYTHON.replace('.', '')}"
OTHER_TAG = "cp311" if TAG == "cp313" else "cp313"


def ours(wheels: Wheels) -> str:
    """Return the name of the wheel for this Python."""
    return next(name for name in wheels if f"-{TAG}-" in name)


class WheelCase(unittest.TestCase):
    """Each test has a folder with zips, and a profile that nothing was installed in."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory(prefix="mvr-", ignore_cleanup_errors=True)
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.real = real_wheels()

    def zip(self, name: str, wheels: Wheels, version: str = "") -> str:
        """Make a zip of the add-on with these wheels; return its path."""
        return str(make_zip(self.folder / f"{name}.zip", wheels, version))

    def go(self, *steps: str) -> list[dict[str, Any]]:
        """Take steps of wheel_child.py in a Blender of the same kind; return what is so after each."""
        own = {
            "BLENDER_USER_RESOURCES": str(self.folder / "profile"),
            "MALLOC_VR_DATA": str(self.folder / "record"),
        }
        done = subprocess.run(
            [*blender_command(HERE / "wheel_child.py"), *steps],
            env={**os.environ, **own},
            capture_output=True,
            text=True,
            timeout=STEPS_SECONDS,
        )
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
        return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]

    def check_works(self, state: dict[str, Any]) -> None:
        """The add-on is there, with a module for this Python."""
        self.assertEqual(state["problem"], "")
        self.assertTrue(state["enabled"])
        self.assertTrue(state["panels"])
        self.assertTrue(state["module"].endswith(tuple(EXTENSION_SUFFIXES)), state["module"])

    def check_says(self, state: dict[str, Any], *parts: str) -> None:
        """Nothing but the preferences is there, and they say this."""
        self.assertTrue(state["enabled"])
        self.assertFalse(state["panels"])
        for part in parts:
            self.assertIn(part, state["problem"])
