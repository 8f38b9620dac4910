"""Opens sys.argv[1] in Blender as a module and serves it: what `blender -c malloc_vr serve` does."""

import importlib
import sys
from pathlib import Path

import bpy

sys.path.insert(0, str(Path(__file__).parent))
from enabling import enable

package = enable(sys.argv[2])
bpy.ops.wm.open_mainfile(filepath=sys.argv[1])
# The add-on registers a command for Blender's command line; a module has none, so its function
# is called straight.
cli = importlib.import_module(f"{package}.serving.cli")
sys.exit(cli.serve(sys.argv[3:]))
