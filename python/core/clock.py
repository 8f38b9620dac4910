"""The clock by which short durations are measured, and moments of a learner's work are kept apart.

Windows' `time.monotonic` ticks every 15.6 ms until Python 3.13: two looks at the scene within a tick
would be one moment, and what takes less than one would seem to take nothing.
"""

from time import perf_counter as now_seconds

__all__ = ["now_seconds"]
