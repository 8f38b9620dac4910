"""The folder of the record on each platform, and what overrides it."""

import unittest
from pathlib import Path

from core.data_folder import data_folder

HOME = Path("/people/ada")


class DataFolderTest(unittest.TestCase):
    def test_is_the_platforms_folder_for_a_users_data(self) -> None:
        local = {"LOCALAPPDATA": "/C/people/ada/AppData/Local"}
        rows: tuple[tuple[str, dict[str, str], str], ...] = (
            ("linux", {}, "/people/ada/.local/share/malloc-vr"),
            ("linux", {"XDG_DATA_HOME": "/data/ada"}, "/data/ada/malloc-vr"),
            ("freebsd14", {}, "/people/ada/.local/share/malloc-vr"),
            ("win32", local, "/C/people/ada/AppData/Local/malloc-vr"),
            ("win32", {}, "/people/ada/AppData/Local/malloc-vr"),
            ("darwin", {}, "/people/ada/Library/Application Support/malloc-vr"),
            (
                "darwin",
                {"XDG_DATA_HOME": "/x"},
                "/people/ada/Library/Application Support/malloc-vr",
            ),
        )
        for platform, environment, expected in rows:
            with self.subTest(platform=platform, environment=environment):
                self.assertEqual(data_folder(platform, environment, HOME), Path(expected))

    def test_passes_over_an_empty_or_relative_xdg_folder(self) -> None:
        for value in ("", "data", "./data"):
            with self.subTest(value):
                folder = data_folder("linux", {"XDG_DATA_HOME": value}, HOME)
                self.assertEqual(folder, HOME / ".local/share/malloc-vr")

    def test_is_what_the_environment_names_instead_on_every_platform(self) -> None:
        for platform in ("linux", "win32", "darwin"):
            with self.subTest(platform):
                environment = {"MALLOC_VR_DATA": "/srv/record", "XDG_DATA_HOME": "/data"}
                self.assertEqual(data_folder(platform, environment, HOME), Path("/srv/record"))

    def test_does_not_depend_on_where_blender_was_started(self) -> None:
        folder = data_folder("linux", {"MALLOC_VR_DATA": "record"}, HOME)
        self.assertEqual(folder, HOME / "record")

    def test_counts_an_empty_override_as_none(self) -> None:
        folder = data_folder("linux", {"MALLOC_VR_DATA": ""}, HOME)
        self.assertEqual(folder, HOME / ".local/share/malloc-vr")


if __name__ == "__main__":
    unittest.main()
