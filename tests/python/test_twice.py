"""What is made twice is the same, or that is an error.

python3.11 -m unittest tests/python/test_twice.py
"""

import hashlib
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts" / "lib"))

from devtools.kept import digest
from devtools.project import REPO
from devtools.say import CommandError
from devtools.twice import compare


class TwiceTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.first, self.second = Path(folder.name) / "first.whl", Path(folder.name) / "second.whl"
        self.first.write_bytes(b"the same")

    def test_equal_files_are_no_error(self) -> None:
        self.second.write_bytes(b"the same")

        compare({self.first: self.second})

    def test_a_file_that_differs_is_named(self) -> None:
        self.second.write_bytes(b"the other")

        with self.assertRaisesRegex(CommandError, "not the same bytes: first.whl"):
            compare({self.first: self.second})

    def test_a_stamp_does_not_depend_on_where_the_repository_is(self) -> None:
        name = Path("CMakeLists.txt")
        content = hashlib.sha256((REPO / name).read_bytes()).digest()
        expected = hashlib.sha256(b"CMakeLists.txt\0" + content).hexdigest()

        self.assertEqual(digest([REPO / name]), expected)


if __name__ == "__main__":
    unittest.main()
