"""Times and durations as an instructor reads them."""

from datetime import datetime

from .said import say, template


def local_time(timestamp: str) -> str:
    """A timestamp of the record as people read it here: day and minute."""
    at = datetime.fromisoformat(timestamp).astimezone()
    date = {"day": f"{at:%d}", "month": say(_MONTHS[at.month - 1]), "year": f"{at:%Y}"}
    return say("{day} {month} {year}, {time}", **date, time=f"{at:%H:%M}")


_MONTHS = (
    template("Jan"),
    template("Feb"),
    template("Mar"),
    template("Apr"),
    template("May"),
    template("Jun"),
    template("Jul"),
    template("Aug"),
    template("Sep"),
    template("Oct"),
    template("Nov"),
    template("Dec"),
)


def duration_text(seconds: float) -> str:
    """A duration in its largest two units, to the second."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return say("{hours} h {minutes} min", hours=hours, minutes=minutes)
    return (
        say("{minutes} min {rest} s", minutes=minutes, rest=rest)
        if minutes
        else say("{rest} s", rest=rest)
    )
