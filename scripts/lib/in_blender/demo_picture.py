"""Renders a lesson file's first unit to a picture.

demo_picture.py LESSON.blend PICTURE.png
"""

import sys
from pathlib import Path

import bpy

sys.path.insert(0, str(Path(__file__).parent))
from process_end import end_process

SAMPLES = 16
SIZE_PX = (960, 600)


def main(file: str, picture: str) -> None:
    """Look through the unit's own camera, with Cycles on the processor."""
    bpy.ops.wm.open_mainfile(filepath=file)
    scene = next(scene for scene in bpy.data.scenes if scene.get("learning_unit_id"))
    scene.render.engine = "CYCLES"
    scene.cycles.device = "CPU"
    scene.cycles.samples = SAMPLES
    scene.cycles.use_denoising = True
    scene.cycles.max_bounces = 3
    scene.render.resolution_x, scene.render.resolution_y = SIZE_PX
    scene.view_settings.view_transform = "AgX"
    scene.view_settings.look = "AgX - Medium High Contrast"
    scene.render.image_settings.file_format = "PNG"
    scene.render.filepath = picture
    bpy.ops.render.render(write_still=True, scene=scene.name)


if __name__ == "__main__":
    main(*(sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else sys.argv[1:]))
    end_process(0)
