"""How a script in Blender as a module ends its process."""

import os
import sys
from typing import NoReturn


def end_process(code: int) -> NoReturn:
    """End at once, without the interpreter's own end: the module's may hang after it used the GPU.

    On Windows `os._exit` still has each DLL end itself, and Blender's reads beyond its memory there
    when it finds memory in use (docs/decisions/011-cross-build.md).
    """
    sys.stdout.flush()
    sys.stderr.flush()
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        kernel.TerminateProcess(ctypes.c_void_p(kernel.GetCurrentProcess()), code)
    os._exit(code)
