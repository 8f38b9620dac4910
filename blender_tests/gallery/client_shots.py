"""The server, closed and open, and the strip of what a client did and what of it waits."""

from album import Album, Steps
from beside_person import let_client, unit
from blender_tests_support import addon, start_client
from person import begin, run
from staging import unfolded
from work_shots import until


def client_server_off_and_on(album: Album) -> Steps:
    yield from begin(album)
    yield from album.take("75-server-folded", ["Learn"])
    with unfolded("MALLOC_VR_PT_server"):
        yield from album.take("76-server-off", ["AI clients on this computer", "Start Server"])
        run("server_start", port=0)
        yield from album.take("77-server-on", ["127.0.0.1", "Nobody connected yet", "Stop Server"])
        yield from let_client(unit("one"))
        yield from until(lambda: addon("runtime").view().client_change is not None)
        yield from album.take("78-client-strip", ["Show", "Undo", "1 call"])
    run("server_stop")
    yield 0.3


def client_waits_for_the_unit(album: Album) -> Steps:
    yield from begin(album)
    run("lesson_add_example")
    run("server_start", port=0)
    run("unit_start", unit_id="find_serial_plate", learner="ada")
    yield 0.5
    tool, given = unit("theirs")
    child = start_client([{"tool": tool, "arguments": given}])
    yield from until(lambda: addon("runtime").view().waiting_changes > 0)
    yield from album.take("79-client-waits", ["Allow Now", "wait"], whole=True)
    run("client_allow")
    yield from until(lambda: child.poll() is not None)
    yield from album.take("80-client-allowed", ["Show", "Undo"])
    run("session_end")
    run("server_stop")
    yield 0.3


EVERYWHERE = (client_server_off_and_on, client_waits_for_the_unit)
ONCE = ()
