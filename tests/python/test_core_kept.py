"""What is kept is made again only when what it is made of changed."""

import unittest

from core.kept import Kept


class KeptTest(unittest.TestCase):
    def test_the_same_parts_give_the_same_thing_and_other_parts_another(self) -> None:
        kept: Kept[list[int]] = Kept()
        first = kept.of((1, 2), lambda: [1, 2])
        self.assertIs(kept.of((1, 2), lambda: [0]), first)
        self.assertEqual(kept.of((3,), lambda: [3]), [3])
        self.assertEqual(kept.of((1, 2), lambda: [1, 2, 1]), [1, 2, 1])
        self.assertEqual(kept.times_made, 3)

    def test_what_was_dropped_is_made_again(self) -> None:
        kept: Kept[str] = Kept()
        kept.of(1, lambda: "a")
        kept.drop()
        self.assertEqual(kept.of(1, lambda: "b"), "b")


if __name__ == "__main__":
    unittest.main()
