"""The server from the sidebar: on, off, and what stands in its way.

scripts/blender 4.4 blender_tests/run.py test_operators_server.py
"""

import json
import socket
import sys
import time
import unittest
from pathlib import Path
from unittest import mock
from urllib.parse import urlsplit

import bpy
from blender_tests_support import BlenderCase, addon, call_from_outside, line_client


class ServerTest(BlenderCase):
    def test_starts_on_loopback_with_a_token_and_leaves_nothing_but_that(self) -> None:
        with self.serving() as server:
            token, place = Path(server.token_file), addon("serving.server").run_folder_now()

            self.assertTrue(server.url.startswith("http://127.0.0.1:"))
            self.assertTrue(token.is_file())
            self.assertTrue(place.is_dir())

        self.assertFalse(self.view().server.running)
        self.assertFalse(place.exists())
        self.assertTrue(token.is_file())

    def test_start_is_grey_while_it_runs_and_stop_while_it_does_not(self) -> None:
        self.assertFalse(bpy.ops.malloc_vr.server_stop.poll())
        self.assertFalse(bpy.ops.malloc_vr.client_config_copy.poll())
        with self.serving():
            self.assertFalse(bpy.ops.malloc_vr.server_start.poll())
            self.assertTrue(bpy.ops.malloc_vr.client_config_copy.poll())

    def test_can_be_started_again_and_has_the_same_token_then(self) -> None:
        with self.serving() as server:
            first = Path(server.token_file).read_text()
        with self.serving() as server:
            second = Path(server.token_file).read_text()

        self.assertEqual(first, second)

    def test_a_renewed_token_is_another_one_and_the_old_one_opens_nothing(self) -> None:
        with self.serving() as server:
            old = Path(server.token_file).read_text()
            self.assertEqual(bpy.ops.malloc_vr.token_renew(), {"FINISHED"})
            new = Path(server.token_file).read_text()

            self.assertNotEqual(old, new)
            for token, is_let_in in ((old, False), (new, True)):
                with line_client(server) as client:
                    ping = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
                    client.sendall(f"{json.dumps({'token': token})}\n{json.dumps(ping)}\n".encode())
                    self.assertEqual(b'"result"' in client.recv(4096), is_let_in)

    def test_a_port_in_use_is_told_with_the_way_out_and_lines_are_served(self) -> None:
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            port = other.getsockname()[1]

            self.assertEqual(bpy.ops.malloc_vr.server_start(port=port), {"FINISHED"})

            server = self.view().server
            self.assertIn(str(port), server.http_problem)
            self.assertEqual(server.url, "")
            with line_client(server) as client:
                client.sendall(b'{"token": "wrong"}\n')
                self.assertTrue(client.recv(4096))

    def test_has_the_same_address_from_start_to_start(self) -> None:
        with self.serving() as server:
            first = server.url
        addon("runtime").close()  # as when Blender ends
        with self.serving() as server:
            self.assertEqual(server.url, first)
            self.assertEqual(self.view().problem, "")

    def test_while_another_program_has_its_port_it_is_elsewhere_and_says_so(self) -> None:
        with self.serving() as server:
            kept = server.url
        port = urlsplit(kept).port
        with socket.socket() as other:
            if sys.platform != "win32":  # where this would let two programs have it
                other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            other.bind(("127.0.0.1", port))
            other.listen()
            with self.serving() as server:
                self.assertNotEqual(server.url, kept)
                self.assertTrue(server.url)
                self.assertIn(str(port), self.view().problem)
                self.assertIn("Copy Client Configuration", self.view().remedy)
        with self.serving() as server:
            self.assertEqual(server.url, kept)
            self.assertEqual(self.view().problem, "")

    def test_every_client_of_the_menu_gets_its_configuration(self) -> None:
        clients = addon("core.client_config").CLIENTS
        with self.serving():
            for client in clients:
                with self.subTest(client.identifier):
                    done = bpy.ops.malloc_vr.client_config_copy(client=client.identifier)

                    self.assertEqual(done, {"FINISHED"})


class RecordFaultTest(BlenderCase):
    def test_an_internal_error_names_the_log_that_is_there(self) -> None:
        def break_down(*_: object, **__: object) -> dict[str, object]:
            raise RuntimeError("broken on purpose")

        commands = addon("serving.commands")
        kind = addon("core.scene_shapes").CreateKnowledgeNode.NAME
        with (
            mock.patch.dict(commands._FUNCTIONS, {kind: break_down}),
            self.assertLogs(addon("core.serving").__name__, "ERROR"),
            self.assertRaises(RuntimeError),  # how Blender passes an error report on to a script
        ):
            bpy.ops.malloc_vr.unit_add(unit_id="x", objectives="see it")

        log = addon("lifetime.data_folder").log_file()
        self.assertIn(str(log), self.view().remedy)
        self.assertTrue(log.is_file())

    def test_work_that_no_disk_takes_is_said_with_what_to_do(self) -> None:
        in_the_way = self.folder / "file"
        in_the_way.write_text("no folder")
        self.use_record(in_the_way / "vault")
        self.make_lesson()

        trouble = " ".join(self.record().trouble)

        self.assertIn("only in memory", trouble)
        self.assertIn("lost", trouble)

    def test_a_record_that_another_engine_holds_is_told_and_learners_go_on(self) -> None:
        other = addon("core.engine").Engine(
            self.folder / "vault", "0", addon("serving.commands").run
        )
        self.addCleanup(other.close)
        while not other.status().record.is_settled:
            time.sleep(0.01)

        self.make_lesson()
        done = bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")

        self.assertEqual(done, {"FINISHED"})
        self.assertTrue(self.record().problem)
        bpy.data.objects["Part"].location = (0, 0, 0)
        self.assertEqual(bpy.ops.malloc_vr.step_check(), {"FINISHED"})
        self.assertTrue(self.view().session.passed)

    def test_a_folder_that_cannot_be_made_is_told_and_the_server_starts_all_the_same(self) -> None:
        in_the_way = self.folder / "file"
        in_the_way.write_text("no folder")
        self.use_record(in_the_way / "vault")

        with self.serving():
            self.assertTrue(self.record().problem)
            lesson = call_from_outside(("get_lesson", {}))[0]

        self.assertEqual(lesson["result"]["units"], [])


if __name__ == "__main__":
    unittest.main()
