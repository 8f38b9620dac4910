"""Texts to paste into clients: each holds the address and the token in its client's form."""

import json
import shlex
import unittest

from core import client_config
from core.client_config import Connection, configuration
from core.errors import Conflict

SERVED = Connection("http://127.0.0.1:8765/mcp", "/run/user/1/malloc_vr/7/mcp.sock", 0, "s3cr3t")
HEADER = "Bearer s3cr3t"


class ClientConfigTest(unittest.TestCase):
    def test_every_client_of_the_menu_has_a_text_with_the_token(self) -> None:
        for client in client_config.CLIENTS:
            with self.subTest(client.identifier):
                self.assertIn("s3cr3t", configuration(client.identifier, SERVED))

    def test_claude_code_is_one_command_line(self) -> None:
        words = shlex.split(configuration("CLAUDE_CODE", SERVED))

        self.assertEqual(words[:5], ["claude", "mcp", "add", "--transport", "http"])
        self.assertEqual(words[-2:], ["--header", f"Authorization: {HEADER}"])
        self.assertIn(SERVED.url, words)

    def test_json_clients_get_the_url_and_the_header(self) -> None:
        for identifier, root in (("CURSOR", "mcpServers"), ("VSCODE", "servers")):
            with self.subTest(identifier):
                (server,) = json.loads(configuration(identifier, SERVED))[root].values()

                self.assertEqual(server["url"], SERVED.url)
                self.assertEqual(server["headers"]["Authorization"], HEADER)

    def test_claude_desktop_gets_a_bridge_whose_arguments_hold_no_blank(self) -> None:
        document = json.loads(configuration("CLAUDE_DESKTOP", SERVED))
        (server,) = document["mcpServers"].values()

        self.assertTrue(all(" " not in argument for argument in server["args"]))
        self.assertEqual(list(server["env"].values()), [HEADER])

    def test_the_socket_form_is_the_path_and_the_first_line(self) -> None:
        path, line = configuration("SOCKET", SERVED).splitlines()

        self.assertEqual(path, SERVED.socket)
        self.assertEqual(json.loads(line), {"token": "s3cr3t"})

    def test_on_windows_lines_go_to_a_port_of_their_own(self) -> None:
        served = Connection(SERVED.url, "", 50111, "s3cr3t")

        where, line = configuration("SOCKET", served).splitlines()

        self.assertEqual(where, "127.0.0.1:50111")
        self.assertEqual(json.loads(line), {"token": "s3cr3t"})

    def test_http_clients_are_rejected_while_only_the_socket_is_served(self) -> None:
        socket_only = Connection("", SERVED.socket, 0, "s3cr3t")
        for client in client_config.CLIENTS:
            with self.subTest(client.identifier):
                if client.identifier == "SOCKET":
                    configuration(client.identifier, socket_only)
                else:
                    with self.assertRaises(Conflict):
                        configuration(client.identifier, socket_only)


if __name__ == "__main__":
    unittest.main()
