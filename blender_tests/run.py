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

from counted_tests import discovered, print_counts
from installation import ensure_installed, own_arguments
from process_end import end_process


def main() -> int:
    """Install what is missing, run the tests, print the counts."""
    ensure_installed()
    patterns = [word for word in own_arguments() if not word.startswith("-")]
    suite = discovered(HERE, patterns or ["test_*.py"])
    return print_counts(unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite))


if __name__ == "__main__":
    code = 1
    try:
        code = main()
    except SystemExit as end:
        print(end.code, file=sys.stderr)
    except BaseException:
        traceback.print_exc()
    end_process(code)
