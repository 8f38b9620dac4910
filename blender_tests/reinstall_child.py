"""A person's whole way in a Blender of its own: install, work, remove, install again, look.

    reinstall_child.py ZIP [STAGE]

STAGE is `work` (install, author, learn), `remove` or `look` (install, read the record); without
one, all three. Writes a line of JSON after each that read the record: {"record", "events", "files"}.
"""

import importlib
import json
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import bpy

# isort: split
import addon_utils  # can be found once bpy is imported

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts" / "lib" / "in_blender"))
from process_end import end_process

REPOSITORY = "user_default"
PACKAGE = f"bl_ext.{REPOSITORY}.malloc_vr"


def install(archive: str) -> None:
    """Install the zip with Blender's own operator, and enable it."""
    bpy.ops.extensions.package_install_files(
        filepath=archive, repo=REPOSITORY, enable_on_install=True, overwrite=True
    )
    assert addon_utils.check(PACKAGE)[1], "the add-on is not enabled after its installation"


def remove() -> None:
    """Uninstall it with Blender's own operator."""
    names = [repo.module for repo in bpy.context.preferences.extensions.repos]
    own = Path(bpy.utils.extension_path_user(PACKAGE))
    bpy.ops.extensions.package_uninstall(
        repo_index=names.index(REPOSITORY), pkg_id=PACKAGE.rpartition(".")[2]
    )
    for name in [name for name in sys.modules if name.startswith(("malloc_vr_native", PACKAGE))]:
        del sys.modules[name]
    assert not addon_utils.check(PACKAGE)[1], "the add-on is enabled after its removal"
    assert not own.exists(), "Blender kept the extension's own folder"


def work() -> None:
    """Author a unit, do it and check it."""
    bpy.ops.malloc_vr.unit_add(unit_id="move_it", title="Move it", objectives="it is there")
    mesh = bpy.data.meshes.new("Part")
    mesh.from_pydata([(0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1)], [], [])
    bpy.context.scene.collection.objects.link(bpy.data.objects.new("Part", mesh))
    bpy.ops.malloc_vr.trigger_add(
        kind="JSON", objective="it is there", conditions='{"visible": {"object": "Part"}}'
    )
    bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
    bpy.ops.malloc_vr.step_check()
    bpy.ops.malloc_vr.session_end()


def look() -> None:
    """Tell what the record holds, and close it."""
    session: Any = importlib.import_module(f"{PACKAGE}.runtime")
    engine = session.ready_engine()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.jsonl"
        engine.export_events(path)
        events = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    record = Path(engine.status().record.path)
    session.close()
    files = sorted(path.name for path in record.parent.iterdir())
    print(json.dumps({"record": str(record), "events": events, "files": files}), flush=True)


def main(archive: str, stage: str = "") -> None:
    """Go the way, or one stage of it."""
    if stage in ("", "work"):
        install(archive)
        work()
        look()
    if stage in ("", "remove"):
        remove()
    if stage in ("", "look"):
        install(archive)
        look()


def run_and_end(work: Callable[..., None]) -> NoReturn:
    """Call `work` with the words that follow the script, and end; the exit code says whether it raised."""
    code = 1
    try:
        work(*(sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else sys.argv[1:]))
        code = 0
    except BaseException:
        traceback.print_exc()
    end_process(code)


if __name__ == "__main__":
    run_and_end(main)
