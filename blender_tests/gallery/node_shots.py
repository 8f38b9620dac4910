"""The curriculum as nodes: links, a cycle that is not made, a module, whose progress colours show."""

import bpy
from album import Album, Steps
from curriculum import drag, open_curriculum
from person import run


def nodes_of_the_curriculum(album: Album) -> Steps:
    editor = yield from open_curriculum(album)
    run("learner_set", learner="ada")
    says = ["Colors Show", "Open", "Locked"]
    yield from album.take("70-nodes", says, whole=True)

    yield from drag(editor.output("find_serial_plate"), editor.input("seat_gasket"))
    editor.show_all()
    yield from album.take("71-nodes-linked", says, whole=True)

    yield from drag(editor.output("tighten_star"), editor.input("find_serial_plate"))
    yield from album.take("72-nodes-cycle", ["Notice", "→"], whole=True)

    run("notice_dismiss")
    bpy.context.window_manager.malloc_vr_curriculum_colours = "CLASS"
    yield from album.take("73-nodes-class", ["They are shown once 10 learners"], whole=True)
    bpy.context.window_manager.malloc_vr_curriculum_colours = "LEARNER"
    for other in bpy.context.window_manager.windows[1:]:
        with bpy.context.temp_override(window=other):
            bpy.ops.wm.window_close()
    yield 0.5


EVERYWHERE = (nodes_of_the_curriculum,)
ONCE = ()
