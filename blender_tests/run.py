"""Runs the tests of this folder inside Blender, with the add-on installed as a user would.

    scripts/test blender                 in every supported Blender
    scripts/blender 4.4 blender_tests/run.py [PATTERN]

MALLOC_VR_ZIP names the zip to install if the profile (BLENDER_USER_RESOURCES) has no add-on yet.
The last line is `N passed, N failed`.
"""

import os
import sys
import traceback
import unittest
from pathlib import Path

import bpy

# isort: split
import addon_utils  # can be found once bpy is imported

HERE = Path(__file__).resolve().parent
PACKAGE = "bl_ext.user_default.malloc_vr"


def main() -> int:
    """Install what is missing, run the tests, print the counts."""
    sys.path.insert(0, str(HERE))
    ensure_installed()
    patterns = [word for word in own_arguments() if not word.startswith("-")]
    suite = unittest.TestSuite(
        unittest.defaultTestLoader.discover(str(HERE), pattern, str(HERE))
        for pattern in patterns or ["test_*.py"]
    )
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)
    failed = {_whole(test) for test, _ in [*result.failures, *result.errors]}
    total = max(result.testsRun, len(failed))
    print(f"{total - len(failed)} passed, {len(failed)} failed", flush=True)
    return 1 if failed or not result.testsRun else 0


def own_arguments() -> list[str]:
    """The words that follow this script, in Blender the program and in the module."""
    return sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else sys.argv[1:]


def ensure_installed() -> None:
    """Have the add-on enabled; install the zip if it is not there."""
    if addon_utils.check(PACKAGE)[1]:
        return
    bpy.ops.extensions.package_install_files(
        filepath=os.environ["MALLOC_VR_ZIP"],
        repo="user_default",
        enable_on_install=True,
        overwrite=True,
    )
    bpy.ops.wm.save_userpref()  # the tests start other Blenders on this profile
    if not addon_utils.check(PACKAGE)[1]:
        raise SystemExit(f"{PACKAGE} is not enabled after its installation")


def _whole(test: unittest.TestCase) -> str:
    whole: unittest.TestCase = getattr(test, "test_case", test)  # of a sub-test
    return whole.id()


if __name__ == "__main__":
    code = 1
    try:
        code = main()
    except BaseException:
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    # Not through the interpreter's own end: the module's clean-up may hang after it used the GPU.
    os._exit(code)
