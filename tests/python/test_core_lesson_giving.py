"""What a giver says of a lesson, and where lessons lie."""

import unittest
from pathlib import Path

from core.documents_folder import lessons_folder
from core.lesson_details import LICENCES, LessonDetails, languages_of, read_details
from core.mouse_reach import least_width_m, pixels_of, pixels_of_parallel

HOME = Path("/users/ada")


class LessonDetailsTest(unittest.TestCase):
    def test_is_read_as_it_was_written(self) -> None:
        given = LessonDetails("Cups", "Ada", "MIT", ("en", "pt_BR"))
        self.assertEqual(read_details(given.to_json()), given)

    def test_what_was_broken_by_hand_counts_as_missing(self) -> None:
        broken = {"title": 3, "author": "two\nlines", "languages": "en", "licence": ["MIT"]}
        self.assertEqual(read_details(broken), LessonDetails(licence=""))

    def test_a_licence_of_ones_own_is_other(self) -> None:
        self.assertEqual(LessonDetails(licence="MIT").known_licence, "OTHER")
        self.assertEqual(LessonDetails().known_licence, LICENCES[0][0])

    def test_takes_codes_of_languages_once_and_leaves_out_what_is_none(self) -> None:
        self.assertEqual(languages_of(" en, de;pt_BR en x 12 German! "), ("en", "de", "pt_BR"))


class LessonsFolderTest(unittest.TestCase):
    def test_is_among_the_documents_as_the_language_of_the_desktop_calls_them(self) -> None:
        said = '# a comment\nXDG_DOCUMENTS_DIR="$HOME/Dokumente"\n'
        found = lessons_folder("linux", {}, HOME, said)
        self.assertEqual(found, HOME / "Dokumente" / "Malloc VR Lessons")

    def test_may_lie_outside_of_the_home(self) -> None:
        found = lessons_folder("linux", {}, HOME, 'XDG_DOCUMENTS_DIR="/data/docs"\n')
        self.assertEqual(found, Path("/data/docs/Malloc VR Lessons"))

    def test_is_in_documents_where_nothing_is_said_and_on_other_systems(self) -> None:
        for platform in ("linux", "darwin", "win32"):
            found = lessons_folder(platform, {}, HOME, "")
            self.assertEqual(found, HOME / "Documents" / "Malloc VR Lessons", platform)


class MouseReachTest(unittest.TestCase):
    def test_a_metre_at_a_metre_in_a_right_angle_covers_half_of_the_view(self) -> None:
        self.assertAlmostEqual(pixels_of(1.0, 1.0, 1.5707963267948966), 500.0)

    def test_a_parallel_view_shows_as_much_at_every_distance(self) -> None:
        self.assertAlmostEqual(pixels_of_parallel(0.01, 2.0), 5.0)

    def test_the_least_width_has_three_pixels_from_the_same_place(self) -> None:
        least_m = least_width_m(0.001, 0.5)
        self.assertAlmostEqual(least_m, 0.006)


if __name__ == "__main__":
    unittest.main()
