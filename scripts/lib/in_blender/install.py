"""Installs the extension zip of sys.argv into the profile, in Blender as a module, and enables it."""

import os
import sys

import bpy

# isort: split
import addon_utils  # can be found once bpy is imported

bpy.ops.extensions.package_install_files(
    filepath=sys.argv[1], repo="user_default", enable_on_install=True, overwrite=True
)
bpy.ops.wm.save_userpref()
enabled = addon_utils.check(f"bl_ext.user_default.{sys.argv[2]}")[1]
sys.stdout.flush()
sys.stderr.flush()
# Not through the interpreter's own end: the module's clean-up may hang after it used the GPU.
os._exit(0 if enabled else 1)
