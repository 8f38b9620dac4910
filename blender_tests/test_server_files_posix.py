"""The server's files on POSIX systems: closed to others, and a socket beside them.

scripts/blender 4.4 blender_tests/run.py test_server_files_posix.py
"""

import unittest
from pathlib import Path

from blender_tests_support import BlenderCase


class ServerFilesOnPosixTest(BlenderCase):
    def test_are_this_users_alone(self) -> None:
        with self.serving() as server:
            token, place = Path(server.token_file), Path(server.socket).parent

            self.assertEqual(token.stat().st_mode & 0o777, 0o600)
            self.assertEqual(place.stat().st_mode & 0o777, 0o700)
            self.assertTrue(Path(server.socket).is_socket())

        self.assertFalse(place.exists())
        self.assertEqual(token.stat().st_mode & 0o777, 0o600)


if __name__ == "__main__":
    unittest.main()
