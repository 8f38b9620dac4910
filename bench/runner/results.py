"""What a benchmark found: a measured value beside its peer's, and the table of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median


@dataclass(frozen=True)
class Measurement:
    """One line of the table.

    Attributes:
        name: what was measured.
        measured: our value.
        peer: what it is compared with.
        peer_value: the peer's value, in the same unit and run.
        unit: of both.
        ratio: ours to the peer's; the median of several where they were measured in turn.
        goal: what we want of it, in words; empty when there is no goal.
        missed: whether the goal is missed.
    """

    name: str
    measured: float
    peer: str
    peer_value: float
    unit: str
    ratio: float
    goal: str = ""
    missed: bool = False


def compared(name: str, measured: float, peer: str, peer_value: float, unit: str) -> Measurement:
    """Return a measurement whose ratio is that of its values."""
    return Measurement(name, measured, peer, peer_value, unit, measured / peer_value)


def in_turn(
    name: str, ours: Sequence[float], peer: str, theirs: Sequence[float], unit: str
) -> Measurement:
    """Return the medians of values that were measured in turn, and that of their ratios."""
    ratio = median(a / b for a, b in zip(ours, theirs, strict=True))
    return Measurement(name, median(ours), peer, median(theirs), unit, ratio)


def limited(name: str, measured: float, most: float, unit: str) -> Measurement:
    """Return a measurement beside the most that it may be, which is its goal."""
    return at_most(most, compared(name, measured, "the limit", most, unit))


def at_most_times(most: float, measurement: Measurement) -> Measurement:
    """Give a measurement the goal of a ratio of at most so much."""
    return replace(measurement, goal=f"<= {most:.2f} x", missed=measurement.ratio > most)


def at_most(most: float, measurement: Measurement) -> Measurement:
    """Give a measurement the goal of a value of at most so much, in its own unit."""
    goal = f"<= {most:g} {measurement.unit}".rstrip()
    return replace(measurement, goal=goal, missed=measurement.measured > most)


def table(measurements: Sequence[Measurement]) -> str:
    """Return the table: name, measured, peer, ratio, goal."""
    rows = [("benchmark", "measured", "peer", "peer's", "ratio", "goal")]
    rows += [
        (
            one.name,
            _value(one.measured, one.unit),
            one.peer,
            _value(one.peer_value, one.unit),
            f"{one.ratio:.2f} x",
            one.goal + (": MISSED" if one.missed else ""),
        )
        for one in measurements
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(6)]
    return "\n".join(_line(row, widths).rstrip() for row in rows)


def _value(value: float, unit: str) -> str:
    return f"{value:.1f} {unit}" if value < 1000 else f"{value:.0f} {unit}"


def _line(row: tuple[str, ...], widths: Sequence[int]) -> str:
    name, measured, peer, theirs, ratio, goal = row
    return (
        f"{name:<{widths[0]}}  {measured:>{widths[1]}}  {peer:<{widths[2]}}"
        f"  {theirs:>{widths[3]}}  {ratio:>{widths[4]}}  {goal}"
    )
