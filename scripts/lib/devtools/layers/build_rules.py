"""One place of the build decides by system, compiler and linker: native/cmake."""

import re
from collections.abc import Iterator

from .files import Problem, SourceFile

PLACE = "native/cmake/"
# A word of CMake that asks for them, or that hands them options.
DECIDES = re.compile(
    r"\b(?:CMAKE_(?:HOST_)?SYSTEM_(?:NAME|PROCESSOR)|CMAKE_\w+_COMPILER_(?:ID|VERSION)"
    r"|WIN32|APPLE|UNIX|LINUX|MINGW|MSVC"
    r"|(?:add|target)_(?:compile|link)_options|(?:COMPILE|LINK|LINKER)_(?:OPTIONS|FLAGS)"
    r"|CMAKE_\w*_FLAGS(?:_[A-Z]+)?)\b"
)
# An option of GCC's, Clang's, MSVC's or a linker's, and a file that one system has.
OPTION = re.compile(
    r"""(?<![^\s;"'(=])(?:-(?:W\w|f[a-z]|O[0-3sgz]?\b|g\d?\b|m[a-z]|std=|pthread)[\w,=+-]*|/[WO]\w)"""
    r"|\bLINKER:|\w+_(?:posix|windows|linux|macos)\.cpp\b"
)
PRESET_OPTION = re.compile(r"CMAKE_\w*LINKER_FLAGS|-Wl,|-fsanitize\b|-W[a-z]\w+")


def build_problems(file: SourceFile) -> Iterator[Problem]:
    """Yield what a file of the build decides that native/cmake is there for."""
    if file.path == "CMakePresets.json":
        patterns = [PRESET_OPTION]
    elif file.path.endswith(("CMakeLists.txt", ".cmake")) and not file.path.startswith(PLACE):
        patterns = [DECIDES, OPTION]
    else:
        return
    for number, line in enumerate(file.lines, 1):
        code = line if file.path.endswith(".json") else line.partition("#")[0]
        for pattern in patterns:
            for found in pattern.finditer(code):
                rule = f"{found[0]} belongs in {PLACE}, which decides by system and compiler"
                yield Problem(file.path, number, rule)
