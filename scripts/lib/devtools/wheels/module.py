"""What a compiled module says of itself, in one form for ELF, PE and Mach-O."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Module:
    """What concerns whoever loads it.

    Attributes:
        format: ELF, PE or MACHO.
        exports: the names that others can see.
        imports: the names that it needs of others.
        libraries: the shared libraries that it names.
        oldest: of macOS the version that it asks for, of glibc the newest symbol's; empty on Windows.
        weak: whether the system may put other modules' definitions in the place of its own (macOS).
        is_signed: whether it carries a signature (macOS).
        search_paths: folders that it looks for libraries in.
    """

    format: str
    exports: frozenset[str]
    imports: frozenset[str]
    libraries: frozenset[str]
    oldest: tuple[int, ...] = ()
    weak: bool = False
    is_signed: bool = False
    search_paths: tuple[str, ...] = ()
