"""The engine that something needed already, for those who must not be the first to make one.

Thread: main.
"""

from .core.engine import Engine

_engine: Engine | None = None


def opened() -> Engine | None:
    """The engine, if something needed it already."""
    return _engine


def hold(engine: Engine | None) -> None:
    """Have `opened` give this one from now on."""
    global _engine
    _engine = engine


def is_settled() -> bool:
    """Whether there is an engine whose record is open, or known not to open."""
    return _engine is not None and _engine.status().record.is_settled
