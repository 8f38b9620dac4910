"""
The learning engine, the sealed record and the MCP server of Malloc VR Learning.
"""

from __future__ import annotations
import collections.abc
import typing
import typing_extensions

__all__: list[str] = [
    "AccessDenied",
    "AuthorForm",
    "BadArgument",
    "Busy",
    "ChoiceField",
    "Condition",
    "Conflict",
    "DEFAULT_DURATION",
    "Engine",
    "FormMember",
    "HeldFile",
    "Internal",
    "LEARNER_ID_LIMIT_CHARS",
    "LimitExceeded",
    "Locked",
    "MallocVrError",
    "Margin",
    "MeshCounts",
    "Message",
    "Modifier",
    "NodeReport",
    "NotFound",
    "NumberField",
    "OrderBroken",
    "PredicateForm",
    "Question",
    "RuleBroken",
    "SceneRequest",
    "ScopeRequired",
    "SessionRun",
    "ShuttingDown",
    "SlipCorrected",
    "StorageUnavailable",
    "Surface",
    "Tampered",
    "TryEnded",
    "TryProgress",
    "UNIT_ID_LIMIT_CHARS",
    "Unauthorized",
    "Unsupported",
    "ViewportWatch",
    "author_forms",
    "count_open_edges",
    "duration_seconds",
    "duration_text",
    "hold_file",
    "log_to_file",
    "make_private",
    "make_private_folder",
    "message_templates",
    "object_members",
    "order_units",
    "predicate_forms",
    "ready_units",
    "register_dataclass",
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

class HeldFile:
    """
    The exclusive lock of a file that is there.
    """
    def release(self) -> None:
        """
        Give the lock up, as the end of the process does; calling it twice is fine.
        """

class Message:
    """
    What is said to a person, before it is a text.

    A template of this program with its numbers and names, or what an author wrote.
    """
    def text(self, translate: collections.abc.Callable[[str], str] | None = None) -> str:
        """
        As a text, in English.

        Args:
            translate: Gives a template in another language, its ``{placeholders}`` in any order.
        """
    @property
    def id(self) -> str:
        """
        Of the template; "author" for what an author wrote.
        """
    @property
    def is_by_author(self) -> bool:
        """
        Whether an author wrote it; then no translation changes it.
        """

class NumberField:
    """
    A number that an author gives.
    """
    @property
    def default(self) -> float:
        """
        In the unit, as the limits.
        """
    @property
    def is_whole(self) -> bool:
        """
        Whether it counts things.
        """
    @property
    def least(self) -> float:
        """
        May be minus infinity.
        """
    @property
    def member(self) -> str:
        """
        Of the predicate.
        """
    @property
    def most(self) -> float:
        """
        May be infinity.
        """
    @property
    def sentence(self) -> str: ...
    @property
    def unit(self) -> str:
        """
        As in JSON; empty for a plain number.
        """
    @property
    def unit_symbol(self) -> str:
        """
        As people read it.
        """

class ChoiceField:
    """
    One of some texts that an author chooses.
    """
    @property
    def choices(self) -> list[str]: ...
    @property
    def default(self) -> str: ...
    @property
    def member(self) -> str:
        """
        Of the predicate.
        """
    @property
    def sentence(self) -> str: ...

class AuthorForm:
    """
    The form in which an author adds a predicate from the selected objects.
    """
    def condition(
        self,
        selected: str,
        active: str,
        values: collections.abc.Mapping[str, typing.SupportsFloat | typing.SupportsIndex | str],
    ) -> dict[str, dict[str, float | str]]:
        """
        The condition of these objects; whether the values fit is found by ``Condition``.

        Args:
            selected: Name of the object beside the active one; counts only where it is needed.
            active: Name of the active object.
            values: By the fields' members; a field without one takes its default.
        """
    @property
    def fields(self) -> list[NumberField | ChoiceField]:
        """
        In the order in which they are asked for.
        """
    @property
    def label(self) -> str:
        """
        In a menu.
        """
    @property
    def needs_selected(self) -> bool:
        """
        Whether it takes an object that is selected beside the active one.
        """
    @property
    def predicate(self) -> str:
        """
        Its name in a condition.
        """
    @property
    def sentence(self) -> str:
        """
        Beside it, without a full stop.
        """

class FormMember:
    """
    One member of what an author writes.
    """
    @property
    def choices(self) -> list[str]:
        """
        Of a choice.
        """
    @property
    def is_required(self) -> bool: ...
    @property
    def name(self) -> str: ...
    @property
    def sentence(self) -> str: ...
    @property
    def takes(self) -> str:
        """
        "number", "choice", "object" or "".
        """
    @property
    def type(self) -> str:
        """
        For people.
        """
    @property
    def unit_member(self) -> str:
        """
        The member that holds a number's unit; empty without.
        """
    @property
    def units(self) -> list[str]:
        """
        Of a number; empty for a plain one.
        """

class PredicateForm:
    """
    What an author has to know of a predicate.
    """
    @property
    def members(self) -> list[FormMember]: ...
    @property
    def name(self) -> str:
        """
        In a condition.
        """
    @property
    def sentence(self) -> str: ...

class NodeReport:
    """
    What one node of a condition found.
    """
    @property
    def holds(self) -> bool | None:
        """
        None where it could not be measured.
        """
    @property
    def sentence(self) -> Message: ...

class Modifier:
    """
    A modifier of an object.
    """
    def __init__(self, type: str, name: str, shown: bool) -> None:
        """
        A modifier as it is now.

        Args:
            type: Blender's ``Modifier.type``.
            shown: In the viewport.
        """

class Margin:
    """
    How exactly a condition wants an object placed.
    """
    @property
    def object(self) -> str: ...
    @property
    def to(self) -> str:
        """
        The object that it is placed at, or empty.
        """
    @property
    def width_m(self) -> float:
        """
        Of what is enough, from one limit to the other.
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
    def margins(self) -> list[Margin]:
        """
        The limits of lengths that leave a width between them.
        """
    @property
    def mesh_names(self) -> list[str]:
        """
        Names of the objects whose mesh it counts.
        """
    @property
    def object_names(self) -> list[str]: ...
    @property
    def surface_names(self) -> list[str]:
        """
        Names of the objects whose surface it asks for.
        """

class MeshCounts:
    """
    What a mesh is made of.
    """
    def __init__(
        self,
        vertices: typing.SupportsInt | typing.SupportsIndex,
        edges: typing.SupportsInt | typing.SupportsIndex,
        faces: typing.SupportsInt | typing.SupportsIndex,
        open_edges: typing.SupportsInt | typing.SupportsIndex | None,
    ) -> None:
        """
        Counted without modifiers.

        Args:
            open_edges: Edges that do not have exactly two faces; None where there are too many to look.
        """
    @property
    def open_edges(self) -> int | None: ...

class Surface:
    """
    The triangles of one geometry, which all moves of an object share.
    """
    def __init__(
        self, coordinates: typing_extensions.Buffer, triangles: typing_extensions.Buffer
    ) -> None:
        """
        Copies both lists.

        Args:
            coordinates: float32, x, y, z of each vertex, metres, in the object's own space.
            triangles: int32, three numbers of vertices for each triangle.
        """

class TryEnded:
    """
    A try of a checkpoint ended.

    Times are active seconds since the unit began.
    """
    @property
    def began_s(self) -> float: ...
    @property
    def cause(self) -> str:
        """
        "held", "submitted", "slip_left" or "unit_left".
        """
    @property
    def checkpoint_id(self) -> str: ...
    @property
    def corrected(self) -> bool: ...
    @property
    def dwell_s(self) -> float:
        """
        How long a condition that passed had held.
        """
    @property
    def ended_s(self) -> float: ...
    @property
    def last_level_hint(self) -> bool: ...
    @property
    def outcome(self) -> str:
        """
        "passed", "failed" or "abandoned".
        """
    @property
    def self_corrected(self) -> int:
        """
        How many of these were taken back before anything else was done.
        """
    @property
    def slips(self) -> int:
        """
        How often an order was violated in it.
        """

class OrderBroken:
    """
    A step of an order was done too early.
    """
    @property
    def at_s(self) -> float: ...
    @property
    def checkpoint_id(self) -> str: ...
    @property
    def sentences(self) -> list[Message]:
        """
        For that step, and for the one that is due.
        """

class SlipCorrected:
    """
    Undo took such a step back before anything else was done.
    """
    @property
    def at_s(self) -> float: ...
    @property
    def checkpoint_id(self) -> str: ...

class RuleBroken:
    """
    The learner did what a rule of the unit forbids.
    """
    @property
    def at_s(self) -> float: ...
    @property
    def rule_id(self) -> str: ...
    @property
    def sentences(self) -> list[Message]:
        """
        What is wrong now.
        """

class TryProgress:
    """
    How far a learner is with a checkpoint.
    """
    @property
    def begun(self) -> bool:
        """
        Handing in would end a try, or one has ended in this run.
        """
    @property
    def changed(self) -> bool:
        """
        Something that the condition names changed since the last look.
        """
    @property
    def corrected(self) -> bool:
        """
        The learner was shown what is wrong in the try that runs.
        """
    @property
    def lost(self) -> bool:
        """
        The try failed by a violated order that still stands.
        """
    @property
    def running(self) -> bool:
        """
        A try runs.
        """
    @property
    def slipped(self) -> bool:
        """
        An order is violated and can still be taken back.
        """

class Question:
    """
    A question of a checkpoint.
    """
    @property
    def checkpoint_id(self) -> str: ...
    @property
    def given(self) -> str | list[str] | float | None:
        """
        The learner's answer; None without one.
        """
    @property
    def kind(self) -> str:
        """
        "choice", "order" or "number".
        """
    @property
    def options(self) -> list[str]:
        """
        As authored; empty for a number.
        """
    @property
    def question(self) -> str: ...

class SessionRun:
    """
    One run of one unit, judged while it is done.

    It is given what changed in the scene, and gives outcomes. Main thread.
    """
    def __init__(self, conditions: collections.abc.Mapping[str, Condition]) -> None:
        """
        A run that has not started.

        Args:
            conditions: By checkpoint id.
        """
    def activity(self) -> typing.Any:
        """
        What the learner did so far, as ``ObservedActivitySums``.
        """
    def asks_for_view(self, checkpoint_id: str) -> bool: ...
    def boxes(self, checkpoint_id: str) -> typing.Any:
        """
        Where the objects that it names were at the last observation: a list of ``ObjectBox``.
        """
    def clear_view(self) -> None:
        """
        Tell that the learner sees nothing of the scene.
        """
    def correction_shown(self, checkpoint_id: str) -> None:
        """
        The learner asked why a checkpoint does not hold, and was answered.

        Only what the learner did wrong is a correction; what is still to be done is none.
        """
    def evaluate(self, checkpoint_id: str) -> typing.Any:
        """
        How it stood at the last observation, as ``EvaluationShape``.
        """
    def hint_shown(self, last_level: bool, checkpoint_id: str = "") -> None:
        """
        A hint was shown, about one checkpoint or with "" about all of the unit.
        """
    def holds(self, checkpoint_id: str) -> bool: ...
    def is_lost(self, checkpoint_id: str) -> bool:
        """
        Whether nothing can make it hold any more: its time is over, or an order is broken.
        """
    def leave(self, seconds: typing.SupportsFloat | typing.SupportsIndex) -> None:
        """
        The unit is left.
        """
    def look(
        self, seconds: typing.SupportsFloat | typing.SupportsIndex, checkpoint_id: str = ""
    ) -> None:
        """
        The learner looks how one checkpoint stands, or all.
        """
    def node_reports(self, checkpoint_id: str) -> list[NodeReport]:
        """
        What each node of its condition found, each before its children.
        """
    def observe(
        self, seconds: typing.SupportsFloat | typing.SupportsIndex, undone: bool = False
    ) -> None:
        """
        Take what was reported since the last observation, or only that time passed.

        Args:
            undone: Whether Undo or Redo led here.
        """
    def pause(self, seconds: typing.SupportsFloat | typing.SupportsIndex) -> None: ...
    def progress(self, checkpoint_id: str) -> TryProgress: ...
    def questions(self) -> list[Question]:
        """
        All that the checkpoints ask.
        """
    def reasons(self, checkpoint_id: str) -> list[Message]:
        """
        What is not met, a sentence each.
        """
    def rebase(self, seconds: typing.SupportsFloat | typing.SupportsIndex) -> None:
        """
        Take what was reported since the last observation as nobody's work.
        """
    def remove_object(self, name: str) -> None: ...
    def resume(self, seconds: typing.SupportsFloat | typing.SupportsIndex) -> None:
        """
        What changed in the pause is nobody's work.
        """
    def resume_for_work(self, seconds: typing.SupportsFloat | typing.SupportsIndex) -> bool:
        """
        End a pause if an object was changed since; that counts as work. Whether it did.
        """
    def set_answer(
        self,
        question: str,
        value: str | collections.abc.Sequence[str] | typing.SupportsFloat | typing.SupportsIndex,
    ) -> None:
        """
        The learner answers a question; it counts from the next observation on.

        Args:
            value: A text for a choice, all texts in order for an order, or a number.

        Raises:
            NotFound: No checkpoint asks this question.
            BadArgument: It is no answer to the question, be it right or wrong.
        """
    def set_held(self, is_held: bool) -> None:
        """
        Tell whether the learner has something in the hand: no try ends until it is let go.
        """
    def set_mode_and_tool(self, mode: str, active_tool: str) -> None: ...
    def set_object(
        self,
        name: str,
        uuid: str,
        type: str,
        world: typing.Annotated[
            collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex], "FixedSize(16)"
        ],
        corners: typing.Annotated[
            collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex], "FixedSize(24)"
        ],
        visible: bool,
        parent: str,
        is_parent_of_lesson: bool,
        materials: collections.abc.Sequence[str],
        modifiers: collections.abc.Sequence[Modifier],
        properties: collections.abc.Mapping[
            str,
            bool
            | typing.SupportsInt
            | typing.SupportsIndex
            | typing.SupportsFloat
            | typing.SupportsIndex
            | str,
        ],
        surface: Surface | None = None,
        rotation_mode: str = "",
        rotation_euler_rad: typing.Annotated[
            collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex], "FixedSize(3)"
        ] = [0.0, 0.0, 0.0],
        mesh: MeshCounts | None = None,
    ) -> None:
        """
        Tell how an object is now; it counts from the next observation on.

        Args:
            name: In the lesson.
            world: 16 numbers, local to world, row by row, metres.
            corners: 24 numbers, the 8 corners of the box in the object's own space.
            parent: Name of its parent, in the lesson if that names it, else in the file; "" without.
            is_parent_of_lesson: Whether the parent is the lesson's object of that name.
            modifiers: In the order in which they work.
            surface: Of an object whose surface a condition asks for; without it the faces of its box
                stand for it.
            rotation_mode: Blender's `Object.rotation_mode`; without Euler angles a turn of more
                than half is read as the shorter one.
            rotation_euler_rad: Its channels about x, y and z.
            mesh: Of an object whose mesh a condition asks for, and that is one.
        """
    def set_selection(self, names: collections.abc.Sequence[str], active: str) -> None:
        """
        Tell which of the lesson's objects are selected.

        Args:
            names: In the lesson.
            active: Of them, the active one; "" where it is none of them.
        """
    def set_tolerance_factor(self, factor: typing.SupportsFloat | typing.SupportsIndex) -> None:
        """
        Leave 0.5 to 1 of the margin that the author left; may end tries, as observing may.
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
        pivot_distance_m: typing.SupportsFloat | typing.SupportsIndex = 0.0,
    ) -> None:
        """
        Tell what the learner looks through.

        Args:
            source: "viewport" or "camera".
            parallel_height_m: Above 0 for a parallel projection that shows so much height.
            pivot_distance_m: Of a viewport, from the eye to the point that it turns about.
        """
    def start(self, seconds: typing.SupportsFloat | typing.SupportsIndex) -> None:
        """
        What was reported so far is how the learner finds the scene. Once.
        """
    def submit(
        self, seconds: typing.SupportsFloat | typing.SupportsIndex, checkpoint_id: str = ""
    ) -> list[str]:
        """
        The learner is done with one, or all; returns the ids of those not begun.
        """
    def take_changed(self) -> list[str]:
        """
        Ids of the checkpoints that may stand otherwise than the last time.
        """
    def take_outcomes(self) -> list[TryEnded | OrderBroken | SlipCorrected | RuleBroken]:
        """
        What came of it since the last time, in order.
        """
    @property
    def active_seconds(self) -> float:
        """
        Since the start, without pauses, at the last call.
        """
    @property
    def due_seconds(self) -> float | None:
        """
        When time alone may bring something about, by the clock that is given.
        """
    @property
    def is_paused(self) -> bool: ...
    @property
    def needs_mode_or_tool(self) -> bool: ...
    @property
    def needs_selection(self) -> bool: ...
    @property
    def needs_view(self) -> bool: ...

