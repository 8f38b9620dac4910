"""What may be shown of a class: nothing of a small one, and of a large one a step of its share."""

import unittest

from core.class_share import CLASS_MIN_LEARNERS, ClassProgress


class ClassShareTest(unittest.TestCase):
    def test_a_class_of_fewer_than_ten_shows_nothing(self) -> None:
        small = ClassProgress(CLASS_MIN_LEARNERS - 1, {"a": 9})
        self.assertFalse(small.is_shown)
        self.assertIsNone(small.step("a"))

    def test_a_larger_class_shows_its_share_in_fifths(self) -> None:
        for passed, step in ((0, 0), (1, 0), (2, 1), (5, 2), (7, 3), (8, 4), (10, 4)):
            with self.subTest(passed=passed):
                self.assertEqual(ClassProgress(10, {"a": passed}).step("a"), step)

    def test_a_unit_that_nobody_passed_is_in_the_lowest_step(self) -> None:
        self.assertEqual(ClassProgress(12, {}).step("a"), 0)


if __name__ == "__main__":
    unittest.main()
