"""Which native module may include which, and the other tables that the rules read."""

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
        "CONTRIBUTING.md",
        "LICENSE",
        "CHANGELOG.md",
        "docs",
        "lessons",
        "bench",
        ".ci",
        ".clang-format",
        ".clang-tidy",
        ".gitignore",
        ".gitattributes",
        ".pre-commit-config.yaml",
        "CMakePresets.json",
    ]
)

NATIVE: Mapping[str, frozenset[str]] = {
    "support": frozenset(),
    "learning": frozenset({"support"}),
    "scene": frozenset({"support"}),
    "session": frozenset({"support", "learning", "scene"}),
    "vault": frozenset({"support"}),
    "store": frozenset({"support", "vault", "learning"}),
    "access": frozenset({"support"}),
    "mcp": frozenset({"support", "access"}),
    "tools": frozenset({"support", "access", "learning", "scene", "store", "mcp"}),
    "net": frozenset({"support", "access", "mcp"}),
    "host": frozenset(
        {"support", "access", "learning", "scene", "vault", "store", "mcp", "tools", "net"}
    ),
    "bindings": frozenset({"support", "learning", "scene", "session", "tools", "host"}),
    "record_tool": frozenset({"support", "vault", "store"}),
}
# Programs of their own: they print, and end with an exit code.
PROGRAMS = frozenset({"record_tool"})

# JSON is reached through a header of `support`; these modules compute and must not know it.
JSON_HEADER = "support/json.hpp"
WITHOUT_JSON = frozenset({"learning", "vault"})


@dataclass(frozen=True)
class Library:
    """A third-party library and the one place that may include it.

    Attributes:
        name: what people call it.
        headers: how its headers begin.
        places: modules (`net`) or single files (`support/log.cpp`) in native/.
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
