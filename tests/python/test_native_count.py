"""
python3.11 -m unittest tests/python/test_native_count.py
"""

import contextlib
import io
import sys
import tempfile
import unittest
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
LIB = REPOSITORY / "scripts" / "lib"
sys.path.insert(0, str(LIB))

from devtools.counting import LOGS, Count  # noqa: E402
from devtools.ctest import run_tests  # noqa: E402

MODULES = sorted(
    folder.name.removesuffix("_test") for folder in (REPOSITORY / "tests/native").glob("*_test")
)
PRESET = "test-native-count"
# Stands in for `ctest --preset NAME`: writes a report and ends as it is asked.
CTEST = """
import pathlib, sys
report, cases, code = {report!r}, {cases!r}, {code}
if cases is not None:
    lines = [f'<testcase name="{{name}}" status="{{status}}"/>' for name, status in cases]
    pathlib.Path(report).write_text("<testsuite>" + "".join(lines) + "</testsuite>")
sys.exit(code)
"""


class NativeCountTest(unittest.TestCase):
    def count(self, cases: list[tuple[str, str]] | None, code: int) -> Count:
        LOGS.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            script = Path(folder) / "ctest.py"
            report = str(LOGS / f"{PRESET}.xml")
            script.write_text(CTEST.format(report=report, cases=cases, code=code), "utf-8")
            with contextlib.redirect_stderr(io.StringIO()):
                return run_tests(PRESET, [sys.executable, str(script)])

    def test_counts_each_test_case_of_the_report(self) -> None:
        cases = [(f"{module}: works", "run") for module in MODULES]
        cases += [("mcp: breaks", "fail"), ("mcp: never ran", "notrun")]

        count = self.count(cases, 8)

        self.assertEqual(count, Count(len(MODULES), 2))
        self.assertEqual(count.failures, (f"{PRESET}: mcp: breaks", f"{PRESET}: mcp: never ran"))

    def test_a_module_of_which_no_test_ran_has_failed(self) -> None:
        cases = [(f"{module}: works", "run") for module in MODULES[1:]]

        self.assertEqual(self.count(cases, 0), Count(len(MODULES) - 1, 1))

    def test_a_run_that_leaves_no_report_has_failed(self) -> None:
        self.assertEqual(self.count(None, 0), Count(0, 1))

    def test_an_exit_code_that_the_report_does_not_explain_has_failed(self) -> None:
        cases = [(f"{module}: works", "run") for module in MODULES]

        self.assertEqual(self.count(cases, 66), Count(len(MODULES), 1))


if __name__ == "__main__":
    unittest.main()
