"""The record's place: shown, moved, and given the learners of another record.

No poll here looks at the disk: polls run at every draw.
"""

from pathlib import Path

import bpy

from .. import runtime
from ..core.errors import MallocVrError
from ..lifetime import data_folder, record_finding, record_moving
from ..translation import counted, translated
from . import calling


def _folder_property() -> object:
    return bpy.props.StringProperty(
        name="Folder", subtype="DIR_PATH", options={"SKIP_SAVE", "HIDDEN"}
    )


class MALLOC_VR_OT_folder_open(bpy.types.Operator):
    """Open the folder that holds the sealed record of learning"""

    bl_idname = "malloc_vr.folder_open"
    bl_label = "Open Folder"
    bl_options: set[str] = set()

    def execute(self, context: bpy.types.Context) -> set[str]:
        folder = runtime.record_folder() or record_finding.settings().folder
        if not folder.is_dir():
            self.report(
                {"WARNING"},
                translated("There is no record yet: it is made at the first use"),
            )
            return {"CANCELLED"}
        if not _is_shown(folder):  # this computer has no program that shows folders
            self.report(
                {"WARNING"},
                translated("Nothing here can show folders. It is {folder}", folder=folder),
            )
            return {"CANCELLED"}
        return {"FINISHED"}


class MALLOC_VR_OT_record_move(bpy.types.Operator):
    """Move the record and its key to another folder of this computer"""

    bl_idname = "malloc_vr.record_move"
    bl_label = "Move Record"
    bl_options: set[str] = set()

    directory: _folder_property()  # type: ignore[valid-type]
    filter_folder: bpy.props.BoolProperty(  # type: ignore[valid-type]
        default=True, options={"HIDDEN", "SKIP_SAVE"}
    )

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return _is_quiet(cls)

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        """Ask for the folder."""
        now = runtime.record_folder() or record_finding.settings().folder
        self.directory = str(now.parent)
        context.window_manager.fileselect_add(self)
        return {"RUNNING_MODAL"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        if not self.directory:
            self.report(
                {"WARNING"},
                translated("Choose the folder that the record is to be moved to"),
            )
            return {"CANCELLED"}
        try:
            folder, left = record_moving.move_record(Path(self.directory))
        except MallocVrError as error:
            calling.reject(self, error)
            return {"CANCELLED"}
        runtime.show_problem("")
        self.report({"INFO"}, translated("The record is in {folder} now", folder=folder))
        if left:
            names = ", ".join(file.name for file in left)
            self.report(
                {"WARNING"},
                translated(
                    "A program has {files} open in {folder}: close it, then delete them there",
                    files=names,
                    folder=left[0].parent,
                ),
            )
        return {"FINISHED"}


class MALLOC_VR_OT_vault_import(bpy.types.Operator):
    """Add the learners of a record that an earlier installation left, with all that they did"""

    bl_idname = "malloc_vr.vault_import"
    bl_label = "Add Its Learners"
    bl_options: set[str] = set()

    folder: _folder_property()  # type: ignore[valid-type]

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return _is_quiet(cls)

    def execute(self, context: bpy.types.Context) -> set[str]:
        if calling.must_wait(self, "vault_import"):
            return {"CANCELLED"}
        try:
            count = record_moving.add_learners(Path(self.folder))
        except MallocVrError as error:
            calling.reject(self, error)
            return {"CANCELLED"}
        runtime.show_problem("")
        added = counted(
            count, "1 event was added to the record", "{count} events were added to the record"
        )
        self.report({"INFO"}, added)
        return calling.finish()


class MALLOC_VR_OT_log_open(bpy.types.Operator):
    """Open the program's log. It holds nothing of what learners do"""

    bl_idname = "malloc_vr.log_open"
    bl_label = "Open Log"
    bl_options: set[str] = set()

    def execute(self, context: bpy.types.Context) -> set[str]:
        path = data_folder.log_file()
        if not path.is_file():
            self.report(
                {"WARNING"},
                translated("There is no log yet: it begins at the first use"),
            )
            return {"CANCELLED"}
        if not _is_shown(path):  # this computer has no program that shows texts
            self.report(
                {"WARNING"},
                translated("Nothing here can show the log. It is {path}", path=path),
            )
            return {"CANCELLED"}
        return {"FINISHED"}


def _is_shown(path: Path) -> bool:
    try:
        return "FINISHED" in bpy.ops.wm.path_open(filepath=str(path))
    except (RuntimeError, OSError):
        return False


def _is_quiet(cls: type[bpy.types.Operator]) -> bool:
    """Whether nothing writes the record now."""
    if calling.is_at_work(cls):
        return False
    if runtime.view().server.running:
        cls.poll_message_set(translated("Stop the server first"))
        return False
    return not calling.is_opening(cls)


CLASSES = (
    MALLOC_VR_OT_folder_open,
    MALLOC_VR_OT_record_move,
    MALLOC_VR_OT_vault_import,
    MALLOC_VR_OT_log_open,
)
