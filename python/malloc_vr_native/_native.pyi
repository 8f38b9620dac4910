"""
The learning engine, the sealed record and the MCP server of Malloc VR Learning.
"""

from __future__ import annotations
import collections.abc
import typing

__all__: list[str] = [
    "AccessDenied",
    "BadArgument",
    "Busy",
    "Condition",
    "ConditionTracker",
    "Conflict",
    "DEFAULT_DURATION",
    "Engine",
    "Internal",
    "LimitExceeded",
    "LocalReply",
    "Locked",
    "MallocVrError",
    "NotFound",
    "SceneRequest",
    "SceneSnapshot",
    "ScopeRequired",
    "ShuttingDown",
    "StorageUnavailable",
    "Tampered",
    "Unauthorized",
    "UnitTries",
    "Unsupported",
    "duration_seconds",
    "duration_text",
    "log_to_file",
    "order_units",
    "ready_units",
    "unit_done",
    "version",
]

class MallocVrError(Exception):
    """
    Something was not done.

        Attributes:
            code: As MCP clients see it, for example "VALIDATION_ERROR".
            is_user_error: Whether the person can mend it by doing something else.
            message: What is wrong, one sentence.
            field: JSON path of the offending argument; may be empty.
            remedy: What to do about it; may be empty.

    """

    code: typing.ClassVar[str] = "SERVER_ERROR"
    is_user_error: typing.ClassVar[bool] = False
    def __init__(self, message: str = "", field: str = "", remedy: str = "") -> None: ...
    def __str__(self) -> str: ...
    @property
    def field(self) -> str: ...
    @property
    def message(self) -> str: ...
    @property
    def remedy(self) -> str: ...

class BadArgument(MallocVrError):
    code: typing.ClassVar[str] = "VALIDATION_ERROR"
    is_user_error: typing.ClassVar[bool] = True

class NotFound(MallocVrError):
    code: typing.ClassVar[str] = "RESOURCE_NOT_FOUND"
    is_user_error: typing.ClassVar[bool] = True

class Conflict(MallocVrError):
    code: typing.ClassVar[str] = "CONFLICT"
    is_user_error: typing.ClassVar[bool] = True

class Unsupported(MallocVrError):
    code: typing.ClassVar[str] = "UNSUPPORTED"
    is_user_error: typing.ClassVar[bool] = False

class Busy(MallocVrError):
    code: typing.ClassVar[str] = "BLENDER_BUSY"
    is_user_error: typing.ClassVar[bool] = False

class ShuttingDown(MallocVrError):
    code: typing.ClassVar[str] = "SHUTTING_DOWN"
    is_user_error: typing.ClassVar[bool] = False

class StorageUnavailable(MallocVrError):
    code: typing.ClassVar[str] = "STORAGE_UNAVAILABLE"
    is_user_error: typing.ClassVar[bool] = False

class Locked(MallocVrError):
    code: typing.ClassVar[str] = "VAULT_LOCKED"
    is_user_error: typing.ClassVar[bool] = False

class Tampered(MallocVrError):
    code: typing.ClassVar[str] = "RECORD_TAMPERED"
    is_user_error: typing.ClassVar[bool] = False

class Unauthorized(MallocVrError):
    code: typing.ClassVar[str] = "INVALID_API_KEY"
    is_user_error: typing.ClassVar[bool] = False

class ScopeRequired(MallocVrError):
    code: typing.ClassVar[str] = "SCOPE_REQUIRED"
    is_user_error: typing.ClassVar[bool] = False

class AccessDenied(MallocVrError):
    code: typing.ClassVar[str] = "ACCESS_DENIED"
    is_user_error: typing.ClassVar[bool] = False

class LimitExceeded(MallocVrError):
    code: typing.ClassVar[str] = "LIMIT_EXCEEDED"
    is_user_error: typing.ClassVar[bool] = True

class Internal(MallocVrError):
    code: typing.ClassVar[str] = "SERVER_ERROR"
    is_user_error: typing.ClassVar[bool] = False

