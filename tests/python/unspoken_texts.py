"""Literals that read as if they were said to a person, and are not; by file, with the reason why."""

_PRODUCT = "Malloc VR"

NOT_SAID: dict[str, tuple[str, ...]] = {
    # Names of products and of what is typed.
    "operators/curriculum.py": (_PRODUCT,),
    "python/core/client_config.py": (
        "Claude Code",
        "Cursor",
        "Claude Desktop",
        "Bearer x",
        'claude mcp add --transport http x x --header "Authorization: x"',
        "x\nAuthorization: x",
    ),
    "addon/lifetime/load_failure.py": (
        r"version .GLIBC_([\d.]+)' not found",
        r"built for (?:macOS|Mac OS X) ([\d.]+)",
        "Linux",
        "Windows",
    ),
    # Names in the file, which stay the same in every language: other people open it too.
    "operators/unit.py": ("Scene",),
    "addon/authoring/hint_objects.py": ("Malloc VR Hint", "Hint x"),
    "addon/authoring/lesson_head.py": ("Lesson",),
    "addon/authoring/packing.py": ("Malloc VR Lesson",),
    "addon/curriculum/nodes.py": ("Comes After", "Comes Before"),
    "addon/scene/curriculum_tree.py": ("Curriculum",),
    "addon/scene/unreadable_names.py": ("Unreadable name",),
    # Names of folders.
    "python/core/data_folder.py": ("Application Support", "Local", "Library"),
    "python/core/documents_folder.py": ("Malloc VR Lessons", "Documents"),
    # Names of Blender's own, and of properties that no panel draws.
    "addon/curriculum/editor.py": ("Node Editor",),
    "addon/authoring/show_me.py": ("show me",),
    "addon/translation.py": ("Message", "Operator"),
    # For clients, the terminal and the log, which are English.
    "addon/lifetime/app_handlers.py": ("loading a file", "saving the file"),
    "addon/serving/cli.py": (
        "blender --command malloc_vr",
        "serve AI clients until SIGTERM or Ctrl-C; on Windows until Ctrl-Break or the input ends",
        "TCP port; 0 takes the one of the last time, else any free one",
        "a port is a number from 0 to 65535",
    ),
    "python/core/engine.py": ("the record",),
    "python/core/serving.py": ("x failed: x: x",),
    "python/core/run_folder.py": ("x holds no folder that stays",),
    # Keys and columns of tables; `report_html` has the headings.
    "python/core/class_report.py": ("not begun",),
    "python/core/report_csv.py": ("mean x",),
    # Names of types.
    "python/core/said.py": ("Said",),
    "python/core/shape.py": ("Reply",),
    "python/core/view.py": ("View",),
}
