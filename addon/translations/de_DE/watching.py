"""German: what is asked before movements are kept, the mark while they are, and the replay."""

TEXTS = {
    # python/core/consent.py
    "May your movements be kept?": "Bewegungen behalten?",
    "With your yes, Blender keeps how you turn the view and move the parts while a unit runs.": "Mit deinem Ja behält Blender, wie du die Ansicht drehst und die Teile bewegst, während eine Einheit läuft.",
    "It is for replay: you and your instructor can see later how you did it.": "Das ist zum Abspielen: Du und deine Lehrkraft könnt später sehen, wie du vorgegangen bist.",
    "It stays on this computer, sealed, 20 MB at most. Nothing is sent anywhere.": "Es bleibt auf diesem Computer, versiegelt, höchstens 20 MB. Nichts wird irgendwohin gesendet.",
    "Your results are the same with a no. You can change your answer at any time.": "Mit einem Nein sind deine Ergebnisse dieselben. Du kannst deine Antwort jederzeit ändern.",
    "Kept of your work: what you tried, when, with which hints, and figures such as how long each part was in the picture.": "Behalten wird von deiner Arbeit: was du versucht hast, wann, mit welchen Hinweisen, und Zahlen, etwa wie lange jedes Teil im Bild war.",
    # python/core/replay.py
    "No viewport showed the scene then.": "Da zeigte keine Ansicht die Szene.",
    "The recording begins after this moment.": "Die Aufzeichnung beginnt nach diesem Zeitpunkt.",
    "Nothing was kept of this moment.": "Von diesem Zeitpunkt wurde nichts behalten.",
    # python/core/status.py
    "Movements that are to be deleted are still on this disk: {why}.": "Bewegungen, die zu löschen sind, liegen noch auf diesem Datenträger: {why}.",
    "Free some space, close what else has them open, or make the folder writable.": "Schaffe Platz, schließe, was sie sonst offen hat, oder mach den Ordner beschreibbar.",
    "It is tried again every few seconds, and whenever the record is opened.": "Es wird alle paar Sekunden wieder versucht, und immer, wenn die Lernakte geöffnet wird.",
    # addon/live/consent.py
    "Movements cannot be kept now: this Blender has no record of its own open.": "Bewegungen können gerade nicht behalten werden: Dieses Blender hat keine eigene Lernakte offen.",
    "Answer again once the record is open here.": "Antworte noch einmal, sobald die Lernakte hier offen ist.",
    # python/core/overlay_lines.py
    "● Recording": "● Aufzeichnung",
    "Recording paused": "Aufzeichnung ruht",
    # operators/consent.py
    "Have your movements in units kept, for replay": "Deine Bewegungen in Einheiten zum Abspielen behalten lassen",
    "Yes, Keep Them": "Ja, behalten",
    "Keep no movements. Those that were kept are deleted": "Keine Bewegungen behalten. Die behaltenen werden gelöscht",
    "No": "Nein",
    "Keep nothing of your movements for a while, or go on with it": "Eine Weile nichts von deinen Bewegungen behalten, oder damit fortfahren",
    "Pause Recording": "Aufzeichnung anhalten",
    "Say first who works here": "Sag zuerst, wer hier arbeitet",
    "Your movements are kept from now on": "Deine Bewegungen werden von jetzt an behalten",
    "No movements are kept": "Es werden keine Bewegungen behalten",
    # panels/consent.py
    "What Is Kept": "Was behalten wird",
    "Your movements too, since {date}.": "Auch deine Bewegungen, seit {date}.",
    "Delete Them, Keep No More": "Löschen, nichts behalten",
    "Your movements are not kept.": "Deine Bewegungen werden nicht behalten.",
    # operators/review.py
    "Show how view and objects moved, as fast as it was; press again to stop": "Zeigen, wie sich Ansicht und Objekte bewegt haben, so schnell wie es war; erneut drücken hält an",
    "Play": "Abspielen",
    # panels/review_work.py
    "Moment (s)": "Zeitpunkt (s)",
    "Attention": "Aufmerksamkeit",
    "How long each was in the picture. Where the eyes were is not known.": "Wie lange jedes im Bild war. Wohin die Augen sahen, ist nicht bekannt.",
    # addon/reviewing
    "After {time}": "Nach {time}",
    "Seconds of work in this run of the unit; drag to go through it": "Sekunden Arbeit in diesem Durchgang der Einheit; ziehen geht hindurch",
    "Show Attention": "Aufmerksamkeit",
    "Colour each object by how long it was in the picture": "Jedes Objekt danach färben, wie lange es im Bild war",
}
