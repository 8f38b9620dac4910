"""Times and durations as people read them here."""

from datetime import datetime


def local_time(timestamp: str) -> str:
    """A timestamp of the record as people read it here: day and minute."""
    return f"{datetime.fromisoformat(timestamp).astimezone():%d %b %Y, %H:%M}"


def duration_text(seconds: float) -> str:
    """A duration in its largest two units, to the second."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
