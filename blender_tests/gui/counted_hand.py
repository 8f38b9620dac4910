"""A hand that counts what it does: a click, a drag, a shortcut or one text entry is an input each."""

import subprocess
import time
from collections.abc import Callable, Generator

import hovered
from hand import visible_place
from screen import Screen, look_at_screen, press_key, viewport, window, xdotool

Steps = Generator[float, None, None]
TURN_SECONDS = 0.05
KEY_MILLISECONDS = 25
DRAWN_SECONDS = 0.2
"""Between two looks; where both see the same, all is drawn."""
LOOKS_MAX = 12
CLICK_SECONDS = 0.15
PATIENCE_SECONDS = 60.0
OVER_SCENE = (0.18, 0.25)
"""Where the mouse rests: part of the viewport's width and height, over empty space."""


class CountedHand:
    """Mouse and keys of one person, with a picture after each input.

    Attributes:
        inputs: What was done, an entry an input.
    """

    def __init__(self, screen: Screen, name: str) -> None:
        self.inputs: list[str] = []
        self.screen = screen
        self._name = name
        self._began = time.monotonic()

    def click_operator(self, name: str, *options: str, column: float = 0.5) -> Steps:
        """Click the button of one of our operators in the sidebar, found by looking for it.

        Args:
            column: Where to look first, as a part of the sidebar's width.
        """
        columns = (column, *hovered.COLUMNS)
        yield from hovered.find(hovered.operator(name, *options), name, columns)
        yield from self._press(f"Click {name}")

    def click_field(self, path: str) -> Steps:
        """Click the field of the property whose path ends so."""
        yield from hovered.find(hovered.field(path), path)
        yield from self._press(f"Click {path}")

    def click_at(self, x: int, y: int, what: str, *modifiers: str) -> Steps:
        """Click at a pixel, counted from the window's lower left."""
        hovered.hover(x, y)
        yield CLICK_SECONDS
        yield from self._press(f"Click {what}", *modifiers)

    def click_object(self, name: str, *modifiers: str) -> Steps:
        """Click an object where it can be seen now."""
        place = visible_place(name)
        assert place is not None, f"{name} is not in sight"
        yield from self.click_at(*place, name, *modifiers)
        yield from wait(
            lambda: name in [one.name for one in window().view_layer.objects.selected],
            f"{name} is not selected",
        )

    def click_choice(self, path: str, place: int, count: int) -> Steps:
        """Click one of the choices that stand side by side for a property."""
        columns = ((place + 0.5) / count,)
        yield from hovered.find(hovered.field(path), path, columns)
        yield from self._press(f"Click choice {place + 1} of {path}")

    def shortcut(self, keys: str) -> Steps:
        """Press a key, such as "ctrl+z", with the mouse over the scene."""
        self.rest()
        yield CLICK_SECONDS
        yield from self.key(keys)

    def key(self, keys: str) -> Steps:
        """Press a key where the mouse is."""
        before = look_at_screen()
        press_key(keys)
        yield from self._done(f"Press {keys}", before)

    def grip(self, key: str, numbers: str) -> Steps:
        """Move, turn or scale what is selected: the key, then the numbers, with Tab between them."""
        yield from self.shortcut(key)
        yield from wait(lambda: bool(window().modal_operators), f"{key} does nothing")
        yield from self.enter(numbers)
        yield from wait(lambda: not window().modal_operators, f"{numbers!r} does not end it")

    def enter(self, text: str, end: str = "Return") -> Steps:
        """Type a text and end it by a key."""
        before = look_at_screen()
        for place, part in enumerate(text.split("\t")):
            if place:
                xdotool("key", "Tab")
            yield from _typed(part)
        yield TURN_SECONDS
        xdotool("key", end)
        yield from self._done(f"Type {text!r}", before)

    def look(self) -> None:
        """Take another picture after the last input: of what followed from it later."""
        self.screen.picture(f"{self._name}_{len(self.inputs):02}")

    def picture_for_guide(self, name: str) -> None:
        """Take a small picture for a guide."""
        self.screen.small_picture(f"guide/{name}")

    def rest(self) -> None:
        """Lay the mouse over an empty place of the scene."""
        region = next(region for region in viewport().regions if region.type == "WINDOW")
        across, up = OVER_SCENE
        hovered.hover(region.x + round(region.width * across), region.y + round(region.height * up))

    def _press(self, what: str, *modifiers: str) -> Steps:
        before = look_at_screen()
        for key in modifiers:
            xdotool("keydown", key)
            yield TURN_SECONDS
        xdotool("click", "1")
        yield TURN_SECONDS
        for key in modifiers:
            xdotool("keyup", key)
        yield from self._done(what, before)

    def _done(self, what: str, before: bytes) -> Steps:
        """Count an input once what it does was drawn; what does nothing to be seen is not waited for."""
        self.inputs.append(what)
        seen, looks = before, 0
        while looks < LOOKS_MAX:
            yield DRAWN_SECONDS
            looks += 1
            now = look_at_screen()
            if now == seen != before:
                break
            seen = now
        spent = time.monotonic() - self._began
        print(f"    {self._name} {len(self.inputs)}: {what} ({spent:.0f} s)", flush=True)
        self.screen.keep(seen, f"{self._name}_{len(self.inputs):02}")


def wait(holds: Callable[[], bool], what: str, limit_seconds: float = PATIENCE_SECONDS) -> Steps:
    """Wait until something is so; the limit is for a machine that has other work."""
    waited = 0.0
    while not holds():
        assert waited < limit_seconds, f"{what} after {limit_seconds:.0f} s"
        waited += TURN_SECONDS
        yield TURN_SECONDS


def _typed(text: str) -> Steps:
    if not text:
        return
    words = ["xdotool", "type", "--delay", str(KEY_MILLISECONDS), "--", text]
    typing = subprocess.Popen(words)
    while typing.poll() is None:
        yield TURN_SECONDS
    assert typing.returncode == 0, "xdotool could not type"