class ViewportWatch:
    """
    Watches how the view of a running unit is led.

    Features always; the raw trace where it is asked for. Main thread.
    """
    def __init__(self, session_id: str) -> None: ...
    def features(self) -> typing.Any:
        """
        What was observed so far, as ``ViewportFeatures``.
        """
    def look(
        self,
        run: SessionRun,
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
        parallel_height_m: typing.SupportsFloat | typing.SupportsIndex,
        keeps_trace: bool,
    ) -> None:
        """
        Look at the view, and at the parts as the run observed them last.

        Args:
            keeps_trace: Whether the learner agreed that the raw trace is kept.
        """
    def look_away(self, keeps_trace: bool) -> None:
        """
        Nobody looks from the last look on until the next one: a pause of the learner's.
        """
    def look_without_view(self, run: SessionRun, keeps_trace: bool) -> None:
        """
        The same where the learner sees nothing of the scene.
        """
    @property
    def waiting_samples(self) -> int:
        """
        Of the trace, until ``Engine.add_trace`` takes them.
        """

class SceneRequest:
    """
    What a client's call wants of the scene.
    """
    @property
    def caller(self) -> str:
        """
        Id of the principal that asked.
        """
    @property
    def command(self) -> typing.Any:
        """
        As the dataclass of the command.
        """
    @property
    def id(self) -> int: ...
    @property
    def is_cancelled(self) -> bool:
        """
        Whether whoever asked waits no more: they cancelled it or went away.
        """
    @property
    def is_from_window(self) -> bool:
        """
        Whether somebody at this Blender's own window asked.
        """

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

        A record that is locked, full or read-only does not raise: ``status`` says why, learners can go on.
        """
    def add_trace(self, watch: ViewportWatch) -> bool:
        """
        Keep what a watch traced since the last time, if its learner agreed to that.

        Returns:
            Whether there was something.
        """
    def answer(self, request: SceneRequest, reply: typing.Any) -> None:
        """
        With the dataclass of the command's reply; one that is out of shape is an error for who asked.
        """
    def call(
        self,
        tool: str,
        arguments: typing.Any,
        run: collections.abc.Callable[[typing.Any], typing.Any],
    ) -> typing.Any:
        """
        Call a tool and return its reply.

        Waits, with the GIL released, for the thread that owns the learners' state, and for no disk.

        Args:
            tool: Its name.
            arguments: A dataclass or a dict.
            run: ``run(command) -> reply`` does the scene's part, on this thread.

        Raises:
            MallocVrError: Why the tool did nothing, of the class that belongs to its code.
        """
    def check_arguments(self, tool: str, arguments: typing.Any) -> None:
        """
        Whether arguments have the shape that a tool publishes; calls nothing.

        Raises:
            BadArgument: They do not; the field says where.
            NotFound: There is no such tool.
        """
    def close(self) -> None:
        """
        Stop all threads in order. Idempotent.
        """
    def export_events(self, path: str) -> int:
        """
        Begin to write every event of the record, opened, to *path* (0600), one JSON object a line.

        Returns:
            The id of a call whose end comes from ``take_completion``: an ``EventCount``.
        """
    def import_vault(self, folder: str) -> int:
        """
        Begin to add the events of the learners in another vault's *folder* to this record.

        Returns:
            The id of a call whose end comes from ``take_completion``: an ``EventCount``.
        """
    def post(self, tool: str, arguments: typing.Any) -> int:
        """
        Begin a call of a tool that needs no scene; its end comes from ``take_completion``.
        """
    def publish_lesson(self, lesson: typing.Any) -> None:
        """
        What reading tools say of the open file from now on.
        """
    def reject(
        self,
        request_id: typing.SupportsInt | typing.SupportsIndex,
        code: str,
        message: str,
        field: str = "",
        remedy: str = "",
    ) -> None: ...
    def renew_token(self) -> None:
        """
        Make a new token; whoever has only the old one is not let in any more.
        """
    def set_activity(self, what: str) -> None:
        """
        What the main thread is about to be busy with; empty for nothing in particular.
        """
    def set_running_unit(self, title: str) -> None:
        """
        The title of the unit that somebody works in, empty for none: clients' authoring waits for its end.
        """
    def start_server(
        self, port: typing.SupportsInt | typing.SupportsIndex, run_folder: str
    ) -> None:
        """
        Serve MCP on loopback and on a socket.

        Args:
            port: 0 for any free one.
            run_folder: Private folder for the socket; the token lies beside the record.

        Raises:
            Conflict: Already serving.
            StorageUnavailable: The folder cannot be used.
        """
    def status(self) -> typing.Any:
        """
        Server, record and queue, as ``core.status`` has them; never waits.
        """
    def stop_server(self) -> None: ...
    def take(
        self, patience_seconds: typing.SupportsFloat | typing.SupportsIndex
    ) -> SceneRequest | None:
        """
        The next client's request for the main thread, or None when none came in time.

        Releases the GIL while it waits.
        """
    def take_completion(
        self, patience_seconds: typing.SupportsFloat | typing.SupportsIndex
    ) -> tuple[int, typing.Any] | None:
        """
        The next end of what was begun and not waited for, or None when none came in time.

        Returns:
            Its id, and the reply or the MallocVrError in its place.
        """
    def tools_json(self) -> str:
        """
        The tools as clients see them.
        """

def author_forms() -> list[AuthorForm]:
    """
    Of all predicates that have one, in the order in which authors read of them.
    """

def count_open_edges(
    edges: typing.SupportsInt | typing.SupportsIndex, corner_edges: typing_extensions.Buffer
) -> int:
    """
    How many edges do not have exactly two faces.

    Args:
        edges: How many there are.
        corner_edges: int32, the number of an edge for each corner of each face.
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

