"""Takes the pictures of the gallery in one variation, in a Blender with a window.

    scripts/gallery
    scripts/blender --gui 4.3 blender_tests/gallery/run.py FOLDER [THEME SCALE WIDTH [WORD]]

Pictures go to FOLDER/THEME-SCALE[-narrow]; THEME is dark or light, SCALE 1 or 2, WIDTH wide or
narrow, and WORD names what alone is taken. A line a picture; the last line is
`N pictures, M failed`. Needs MALLOC_VR_ZIP, xdotool and ImageMagick beside the X server.
"""

import importlib.util
import os
import sys
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import bpy

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "gui"), str(HERE.parent)]

import author_shots
import client_shots
import error_shots
import goal_shots
import learn_shots
import node_shots
import review_shots
import watched_shots
import work_shots
from album import Album, Steps, Variation
from blender_tests_support import addon
from installation import ensure_installed, own_arguments
from staging import dress

FIRST_PAUSE_SECONDS = 2.0
GUIDES = "guides"
"""A module of blender_tests/gui that replays the guides; its pictures are taken as well."""
_PARTS = (
    learn_shots,
    work_shots,
    author_shots,
    goal_shots,
    review_shots,
    node_shots,
    client_shots,
    error_shots,
    watched_shots,
)


class Taking:
    """Goes through the scenes of the album, giving Blender's loop a turn after each step."""

    def __init__(self, album: Album, scenes: Iterable[Callable[[Album], Steps]]) -> None:
        self._album = album
        self._scenes = iter(scenes)
        self._steps: Steps | None = None
        self._name = "the beginning"
        self._broken: set[tuple[str, str]] = set()

    def note_breakage(self, kind: type, error: BaseException, trace: Any) -> None:
        """An exception in a panel, a handler or a timer, which Blender only prints."""
        what = f"{kind.__name__} while Blender drew or waited: {error}"
        if (self._name, what) not in self._broken:  # a panel is drawn again and again
            self._broken.add((self._name, what))
            traceback.print_exception(kind, error, trace, file=sys.stdout)
            self._album.fail(self._name, what)

    def turn(self) -> float | None:
        """Do the next step; returns the pause after it, as Blender's timers want it."""
        try:
            if self._steps is None:
                scene = next(self._scenes, None)
                if scene is None:
                    leave(self._album.pictures, self._album.failed)
                self._name = scene.__name__
                addon("modes").choose(addon("modes").Mode.LEARN)
                self._steps = scene(self._album)
            return next(self._steps)
        except StopIteration:
            self._steps = None
        except Exception as error:
            traceback.print_exc(file=sys.stdout)
            self._album.fail(self._name, f"{type(error).__name__}: {error}")
            self._steps = None
        return 0.0


def leave(pictures: int, failed: int) -> None:
    """Print the counts and end."""
    print(f"{pictures} pictures, {failed} failed", flush=True)
    sys.stderr.flush()
    os._exit(1 if failed or not pictures else 0)  # a window asks before it closes; this does not


def scenes_of(variation: Variation, word: str) -> Iterable[Callable[[Album], Steps]]:
    """What is pictured in a variation: all of it in the first, in others what they may change."""
    for part in _PARTS:
        for scene in (*part.EVERYWHERE, *(part.ONCE if variation.is_base else ())):
            if word in scene.__name__:
                yield scene
    if variation.is_base and importlib.util.find_spec(GUIDES):
        for scene in importlib.import_module(GUIDES).ALL:
            if word in f"{GUIDES}_{scene.__name__}":
                yield scene


def main() -> None:
    """Begin once the window is drawn."""
    folder, *words = own_arguments()
    theme, scale, width, word = (*words, *("dark", "1", "wide", "")[len(words) :])
    variation = Variation(theme, int(scale), width == "narrow")
    ensure_installed()
    dress(variation)
    name = f"{theme}-{scale}" + ("-narrow" if variation.narrow else "")
    album = Album(Path(folder) / name, variation)
    taking = Taking(album, scenes_of(variation, word))
    sys.excepthook = taking.note_breakage
    bpy.app.timers.register(taking.turn, first_interval=FIRST_PAUSE_SECONDS, persistent=True)


if __name__ == "__main__":
    try:
        main()
    except BaseException:
        traceback.print_exc()
        leave(0, 1)
