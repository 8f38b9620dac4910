"""
python3.11 -m unittest tests/python/test_profiles.py
"""

import sys
import unittest
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
LIB = REPOSITORY / "scripts" / "lib"
sys.path.insert(0, str(LIB))

from devtools.profiles import profile_environment  # noqa: E402


class ProfileEnvironmentTest(unittest.TestCase):
    def test_blender_takes_the_module_from_the_zip_and_not_from_the_callers_path(self) -> None:
        caller = {"PATH": "/bin", "PYTHONPATH": "unpacked", "BLENDER_USER_RESOURCES": "old"}

        environment = profile_environment(caller, Path("new"))

        self.assertEqual(environment["PATH"], "/bin")
        self.assertEqual(environment["BLENDER_USER_RESOURCES"], "new")
        self.assertNotIn("PYTHONPATH", environment)

    def test_no_command_of_ours_writes_the_record_of_the_person_who_runs_it(self) -> None:
        self.assertEqual(profile_environment({}, Path("new"))["MALLOC_VR_DATA"], "new/record")


if __name__ == "__main__":
    unittest.main()
