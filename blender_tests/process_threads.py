"""The names of this process's threads, native ones included."""

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _SNAPSHOT_OF_THREADS = 0x4
    _QUERY_LIMITED = 0x800

    class _Entry(ctypes.Structure):
        _fields_ = (
            ("size", wintypes.DWORD),
            ("usage", wintypes.DWORD),
            ("thread", wintypes.DWORD),
            ("process", wintypes.DWORD),
            ("base_priority", wintypes.LONG),
            ("delta_priority", wintypes.LONG),
            ("flags", wintypes.DWORD),
        )

    def threads() -> list[str]:
        """A name for each thread, empty where it has none."""
        kernel = ctypes.WinDLL("kernel32")
        for name in ("CreateToolhelp32Snapshot", "OpenThread"):
            getattr(kernel, name).restype = wintypes.HANDLE
        snapshot = wintypes.HANDLE(kernel.CreateToolhelp32Snapshot(_SNAPSHOT_OF_THREADS, 0))
        entry, names = _Entry(size=ctypes.sizeof(_Entry)), []
        more = kernel.Thread32First(snapshot, ctypes.byref(entry))
        while more:
            if entry.process == os.getpid():
                names.append(_name(kernel, entry.thread))
            more = kernel.Thread32Next(snapshot, ctypes.byref(entry))
        kernel.CloseHandle(snapshot)
        return sorted(names)

    def _name(kernel: ctypes.WinDLL, thread: int) -> str:
        handle = wintypes.HANDLE(kernel.OpenThread(_QUERY_LIMITED, False, thread))
        text = ctypes.c_wchar_p()
        failed = kernel.GetThreadDescription(handle, ctypes.byref(text)) < 0
        kernel.CloseHandle(handle)
        return "" if failed or text.value is None else text.value

else:

    def threads() -> list[str]:
        """A name for each thread; one that has none of its own has its process's."""
        tasks = Path("/proc/self/task").iterdir()
        return sorted((task / "comm").read_text("utf-8").strip() for task in tasks)
