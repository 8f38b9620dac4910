"""What the engine says of a lesson's values, as the reason why one cannot be used."""

from functools import lru_cache

from .duration import duration_seconds
from .errors import BadArgument, MallocVrError
from .recognised import recognised
from .said import joined, shaped
from .scene_types import Condition


@lru_cache(maxsize=1024)
def condition_problem(conditions_json: str) -> str:
    """Why conditions cannot be judged; kept, for a lesson is read at each change of the file."""
    try:
        Condition(conditions_json)
    except MallocVrError as error:
        why = shaped(_without_stop, recognised(error.message))
        return joined((why, f"({error.field})")) if error.field else why
    return ""


def _without_stop(text: str) -> str:
    return text.rstrip(".")


def require_duration(text: str) -> None:
    """See that a text says how long something takes.

    Raises:
        ValueError: With the reason.
    """
    try:
        duration_seconds(text)
    except BadArgument as error:
        raise ValueError(shaped(_without_stop, recognised(error.message))) from None
