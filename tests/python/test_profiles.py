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

        self.assertEqual(environment, {"PATH": "/bin", "BLENDER_USER_RESOURCES": "new"})


if __name__ == "__main__":
    unittest.main()
