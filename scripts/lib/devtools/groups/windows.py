"""The group windows: what runs of ours on Windows, run under wine."""

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..build import unpacked_module
from ..cmake import build
from ..counting import FAILED, Count, Ended, run_logged
from ..package import current_zip
from ..processes import Command
from ..project import BUILD, EXTENSION_ID, LIB, REPO
from ..say import say
from ..wine import TARGET, command, ensure_wine, environment, python_command, windows_path

CATCH2_PASSED = re.compile(
    r"^All tests passed \(\d+ assertions? in (\d+) test cases?\)$", re.MULTILINE
)
CATCH2_FAILED = re.compile(r"^test cases: +(\d+) \|.*?(\d+) failed", re.MULTILINE)
LIMIT_SECONDS = 900.0


def windows() -> Count:
    """Run the native tests, tests/python and blender_tests in Windows' Blender 4.4.0."""
    ensure_wine()
    return native() + python() + blender()


def native() -> Count:
    """Build the Catch2 programs and run each as a whole: a process for each test takes minutes."""
    options = {"MALLOC_VR_TESTS": "ON", "MALLOC_VR_MODULE": "OFF"}
    built = build("wheel", options, "native_tests", system=TARGET, folder=f"{TARGET}-tests")
    programs = sorted((built / "tests" / "native").glob("test_*.exe"))
    return sum(map(_catch2, programs), Count())


def _catch2(program: Path) -> Count:
    name = f"windows-{program.stem}"
    ended = run_logged(name, command([program]), environment({}), LIMIT_SECONDS)
    count = _counted(ended)
    say(f"{name}: {count} ({ended.seconds:.1f} s)")
    return count


def _counted(ended: Ended) -> Count:
    if found := CATCH2_PASSED.findall(ended.output):
        return Count(int(found[-1]))
    if found := CATCH2_FAILED.findall(ended.output):
        total, failed = map(int, found[-1])
        return Count(total - failed, failed)
    say(f"{ended}, and no count that explains it")
    return FAILED


def python() -> Count:
    """Run tests/python with the wheel for Windows."""
    module = unpacked_module(TARGET)
    paths = [module, REPO / "python"]
    path = ";".join(map(windows_path, paths))
    variables = environment({"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"})
    script: Command = [LIB / "unittest_run.py", REPO / "tests" / "python", "test_core*.py"]
    return run_logged("windows-python", python_command(script), variables, LIMIT_SECONDS).count()


def blender() -> Count:
    """Run blender_tests with the zip installed as a user of Windows would."""
    archive = current_zip(TARGET)
    with _folder() as profile:
        variables = environment(
            {
                "BLENDER_USER_RESOURCES": windows_path(profile),
                "MALLOC_VR_DATA": windows_path(profile / "record"),
                "MALLOC_VR_ZIP": windows_path(archive),
            }
        )
        install: Command = [LIB / "in_blender" / "install.py", windows_path(archive), EXTENSION_ID]
        run_logged("windows-install", python_command(install), variables, LIMIT_SECONDS).check()
        tests = python_command([REPO / "blender_tests" / "run.py"])
        return run_logged("windows-blender", tests, variables, LIMIT_SECONDS).count()


@contextmanager
def _folder() -> Iterator[Path]:
    """Yield a folder that Windows' programs can write, gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="windows_", dir=BUILD))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
