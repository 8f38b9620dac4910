"""The add-on's preferences, and what they say as a plain value."""

from dataclasses import dataclass
from pathlib import Path

import bpy

from . import native_module

PACKAGE = __package__ or "malloc_vr"


@dataclass(frozen=True)
class Settings:
    """What the user chose.

    Attributes:
        port: TCP port of the server on loopback; 0 takes any free one.
        folder: Where the record and the named lessons are kept.
        starts_with_file: Whether opening a file starts the server.
        learner: Pseudonym of the learner who usually sits here.
    """

    port: int = 0
    folder: Path = Path()
    starts_with_file: bool = False
    learner: str = ""


def settings() -> Settings:
    """Read the preferences; without any (a runner that only registers) the defaults."""
    addon = bpy.context.preferences.addons.get(PACKAGE) if bpy.context.preferences else None
    chosen = addon.preferences if addon else None
    if not isinstance(chosen, MALLOC_VR_AP_preferences):
        return Settings(folder=default_folder())
    return Settings(
        port=chosen.port,
        folder=Path(bpy.path.abspath(chosen.folder)) if chosen.folder else default_folder(),
        starts_with_file=chosen.starts_with_file,
        learner=chosen.learner,
    )


def default_folder() -> Path:
    """The add-on's own folder, which Blender keeps across updates. It is not made here."""
    try:
        return Path(bpy.utils.extension_path_user(PACKAGE, path="vault"))
    except ValueError:  # not installed as an extension, as in a developer's run
        return Path(bpy.utils.user_resource("DATAFILES", path="malloc_vr")) / "vault"


class MALLOC_VR_AP_preferences(bpy.types.AddonPreferences):
    """Where the record is kept and how AI clients are served."""

    bl_idname = PACKAGE

    port: bpy.props.IntProperty(  # type: ignore[valid-type]
        name="Port",
        description="TCP port for AI clients on this computer. 0 takes any free port",
        min=0,
        max=65535,
        default=0,
    )
    folder: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Folder",
        description="Where the sealed record and named lessons are kept. "
        "Empty: the add-on's own folder. A change takes effect when Blender starts again",
        subtype="DIR_PATH",
    )
    starts_with_file: bpy.props.BoolProperty(  # type: ignore[valid-type]
        name="Start server with file",
        description="Start serving AI clients whenever a file is opened in a window",
        default=False,
    )
    learner: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Learner",
        description="Pseudonym of the learner who usually works here. Do not use a real name",
        maxlen=128,
    )

    def draw(self, context: bpy.types.Context) -> None:
        """Draw the settings, or why there is nothing to set."""
        layout = self.layout
        problem = native_module.problem()
        if problem:
            _draw_problem(layout, problem)
            return
        layout.use_property_split = True
        layout.use_property_decorate = False
        server = layout.column(heading="Server")
        server.prop(self, "port")
        server.prop(self, "starts_with_file")
        layout.separator()
        record = layout.column()
        record.prop(self, "folder", placeholder=str(default_folder()))
        record.prop(self, "learner", placeholder="asked for at the first unit")


def _draw_problem(layout: bpy.types.UILayout, problem: str) -> None:
    box = layout.box().column(align=True)
    box.label(text="Malloc VR Learning cannot start here", icon="ERROR")
    for line in problem.split(". "):
        box.label(text=line.strip().rstrip("."))
    box.separator()
    box.label(text="Blender itself is not affected. Install a zip built for this Blender.")


register, unregister = bpy.utils.register_classes_factory((MALLOC_VR_AP_preferences,))
