"""The album: a screen in one variation, whose pictures count only if they show what they should."""

import subprocess
import tempfile
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

import bpy
import person
import screen
from said import Said, overlay_text
from screen import Screen, sidebar, viewport, xdotool

Steps = Generator[float, None, None]

WIDE_PIXELS = 300
NARROW_PIXELS = 190
"""Of the sidebar at scale 1: as wide as the tests have it, and about as narrow as Blender lets it be."""
PATIENCE_SECONDS = 8.0
TURN_SECONDS = 0.1
SETTLING_TURNS = 6
"""Pictures that are taken until two are the same: panels slide to their places."""
PAGES_MAX = 5
PAGE_CLICKS = 8
FEWEST_COLOURS = 16
FROM_EDGE_PIXELS = 12
FROM_TOP_PIXELS = 20
"""From the sidebar's upper left corner into its first panel, where it has no buttons."""


@dataclass(frozen=True)
class Variation:
    """How the window looks: theme, scale of the interface and how narrow the sidebar is."""

    theme: str
    scale: int
    narrow: bool

    @property
    def is_base(self) -> bool:
        """Whether the whole set is taken in it."""
        return self == Variation("dark", 1, False)


class Album(Screen):
    """Takes pictures by name, and counts."""

    def __init__(self, folder: Path, variation: Variation) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        super().__init__(folder)
        self.variation = variation
        self.pictures = 0
        self.failed = 0
        self.said = Said()
        self._last = ""

    def take(
        self,
        name: str,
        says: Sequence[str] = (),
        over: Sequence[str] = (),
        whole: bool = False,
        paged: bool = True,
        opens: Callable[[], object] | None = None,
    ) -> Steps:
        """Take a picture once all of it was drawn; else that is a failure with what was drawn instead.

        Args:
            says: What panels, menus, nodes and gizmos must have put out.
            over: What the lines over the viewport must say.
            whole: The whole window, and not the sidebar alone.
            paged: Whether more pictures follow of what can be scrolled to.
            opens: Opens what is pictured, which is drawn only then, such as a menu.
        """
        self.said.listen()
        self.said.clear()
        if opens is not None:
            opens()
        lacking = yield from self._until_drawn(says, over)
        if lacking:
            shown = f"{self.said.text()[-900:]!r}; over the viewport {self._over()!r}"
            self.fail(name, f"not drawn: {lacking}. Drawn: {shown}")
            screen.Screen.picture(self, f"wrong-{name}")
            return
        yield from self._settled(name, whole)
        if paged and not whole:
            yield from self._pages_below(name)

    def picture(self, name: str) -> Path:
        """Take the whole window at once, as the guides do."""
        path = super().picture(name)
        self._count(path)
        return path

    def fail(self, name: str, why: str) -> None:
        """Count what is no picture, and say why."""
        self.failed += 1
        print(f"FAIL {name}: {why}", flush=True)

    def out_of_the_way(self) -> None:
        """Put the mouse where nothing lights up under it."""
        region = next(each for each in viewport().regions if each.type == "WINDOW")
        self._move(region.x + region.width // 3, region.y + 8)

    def _until_drawn(self, says: Sequence[str], over: Sequence[str]) -> Generator[float, None, str]:
        """Have all drawn again until it is there; returns what lacks."""
        end = time.monotonic() + PATIENCE_SECONDS
        while True:
            for shown in bpy.context.window_manager.windows:
                for area in shown.screen.areas:
                    area.tag_redraw()
                    for region in area.regions:
                        region.tag_redraw()
            yield TURN_SECONDS
            drawn, lines = self.said.text(), self._over()
            lacking = [text for text in says if text not in drawn]
            lacking += [text for text in over if text not in lines]
            if not lacking or time.monotonic() > end:
                return "; ".join(lacking)

    def _over(self) -> str:
        return overlay_text(person.context())

    def _settled(self, name: str, whole: bool) -> Steps:
        """Take it until two pictures are the same, and keep the last."""
        before = b""
        for _ in range(SETTLING_TURNS):
            path = super().picture(name) if whole else self.sidebar_picture(name)
            now = _pixels(path)
            if now == before:
                break
            before = now
            yield 2 * TURN_SECONDS
        self._count(path)

    def _pages_below(self, name: str) -> Steps:
        """The rest of a sidebar that is longer than the window is high."""
        for page in range(2, PAGES_MAX + 1):
            before = _scrolled()
            self._wheel(PAGE_CLICKS)
            yield 3 * TURN_SECONDS
            if _scrolled() == before:
                break
            yield from self._settled(f"{name}-{page}", whole=False)
        if _scrolled():
            self._wheel(-PAGES_MAX * PAGE_CLICKS * 2)
        self.out_of_the_way()
        yield TURN_SECONDS

    def _wheel(self, clicks: int) -> None:
        """Turn the wheel at a panel's left edge: elsewhere a list takes it, or the viewport behind."""
        region, scale = sidebar(), self.variation.scale
        top = region.y + region.height
        self._move(region.x + FROM_EDGE_PIXELS * scale, top - FROM_TOP_PIXELS * scale)
        xdotool("click", "--repeat", str(abs(clicks)), "--delay", "10", "5" if clicks > 0 else "4")

    def _count(self, path: Path) -> None:
        if int(_identified(path, "%k")) < FEWEST_COLOURS:
            self.fail(path.stem, "the picture is all but empty")
            return
        self.pictures += 1
        print(f"ok {path.parent.parent.name}/{path.parent.name}/{path.name}", flush=True)

    def _widen(self) -> Steps:
        """Drag the sidebar's edge to the width of this variation."""
        wide = NARROW_PIXELS if self.variation.narrow else WIDE_PIXELS
        wanted = wide * self.variation.scale
        region = sidebar()
        if abs(region.width - wanted) < wanted // 8:
            return
        overlap = (
            bpy.context.preferences.system
        )  # where regions overlap, Blender has no edge to drag
        overlap.use_region_overlap = False
        yield 5 * TURN_SECONDS
        region = sidebar()
        start, y = region.x, region.y + region.height // 3
        end = region.x + region.width - wanted
        self._move(start - wanted // 3, y)
        yield 2 * TURN_SECONDS
        self._move(start, y)
        yield 4 * TURN_SECONDS
        xdotool("mousedown", "1")
        yield 2 * TURN_SECONDS
        for step in range(1, 17):
            self._move(start + (end - start) * step // 16, y)
            yield TURN_SECONDS / 2
        xdotool("mouseup", "1")
        yield 3 * TURN_SECONDS
        overlap.use_region_overlap = True
        yield 5 * TURN_SECONDS
        assert abs(sidebar().width - wanted) < wanted // 4, f"{sidebar().width} pixels wide"


def _scrolled() -> float:
    """How far the sidebar is scrolled down; 0 at its top."""
    region = sidebar()
    top = region.view2d.region_to_view(0, region.height)[1]
    return round(min(0.0, top), 1)


def _pixels(path: Path) -> bytes:
    with tempfile.NamedTemporaryFile(suffix=".rgb") as raw:
        subprocess.run(["convert", str(path), f"rgb:{raw.name}"], check=True, timeout=60)
        return Path(raw.name).read_bytes()


def _identified(path: Path, what: str) -> str:
    command = ["convert", str(path), "-resize", "20%", "-format", what, "info:"]
    return subprocess.run(command, check=True, timeout=60, capture_output=True, text=True).stdout
