"""What the engine's status says to a person."""

import unittest

from core.status import RecordStatus


class StatusTest(unittest.TestCase):
    def test_knows_when_the_record_is_settled(self) -> None:
        unsettled = (RecordStatus(), RecordStatus(state="opening"))
        settled = (
            RecordStatus(state="open"),
            RecordStatus(state="spill"),
            RecordStatus(state="read_only"),
            RecordStatus(state="memory"),
        )

        self.assertFalse(any(record.is_settled for record in unsettled))
        self.assertTrue(all(record.is_settled for record in settled))

    def test_says_what_is_only_in_memory_how_much_and_what_to_do(self) -> None:
        lost = "What is still in memory when Blender ends is lost."
        full = RecordStatus(
            state="memory", problem="Full.", remedy="Free some space.", memory_only=3
        )

        self.assertEqual(full.trouble[0], "Full.")
        self.assertIn("3 events are not on a disk", full.trouble[1])
        self.assertEqual(full.trouble[2:], ("Free some space.", lost))
        one = RecordStatus(state="memory", memory_only=1)
        self.assertIn("1 event is not on a disk", one.trouble[0])
        none = RecordStatus(state="memory")
        self.assertEqual(none.trouble, ("You can go on, but work is only in memory now.", lost))

    def test_says_that_movements_are_still_there_why_and_what_to_do_until_they_are_gone(
        self,
    ) -> None:
        full = RecordStatus(state="open", undeleted_traces="the disk is full")

        self.assertIn("still on this disk: the disk is full.", full.trouble[0])
        self.assertIn("Free some space", full.trouble[1])
        self.assertIn("tried again", full.trouble[2])
        self.assertEqual(RecordStatus(state="open").trouble, ())

    def test_says_that_a_newer_record_keeps_nothing_of_what_is_done_now(self) -> None:
        newer = RecordStatus(state="read_only", problem="It is newer.", remedy="Update.")

        self.assertEqual(
            newer.trouble,
            ("It is newer.", "You can look, but nothing that is done now is kept.", "Update."),
        )

    def test_says_that_work_beside_another_blender_is_kept_and_joined(self) -> None:
        spill = RecordStatus(state="spill", problem="It is in use.", pending=2)

        self.assertEqual(spill.trouble[0], "It is in use.")
        self.assertIn("joined to the record when the other program ends", spill.trouble[1])

    def test_has_nothing_to_say_while_the_record_is_open(self) -> None:
        self.assertEqual(RecordStatus(state="open", events=3, pending=2).trouble, ())


if __name__ == "__main__":
    unittest.main()
