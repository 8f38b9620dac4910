"""The compiled half of Malloc VR Learning: learning engine, sealed record and MCP server.

This package only re-exports the extension module. Whoever imports it on a Python that no build
fits gets an ImportError that names both sides.
"""

import sys as _sys
from pathlib import Path as _Path

try:
    from ._native import (
        DEFAULT_DURATION,
        LEARNER_ID_LIMIT_CHARS,
        UNIT_ID_LIMIT_CHARS,
        AuthorForm,
        BadArgument,
        Busy,
        ChoiceField,
        Condition,
        Conflict,
        Engine,
        HeldFile,
        Internal,
        LimitExceeded,
        Locked,
        MallocVrError,
        Message,
        NotFound,
        NumberField,
        OrderBroken,
        RuleBroken,
        SceneRequest,
        SessionRun,
        ShuttingDown,
        SlipCorrected,
        StorageUnavailable,
        Surface,
        Tampered,
        TryEnded,
        TryProgress,
        Unauthorized,
        Unsupported,
        author_forms,
        duration_seconds,
        duration_text,
        hold_file,
        log_to_file,
        message_templates,
        object_members,
        order_units,
        ready_units,
        register_dataclass,
        unit_done,
        version,
    )
except ImportError as error:
    _built = sorted(path.name for path in _Path(__file__).parent.glob("_native.*"))
    _builds = ", ".join(name for name in _built if not name.endswith(".pyi")) or "none"
    raise ImportError(
        f"The native module does not load in this Python {_sys.version.split()[0]} "
        f"({_sys.implementation.cache_tag}); builds found: {_builds}. {error}",
        name=__name__,
    ) from error

__all__ = [
    "DEFAULT_DURATION",
    "LEARNER_ID_LIMIT_CHARS",
    "UNIT_ID_LIMIT_CHARS",
    "AuthorForm",
    "BadArgument",
    "Busy",
    "ChoiceField",
    "Condition",
    "Conflict",
    "Engine",
    "HeldFile",
    "Internal",
    "LimitExceeded",
    "Locked",
    "MallocVrError",
    "Message",
    "NotFound",
    "NumberField",
    "OrderBroken",
    "RuleBroken",
    "SceneRequest",
    "SessionRun",
    "ShuttingDown",
    "SlipCorrected",
    "StorageUnavailable",
    "Surface",
    "Tampered",
    "TryEnded",
    "TryProgress",
    "Unauthorized",
    "Unsupported",
    "author_forms",
    "duration_seconds",
    "duration_text",
    "hold_file",
    "log_to_file",
    "message_templates",
    "object_members",
    "order_units",
    "ready_units",
    "register_dataclass",
    "unit_done",
    "version",
]
