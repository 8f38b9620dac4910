"""The lessons that the add-on brings along: what they hold, and where their geometry lies.

Read once, while the add-on is loaded: no drawing waits for a disk.

Thread: any; nothing here changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..core import shipped_lesson
from ..core.shipped_lesson import ShippedLesson

_FOLDER = Path(__file__).parents[1] / "lessons"


@dataclass(frozen=True)
class AssetPlace:
    """Where an asset's geometry lies.

    Attributes:
        lesson: Name of the lesson that it belongs to.
        path: Its file.
        collection: In that file.
    """

    lesson: str
    path: Path
    collection: str


LESSONS: Mapping[str, ShippedLesson] = shipped_lesson.read_all(_FOLDER)
"""By name, in the order in which they are offered."""

ASSETS: Mapping[str, AssetPlace] = {
    asset: AssetPlace(lesson.name, _FOLDER / f"{asset}.blend", collection)
    for lesson in LESSONS.values()
    for asset, collection in lesson.assets.items()
}
"""By name."""
