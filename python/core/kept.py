"""A thing that costs to make, kept until what it is made of is another."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """One thing and what it was made of.

    Attributes:
        times_made: How often it was made.
    """

    def __init__(self) -> None:
        """Nothing is kept yet."""
        self.times_made = 0
        self._made_of: Hashable = None
        self._thing: T | None = None

    def of(self, made_of: Hashable, make: Callable[[], T]) -> T:
        """The thing, made anew if `made_of` is not what the kept one was made of."""
        if self._thing is None or made_of != self._made_of:
            self._thing = make()
            self._made_of = made_of
            self.times_made += 1
        return self._thing

    def drop(self) -> None:
        """Keep nothing any more."""
        self._made_of = self._thing = None