class SceneSnapshot:
    """
    What a lesson needs of one scene at one moment. Main thread.
    """
    def __init__(
        self,
        time_seconds: typing.SupportsFloat | typing.SupportsIndex,
        scene: str,
        mode: str,
        active_tool: str,
    ) -> None: ...
    def add_object(
        self,
        name: str,
        uuid: str,
        type: str,
        world: typing.Annotated[
            collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex], "FixedSize(16)"
        ],
        bounds: typing.Annotated[
            collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex], "FixedSize(24)"
        ],
        region_half_size: typing.Annotated[
            collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex], "FixedSize(3)"
        ],
        visible: bool,
        parent: str,
        materials: collections.abc.Sequence[str],
        properties: collections.abc.Mapping[
            str,
            bool
            | typing.SupportsInt
            | typing.SupportsIndex
            | typing.SupportsFloat
            | typing.SupportsIndex
            | str,
        ],
    ) -> None:
        """
        Add one object.

        Args:
            world: 16 numbers, local to world, row by row, metres.
            bounds: 24 numbers, the 8 corners of the bounding box in the world.
            region_half_size: Half the size of the object as a region, local, before its scale.
        """
    def set_view(
        self,
        eye: typing.Annotated[
            collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex], "FixedSize(3)"
        ],
        forward: typing.Annotated[
            collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex], "FixedSize(3)"
        ],
        up: typing.Annotated[
            collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex], "FixedSize(3)"
        ],
        vertical_fov_rad: typing.SupportsFloat | typing.SupportsIndex,
        aspect: typing.SupportsFloat | typing.SupportsIndex,
        source: str,
        parallel_height_m: typing.SupportsFloat | typing.SupportsIndex = 0.0,
    ) -> None:
        """
        What the learner looks through.

        Args:
            source: "viewport" or "camera".
            parallel_height_m: Above 0 for a parallel projection that shows so much height.
        """

class Condition:
    """
    Compiled ``trigger_conditions``.
    """
    def __init__(self, conditions_json: str) -> None:
        """
        Raises BadArgument; its field is the place in the JSON.
        """
    @property
    def needs_view(self) -> bool: ...
    @property
    def object_names(self) -> list[str]: ...

class ConditionTracker:
    """
    Follows one condition through an attempt. Main thread.
    """
    def __init__(self, condition: Condition, start: SceneSnapshot) -> None: ...
    def activity_json(self) -> str:
        """
        What the learner did so far.
        """
    def evaluate_json(self) -> str:
        """
        ``{"passed", "score", "evidence", "unmet"}`` at the last observation.
        """
    def observe(self, snapshot: SceneSnapshot) -> None: ...
    def observe_undone(self, snapshot: SceneSnapshot) -> None:
        """
        Take what Undo or Redo led to: steps that it took back are due again.
        """
    def set_tolerance_factor(self, factor: typing.SupportsFloat | typing.SupportsIndex) -> None:
        """
        Leave 0.5 to 1 of the room that the author left, from the next observation on.
        """
    @property
    def needs_view(self) -> bool: ...

class UnitTries:
    """
    What counts as a try in one run of a unit. Main thread.
    """
    def __init__(
        self,
        seconds: typing.SupportsFloat | typing.SupportsIndex,
        trackers: collections.abc.Mapping[str, typing.Any],
    ) -> None:
        """
        A run begins, as its trackers stand now.

        Args:
            trackers: By checkpoint id. They are kept, and read at every observation.
        """
    def correction_shown(self, checkpoint_id: str, about: collections.abc.Sequence[str]) -> None:
        """
        The learner was shown why a checkpoint does not hold.

        Args:
            about: Names of the objects that the reasons speak of. Only what the learner did wrong is a
                correction; what is still to be done is none.
        """
    def hint_shown(self, last_level: bool) -> None: ...
    def leave(
        self, seconds: typing.SupportsFloat | typing.SupportsIndex
    ) -> list[dict[str, typing.Any]]:
        """
        The unit is left; returns what ended.
        """
    def look(
        self, seconds: typing.SupportsFloat | typing.SupportsIndex, checkpoint_id: str = ""
    ) -> list[dict[str, typing.Any]]:
        """
        The learner looks at one checkpoint or all; returns the tries that it ended.
        """
    def observe(
        self, seconds: typing.SupportsFloat | typing.SupportsIndex, undone: bool
    ) -> list[dict[str, typing.Any]]:
        """
        Take what the trackers observed last; returns the tries that it ended.
        """
    def progress(self, checkpoint_id: str) -> dict[str, bool]:
        """
        ``{"begun", "running", "changed", "slipped", "lost"}``.
        """
    def submit(
        self, seconds: typing.SupportsFloat | typing.SupportsIndex, checkpoint_id: str = ""
    ) -> tuple[list[dict[str, typing.Any]], list[str]]:
        """
        The learner is done with one checkpoint or all: ``(ended, not_begun)``.
        """

