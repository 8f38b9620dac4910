"""German: what the file holds, read and written."""

TEXTS = {
    # addon/scene/assets.py
    "{field} must be one of {allowed}.": "{field} muss eines von {allowed} sein.",
    "it has no collection {collection}": "es hat keine Sammlung {collection}",
    "The asset {name} brings an object {object}, and the file has another one.": "Das Asset {name} bringt ein Objekt {object} mit, und die Datei hat ein anderes dieses Namens.",
    "Rename or remove the file's own {objects}, then try again.": "Benenne {objects} der Datei um oder entferne es, und versuche es dann noch einmal.",
    "The asset {name} cannot be read: {why}.": "Das Asset {name} kann nicht gelesen werden: {why}.",
    "Install the add-on again.": "Installiere das Add-on noch einmal.",
    # addon/scene/curriculum_edits.py
    "Leave the unit first.": "Verlasse zuerst die Einheit.",
    "The curriculum cannot be changed while a unit runs.": "Der Lehrplan lässt sich nicht ändern, während eine Einheit läuft.",
    "A unit stays in the curriculum as long as its scene is in the file.": "Eine Einheit bleibt im Lehrplan, solange ihre Szene in der Datei ist.",
    "Delete the scene to remove the unit.": "Lösche die Szene, um die Einheit zu entfernen.",
    # addon/scene/curriculum_units.py
    "“{title}” is linked from {name}.": "„{title}“ ist aus {name} verknüpft.",
    "Change it in that file.": "Ändere es in jener Datei.",
    # addon/scene/lesson_calls.py
    "Mend the lesson first.": "Bessere zuerst die Lektion aus.",
    # addon/scene/lesson_files.py
    "The open file was never saved, so there is no place to save it to.": "Die offene Datei wurde nie gespeichert, also gibt es keinen Ort, um sie zu speichern.",
    "Save it once in Blender (File > Save As). A server without a window saves new lessons by file_name into the folder that the environment variable {variable} names.": "Speichere sie einmal in Blender (Datei > Speichern unter). Ein Server ohne Fenster speichert neue Lektionen nach file_name in den Ordner, den die Umgebungsvariable {variable} nennt.",
    "{path} lies among the add-on's own files, which removing the add-on may delete.": "{path} liegt bei den Dateien des Add-ons, die beim Entfernen des Add-ons gelöscht werden können.",
    "Save the lesson elsewhere once in Blender (File > Save As).": "Speichere die Lektion einmal in Blender anderswo (Datei > Speichern unter).",
    "There is another lesson {name} already.": "Es gibt schon eine andere Lektion {name}.",
    "Choose another file_name, or open that lesson and save it there.": "Wähle einen anderen file_name, oder öffne jene Lektion und speichere sie dort.",
    "The lesson could not be saved to {path}: {reason}": "Die Lektion konnte nicht nach {path} gespeichert werden: {reason}",
    # addon/scene/start_poses.py
    "Author the unit again with its start_poses.": "Erstelle die Einheit noch einmal, mit ihren start_poses.",
    "The unit cannot start: the scene {scene} has no object {name} any more.": "Die Einheit kann nicht starten: Die Szene {scene} hat kein Objekt {name} mehr.",
    "Undo its removal, open the lesson's file again, or author the unit again.": "Mach sein Entfernen rückgängig, öffne die Datei der Lektion noch einmal, oder erstelle die Einheit noch einmal.",
    # addon/scene/trigger_authoring.py
    "{path} must not be empty.": "{path} darf nicht leer sein.",
    "{path} cannot be kept: {error}.": "{path} kann nicht aufbewahrt werden: {error}.",
    "There is no scene {scene_name} in this file.": "In dieser Datei ist keine Szene {scene_name}.",
    "get_lesson lists the units with their scenes.": "get_lesson listet die Einheiten mit ihren Szenen auf.",
    "The scene {scene_name} does not carry the unit {unit_id}.": "Die Szene {scene_name} trägt die Einheit {unit_id} nicht.",
    "Leave it out: the unit's scene is {name}.": "Lass sie weg: Die Szene der Einheit ist {name}.",
    "The scene {name} carries no unit.": "Die Szene {name} trägt keine Einheit.",
    "Name the unit_id that the checkpoint belongs to.": "Nenne die unit_id, zu der der Prüfpunkt gehört.",
    "The scene {scene} has no object {name}.": "Die Szene {scene} hat kein Objekt {name}.",
    "Conditions can name objects of the unit's own scene only.": "Bedingungen können nur Objekte der eigenen Szene der Einheit nennen.",
    # addon/scene/unit_authoring.py
    "The unit {unit_id} is already in this file, in the scene {name}.": "Die Einheit {unit_id} ist schon in dieser Datei, in der Szene {name}.",
    "Choose another unit_id, or set scene_configuration.replace to true.": "Wähle eine andere unit_id, oder setze scene_configuration.replace auf true.",
    "The unit's scene has no object {name}.": "Die Szene der Einheit hat kein Objekt {name}.",
    "Name objects of the scene or of its asset.": "Nenne Objekte der Szene oder ihres Assets.",
    "{path} must not hold empty texts.": "{path} darf keine leeren Texte enthalten.",
    "Author the units in the order of their prerequisites.": "Erstelle die Einheiten in der Reihenfolge ihrer Voraussetzungen.",
    "The scene {asked} is in use: it carries the unit {unit_id}.": "Die Szene {asked} ist in Gebrauch: Sie trägt die Einheit {unit_id}.",
    "Choose another scene_name.": "Wähle einen anderen scene_name.",
    "Author the unit in the file that it comes from.": "Erstelle die Einheit in der Datei, aus der sie kommt.",
    # addon/scene/unit_reading.py
    "No scene is open now.": "Jetzt ist keine Szene offen.",
    "Open a file, then try again.": "Öffne eine Datei und versuche es dann noch einmal.",
    "There is no unit {unit_id} in this file.": "In dieser Datei ist keine Einheit {unit_id}.",
    "get_lesson lists the units of the file.": "get_lesson listet die Einheiten der Datei auf.",
    "Several scenes carry the unit {unit_id}: {names}.": "Mehrere Szenen tragen die Einheit {unit_id}: {names}.",
    "Change the property {unit_id} of all but one of them.": "Ändere die Eigenschaft {unit_id} von allen bis auf eine.",
    "There is no assessment trigger {checkpoint_id} in this file.": "In dieser Datei ist kein Prüfpunkt {checkpoint_id}.",
    "get_lesson lists the triggers of each unit.": "get_lesson listet die Prüfpunkte jeder Einheit auf.",
    "{scene_name} carries the same unit as {other}: {unit_id}.": "{scene_name} trägt dieselbe Einheit wie {other}: {unit_id}.",
    "{name} is a copy of {other} and carries the same checkpoint id.": "{name} ist eine Kopie von {other} und trägt dieselbe ID des Prüfpunkts.",
    # addon/scene/unreadable_names.py
    "{path}: the path of this file is no UTF-8. Save the file under another name.": "{path}: Der Pfad dieser Datei ist kein UTF-8. Speichere die Datei unter einem anderen Namen.",
    "{name}: the name of this {kind} was no UTF-8.": "{name}: Der Name war kein UTF-8 ({kind}).",
    "{name}: a custom property had a name that was no UTF-8. Of its properties only those of the lesson were kept.": "{name}: Eine benutzerdefinierte Eigenschaft hatte einen Namen, der kein UTF-8 war. Von seinen Eigenschaften wurden nur die der Lektion behalten.",
    "{name}: {count} hint shapes were made by an older release and are left out. Make them again from their goals.": "{name}: {count} Hinweisformen stammen von einer älteren Version und werden ausgelassen. Mach sie aus ihren Zielen noch einmal.",
}
