"""Custom properties that anybody may have written: a wrong one costs itself, and is reported."""

import json
import unittest
from typing import Any

from core.file_values import JSON_DEPTH_LIMIT, FileValues, parse, require_plain

NO_JSON_TEXTS: tuple[Any, ...] = (5, 2.5, float("nan"), True, b"{}", [1, 2], {"a": 1}, object())
BROKEN_JSON = (
    "",
    "[",
    "{",
    "null",
    "NaN",
    '{"a": NaN}',
    '{"a": -Infinity}',
    '{"a": 1e999}',
    '{"a": ' + "9" * 400 + "}",
    '{"a": ' + "9" * 20 + "}",
    '{"a": ' + "9" * 5000 + "}",
    '{"a": 1, "a": 2}',
    '{"a": "\\ud800"}',
    '{"\\ud800": 1}',
    "{'a': 1}",
    "[" * 100 + "]" * 100,
    "[" * 100_000 + "]" * 100_000,
    '{"a":' * 500 + "1" + "}" * 500,
    '"' + "x" * 1_000_001 + '"',
)


def values(**properties: Any) -> FileValues:
    return FileValues("Owner", properties, [])


class FileValuesTest(unittest.TestCase):
    def assert_reported(self, read: FileValues, key: str = "key") -> None:
        self.assertEqual(len(read.problems), 1, read.problems)
        self.assertTrue(read.problems[0].startswith(f"Owner: the property {key} "))

    def test_what_is_right_is_read_and_what_is_missing_is_the_default(self) -> None:
        read = values(key="a", list='["a"]', map='{"a": "b"}', number=3)

        self.assertEqual((read.text("key"), read.name("key")), ("a", "a"))
        self.assertEqual((read.texts("list"), read.mapping("map")), (("a",), {"a": "b"}))
        self.assertEqual(read.text_mapping("map"), {"a": "b"})
        self.assertEqual(read.whole_number("number", 1, 3), 3)
        self.assertEqual(
            (read.text("no", "d"), read.texts("no"), read.mapping("no")), ("d", (), {})
        )
        self.assertIsNone(read.whole_number("no", 1, 3))
        self.assertEqual(read.choice("no", ("x", "y")), "x")
        self.assertEqual(read.problems, [])

    def test_what_is_no_text_is_reported_once(self) -> None:
        for value in (*NO_JSON_TEXTS, "\udcff", "x" * 20_001):
            with self.subTest(type=type(value), start=str(value)[:5]):
                read = values(key=value)
                self.assertEqual(read.text("key", "default"), "default")
                self.assert_reported(read)

    def test_a_name_is_short_and_on_one_line(self) -> None:
        for value in ("a\nb", "\x7f", "x" * 257, 5):
            read = values(key=value)
            self.assertEqual(read.name("key", "default"), "default")
            self.assert_reported(read)

    def test_what_is_no_json_of_the_right_kind_is_reported_once(self) -> None:
        for value in (*NO_JSON_TEXTS, *BROKEN_JSON, "\udcff"):
            for reader in ("texts", "mapping", "text_mapping"):
                with self.subTest(reader=reader, start=str(value)[:12]):
                    read = values(key=value)
                    self.assertFalse(getattr(read, reader)("key"))
                    self.assert_reported(read)
        for reader, value in (("texts", "{}"), ("texts", "[1]"), ("mapping", "[]")):
            read = values(key=value)
            self.assertFalse(getattr(read, reader)("key"))
            self.assert_reported(read)

    def test_a_number_out_of_range_or_of_another_type_is_reported(self) -> None:
        for value in (0, 4, -(10**400), 2.0, float("inf"), True, "2", [1]):
            read = values(key=value)
            self.assertIsNone(read.whole_number("key", 1, 3))
            self.assert_reported(read)

    def test_a_choice_that_there_is_not_is_reported(self) -> None:
        for value in ("z", 5):
            read = values(key=value)
            self.assertEqual(read.choice("key", ("x", "y")), "x")
            self.assert_reported(read)

    def test_what_can_be_parsed_can_be_written_for_every_reader(self) -> None:
        deepest = '{"a":' * JSON_DEPTH_LIMIT + "1" + "}" * JSON_DEPTH_LIMIT
        for text in (deepest, "[]", '"x"', "1e299", '{"a": [1, 2.5, true, "\u00fc"]}'):
            json.dumps(parse(text), allow_nan=False).encode()
        with self.assertRaises(ValueError):
            parse("[" + deepest + "]")

    def test_a_value_of_a_client_is_held_to_the_same(self) -> None:
        for value in (float("nan"), float("inf"), "\ud800", {"\ud800": 1}, [[10**400]]):
            with self.assertRaises(ValueError):
                require_plain(value)
        require_plain({"a": [1, None, True, "b"]})


if __name__ == "__main__":
    unittest.main()
