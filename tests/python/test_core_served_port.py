"""The server's port: kept from start to start."""

import tempfile
import unittest
from pathlib import Path

from core import served_port


class ServedPortTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name) / "data"

    def test_is_the_same_the_next_time(self) -> None:
        served_port.keep_port(self.folder, "http://127.0.0.1:49152/mcp")

        self.assertEqual(served_port.kept_port(self.folder), 49152)

    def test_is_none_before_the_first_time_and_where_http_was_not_served(self) -> None:
        served_port.keep_port(self.folder, "")

        self.assertEqual(served_port.kept_port(self.folder), 0)

    def test_is_none_where_the_file_holds_anything_else(self) -> None:
        self.folder.mkdir()
        for content in (b"", b"-5", b"65536", b"9" * 500, b"80 81", b"\xff\xfe", b"x"):
            with self.subTest(content[:8]):
                (self.folder / served_port.FILE_NAME).write_bytes(content)

                self.assertEqual(served_port.kept_port(self.folder), 0)

    def test_a_folder_that_cannot_be_made_is_no_reason_not_to_serve(self) -> None:
        self.folder.write_text("in the way")

        with self.assertLogs("core.served_port", "WARNING"):
            served_port.keep_port(self.folder, "http://127.0.0.1:49152/mcp")


if __name__ == "__main__":
    unittest.main()
