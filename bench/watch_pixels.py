"""Presses keys and watches a part of the screen: a client of the X server, by ctypes alone.

    watch_pixels.py X Y WIDTH HEIGHT COUNT

Waits until that part stands still, presses a key, waits until it changes, and so on; F5 and F6 in
turn, with the pointer where it is. The last line on stdout is a JSON list of milliseconds.
"""

import ctypes
import json
import sys
import time

ALL_PLANES, Z_PIXMAP = 0xFFFFFFFF, 2
KEYSYMS = (0xFFC2, 0xFFC3)  # F5, F6
STILL_SECONDS = 0.15
LIMIT_SECONDS = 5.0
LOOK_SECONDS = 0.001


class Image(ctypes.Structure):
    """The head of Xlib's XImage."""

    _fields_ = [
        *((name, ctypes.c_int) for name in ("width", "height", "xoffset", "format")),
        ("data", ctypes.c_void_p),
        *((name, ctypes.c_int) for name in ("byte_order", "unit", "bit_order", "pad", "depth")),
        ("bytes_per_line", ctypes.c_int),
    ]


class Display:
    """The X server of the environment, with one part of its screen."""

    def __init__(self, part: tuple[int, int, int, int]) -> None:
        """Connect."""
        self._x11 = ctypes.CDLL("libX11.so.6")
        self._xtest = ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x11.XGetImage.restype = ctypes.POINTER(Image)
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(None))
        if not self._display:
            raise SystemExit("there is no X server")
        self._root = ctypes.c_ulong(self._x11.XDefaultRootWindow(self._display))
        self._part = part

    def pixels(self) -> bytes:
        """Of the part, as they are now."""
        image = self._x11.XGetImage(
            self._display, self._root, *self._part, ctypes.c_ulong(ALL_PLANES), Z_PIXMAP
        )
        head = image.contents
        copied = ctypes.string_at(head.data, head.bytes_per_line * head.height)
        self._x11.XDestroyImage(image)
        return copied

    def press(self, keysym: int) -> None:
        """Press and release a key."""
        key = self._x11.XKeysymToKeycode(self._display, ctypes.c_ulong(keysym))
        for is_press in (1, 0):
            self._xtest.XTestFakeKeyEvent(self._display, key, is_press, ctypes.c_ulong(0))
        self._x11.XFlush(self._display)


def still(display: Display) -> bytes:
    """What the part shows once it has not changed for a moment."""
    began = since = time.monotonic()
    shown = display.pixels()
    while time.monotonic() - since < STILL_SECONDS:
        time.sleep(LOOK_SECONDS)
        now = display.pixels()
        if now != shown:
            shown, since = now, time.monotonic()
        if since - began > LIMIT_SECONDS:
            raise SystemExit("the part never stands still")
    return shown


def response_ms(display: Display, keysym: int) -> float:
    """From the key to the first change."""
    before = still(display)
    began = time.monotonic()
    display.press(keysym)
    while display.pixels() == before:
        if time.monotonic() - began > LIMIT_SECONDS:
            raise SystemExit("nothing changed after a key")
        time.sleep(LOOK_SECONDS)
    return (time.monotonic() - began) * 1e3


def main(x: str, y: str, width: str, height: str, count: str) -> None:
    """Press so many keys."""
    display = Display((int(x), int(y), int(width), int(height)))
    print(json.dumps([response_ms(display, KEYSYMS[i % 2]) for i in range(int(count))]))


if __name__ == "__main__":
    main(*sys.argv[1:])
