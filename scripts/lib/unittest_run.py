"""Runs the unittest files below a folder: `unittest_run.py FOLDER [PATTERN]`.

A skipped test counts as failed: whoever reads `N passed` must be able to trust the N. The last
line is `N passed, N failed`; the exit code says the same.
"""

import sys
import unittest
from pathlib import Path

# Ends the names of files with tests that make no sense here; each has a twin, or says why not.
OTHER_SYSTEMS = "_posix" if sys.platform == "win32" else "_windows"


def main() -> int:
    """Run the tests and print the counts."""
    folder = Path(sys.argv[1]).resolve()
    pattern = sys.argv[2] if len(sys.argv) > 2 else "test*.py"
    suite = unittest.TestSuite(
        unittest.defaultTestLoader.discover(str(folder), path.name, str(folder))
        for path in sorted(folder.glob(pattern))
        if not path.stem.endswith(OTHER_SYSTEMS)
    )
    result = unittest.TextTestRunner(verbosity=1, buffer=True).run(suite)
    # A test with sub-tests may have several failures; it is one test all the same.
    failed = {_whole(test) for test, _ in [*result.failures, *result.errors, *result.skipped]}
    failed |= {test.id() for test in result.unexpectedSuccesses}
    for test, reason in result.skipped:
        print(f"skipped, which counts as failed: {test.id()}: {reason}")
    # A fault in setUpClass is an error that no run test accounts for.
    total = max(result.testsRun, len(failed))
    print(f"{total - len(failed)} passed, {len(failed)} failed", flush=True)
    return 1 if failed or not result.testsRun else 0


def _whole(test: unittest.TestCase) -> str:
    whole: unittest.TestCase = getattr(test, "test_case", test)
    return whole.id()


if __name__ == "__main__":
    sys.exit(main())
