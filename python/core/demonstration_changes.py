"""Following a demonstration while it is given: what was done, by what, and what was taken back.

An object that is seen again as it was before is one that Undo, or the hand, brought back: what was
done to it since is no part of the demonstration.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from .demonstration import Aspect, Change, ShownState, differs

_Place = tuple[int, Aspect]


@dataclass
class _Entry:
    """One thing that was done, from moment to moment; `state` is how the object was after it."""

    key: int
    aspect: Aspect
    began: int
    ended: int
    state: ShownState
    operator: str


class ChangeLog:
    """What was done so far. Objects are known by a number that a new name does not change."""

    def __init__(self) -> None:
        self._entries: dict[_Place, list[_Entry]] = {}
        self._open: set[_Place] = set()  # of the hand's present movement
        self._waiting = ""  # an operator that was done before what it did was seen
        self._is_otherwise = False
        self._moments = 0  # counted: clocks stand still between two steps of a quick hand

    def moment(
        self,
        seen: Mapping[int, tuple[ShownState, ShownState]],
        operators: Sequence[str] = (),
    ) -> bool:
        """Take what is seen at one moment, the next one.

        Args:
            seen: How objects were at the start and are now.
            operators: Blender's names of those that ended since the last moment, in their order.

        Returns:
            Whether another thing was done or taken back, or it is known now by what; not when what
            was done goes on.
        """
        self._moments += 1
        self._is_otherwise = False
        just_ended = self._end_movement(operators)
        places = [
            (key, aspect)
            for key, (start, now) in seen.items()
            for aspect in Aspect
            if self._is_news((key, aspect), start, now)
        ]
        if self._open.isdisjoint(places):
            self._open = set()
        for place in places:
            now = seen[place[0]][1]
            made = self._entries.setdefault(place, [])
            if place in self._open or place in just_ended:
                made[-1].ended, made[-1].state = self._moments, now
            else:
                made.append(_Entry(*place, self._moments, self._moments, now, self._waiting))
                self._is_otherwise = True
                if not self._waiting:
                    self._open.add(place)
        self._waiting = ""
        return self._is_otherwise

    @property
    def keys(self) -> frozenset[int]:
        """The objects that something was done to."""
        return frozenset(key for (key, _), made in self._entries.items() if made)

    def changes(self, name_of: Callable[[int], str]) -> tuple[Change, ...]:
        """What was done and still stands, in the order in which it ended."""
        made = [entry for entries in self._entries.values() for entry in entries]
        made.sort(key=lambda entry: (entry.ended, entry.began))
        return tuple(
            Change(
                name_of(entry.key),
                entry.aspect,
                entry.began,
                entry.ended,
                entry.operator,
            )
            for entry in made
        )

    def _end_movement(self, operators: Sequence[str]) -> set[_Place]:
        """Say by what the present movement was; returns where it was, if it ended by that alone."""
        if not operators:
            return set()
        if not self._open:
            self._waiting = operators[-1]
            return set()
        ended, self._open = self._open, set()
        for place in ended:
            made = self._entries[place]
            if made:
                made[-1].operator = operators[0]
                self._is_otherwise = True
        if len(operators) > 1:
            self._waiting = operators[-1]
            return set()
        return {place for place in ended if self._entries[place]}

    def _is_news(self, place: _Place, start: ShownState, now: ShownState) -> bool:
        """Whether an object is as it never was; what brought it back is taken out."""
        made, aspect = self._entries.get(place, []), place[1]
        if not differs(aspect, start, now):
            if self._entries.pop(place, None):
                self._is_otherwise = True
            self._open.discard(place)
            return False
        for count, entry in enumerate(made, start=1):
            if not differs(aspect, entry.state, now):
                if count < len(made):
                    self._open.discard(place)
                    self._is_otherwise = True
                del made[count:]
                return False
        return True
