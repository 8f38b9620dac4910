"""German: what clients do by tools, as the person beside them reads it."""

TEXTS = {
    # addon/authoring/unit_places.py, goal_edits.py
    "{path} must name every unit of the file once.": "{path} muss jede Einheit der Datei einmal nennen.",
    "{path} must name every goal of the unit once.": "{path} muss jedes Ziel der Einheit einmal nennen.",
    "The unit has no goal {checkpoint_id}.": "Die Einheit hat kein Ziel {checkpoint_id}.",
    "What the unit {unit_id} needs would have to change, and its scene is linked from another file.": "Was die Einheit {unit_id} braucht, müsste sich ändern, und ihre Szene ist aus einer anderen Datei verknüpft.",
    "Change what it needs in the file that it comes from first.": "Ändere zuerst in der Datei, aus der sie kommt, was sie braucht.",
    # addon/authoring/at_rest.py
    "Somebody is at work in the unit {unit_id} right now.": "In der Einheit {unit_id} arbeitet gerade jemand.",
    "Try again when they have left it.": "Versuche es wieder, wenn sie verlassen ist.",
    # addon/authoring/hint_objects.py
    "The scene {scene} has no mesh {name}.": "Die Szene {scene} hat kein Mesh {name}.",
    "must be a finite number": "muss eine endliche Zahl sein",
    # addon/authoring/lesson_edits.py
    "No lesson {name} ships with the add-on.": "Mit dem Add-on kommt keine Lektion {name}.",
    "list_lessons names those that do.": "list_lessons nennt die, die es gibt.",
    "This file holds a lesson already.": "In dieser Datei ist schon eine Lektion.",
    "Open a new file.": "Öffne eine neue Datei.",
    "The check finds no {kind} there.": "Die Prüfung findet dort kein {kind}.",
    "See check_lesson for what it finds now.": "check_lesson sagt, was sie jetzt findet.",
    "{path} must hold codes of languages.": "{path} muss Codes von Sprachen enthalten.",
    "Such as en, de, pt_BR.": "Zum Beispiel en, de, pt_BR.",
    # addon/curriculum/arranging.py
    "Somebody moves nodes in Blender right now.": "In Blender verschiebt gerade jemand Nodes.",
    "Try again.": "Versuche es noch einmal.",
    # addon/given_lessons.py
    "Choose another file_name: only a person can replace it, in Blender.": "Wähle einen anderen file_name: Ersetzen kann sie nur ein Mensch, in Blender.",
    "There is no lesson {name}.": "Es gibt keine Lektion {name}.",
    "list_lessons names those in the folder.": "list_lessons nennt die im Ordner.",
    "The open file has changes that are not saved.": "Die offene Datei hat ungespeicherte Änderungen.",
    "Save it with save_lesson, or ask the person in front of Blender to.": "Speichere sie mit save_lesson, oder bitte die Person vor Blender darum.",
    "There is no folder for lessons.": "Es gibt keinen Ordner für Lektionen.",
    "Name one in the environment variable {variable}, or in the preferences.": "Nenne einen in der Umgebungsvariable {variable} oder in den Einstellungen.",
    # addon/reviewing/report_writing.py
    "The record is not open.": "Die Lernakte ist nicht offen.",
    "Somebody works in a unit, and writing a report would hold them up.": "In einer Einheit arbeitet jemand, und das Schreiben eines Berichts hielte die Arbeit auf.",
    "Ask again when they have left the unit.": "Frag wieder, wenn die Einheit verlassen ist.",
    # addon/live/trace_delivery.py
    "No movements are kept now.": "Zurzeit werden keine Bewegungen aufgezeichnet.",
    "They are kept of learners who agreed, while they work in a unit.": "Aufgezeichnet werden sie von Lernenden, die zugestimmt haben, solange sie in einer Einheit arbeiten.",
    # python/core/client_changes.py
    "the lesson": "die Lektion",
    "A client changed {what}.": "Ein Client hat {what} geändert.",
    "A client changed {what}, and made one change before it.": "Ein Client hat {what} geändert und davor noch etwas.",
    "A client changed {what}, and made {before} changes before it.": "Ein Client hat {what} geändert und davor noch {before} Änderungen gemacht.",
    "A client removed {what}.": "Ein Client hat {what} entfernt.",
    "A client removed {what}, and made one change before it.": "Ein Client hat {what} entfernt und davor noch etwas geändert.",
    "A client removed {what}, and made {before} changes before it.": "Ein Client hat {what} entfernt und davor noch {before} Änderungen gemacht.",
    # python/core/client_deeds.py
    "A client opened the lesson {name}.": "Ein Client hat die Lektion {name} geöffnet.",
    "A client saved the lesson as {name}.": "Ein Client hat die Lektion als {name} gespeichert.",
    "A client packed the lesson into {name}.": "Ein Client hat die Lektion in {name} gepackt.",
    "A client paused the unit “{title}”.": "Ein Client hat die Einheit „{title}“ angehalten.",
    "A client showed a hint in the unit “{title}”.": "Ein Client hat in der Einheit „{title}“ einen Hinweis gezeigt.",
}
