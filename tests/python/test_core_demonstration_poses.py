"""The tolerance of what was shown equals what its rule gives, computed here in another way."""

import math
import random
import unittest
from collections.abc import Sequence

from core import demonstration_poses as poses
from core.demonstration_generalise import generalise
from core.demonstration_offers import Offer
from demonstration_samples import about, moved_to, turned_to

Matrix = list[list[float]]


def dominant_eigenvector(m: Matrix) -> list[float]:
    """Of a symmetric 4 x 4 matrix, by Jacobi's rotations; no iteration of the code under test."""
    v = [[float(i == j) for j in range(4)] for i in range(4)]
    for _ in range(60):
        for p in range(3):
            for q in range(p + 1, 4):
                if abs(m[p][q]) < 1e-18:
                    continue
                t = 0.5 * math.atan2(2 * m[p][q], m[q][q] - m[p][p])
                c, s = math.cos(t), math.sin(t)
                for k in range(4):
                    m[k][p], m[k][q] = c * m[k][p] - s * m[k][q], s * m[k][p] + c * m[k][q]
                for k in range(4):
                    m[p][k], m[q][k] = c * m[p][k] - s * m[q][k], s * m[p][k] + c * m[q][k]
                    v[k][p], v[k][q] = c * v[k][p] - s * v[k][q], s * v[k][p] + c * v[k][q]
    best = max(range(4), key=lambda i: m[i][i])
    return [v[k][best] for k in range(4)]


def spread_rad(rotations: Sequence[Sequence[float]]) -> float:
    """Largest angle from the eigenvector of sum(q qT)."""
    outer = [[sum(q[i] * q[j] for q in rotations) for j in range(4)] for i in range(4)]
    mean = dominant_eigenvector(outer)
    dots = [abs(sum(a * b for a, b in zip(mean, q, strict=True))) for q in rotations]
    return max(2 * math.acos(min(1.0, dot)) for dot in dots)


def random_rotation(dice: random.Random, degrees: float) -> list[float]:
    """A rotation by up to so much about any axis, with either sign."""
    axis = [dice.gauss(0, 1) for _ in range(3)]
    half = math.radians(dice.uniform(0, degrees)) / 2
    scale = math.sin(half) / math.hypot(*axis)
    sign = dice.choice((-1, 1))
    return [sign * part for part in (math.cos(half), *(scale * a for a in axis))]


def offered(offers: Sequence[Offer], predicate: str) -> Offer:
    return next(one for one in offers if one.predicate == predicate)


class PlaceToleranceTest(unittest.TestCase):
    def test_is_125_percent_of_the_largest_deviation_from_the_mean_place(self) -> None:
        dice = random.Random(1)
        for _ in range(200):
            places = [[dice.gauss(0, 0.02) for _ in range(3)] for _ in range(dice.choice((2, 3)))]
            mean = [sum(axis) / len(places) for axis in zip(*places, strict=True)]
            deviation_m = max(
                sum((a - b) ** 2 for a, b in zip(place, mean, strict=True)) ** 0.5
                for place in places
            )
            wanted_mm = min(max(1250 * deviation_m, 5.0), 100.0)  # of a part of 1 m: 10 %
            offer = offered(generalise(moved_to(*places, side_m=1.0)).offers, "distance")
            assert offer.tolerance is not None
            self.assertAlmostEqual(offer.tolerance.amount, wanted_mm, 9)
            self.assertAlmostEqual(offer.condition["distance"]["max"], wanted_mm, 4)
            for value, axis in zip(offer.fields["to"], mean, strict=True):
                self.assertAlmostEqual(value, axis, 5)

    def test_one_demonstration_gives_the_floor(self) -> None:
        offer = offered(generalise(moved_to((1, 2, 3))).offers, "distance")
        assert offer.tolerance is not None
        self.assertEqual(offer.tolerance.amount, 5.0)
        self.assertTrue(offer.ticked)

    def test_identical_demonstrations_give_the_floor(self) -> None:
        offer = offered(generalise(moved_to(*[(1, 2, 3)] * 3)).offers, "distance")
        assert offer.tolerance is not None
        self.assertEqual(offer.tolerance.amount, 5.0)

    def test_places_too_far_apart_are_cut_said_and_unticked_for_that_it_was_moved(self) -> None:
        offers = generalise(moved_to((0, 0, 0), (1, 0, 0))).offers
        place, moved = offered(offers, "distance"), offered(offers, "moved")
        assert place.tolerance is not None
        self.assertAlmostEqual(place.tolerance.amount, 10.0)  # 10 % of 100 mm
        self.assertEqual((place.ticked, moved.ticked), (False, True))
        self.assertIn("1000 mm apart", place.note)


