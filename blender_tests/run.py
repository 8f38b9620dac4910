"""Runs the tests of this folder inside Blender, with the add-on installed as a user would.

    scripts/test blender                 in every supported Blender
    scripts/blender 4.4 blender_tests/run.py [PATTERN]

MALLOC_VR_ZIP names the zip to install if the profile (BLENDER_USER_RESOURCES) has no add-on yet:
the path that scripts/package prints.
The last line is `N passed, N failed`.
"""

import sys
import traceback
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "scripts" / "lib" / "in_blender")]

from installation import ensure_installed, own_arguments
from process_end import end_process

# Ends the names of files with tests that make no sense here; each has a twin, or says why not.
OTHER_SYSTEMS = "_posix" if sys.platform == "win32" else "_windows"


def main() -> int:
    """Install what is missing, run the tests, print the counts."""
    ensure_installed()
    patterns = [word for word in own_arguments() if not word.startswith("-")]
    suite = unittest.TestSuite(
        unittest.defaultTestLoader.discover(str(HERE), path.name, str(HERE))
        for pattern in patterns or ["test_*.py"]
        for path in sorted(HERE.glob(pattern))
        if not path.stem.endswith(OTHER_SYSTEMS)
    )
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)
    failed = {_whole(test) for test, _ in [*result.failures, *result.errors]}
    total = max(result.testsRun, len(failed))
    print(f"{total - len(failed)} passed, {len(failed)} failed", flush=True)
    return 1 if failed or not result.testsRun else 0


def _whole(test: unittest.TestCase) -> str:
    whole: unittest.TestCase = getattr(test, "test_case", test)  # of a sub-test
    return whole.id()


if __name__ == "__main__":
    code = 1
    try:
        code = main()
    except SystemExit as end:
        print(end.code, file=sys.stderr)
    except BaseException:
        traceback.print_exc()
    end_process(code)