def hold_file(path: str) -> HeldFile | None:
    """
    Take the exclusive lock of the file *path* without waiting.

    None if another program, or this one, has it already. Raises StorageUnavailable if the file is not
    there or cannot be opened.
    """

def log_to_file(path: str) -> None:
    """
    Write the program's log to *path*; an empty path discards it.
    """

def make_private(path: str) -> None:
    """
    Let this user only read and write the file *path*, which is there.

    Raises StorageUnavailable.
    """

def make_private_folder(path: str) -> None:
    """
    Make the folder *path*, and its parents, for this user only; one that is there stays.

    On Windows by an access list, which ``os.mkdir`` does not give. Raises StorageUnavailable.
    """

def message_templates() -> dict[str, str]:
    """
    What messages say, in English, by id: what a translation has to hold.
    """

def object_members() -> set[str]:
    """
    The members, of any predicate, in which a condition names an object.
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

def predicate_forms() -> list[PredicateForm]:
    """
    Of all predicates, in the order in which authors read of them.
    """

def ready_units(units_json: str, mastered: collections.abc.Sequence[str]) -> list[str]:
    """
    Units not mastered whose prerequisites all are, in authored order.
    """

def register_dataclass(dataclass: type) -> None:
    """
    Has the described struct of the class's name become this dataclass from now on.
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
LEARNER_ID_LIMIT_CHARS: int = 128
UNIT_ID_LIMIT_CHARS: int = 128
