"""
python3.11 -m unittest tests/python/test_check_layers.py
"""

import shutil
import sys
import tempfile
import unittest
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "scripts" / "lib"))

from devtools.check_layers import check  # noqa: E402

# Spelled in two parts where the check would find them in this file.
OPEN_TASK = "TO" + "DO"
MACHINE_PATH = "/" + "work/main/x"

# What is planted: file, its text, and the line and words of what must be found.
BREACHES = [
    ("native/net/a.cpp", '#include "store/log.hpp"\n', 1, "net may not include store"),
    ("native/support/a.hpp", '\n#include "vault/seal.hpp"\n', 2, "support may not include vault"),
    ("native/vault/a.cpp", '#include "support/json.hpp"\n', 1, "vault must not know JSON"),
    ("native/mcp/a.cpp", "#include <nlohmann/json.hpp>\n", 1, "nlohmann-json belongs to"),
    ("native/support/a.cpp", "#include <spdlog/spdlog.h>\n", 1, "spdlog belongs to"),
    ("native/store/a.cpp", "#include <sodium.h>\n", 1, "libsodium belongs to vault"),
    ("native/host/a.cpp", "#include <SQLiteCpp/Database.h>\n", 1, "SQLiteCpp belongs to store"),
    ("native/host/a.cpp", "#include <boost/beast/http.hpp>\n", 1, "Boost belongs to net"),
    ("native/mcp/a.cpp", "#include <boost/asio/post.hpp>\n", 1, "Boost.Asio belongs to host, net"),
    ("native/host/a.cpp", "#include <Python.h>\n", 1, "pybind11 belongs to bindings"),
    ("native/cellar/a.cpp", "int a;\n", 0, "native/cellar is no module"),
    (
        "native/net/CMakeLists.txt",
        "mvr_module(net\n  SOURCES a.cpp\n  MODULES support store)\n",
        1,
        "net may not link store",
    ),
    (
        "native/net/CMakeLists.txt",
        "add_compile_options(\n  ${x})\n",
        1,
        "add_compile_options belongs",
    ),
    (
        "native/net/CMakeLists.txt",
        "set(x\n  -fsanitize=thread)\n",
        2,
        "-fsanitize=thread belongs in",
    ),
    ("native/net/CMakeLists.txt", 'set(x "-Wl,-s")\n', 1, "-Wl,-s belongs in native/cmake/"),
    ("tests/kill/CMakeLists.txt", "if(WIN32)\n", 1, "WIN32 belongs in native/cmake/"),
    ("bench/a.cmake", "set(x LINKER:-s)\n", 1, "LINKER: belongs in native/cmake/"),
    ("bench/CMakeLists.txt", "add_executable(a\n  b_posix.cpp)\n", 2, "b_posix.cpp belongs in"),
    (
        "bench/CMakeLists.txt",
        "set(CMAKE_CXX_FLAGS_RELEASE)\n",
        1,
        "CMAKE_CXX_FLAGS_RELEASE belongs",
    ),
    ("CMakePresets.json", '{\n"x": "-Wl,-s"\n}\n', 2, "-Wl, belongs in native/cmake/"),
    ("native/mcp/a.cpp", "void f() {\n    std::cout << 1;\n}\n", 2, "neither prints nor ends"),
    ("native/mcp/a.cpp", 'void f() { printf("x"); }\n', 1, "neither prints nor ends"),
    ("native/mcp/a.cpp", "void f() { std::abort(); }\n", 1, "neither prints nor ends"),
    ("tests/python/a.py", "# Over 250 lines: a table\n" + "x = 1\n" * 400, 0, "400 at most"),
    ("tests/python/a.py", "x = 1\n" * 251, 0, "251 lines; split it"),
    ("native/net/a.cpp", "// Over 250 lines:\n" + "int a;\n" * 251, 0, "say why not"),
    ("native/net/a.cpp", "void take_in();\n", 1, "take_in is an old name: apply"),
    ("tests/two_doors.py", "x = 1\n", 0, "two_doors is an old name"),
    ("native/scene/a.hpp", "\n/// It is refused.\n", 2, "refused is an old name: reject or fail"),
    ("native/scene/words.hpp", "\n", 0, "words.hpp is an old name"),
    ("docs/a.md", f"see {MACHINE_PATH}\n", 1, "is a path of one machine"),
    ("scripts/a", f"# {OPEN_TASK} later\n", 1, "carries no kind"),
    ("extras/a.txt", "x\n", 0, "extras is not in the fixed list of the top level"),
]

