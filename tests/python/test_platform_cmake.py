"""What the build answers for each system, asked of native/cmake/platform.cmake without a compiler.

python3.11 -m unittest tests/python/test_platform_cmake.py
"""

import subprocess
import tempfile
import unittest
from pathlib import Path

PLATFORM = Path(__file__).resolve().parents[2] / "native" / "cmake" / "platform.cmake"
# System, processor, oldest macOS, and the tag and suffix of a wheel for CPython 3.11.
WHEELS = [
    ("Linux", "x86_64", "", "cp311-cp311-linux_x86_64", ".cpython-311-x86_64-linux-gnu.so"),
    ("Windows", "AMD64", "", "cp311-cp311-win_amd64", ".cp311-win_amd64.pyd"),
    ("Darwin", "arm64", "11.0", "cp311-cp311-macosx_11_0_arm64", ".cpython-311-darwin.so"),
    ("Darwin", "x86_64", "11.0", "cp311-cp311-macosx_11_0_x86_64", ".cpython-311-darwin.so"),
]
NAMES = "mvr_wheel_names(cp311 tag suffix)"


class PlatformTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def ask(
        self, asked: str, system: str = "Linux", processor: str = "x86_64", oldest: str = ""
    ) -> tuple[int, str]:
        """Run what is asked after the platform is known; the exit code and what was printed."""
        script = self.folder / "ask.cmake"
        script.write_text(
            f"set(CMAKE_SYSTEM_NAME {system})\nset(CMAKE_SYSTEM_PROCESSOR {processor})\n"
            f'set(CMAKE_OSX_DEPLOYMENT_TARGET "{oldest}")\ninclude({PLATFORM})\n{asked}\n',
            "utf-8",
        )
        done = subprocess.run(
            ["cmake", "-P", script], cwd=self.folder, capture_output=True, text=True
        )
        return done.returncode, " ".join((done.stdout + done.stderr).split())

    def test_a_wheel_is_named_as_its_system_names_it(self) -> None:
        for system, processor, oldest, tag, suffix in WHEELS:
            with self.subTest(system=system, processor=processor):
                asked = f'{NAMES}\nmessage("${{tag}} ${{suffix}}")'

                answer = self.ask(asked, system, processor, oldest)

                self.assertEqual(answer, (0, f"{tag} {suffix}"))

    def test_a_platform_without_a_wheel_is_named(self) -> None:
        code, said = self.ask(NAMES, "Windows", "ARM64")

        self.assertEqual(code, 1)
        self.assertIn("No wheel is known for 'windows-arm64'", said)

    def test_macos_asks_for_the_oldest_that_it_must_run_on(self) -> None:
        code, said = self.ask(NAMES, "Darwin", "arm64")

        self.assertEqual(code, 1)
        self.assertIn("set CMAKE_OSX_DEPLOYMENT_TARGET", said)

    def test_a_system_that_the_build_does_not_know_is_named(self) -> None:
        code, said = self.ask("", "Haiku")

        self.assertEqual(code, 1)
        self.assertIn("CMAKE_SYSTEM_NAME is 'Haiku'", said)

    def test_each_system_gets_its_own_files(self) -> None:
        (self.folder / "os_posix.cpp").touch()
        (self.folder / "os_windows.cpp").touch()
        asked = 'mvr_system_sources(found os)\nmessage("${found}")'

        for system, file in [
            ("Linux", "os_posix.cpp"),
            ("Darwin", "os_posix.cpp"),
            ("Windows", "os_windows.cpp"),
        ]:
            with self.subTest(system=system):
                self.assertEqual(self.ask(asked, system), (0, file))

    def test_every_file_that_a_system_still_lacks_is_named(self) -> None:
        (self.folder / "os_windows.cpp").touch()

        code, said = self.ask("mvr_system_sources(found os process clock)", "Windows")

        self.assertEqual(code, 1)
        self.assertIn(f"{self.folder}/process_windows.cpp {self.folder}/clock_windows.cpp", said)
        self.assertNotIn("os_windows.cpp", said)

    def test_a_module_for_windows_asks_for_the_import_library(self) -> None:
        code, said = self.ask('mvr_python_module(x "")', "Windows", "AMD64")

        self.assertEqual(code, 1)
        self.assertIn("set MALLOC_VR_PYTHON_LIBRARY to the file", said)

    def test_a_compiler_whose_options_are_not_known_is_named(self) -> None:
        asked = "set(CMAKE_CXX_COMPILER_ID MSVC)\nmvr_warnings(OFF)"

        code, said = self.ask(asked, "Windows", "AMD64")

        self.assertEqual(code, 1)
        self.assertIn("not for MSVC", said)


if __name__ == "__main__":
    unittest.main()
