"""What a wheel's module must be on each system; a breach is one sentence."""

import re
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

from .module import Module

OLDEST_GLIBC = (2, 28)
OLDEST_MACOS = (11, 0, 0)
OF_LINUX = re.compile(r"(libc|libm|libpthread|libdl|librt|ld-linux-x86-64)\.so\.\d+$")
OF_WINDOWS = re.compile(
    r"(kernel32|advapi32|bcrypt|ws2_32|mswsock|ntdll|python3\d+|api-ms-win-crt-[a-z0-9-]+)\.dll$",
    re.IGNORECASE,
)
OF_MACOS = re.compile(r"/usr/lib/libSystem\.B\.dylib$")
ENTRY = {"ELF": "PyInit__native", "PE": "PyInit__native", "MACHO": "_PyInit__native"}


def breaches(module: Module, python: Set[str], system: Set[str]) -> Iterator[str]:
    """Yield what is wrong with a module.

    Args:
        module: what it says of itself.
        python: the names that its Python offers; empty on Linux, where nothing tells them.
        system: the names that the system's library offers; empty but on macOS.
    """
    if module.exports != {ENTRY[module.format]}:
        yield f"others see {_some(module.exports) or 'nothing'} instead of {ENTRY[module.format]} alone"
    if module.search_paths:
        yield f"it looks for libraries in {_some(module.search_paths)}"
    if module.format == "ELF":
        yield from _others(module, OF_LINUX)
        if module.oldest > OLDEST_GLIBC:
            yield f"it needs glibc {'.'.join(map(str, module.oldest))}, newer than 2.28"
        if module.other_versions:
            yield f"it needs {_some(module.other_versions)}, of which no release of glibc is known"
        yield from _missing(name for name in module.imports if not _is_python(name))
    elif module.format == "PE":
        yield from _others(module, OF_WINDOWS)
        yield from _missing(
            name for name in module.imports if _is_python(name) and name not in python
        )
    else:
        yield from _of_macos(module, python | system)


def folders(content: bytes, made_in: Iterable[Path]) -> Iterator[str]:
    """Yield that a module names folders that it was made in: elsewhere its bytes would be others."""
    named = [str(each) for each in made_in if str(each).encode() in content]
    if named:
        yield f"it names {_some(named)}, where it was made"


def _of_macos(module: Module, offered: Set[str]) -> Iterator[str]:
    yield from _others(module, OF_MACOS)
    if module.oldest != OLDEST_MACOS:
        yield f"it asks for macOS {'.'.join(map(str, module.oldest)) or '(no version)'}, not for 11.0"
    if module.weak:
        yield "the system may put definitions of other modules in the place of its own"
    if not module.is_signed:
        yield "it has no signature that fits, without which macOS on arm64 loads nothing"
    yield from _missing(name for name in module.imports if name not in offered)


def _others(module: Module, allowed: re.Pattern[str]) -> Iterator[str]:
    others = sorted(name for name in module.libraries if not allowed.match(name))
    if others:
        yield f"it needs {_some(others)}, which not every machine has"


def _missing(names: Iterator[str]) -> Iterator[str]:
    missing = sorted(names)
    if missing:
        yield f"nothing offers {_some(missing)}"


def _is_python(name: str) -> bool:
    return name.startswith(("Py", "_Py"))


def _some(names: Iterable[str]) -> str:
    listed = sorted(names)
    return ", ".join(listed[:5]) + (f" and {len(listed) - 5} more" if len(listed) > 5 else "")