class TurnToleranceTest(unittest.TestCase):
    def test_is_125_percent_of_the_largest_angle_from_the_mean_rotation(self) -> None:
        dice = random.Random(2)
        for _ in range(200):
            rotations = [random_rotation(dice, 25) for _ in range(dice.choice((2, 3)))]
            wanted = min(max(1.25 * spread_rad(rotations), math.radians(3)), math.radians(15))
            spread = poses.turn_spread_rad([tuple(q) for q in rotations])  # type: ignore[misc]
            self.assertAlmostEqual(spread, spread_rad(rotations), 7)
            self.assertAlmostEqual(poses.turn_tolerance(spread).amount, wanted, 7)

    def test_reaches_the_condition_in_degrees(self) -> None:
        offers = generalise(turned_to(about("z", 40), about("z", 46), about("z", 52))).offers
        angle = offered(offers, "angle")
        assert angle.tolerance is not None
        self.assertAlmostEqual(angle.tolerance.amount, 1.25 * 6, 9)
        way = angle.fields["to"]  # of x or y, turned by the mean, 46 degrees
        self.assertAlmostEqual(
            abs(way[0]) + abs(way[1]), math.cos(0.8028515) + math.sin(0.8028515), 5
        )

    def test_rotations_on_both_sides_of_half_a_turn_lie_near_each_other(self) -> None:
        near = [about("z", 178), about("z", 182), [-part for part in about("z", 180)]]
        mean = poses.mean_rotation([tuple(q) for q in near])  # type: ignore[misc]
        self.assertAlmostEqual(math.degrees(poses.angle_rad(mean, about("z", 180))), 0, 6)
        offers = generalise(turned_to(*near)).offers
        angle = offered(offers, "angle")
        assert angle.tolerance is not None
        self.assertAlmostEqual(angle.tolerance.amount, 3.0, 6)  # 2.5 is under the floor
        self.assertIn(angle.fields["to"], ([-1.0, 0.0, 0.0], [0.0, -1.0, 0.0]))
        turned = offered(offers, "turned")
        assert turned.tolerance is not None
        self.assertAlmostEqual(abs(turned.tolerance.around), 180, 6)

    def test_a_direction_nearly_of_the_world_is_the_worlds_and_takes_in_what_was_shown(
        self,
    ) -> None:
        angle = offered(generalise(turned_to(about("z", 88.5), about("z", 92))).offers, "angle")
        assert angle.tolerance is not None
        self.assertIn("along +Y", angle.sentence)
        # Their mean is 90.25 degrees, both are 1.75 from it: 1.25 * (1.75 + 0.25).
        self.assertAlmostEqual(angle.tolerance.amount, max(3.0, 1.25 * 2.0), 6)

    def test_whole_turns_are_counted_where_the_angles_of_the_object_have_them(self) -> None:
        demonstrations = turned_to(about("z", 90))
        start, end = demonstrations[0].start["Part"], demonstrations[0].end["Part"]
        for degrees in (90, 450, -270):
            for one, z in ((start, 0.0), (end, math.radians(degrees))):
                object.__setattr__(one.channels, "euler_rad", (0.0, 0.0, z))
            with self.subTest(degrees):
                offers = generalise(demonstrations).offers
                turned = offered(offers, "turned")
                assert turned.tolerance is not None
                self.assertAlmostEqual(turned.tolerance.around, degrees, 3)
                self.assertEqual(turned.ticked, abs(degrees) > 180)

    def test_turned_around_whole_is_offered_though_nothing_lies_otherwise(self) -> None:
        demonstrations = turned_to(about("z", 0))
        object.__setattr__(demonstrations[0].start["Part"].channels, "euler_rad", (0.0, 0.0, 0.0))
        object.__setattr__(
            demonstrations[0].end["Part"].channels, "euler_rad", (0.0, 0.0, -4 * math.pi)
        )
        turned = offered(generalise(demonstrations).offers, "turned")
        self.assertEqual(turned.condition["turned"]["max"], -717.0)
        self.assertTrue(turned.ticked)


if __name__ == "__main__":
    unittest.main()
