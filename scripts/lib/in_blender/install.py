"""Installs the extension zip of sys.argv into the profile, in Blender as a module, and enables it."""

import sys
from pathlib import Path

import bpy

# isort: split
import addon_utils  # can be found once bpy is imported

sys.path.insert(0, str(Path(__file__).parent))
from process_end import end_process

bpy.ops.extensions.package_install_files(
    filepath=sys.argv[1], repo="user_default", enable_on_install=True, overwrite=True
)
bpy.ops.wm.save_userpref()
enabled = addon_utils.check(f"bl_ext.user_default.{sys.argv[2]}")[1]
end_process(0 if enabled else 1)
