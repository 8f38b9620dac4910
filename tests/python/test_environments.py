"""
python3.11 -m unittest tests/python/test_environments.py
"""

import os
import sys
import unittest
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
LIB = REPOSITORY / "scripts" / "lib"
sys.path.insert(0, str(LIB))

from devtools import runtimes, tools  # noqa: E402
from devtools.groups.in_blender import VERSIONS  # noqa: E402
from devtools.lint import CHECKERS  # noqa: E402
from devtools.project import TABLE  # noqa: E402
from devtools.python_headers import ABIS  # noqa: E402
from devtools.say import CommandError  # noqa: E402


class EnvironmentsTest(unittest.TestCase):
    def test_every_tool_of_a_venv_is_pinned_and_no_pin_is_left_over(self) -> None:
        used = {name for names in tools.VENVS.values() for name in names}

        self.assertEqual(used, set(TABLE["tools"]["versions"]))

    def test_every_blender_that_is_tested_is_in_the_table_with_a_python_that_wheels_are_for(
        self,
    ) -> None:
        for version in VERSIONS:
            with self.subTest(version):
                self.assertIn(runtimes.runtime(version).python, ABIS)

    def test_an_unknown_blender_is_rejected_with_those_there_are(self) -> None:
        with self.assertRaisesRegex(CommandError, "no Blender 9.9 here; there are .*4.4.0"):
            runtimes.runtime("9.9")

    def test_a_module_has_no_window(self) -> None:
        with self.assertRaisesRegex(CommandError, "is a module without a window"):
            runtimes.runtime("4.4").script_command(Path("x.py"), [], {}, window=True)

    def test_a_script_in_a_root_folder_sees_its_own_folder_and_no_python_path(self) -> None:
        script = REPOSITORY / "blender_tests" / "run.py"
        environment = {"PYTHONPATH": "elsewhere", "MALLOC_VR_DATA": "kept", "HOME": "mine"}

        argv = runtimes.runtime("4.3").script_command(script, ["a"], environment)

        self.assertEqual(argv[-6:], ["--python-exit-code", "1", "--python", str(script), "--", "a"])
        self.assertIn(str(REPOSITORY), argv[: argv.index("--")])
        self.assertIn("MALLOC_VR_DATA=kept", argv)
        self.assertFalse([each for each in argv if each.startswith("PYTHONPATH=")])
        self.assertEqual(argv[0] == "sudo", os.geteuid() != 0)


class LintTest(unittest.TestCase):
    def test_every_checker_of_the_help_is_a_hook(self) -> None:
        text = (REPOSITORY / "scripts" / "lint").read_text("utf-8")

        for name in CHECKERS:
            with self.subTest(name):
                self.assertRegex(text, rf"(?m)^#   .*\b{name}\b")


if __name__ == "__main__":
    unittest.main()
