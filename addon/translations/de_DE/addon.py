"""German: modes, notices, trying."""

TEXTS = {
    # addon/lesson_library.py
    "The folder {here} cannot be read: {strerror}": "Der Ordner {here} kann nicht gelesen werden: {strerror}",
    "Choose another folder in the preferences of Malloc VR Learning.": "Wähle in den Einstellungen von Malloc VR Learning einen anderen Ordner.",
    # addon/modes.py
    "Learn": "Lernen",
    "Author": "Erstellen",
    "Review": "Auswerten",
    "Work through the units of this lesson": "Die Einheiten dieser Lektion durcharbeiten",
    "Build and edit the units of this lesson": "Die Einheiten dieser Lektion bauen und bearbeiten",
    "See how learners did, step by step": "Sehen, wie Lernende vorgegangen sind, Schritt für Schritt",
    "Mode": "Modus",
    # addon/runtime.py
    "The record is still being opened.": "Die Lernakte wird noch geöffnet.",
    "Try again in a moment.": "Versuche es gleich noch einmal.",
    "Please report this with the log: {file}": "Bitte melde das mit dem Protokoll: {file}",
    # addon/trying.py
    "A unit runs already.": "Es läuft schon eine Einheit.",
    "Leave it first.": "Verlasse sie zuerst.",
    "Try as Learner": "Ausprobieren",
    "Save it under its name now (File > Save As).": "Speichere sie jetzt unter ihrem Namen (Datei > Speichern unter).",
    "You are trying a unit as a learner.": "Du probierst eine Einheit aus wie Lernende.",
    "Choose Stop Trying first.": "Wähle zuerst „Ausprobieren beenden“.",
    # addon/unit_following.py
    "The unit “{title}” was left, because {reason}.": "Die Einheit „{title}“ wurde verlassen, weil {reason}.",
    "Start it again when you like. What you did until then is in your record.": "Starte sie noch einmal, wenn du magst. Was du bis dahin getan hast, steht in deiner Lernakte.",
    # addon/upkeep.py
    "Clients see an older lesson: {message}": "Clients sehen eine ältere Lektion: {message}",
}
