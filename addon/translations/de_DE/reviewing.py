"""German: what Review chooses."""

TEXTS = {
    # addon/reviewing/selection.py
    "Learner": "Lernende",
    "Step": "Schritt",
    "Which step of the work is shown; drag to go through it": "Welcher Schritt der Arbeit gezeigt wird; ziehen, um hindurchzugehen",
    "Show in Viewport": "Im Viewport zeigen",
    "Show as wire boxes where the objects were at this step. Nothing is moved": "Als Drahtkästen zeigen, wo die Objekte bei diesem Schritt waren. Nichts wird bewegt",
    "Only This Lesson": "Nur diese Lektion",
    "Leave out work in lessons that are not in this file": "Arbeit in Lektionen weglassen, die nicht in dieser Datei sind",
}
