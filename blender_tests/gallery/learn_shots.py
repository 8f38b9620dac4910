"""Learn, while no unit runs: no lesson, nobody, names, where one goes on, a folder of lessons."""

from album import Album, Steps
from blender_tests_support import addon
from person import begin, run
from staging import ask, open_menu, point_at_sidebar


def learn_without_a_lesson(album: Album) -> Steps:
    yield from begin(album)
    addon("modes").choose(addon("modes").Mode.LEARN)
    yield from album.take("01-learn-no-lesson", ["Open a lesson file to learn", "Open Lesson"])


def learn_with_a_lesson(album: Album) -> Steps:
    yield from begin(album)
    run("lesson_add_example")
    yield from album.take("02-learn-nobody", ["Set Learner", "Start"])
    for name in ("ada", "Grace", "Chloé with a name that is long"):
        run("unit_start", unit_id="find_serial_plate", learner=name)
        run("session_end")
    yield from album.take("03-learn-lesson", ["Chloé with a name that is long", "opens after"])


def learn_names_in_a_list(album: Album) -> Steps:
    yield from point_at_sidebar()
    yield from album.take(
        "04-learn-names",
        ["Who Works Here?", "ada", "Grace", "Somebody Else…"],
        whole=True,
        opens=lambda: open_menu("MALLOC_VR_MT_learners"),
    )
    album.escape()
    yield 0.5


def learn_examples_in_a_list(album: Album) -> Steps:
    yield from begin(album)
    yield from point_at_sidebar()
    yield from album.take(
        "05-learn-examples",
        ["Open an Example"],
        whole=True,
        opens=lambda: open_menu("MALLOC_VR_MT_examples"),
    )
    album.escape()
    yield 0.5


def learn_asks_for_a_name(album: Album) -> Steps:
    yield from begin(album)
    run("lesson_add_example")
    album.out_of_the_way()
    yield 0.3
    yield from album.take(
        "06-learn-asks-for-a-name",
        ["Start Unit"],
        whole=True,
        opens=lambda: ask("unit_start", unit_id="find_serial_plate"),
    )
    album.escape()
    yield 0.5


EVERYWHERE = (learn_without_a_lesson, learn_with_a_lesson)
ONCE = (learn_names_in_a_list, learn_examples_in_a_list, learn_asks_for_a_name)
