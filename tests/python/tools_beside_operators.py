"""What a person can do in the window, and the tool that does the same; or why only a person does it.

A new operator belongs into one of the two tables, a property that is typed into a row into the third.
"""

TOOLS = {
    # The teacher.
    "unit_add": ("create_blender_knowledge_node",),
    "unit_move": ("order_units",),
    "unit_remove": ("remove_unit",),
    "unit_need": ("update_unit",),
    "unit_capture_start": ("capture_unit_start",),
    "trigger_add": ("create_assessment_trigger",),
    "goal_move": ("order_goals",),
    "goal_remove": ("remove_goal",),
    "condition_change": ("update_goal",),
    "question_change": ("update_goal",),
    "condition_add": ("update_goal",),
    "condition_member": ("update_goal",),
    "hints_make": ("make_hints", "set_hint_shapes"),
    "lesson_check": ("check_lesson",),
    "finding_fix": ("fix_finding",),
    "lesson_save": ("save_lesson",),
    "lesson_pack": ("pack_lesson",),
    "lesson_open": ("open_lesson",),
    "lessons_look": ("list_lessons",),
    "lesson_add_example": ("add_example_lesson",),
    "curriculum_show": ("arrange_curriculum",),
    "curriculum_tidy": ("arrange_curriculum",),
    # The learner.
    "learner_set": ("start_session",),
    "unit_start": ("start_session",),
    "unit_next": ("start_session",),
    "unit_restart": ("start_session",),
    "session_end": ("end_session",),
    "step_check": ("evaluate_unit", "evaluate_assessment"),
    "work_submit": ("evaluate_unit", "evaluate_assessment"),
    "hint_show": ("show_hint",),
    "unit_pause": ("pause_session",),
    "unit_resume": ("pause_session",),
    "consent_give": ("give_consent",),
    "consent_decline": ("withdraw_consent",),
    "recording_pause": ("pause_recording",),
    # The instructor.
    "review_show": ("get_class_overview", "get_unit_work"),
    "review_step": ("get_unit_work",),
    "review_play": ("get_session_replay",),
    "report_export": ("export_learners_report", "export_class_report"),
    "learner_delete": ("delete_learner",),
}
"""Tools by operator, without the prefixes that all of them have."""

_SHOW_ME = "Show Me is a person's own demonstration with mouse and keys."
_WHAT_IS_SHOWN = (
    "It chooses what this window shows; nothing is authored, and a client reads it as data."
)
_OWN_HAND = (
    "What is judged is the learner's own answer or wish; a client must not give it for them."
)
_OWN_SERVER = "It decides what clients may do here: the person beside them says that."
_OWN_COMPUTER = "It concerns folders of this computer, which only a person chooses."
_TRYING = "The author does the unit with their own hands, and nothing of it is recorded."

WINDOW_ONLY = {
    "demonstration_start": _SHOW_ME,
    "demonstration_stop": _SHOW_ME,
    "demonstration_discard": _SHOW_ME,
    "demonstration_apply": _SHOW_ME,
    "goal_select": _WHAT_IS_SHOWN,
    "unit_show": _WHAT_IS_SHOWN,
    "curriculum_enter": _WHAT_IS_SHOWN,
    "finding_go_to": _WHAT_IS_SHOWN,
    "notice_dismiss": _WHAT_IS_SHOWN,
    "work_picture": _WHAT_IS_SHOWN,
    "question_answer": _OWN_HAND,
    "adaptation_decline": _OWN_HAND,
    "client_show": _OWN_SERVER,
    "client_dismiss": _OWN_SERVER,
    "client_allow": _OWN_SERVER,
    "client_config_copy": _OWN_SERVER,
    "server_start": _OWN_SERVER,
    "server_stop": _OWN_SERVER,
    "token_renew": _OWN_SERVER,
    "authoring_step": "It carries the step for Undo of what a client authors; nobody presses it.",
    "folder_open": _OWN_COMPUTER,
    "log_open": _OWN_COMPUTER,
    "record_move": _OWN_COMPUTER,
    "vault_import": _OWN_COMPUTER,
    "unit_try": _TRYING,
    "try_stop": _TRYING,
}
"""Operators that have no tool, with the reason."""

_HINTS = {f"hint_{level}": "hints" for level in (1, 2, 3)}

PROPERTIES = {
    "update_unit": {
        "title": "title", "instructions": "instructions", "minutes": "estimated_duration",
        "learning_event": "learning_event", "adaptation_optional": "adaptation_optional", **_HINTS,
    },
    "update_goal": {
        "objective": "learning_objective", "assessment_type": "assessment_type", "skill": "skill",
        "difficulty": "difficulty", "json": "trigger_conditions", "rows": "trigger_conditions",
        **_HINTS,
    },
    "update_lesson_details": {
        "title": "title", "author": "author", "licence": "licence", "own_licence": "licence",
        "languages": "languages",
    },
}  # fmt: skip
"""By tool, what an author types into the rows of a unit, a goal and the lesson, and its argument."""

NO_CONTENT = frozenset(("goal", "rows_of", "made_name"))
"""Which goal is looked at, what rows were made from, and the name that a goal made by itself."""
