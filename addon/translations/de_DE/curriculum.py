"""German: the node editor."""

TEXTS = {
    # addon/curriculum/colours.py
    "0 to 20 %": "0 bis 20 %",
    "20 to 40 %": "20 bis 40 %",
    "40 to 60 %": "40 bis 60 %",
    "60 to 80 %": "60 bis 80 %",
    "80 to 100 %": "80 bis 100 %",
    "Not shown": "Nicht gezeigt",
    "Colors": "Farben",
    "Whose progress the colors of the units show": "Wessen Fortschritt die Farben der Einheiten zeigen",
    "How each unit stands for the learner who is set": "Wie jede Einheit für die eingetragene Person steht",
    "This Learner": "Diese Person",
    "Class": "Klasse",
    "How many of all learners of this record have passed each unit": "Wie viele aller Lernenden dieser Lernakte jede Einheit bestanden haben",
    # addon/curriculum/editor.py
    "Module Frame": "Modulrahmen",
    "Reroute": "Umleitung",
    # addon/curriculum/following.py
    "Change Curriculum": "Lehrplan ändern",
    # addon/curriculum/nodes.py
    "Locked": "Gesperrt",
    "Ready": "Bereit",
    "Started": "Begonnen",
    "Passed": "Bestanden",
    "Curriculum": "Lehrplan",
    "Prerequisite": "Voraussetzung",
    "Comes After": "Kommt nach",
    "Comes Before": "Kommt vor",
    "This unit is not in this file.": "Diese Einheit ist nicht in dieser Datei.",
    "1 goal": "1 Ziel",
    "{count} goals": "{count} Ziele",
    "Open": "Öffnen",
}
