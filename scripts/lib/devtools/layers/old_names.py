"""Names that this project gave up for the field's own terms; none of them may come back."""

import re
from collections.abc import Iterator, Mapping

from .files import Problem, SourceFile

# The rule and its test name them, and what changed tells of them.
EXEMPT = (
    "scripts/lib/devtools/layers/old_names.py",
    "tests/python/test_check_layers.py",
    "CHANGELOG.md",
)

# What was, and what stands in its place; anywhere.
EVERYWHERE: Mapping[str, str] = {
    r"check_rooms": "check_layers",
    r"SceneDesk": "MainThreadQueue",
    r"take_in": "apply",
    r"Gathering": "BatchCollector, or what it collects",
    r"shake_hands": "negotiate",
    r"stand_in_key\w*": "ephemeral_key",
    r"Sound": "OpenResult",
    r"[Ss]alvage\w*": "recovery",
    r"Trouble": "CommandError",
    r"SLIPS": "USER_ERRORS",
    r"LearningEvent": "LearningPhase",
    r"two_doors": "what is tested",
    r"[Tt]wice is once": "idempotent",
    r"bug of ours": "internal error",
}
# The same where every name was gone over.
SETTLED = tuple(
    f"{folder}/"
    for folder in (
        "docs",
        "native/access",
        "native/learning",
        "native/record_tool",
        "native/scene",
        "native/session",
        "native/store",
        "native/support",
        "native/vault",
        "scripts/lib/devtools/commands",
        "scripts/lib/devtools/demo",
        "scripts/lib/devtools/groups",
        "scripts/lib/devtools/layers",
        "scripts/lib/devtools/lint",
        "scripts/lib/in_blender",
        "tests/faults",
        "tests/kill",
        "tests/native/learning_test",
        "tests/native/scene_test",
        "tests/native/session_test",
        "tests/native/store_test",
        "tests/native/support_test",
        "tests/native/vault_test",
    )
)
IN_SETTLED: Mapping[str, str] = {
    r"[Rr]efus(?:e|es|ed|al|als|ing)": "reject or fail",
    r"[Tt]old": "reported",
    r"[Ss]poken": "to_sentence",
    r"[Rr]ooms?": "module, or margin",
    r"[Dd]oors?": "header or listener",
    r"[Dd]esks?": "queue",
    r"(?:words|fields|snapshot|quoted)\.hpp": "a file named after what it holds",
}


def _pattern(names: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)")


ANYWHERE, SETTLED_ONLY = _pattern(EVERYWHERE), _pattern({**EVERYWHERE, **IN_SETTLED})


def old_name_problems(file: SourceFile) -> Iterator[Problem]:
    """Yield each old name in a file's path or text, with the term that took its place."""
    if file.path in EXEMPT or file.path.endswith("LICENSE"):
        return
    pattern = SETTLED_ONLY if file.path.startswith(SETTLED) else ANYWHERE
    for number, line in enumerate([file.path, *file.lines]):
        for found in pattern.finditer(line):
            yield Problem(file.path, number, f"{found[0]} is an old name: {_term(found[0])}")


def _term(name: str) -> str:
    known = {**EVERYWHERE, **IN_SETTLED}
    return next(term for old, term in known.items() if re.fullmatch(old, name))