# The same, planted in a copy of the add-on.
IMPORT_BREACHES = [
    ("python/core/a.py", "import bpy\n", 1, "may not import bpy"),
    ("python/core/a.py", "from .. import runtime\n", 1, "may not import malloc_vr.runtime"),
    ("python/core/a.py", "import numpy\n", 1, "may not import numpy"),
    ("addon/a.py", "from .operators import server\n", 1, "may not import malloc_vr.operators"),
    ("addon/a.py", "import malloc_vr_native\n", 1, "may not import malloc_vr_native"),
    ("operators/a.py", "from ..panels import notice\n", 1, "may not import malloc_vr.panels"),
    (
        "operators/a.py",
        "from ..lifetime import preferences\n",
        1,
        "may not import malloc_vr.lifetime.preferences",
    ),
    ("panels/a.py", "\nfrom ..core import errors\n", 2, "may not import malloc_vr.core.errors"),
    ("addon/a.py", "def f():\n    import threading\n", 2, "may not import threading"),
    ("python/malloc_vr_native/a.py", "from concurrent import futures\n", 1, "concurrent"),
    ("operators/a.py", "def f(:\n", 1, "does not parse"),
    ("python/malloc_vr_native/a.py", "\ndef f(:\n", 2, "does not parse"),
]
# What the parts of the add-on may do.
FINE_IMPORTS = {
    "python/core/a.py": "import json\nfrom . import engine\nimport malloc_vr_native\n",
    "addon/a.py": "import bpy\nfrom .core import engine\nfrom . import runtime\n",
    "operators/a.py": "from ..core import engine\nfrom .. import runtime\nfrom ..scene import named_objects\n",
    "panels/a.py": "import bpy\nfrom .. import runtime\n",
}

# What looks like a breach and is none.
FINE = [
    ("native/net/a.cpp", '#include "support/result.hpp"\n#include <boost/beast/http.hpp>\n'),
    ("native/support/json.hpp", "#include <nlohmann/json.hpp>\n"),
    ("native/mcp/a.cpp", "// std::cout is never used, nor exit()\nint printf_like = 1'000;\n"),
    ("native/mcp/a.cpp", 'auto text = "printf(1) std::cout";\nvoid f() { loop.exit(); }\n'),
    ("native/net/CMakeLists.txt", "mvr_module(net SOURCES store.cpp MODULES support mcp)\n"),
    ("native/cmake/a.cmake", "if(WIN32)\n  add_compile_options(-Wall)\nendif()\n"),
    ("native/net/CMakeLists.txt", "run(make -s x-Wall) # for WIN32 -Wall\nset(windows -DA=B)\n"),
    ("CMakePresets.json", '{"CMAKE_CXX_FLAGS_RELEASE": "-O1 -DNDEBUG"}\n'),
    ("docs/a.md", f"{OPEN_TASK}(soon) and $ROOT/work/x and /usr/tmp\n"),
    ("tests/python/a.py", "x = 1\n" * 250),
    ("tests/python/a.py", "# Over 250 lines: one table\n" + "x = 1\n" * 399),
    ("native/scene/a.hpp", "/// It has_room_to_send what sounds refusable.\n"),
    ("bench/a.cpp", "// The peer is told.\n"),
]


class CheckLayersTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.repository = Path(folder.name)

    def plant(self, path: str, text: str) -> None:
        file = self.repository / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def copy_of_the_add_on(self) -> None:
        for folder in ("addon", "operators", "panels", "python"):
            shutil.copytree(REPOSITORY / folder, self.repository / folder)

    def test_finds_each_planted_import_at_its_line(self) -> None:
        self.copy_of_the_add_on()
        for path, text, line, words in IMPORT_BREACHES:
            with self.subTest(path=path, breach=text):
                self.plant(path, text)

                _, problems = check(self.repository)

                self.assertEqual({(each.path, each.line) for each in problems}, {(path, line)})
                self.assertIn(words, " ".join(each.rule for each in problems))
                (self.repository / path).unlink()

    def test_lets_each_part_of_the_add_on_import_what_it_may(self) -> None:
        self.copy_of_the_add_on()
        for path, text in FINE_IMPORTS.items():
            self.plant(path, text)

        _, problems = check(self.repository)

        self.assertEqual([str(each) for each in problems], [])

    def test_says_so_when_the_imports_could_not_be_checked(self) -> None:
        self.copy_of_the_add_on()
        shutil.rmtree(self.repository / "panels")
        self.plant("panels/readme.txt", "no package")

        _, problems = check(self.repository)

        self.assertEqual([each.path for each in problems], ["python/pyproject.toml"])
        self.assertIn("malloc_vr.panels", problems[0].rule)

    def test_finds_each_planted_breach_at_its_line(self) -> None:
        for path, text, line, words in BREACHES:
            with self.subTest(path=path, breach=words):
                self.plant(path, text)

                _, problems = check(self.repository)

                self.assertEqual([(each.path, each.line) for each in problems], [(path, line)])
                self.assertIn(words, problems[0].rule)
                (self.repository / path).unlink()

    def test_lets_pass_what_only_looks_like_a_breach(self) -> None:
        for path, text in FINE:
            with self.subTest(path=path, text=text[:60]):
                self.plant(path, text)

                files, problems = check(self.repository)

                self.assertEqual([str(each) for each in problems], [])
                self.assertEqual([file.path for file in files], [path])
                (self.repository / path).unlink()

    def test_passes_over_files_that_are_not_text(self) -> None:
        (self.repository / "docs").mkdir()
        (self.repository / "docs" / "picture.png").write_bytes(
            b"\x89PNG\xff" + MACHINE_PATH.encode()
        )

        files, problems = check(self.repository)

        self.assertEqual((len(files), problems), (1, []))


if __name__ == "__main__":
    unittest.main()
