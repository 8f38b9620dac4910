"""Builds the lesson's .blend and its picture. Run with a Python that has the bpy module.

    python build.py --assets flange.blend
    python build.py --picture scene.png --width 1280 --height 800 --engine cycles
    python build.py --poses

Exit code 0 if every file asked for was written.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import bpy

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from workshop import files  # noqa: E402

from bolted_flange import geometry, lesson_file, poses, stage  # noqa: E402

EEVEE = "BLENDER_EEVEE_NEXT" if (4, 2) <= bpy.app.version < (5, 0) else "BLENDER_EEVEE"
ENGINES = {"cycles": "CYCLES", "eevee": EEVEE, "workbench": "BLENDER_WORKBENCH"}
VIEWS = {
    "lesson": (stage.CAMERA_EYE, stage.CAMERA_TARGET),
    "plate": (poses.SERIAL_PLATE_EYE, poses.SERIAL_PLATE.location),
}


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--assets", type=Path, metavar="OUT.blend", help="write the lesson's file")
    parser.add_argument("--picture", type=Path, metavar="OUT.png", help="render the lesson camera")
    parser.add_argument("--poses", action="store_true", help="write the poses into lesson.json")
    parser.add_argument(
        "--unit",
        choices=poses.UNITS,
        default=poses.UNITS[0],
        help="the unit whose start the picture shows",
    )
    parser.add_argument("--view", choices=sorted(VIEWS), default="lesson")
    parser.add_argument("--hints", action="store_true", help="show the unit's hints in the picture")
    parser.add_argument("--engine", choices=sorted(ENGINES), default="cycles")
    parser.add_argument("--width", type=int, default=1280, help="pixels")
    parser.add_argument("--height", type=int, default=800, help="pixels")
    parser.add_argument("--samples", type=int, default=8, help="samples a pixel (not Workbench)")
    wanted = parser.parse_args()
    if not (wanted.assets or wanted.picture or wanted.poses):
        parser.error("nothing to do: give --assets, --picture or --poses")
    return wanted


def set_up_render(scene: bpy.types.Scene, wanted: argparse.Namespace) -> None:
    """Engine, size and look of the picture."""
    scene.render.engine = ENGINES[wanted.engine]
    scene.render.resolution_x, scene.render.resolution_y = wanted.width, wanted.height
    scene.render.resolution_percentage = 100
    scene.view_settings.view_transform = "AgX"
    scene.view_settings.look = "AgX - Medium High Contrast"
    if wanted.engine == "cycles":
        scene.cycles.samples, scene.cycles.use_denoising = wanted.samples, True
        scene.cycles.max_bounces, scene.cycles.seed = 3, 1
        scene.cycles.caustics_reflective = scene.cycles.caustics_refractive = False
        scene.cycles.use_light_tree = False
        scene.cycles.denoising_prefilter = "NONE"
        scene.world.cycles.sampling_method = "MANUAL"
        scene.world.cycles.sample_map_resolution = 64
    elif wanted.engine == "eevee":
        scene.eevee.taa_render_samples = wanted.samples
    else:
        scene.display.shading.light, scene.display.shading.color_type = "STUDIO", "MATERIAL"
        scene.display.shading.show_cavity = True
        scene.view_settings.view_transform = "Standard"
        scene.view_settings.look = "None"


def render(scene: bpy.types.Scene, wanted: argparse.Namespace) -> None:
    """Renders one view of one unit's start to a PNG."""
    geometry.start_unit(wanted.unit)
    stage.aim(scene.camera, *VIEWS[wanted.view])
    for thing in bpy.data.collections[geometry.HINTS].objects:
        thing.hide_render = not (wanted.hints and thing["malloc_vr_hint_for"] == wanted.unit)
    set_up_render(scene, wanted)
    scene.render.image_settings.file_format = "PNG"
    scene.render.filepath = str(wanted.picture.resolve())
    bpy.ops.render.render(write_still=True)


def main() -> None:
    """Does what the command line asks for."""
    wanted = arguments()
    if wanted.poses:
        lesson_file.write(lesson_file.with_poses(lesson_file.load()))
    if wanted.assets or wanted.picture:
        scene = files.empty_scene()
        geometry.build(scene)
    if wanted.assets:
        files.save(wanted.assets)
    if wanted.picture:
        render(scene, wanted)


if __name__ == "__main__":
    main()
    sys.stdout.flush()
    # After a GPU render the module never comes back from its own clean-up.
    os._exit(0)
