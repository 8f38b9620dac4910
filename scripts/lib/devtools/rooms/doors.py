"""Who may include or import whom: the table that every other check reads."""

from collections.abc import Mapping
from dataclasses import dataclass

TOP_LEVEL = frozenset(
    [
        "CMakeLists.txt",
        "addon",
        "native",
        "python",
        "operators",
        "panels",
        "tests",
        "blender_tests",
        "scripts",
        "README.md",
        "CHANGELOG.md",
        "docs",
        "lessons",
        "bench",
        ".ci",
        ".clang-format",
        ".clang-tidy",
        ".gitignore",
        ".gitattributes",
    ]
)

NATIVE: Mapping[str, frozenset[str]] = {
    "support": frozenset(),
    "learning": frozenset({"support"}),
    "scene": frozenset({"support"}),
    "vault": frozenset({"support"}),
    "store": frozenset({"support", "vault", "learning"}),
    "access": frozenset({"support"}),
    "mcp": frozenset({"support", "access"}),
    "tools": frozenset({"support", "access", "learning", "scene", "store", "mcp"}),
    "net": frozenset({"support", "access", "mcp"}),
    "host": frozenset(
        {"support", "access", "learning", "scene", "vault", "store", "mcp", "tools", "net"}
    ),
    "bindings": frozenset({"support", "learning", "scene", "host"}),
    "record_tool": frozenset({"support", "vault", "store"}),
}
# Programs of their own: they print, and end with an exit code.
PROGRAMS = frozenset({"record_tool"})

# The door to JSON is a header of `support`; these rooms compute and must not know it.
JSON_DOOR = "support/json.hpp"
WITHOUT_JSON = frozenset({"learning", "vault"})


@dataclass(frozen=True)
class Library:
    """A third-party library and the one place that may include it.

    Attributes:
        name: what people call it.
        headers: how its headers begin.
        places: rooms (`net`) or single files (`support/log.cpp`) in native/.
    """

    name: str
    headers: tuple[str, ...]
    places: frozenset[str]


LIBRARIES = (
    Library("nlohmann-json", ("nlohmann/",), frozenset({"support/json.hpp"})),
    Library("spdlog", ("spdlog/", "fmt/"), frozenset({"support/log.cpp"})),
    Library("libsodium", ("sodium.h", "sodium/"), frozenset({"vault"})),
    Library("SQLiteCpp", ("SQLiteCpp/", "sqlite3"), frozenset({"store"})),
    Library("Boost.Asio", ("boost/asio",), frozenset({"net", "host"})),
    Library("Boost.JSON", ("boost/json/",), frozenset({"support/json_tape.cpp"})),
    Library("Boost.Math", ("boost/math/",), frozenset({"learning"})),
    Library("Boost", ("boost/",), frozenset({"net"})),
    Library("pybind11", ("pybind11/", "Python.h"), frozenset({"bindings"})),
)

# Modules that only exist inside Blender.
BLENDER_MODULES = frozenset(
    [
        "bpy",
        "bpy_extras",
        "bmesh",
        "mathutils",
        "gpu",
        "gpu_extras",
        "blf",
        "addon_utils",
        "rna_prop_ui",
        "idprop",
        "bl_ui",
    ]
)
NATIVE_MODULE = "malloc_vr_native"


@dataclass(frozen=True)
class PythonRoom:
    """What one Python room may import beside itself and the standard library.

    Attributes:
        folder: where it is in the repository.
        package: where it is in the staged package; empty for the package itself.
        may: modules of the staged package (with a trailing `*` for a prefix), without the
            package's name; `bpy` for Blender's modules; `malloc_vr_native`.
    """

    folder: str
    package: str
    may: frozenset[str]


PYTHON = (
    PythonRoom("python/core", "core", frozenset({NATIVE_MODULE})),
    PythonRoom("operators", "operators", frozenset({"core*", "session", "scene*", "bpy"})),
    PythonRoom("panels", "panels", frozenset({"session", "bpy"})),
    PythonRoom("addon", "", frozenset({"core*", "bpy"})),
)
# Single files that may do what the rest of their room may not.
EXCEPTIONS: Mapping[str, frozenset[str]] = {
    # Registers operators and panels.
    "addon/lifecycle.py": frozenset({"operators*", "panels*"}),
    # Starts and stops what serves, on the port of the preferences.
    "operators/server.py": frozenset({"preferences", "server"}),
    # Show and move the record, whose place is a preference.
    "operators/record.py": frozenset({"preferences", "data_folder", "record_moving"}),
    # Tries the import, so that a failure can be shown with its reason.
    "addon/native_module.py": frozenset({NATIVE_MODULE}),
}
