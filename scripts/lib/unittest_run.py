"""Runs the unittest files below a folder: `unittest_run.py FOLDER [PATTERN...]`.

A skipped test counts as failed: whoever reads `N passed` must be able to trust the N. The last
line is `N passed, N failed`; the exit code says the same.
"""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "in_blender"))

from counted_tests import discovered, print_counts


def main() -> int:
    """Run the tests and print the counts."""
    suite = discovered(Path(sys.argv[1]).resolve(), sys.argv[2:] or ["test*.py"])
    return print_counts(unittest.TextTestRunner(verbosity=1, buffer=True).run(suite))


if __name__ == "__main__":
    sys.exit(main())
