"""What run.py says where it has no add-on to test.

scripts/blender 4.4 blender_tests/run.py test_run.py
"""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from blender_tests_support import HERE, blender_command
from client_process import LIMIT_SECONDS


class WithoutZipTest(unittest.TestCase):
    def run_without(self, **variables: str) -> str:
        """Run one file of tests on an empty profile; returns what is said of the zip."""
        kept = {key: value for key, value in os.environ.items() if key != "MALLOC_VR_ZIP"}
        with tempfile.TemporaryDirectory(prefix="mvr-") as profile:
            done = subprocess.run(
                [*blender_command(HERE / "run.py"), "test_commands.py"],
                env={**kept, "BLENDER_USER_RESOURCES": profile, **variables},
                capture_output=True,
                text=True,
                timeout=LIMIT_SECONDS,
            )
        said = done.stdout + done.stderr
        self.assertNotEqual(done.returncode, 0, said)
        self.assertNotIn("Traceback", said)
        (sentence,) = [line for line in said.splitlines() if "MALLOC_VR_ZIP" in line]
        self.assertIn("scripts/package --target linux-x64", sentence)
        return sentence

    def test_names_the_variable_and_the_command_that_makes_the_zip(self) -> None:
        self.assertIn("is not set", self.run_without())

    def test_names_the_file_that_is_not_there(self) -> None:
        missing = str(Path(tempfile.gettempdir()) / "no-such.zip")

        self.assertIn(missing, self.run_without(MALLOC_VR_ZIP=missing))


if __name__ == "__main__":
    unittest.main()
