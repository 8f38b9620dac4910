"""The add-on's preferences, and what they say as a plain value."""

import textwrap
from dataclasses import dataclass
from pathlib import Path

import bpy

from ..core.said import joined
from ..translation import shown, translated
from . import data_folder, native_module, record_place
from .data_folder import PACKAGE

_CHARACTER_PIXELS = 7.5  # mean width in the interface font at scale 1, with the box's own margins


@dataclass(frozen=True)
class Settings:
    """What the user chose.

    Attributes:
        port: TCP port of the server on loopback; 0 takes any free one, and then the same again.
        folder: Where the record is kept.
        has_own_folder: Whether the user chose `folder`; it is the platform's else.
        starts_with_file: Whether opening a file starts the server.
        learner: Pseudonym of the learner who usually sits here.
        lessons_folder: Where lessons lie that were given; None for a folder in the documents.
    """

    port: int = 0
    folder: Path = Path()
    has_own_folder: bool = False
    starts_with_file: bool = False
    learner: str = ""
    lessons_folder: Path | None = None


def settings() -> Settings:
    """Read the preferences; without any (a runner that only registers) the defaults."""
    chosen = _preferences()
    if chosen is None:
        return Settings(folder=data_folder.default_folder())
    own = Path(bpy.path.abspath(chosen.folder)) if chosen.folder else None
    return Settings(
        port=chosen.port,
        folder=own or data_folder.default_folder(),
        has_own_folder=own is not None,
        starts_with_file=chosen.starts_with_file,
        learner=chosen.learner,
        lessons_folder=Path(bpy.path.abspath(chosen.lessons_folder))
        if chosen.lessons_folder
        else None,
    )


def set_folder(folder: Path) -> None:
    """Have the record in `folder` from the next opening on."""
    chosen = _preferences()
    if chosen is not None:
        chosen.folder = "" if folder == data_folder.default_folder() else str(folder)


def _preferences() -> "MALLOC_VR_AP_preferences | None":
    addon = bpy.context.preferences.addons.get(PACKAGE) if bpy.context.preferences else None
    chosen = addon.preferences if addon else None
    return chosen if isinstance(chosen, MALLOC_VR_AP_preferences) else None


class MALLOC_VR_AP_preferences(bpy.types.AddonPreferences):
    """Where the record is kept and how AI clients are served."""

    bl_idname = PACKAGE

    port: bpy.props.IntProperty(  # type: ignore[valid-type]
        name="Port",
        description="TCP port for AI clients on this computer. 0 takes any free one at the first "
        "start, and the same one from then on",
        min=0,
        max=65535,
        default=0,
    )
    folder: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Folder",
        description="Where the sealed record of learning is kept. Empty: this system's folder for "
        "your own data. To take the record along, use Move Record; a folder typed here begins "
        "another record when Blender starts again, unless the record was moved out of it",
        subtype="DIR_PATH",
    )
    starts_with_file: bpy.props.BoolProperty(  # type: ignore[valid-type]
        name="Start server with file",
        description="Start serving AI clients whenever a file is opened in a window",
        default=False,
    )
    lessons_folder: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Lessons",
        description="Where the lessons lie that Show My Lessons lists and Pack Lesson proposes. "
        "Empty: Malloc VR Lessons among your documents",
        subtype="DIR_PATH",
    )
    learner: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Learner at Start",
        description="Who is set when Blender starts, by a nickname: do not use a real name. Empty: "
        "nobody",
        maxlen=128,
    )

    def draw(self, context: bpy.types.Context) -> None:
        """Draw the settings, or why there is nothing to set."""
        layout = self.layout
        problem = native_module.problem()
        if problem:
            _draw_problem(layout, context, problem)
            return
        layout.use_property_split = True
        layout.use_property_decorate = False
        server = layout.column(heading="Server")
        server.prop(self, "port")
        server.prop(self, "starts_with_file")
        layout.separator()
        layout.column(heading="Lessons").prop(self, "lessons_folder", text="Folder")
        layout.separator()
        record = layout.column(heading="Record")
        record.prop(self, "folder", placeholder=str(data_folder.default_folder()))
        record.prop(self, "learner", placeholder="nobody: asked for at the first unit")
        _draw_learner(record)
        layout.use_property_split = False
        place = record_place.current(settings().folder, _folder_in_use())
        _draw_record(layout, context, place)


def _folder_in_use() -> Path | None:
    from .. import runtime

    return runtime.record_folder()


def _draw_learner(layout: bpy.types.UILayout) -> None:
    from .. import runtime

    learner = runtime.view().learner
    row = layout.row(heading="Learner Now")
    row.label(text=learner or translated("Nobody set yet"), icon="USER")
    row.operator(
        "malloc_vr.learner_set", text=translated("Change") if learner else translated("Set Learner")
    )


def _draw_record(
    layout: bpy.types.UILayout, context: bpy.types.Context, place: record_place.Place
) -> None:
    from .. import runtime

    record = runtime.view().record
    box = layout.box()
    if record.problem:
        lines = _lines(context, shown(joined((record.problem, record.remedy))))
        said = box.column(align=True)
        for number, line in enumerate(lines):
            said.label(text=line, icon="BLANK1" if number else "ERROR")
    else:
        box.label(text=shown(place.text), icon="FILE_FOLDER")
    for line in place.warning:
        box.label(text=shown(line), icon="ERROR" if line is place.warning[0] else "BLANK1")
    row = box.row(align=True)
    row.operator("malloc_vr.folder_open", icon="FILEBROWSER")
    row.operator("malloc_vr.record_move", icon="FOLDER_REDIRECT")
    row.operator("malloc_vr.log_open", icon="TEXT")
    for other in place.others:
        found = box.row()
        found.label(
            text=translated(
                "Another record, {size}: {folder}", size=other.size, folder=other.folder
            ),
            icon="INFO",
        )
        add = found.operator("malloc_vr.vault_import", icon="ADD")
        add.folder = str(other.folder)


def _lines(context: bpy.types.Context, text: str) -> list[str]:
    """A label is one line, cut at its end."""
    scale = context.preferences.system.ui_scale if context.preferences else 1.0
    width_chars = max(40, int(context.region.width / scale / _CHARACTER_PIXELS))
    return [line for part in text.split("\n") for line in textwrap.wrap(part, width_chars)]


def _draw_problem(layout: bpy.types.UILayout, context: bpy.types.Context, problem: str) -> None:
    box = layout.box().column(align=True)
    box.label(text="Malloc VR Learning cannot start here", icon="ERROR")
    for line in _lines(context, shown(problem)):
        box.label(text=line)
    box.separator()
    box.label(text=translated("Blender itself is not affected, and what was recorded is kept."))


register, unregister = bpy.utils.register_classes_factory((MALLOC_VR_AP_preferences,))
