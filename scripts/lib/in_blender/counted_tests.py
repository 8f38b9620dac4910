"""Finding unittest files for this system, and counting so that a skipped test is no passed one."""

import sys
import unittest
from collections.abc import Iterable
from pathlib import Path

# Ends the names of files with tests that make no sense here; each has a twin, or says why not.
OTHER_SYSTEMS = "_posix" if sys.platform == "win32" else "_windows"


def discovered(folder: Path, patterns: Iterable[str]) -> unittest.TestSuite:
    """The tests of the files in `folder` that fit one of the patterns."""
    return unittest.TestSuite(
        unittest.defaultTestLoader.discover(str(folder), path.name, str(folder))
        for pattern in patterns
        for path in sorted(folder.glob(pattern))
        if not path.stem.endswith(OTHER_SYSTEMS)
    )


def print_counts(result: unittest.TestResult) -> int:
    """Print `N passed, N failed` as the last line; returns the exit code that says the same."""
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
    whole: unittest.TestCase = getattr(test, "test_case", test)  # of a sub-test
    return whole.id()
