"""Whether the program that started us has closed our input: on Windows that is how it asks us to end."""

import sys

if sys.platform == "win32":
    import ctypes
    import msvcrt

    _BROKEN_PIPE = 109
    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)

    def has_ended() -> bool:
        """Look without waiting; see the other definition."""
        try:
            handle = msvcrt.get_osfhandle(sys.__stdin__.fileno())
        except (AttributeError, OSError, ValueError):
            return False  # there is no input
        if _kernel.PeekNamedPipe(handle, None, 0, None, None, None):
            return False
        return ctypes.get_last_error() == _BROKEN_PIPE

else:

    def has_ended() -> bool:
        """Look whether our input is a pipe that was closed, without waiting.

        Returns:
            False on POSIX systems, where a signal asks us to end: a service there has no input.
        """
        return False