class SceneRequest:
    """
    Work for Blender's main thread.
    """
    @property
    def arguments_json(self) -> str: ...
    @property
    def command(self) -> str: ...
    @property
    def id(self) -> int: ...
    @property
    def local(self) -> bool: ...

class LocalReply:
    """
    The end of a call made with ``Engine.call``.
    """
    @property
    def call_id(self) -> int: ...
    @property
    def ok(self) -> bool: ...
    @property
    def payload_json(self) -> str: ...

class Engine:
    """
    Record, tools and server. All methods on Blender's main thread.
    """
    def __init__(
        self,
        folder: str,
        blender_version: str,
        scene_patience_seconds: typing.SupportsFloat | typing.SupportsIndex = 15.0,
    ) -> None:
        """
        Open the record in *folder*.

        A record that is locked, full or read-only does not raise: ``status_json`` says why, learners can go on.
        """
    def answer(
        self, request_id: typing.SupportsInt | typing.SupportsIndex, reply_json: str
    ) -> None: ...
    def call(self, tool: str, arguments_json: str) -> int:
        """
        Start a tool call of the main thread; its end comes from ``take(local_only=True)``.
        """
    def close(self) -> None:
        """
        Stop all threads in order. Idempotent.
        """
    def export_events(self, path: str) -> int:
        """
        Begin to write every event of the record, opened, to *path* (0600), one JSON object a line.

        Returns:
            The id of a call whose end comes from ``take(local_only=True)``: ``{"events": int}``.
        """
    def import_vault(self, folder: str) -> int:
        """
        Begin to add the events of the learners in another vault's *folder* to this record.

        Returns:
            The id of a call whose end comes from ``take(local_only=True)``: ``{"events": int}``.
        """
    def refuse(
        self,
        request_id: typing.SupportsInt | typing.SupportsIndex,
        code: str,
        message: str,
        field: str = "",
        remedy: str = "",
    ) -> None: ...
    def set_activity(self, what: str) -> None:
        """
        What the main thread is about to be busy with; empty for nothing in particular.
        """
    def start_server(self, port: typing.SupportsInt | typing.SupportsIndex, run_folder: str) -> str:
        """
        Serve MCP on loopback and on a socket.

        Args:
            port: 0 for any free one.
            run_folder: Private folder for the socket and the token file.

        Returns:
            JSON: ``url``, ``port``, ``socket``, ``token_file``, ``http_problem``, ``socket_problem``.

        Raises:
            Conflict: Already serving.
            StorageUnavailable: The folder cannot be used.
        """
    def status_json(self) -> str:
        """
        Server, record and queue as JSON; never waits.
        """
    def stop_server(self) -> None: ...
    def take(
        self,
        patience_seconds: typing.SupportsFloat | typing.SupportsIndex,
        local_only: bool = False,
    ) -> typing.Any:
        """
        The next thing for the main thread, or None when none came in time.

        Releases the GIL while it waits.
        """
    def tools_json(self) -> str:
        """
        The tools as clients see them.
        """

def duration_seconds(text: str) -> int:
    """
    Seconds of an estimated duration such as "15_minutes", "15 min", "1.5 h" or "PT15M".

    Raises:
        BadArgument: The text is no duration.
    """

def duration_text(text: str) -> str:
    """
    An estimated duration in the form that a file keeps: "PT90M" is "90_minutes".

    Raises:
        BadArgument: The text is no duration.
    """

def log_to_file(path: str) -> None:
    """
    Write the program's log to *path*; an empty path discards it.
    """

def order_units(units_json: str) -> list[str]:
    """
    Unit ids so that each comes after its prerequisites.

    Args:
        units_json: ``[{"unit_id": str, "prerequisite_units": [str]}, ...]``.

    Raises:
        BadArgument: An id stands twice, a prerequisite names no unit, or there is a cycle (the message
            names its path).
    """

def ready_units(units_json: str, mastered: collections.abc.Sequence[str]) -> list[str]:
    """
    Units not mastered whose prerequisites all are, in authored order.
    """

def unit_done(
    own_passed: collections.abc.Set[str], checkpoints: collections.abc.Sequence[str]
) -> bool:
    """
    Whether a unit is done: every checkpoint that it has now was passed unaided.

    Args:
        own_passed: Ids of the checkpoints that the learner passed unaided.
        checkpoints: Ids of all that the unit has; with none it is never done.
    """

def version() -> str:
    """
    The add-on's version, for example "0.1.0".
    """

DEFAULT_DURATION: str = "15_minutes"
