"""German: the unit that runs."""

TEXTS = {
    # addon/live/answering.py
    "No unit runs.": "Keine Einheit läuft.",
    "Start one.": "Starte eine.",
    # addon/live/checking.py
    "{trigger} is no checkpoint of the running unit.": "{trigger} ist kein Prüfpunkt der laufenden Einheit.",
    "Start its unit, or leave session_id out to judge the scene without history.": "Starte seine Einheit, oder lass session_id weg, um die Szene ohne Verlauf zu beurteilen.",
    "The learner has paused the unit.": "Wer lernt, hat die Einheit pausiert.",
    "The learner is in the middle of a drag.": "Wer lernt, zieht gerade etwas mit der Maus.",
    "Hand in when the learner goes on, or leave submit out to look only.": "Gib ab, wenn es weitergeht, oder lass submit weg, um nur nachzusehen.",
    "{trigger} is a checkpoint of type {assessment_type}.": "{trigger} ist ein Prüfpunkt der Art {assessment_type}.",
    "Give the type that its author chose.": "Gib die Art an, die beim Erstellen gewählt wurde.",
    "{trigger} has no conditions, so nothing can be observed.": "{trigger} hat keine Bedingungen, also lässt sich nichts beobachten.",
    "Give it trigger_conditions with create_assessment_trigger.": "Gib ihm trigger_conditions mit create_assessment_trigger.",
    # addon/live/declined_adaptation.py
    "The learner of {unit_id} declined adaptation.": "In {unit_id} wurde die Anpassung abgelehnt.",
    "Leave the unit as it is until it ends; a hint can be shown with show_hint.": "Lass die Einheit, wie sie ist, bis sie endet; ein Hinweis lässt sich mit show_hint zeigen.",
    # addon/live/hints.py
    "The scene of {unit_id} is gone.": "Die Szene von {unit_id} ist weg.",
    "level must be a whole number from 1 to {levels}.": "level muss eine ganze Zahl von 1 bis {levels} sein.",
    # addon/live/running_session.py
    "The session {session_id} does not run in this Blender.": "Die Sitzung {session_id} läuft nicht in diesem Blender.",
    "It ended because {reason}.": "Sie endete, weil {reason}.",
    "Start the unit again with start_session.": "Starte die Einheit mit start_session noch einmal.",
    # addon/live/scene_updates.py
    "another file was opened": "eine andere Datei geöffnet wurde",
    # addon/live/tracking.py
    "its scene was deleted": "ihre Szene gelöscht wurde",
    "The unit {unit_id} ended, because its scene was deleted.": "Die Einheit {unit_id} endete, weil ihre Szene gelöscht wurde.",
    "Undo the deletion or open the lesson's file again, then start the unit again.": "Mach das Löschen rückgängig oder öffne die Datei der Lektion noch einmal, und starte dann die Einheit neu.",
    "Undo went back behind its start": "Rückgängig hinter ihren Anfang zurückging",
    # addon/live/unit_adaptation.py
    "Start it with start_session first.": "Starte sie zuerst mit start_session.",
    "Or adapt {unit_id}, which runs.": "Oder passe {unit_id} an, die läuft.",
    "The unit {unit_id} does not run, so there is no learner to adapt it to.": "Die Einheit {unit_id} läuft nicht, also ist niemand da, an den sie anzupassen wäre.",
    "The scene {name} is linked from another file.": "Die Szene {name} ist aus einer anderen Datei verknüpft.",
    "Open the file that it comes from.": "Öffne die Datei, aus der sie kommt.",
    # addon/live/unit_conditions.py
    "The conditions of {trigger} are broken: {why}": "Die Bedingungen von {trigger} sind fehlerhaft: {why}",
    "Author the trigger again.": "Erstelle den Prüfpunkt noch einmal.",
    # addon/live/unit_runs.py
    "The unit cannot start. {problem}": "Die Einheit kann nicht starten. {problem}",
    "The unit {unit_id} needs {units} first.": "Die Einheit {unit_id} braucht zuerst {units}.",
    "Start {unit}.": "Starte {unit}.",
    "The unit {unit_id} is running already, in the session {session_id}.": "Die Einheit {unit_id} läuft schon, in der Sitzung {session_id}.",
    "End that session, or set restart to true to start afresh.": "Beende diese Sitzung, oder setze restart auf true, um neu zu beginnen.",
}
