"""German: what panels and the overlay draw."""

TEXTS = {
    # panels/adaptation.py
    "For You": "Für dich",
    "Start: {title}": "Starten: {title}",
    # panels/author.py
    "This file holds no lesson yet. Make this scene its first unit, or begin with the example.": "In dieser Datei ist noch keine Lektion. Mach diese Szene zur ersten Einheit, oder beginne mit dem Beispiel.",
    "Unit from This Scene": "Einheit aus dieser Szene",
    "Another Way": "Auf andere Art",
    "no goal": "0 Ziele",
    # panels/author_unit.py
    "This scene is linked from another file: edit it there.": "Diese Szene ist aus einer anderen Datei verknüpft: Bearbeite sie dort.",
    "Advanced": "Erweitert",
    "Event": "Lernschritt",
    "Id: {unit_id}": "ID: {unit_id}",
    "Comes after:": "Kommt nach:",
    # panels/check_lesson.py
    "There are {count} more.": "Es gibt noch {count} weitere.",
    "There is one more.": "Es gibt noch eins.",
    "Nothing was found to mend in this unit.": "An dieser Einheit ist nichts auszubessern.",
    "Nothing was found to mend in {count} units.": "An {count} Einheiten ist nichts auszubessern.",
    # panels/client_strip.py
    "Undo": "Rückgängig",
    # panels/condition.py
    "And…": "Und …",
    "The learner": "Wer lernt,",
    "What to say if not": "Was zu sagen ist, wenn nicht",
    # panels/curriculum.py
    "Drag from “Comes Before” of a unit to “Comes After” of another to link them.": "Ziehe von „Kommt vor“ einer Einheit zu „Kommt nach“ einer anderen, um sie zu verbinden.",
    "A frame around units is a module. Its label is the name of the module.": "Ein Rahmen um Einheiten ist ein Modul. Seine Beschriftung ist der Name des Moduls.",
    "Double-click a unit to open its scene.": "Ein Doppelklick auf eine Einheit öffnet ihre Szene.",
    "They are shown once 10 learners have begun this lesson, so that no single one can be seen.": "Gezeigt wird es, sobald 10 Lernende diese Lektion begonnen haben, damit niemand einzeln zu erkennen ist.",
    "Each unit shows how much of the class has passed it.": "Jede Einheit zeigt, wie viele der Klasse sie bestanden haben.",
    "See the units as nodes, and link what comes first.": "Sieh die Einheiten als Knoten und verbinde, was zuerst kommt.",
    "This file has no unit yet. Each unit becomes a node here.": "In dieser Datei ist noch keine Einheit. Jede Einheit wird hier ein Knoten.",
    "Press “New” in the header to see the units as nodes.": "Drücke „Neu“ in der Kopfleiste, um die Einheiten als Knoten zu sehen.",
    "Notice": "Mitteilung",
    "Colors Show": "Farben zeigen",
    "No learner is set, so no unit counts as passed.": "Niemand ist eingetragen, daher gilt keine Einheit als bestanden.",
    # panels/examples.py
    "Open an Example": "Beispiel öffnen",
    "Choose one of the lessons that ship with the add-on": "Eine der Lektionen wählen, die das Add-on mitbringt",
    # panels/goals.py
    "Goals": "Ziele",
    "What must be so in this scene? Select what it is about, then add a goal.": "Was muss in dieser Szene so sein? Wähle aus, worum es geht, und füge dann ein Ziel hinzu.",
    # panels/learn.py
    "Who Works Here?": "Wer arbeitet hier?",
    "Somebody Else…": "Jemand anderes …",
    "Open a lesson file to learn, or begin with an example.": "Öffne die Datei einer Lektion, um zu lernen, oder beginne mit einem Beispiel.",
    "Working as": "Hier arbeitet",
    "Go On": "Weiter",
    "No Title": "Kein Titel",
    "Nobody Yet": "Noch niemand",
    "{passed} of {all} parts passed": "{passed} von {all} Teilen bestanden",
    "Again": "Noch einmal",
    "{title} opens after: {units}.": "{title} öffnet sich nach: {units}.",
    "The lesson is complete.": "Die Lektion ist abgeschlossen.",
    "Go On with “{title}”": "Weiter mit „{title}“",
    "Start “{title}”": "„{title}“ starten",
    # panels/learn_task.py
    "you": "du",
    "Working as {name}": "Hier arbeitet: {name}",
    "It waits for {learner} in the scene “{scene_name}”.": "Sie wartet auf {learner} in der Szene „{scene_name}“.",
    "Paused. It goes on when you continue or touch the work.": "Pausiert. Es geht weiter, wenn du fortsetzt oder die Arbeit anfasst.",
    "Check": "Prüfen",
    "Hint": "Hinweis",
    "Well Done": "Gut gemacht",
    "To Practise": "Zum Üben",
    "Time": "Zeit",
    "{count} more": "{count} weitere",
    "Go Back to “{title}”": "Zurück zu „{title}“",
    "Task and Hints": "Aufgabe und Hinweise",
    # panels/lesson_details.py
    "Give Away": "Weitergeben",
    "en, de": "de, en",
    # panels/lesson_library.py
    "There is no lesson in your folder for lessons yet.": "In deinem Ordner für Lektionen ist noch keine Lektion.",
    # panels/overlay_buttons.py
    "Lesson Buttons": "Schaltflächen der Lektion",
    # panels/overlay_layout.py
    "Go Back": "Zurück",
    "Hint {place}": "Hinweis {place}",
    # panels/questions.py
    "Questions": "Fragen",
    # panels/record.py
    "Opens when the file has a lesson or the server starts.": "Öffnet sich, wenn die Datei eine Lektion hat oder der Server startet.",
    "1 event, sealed on this computer": "1 Ereignis, versiegelt auf diesem Computer",
    "{count} events, sealed on this computer": "{count} Ereignisse, versiegelt auf diesem Computer",
    # panels/review.py
    "Reading the record…": "Die Lernakte wird gelesen …",
    "Nobody has worked in this lesson yet.": "In dieser Lektion hat noch niemand gearbeitet.",
    "1 learner": "1 Person lernt",
    "{count} learners": "{count} Lernende",
    "{learners}, {stuck} stuck": "{learners}, {stuck} ohne Fortschritt",
    "A wider sidebar shows {hidden} more of {count} units.": "Eine breitere Seitenleiste zeigt {hidden} weitere von {count} Einheiten.",
    "Units": "Einheiten",
    "{done} of {count} done, {begun} began it": "{done} von {count} fertig, {begun} haben begonnen",
    "Stuck Now": "Kommt gerade nicht weiter",
    # panels/review_learner.py
    "Works in a unit right now.": "Arbeitet gerade in einer Einheit.",
    "Last seen on {date}.": "Zuletzt gesehen am {date}.",
    "Mastery": "Beherrschung",
    "{chance}   {some} of {all} tries passed": "{chance}   {some} von {all} Versuchen bestanden",
    "The chance that a skill is known, from its tries. 0.90 counts as mastered.": "Die Wahrscheinlichkeit, dass eine Fertigkeit sitzt, nach ihren Versuchen. Ab 0.90 gilt sie als beherrscht.",
    "Decisions": "Entscheidungen",
    "“{text}”": "„{text}“",
    # panels/review_work.py
    "Steps": "Schritte",
    "{count} earlier entries are in the record alone.": "{count} frühere Einträge stehen nur in der Lernakte.",
    "Step (of {count})": "Schritt (von {count})",
    "This unit is not in the open file, so it has no place here.": "Diese Einheit ist nicht in der offenen Datei und hat daher hier keinen Platz.",
    "In another scene.": "In einer anderen Szene.",
    "Nothing was measured at this step.": "Bei diesem Schritt wurde nichts gemessen.",
    "{when}, after {worked}": "{when}, nach {worked}",
    "Measured {measured}; needed {needed}": "Gemessen {measured}; nötig {needed}",
    # panels/server.py
    "AI clients on this computer can author and tutor while the server is on.": "Solange der Server läuft, können KI-Clients auf diesem Computer erstellen und beim Lernen helfen.",
    "Then stop and start the server. Until then AI clients such as Claude Code cannot connect; a program that sends lines can.": "Beende und starte den Server danach neu. Bis dahin können sich KI-Clients wie Claude Code nicht verbinden; ein Programm, das Zeilen sendet, kann es.",
    "Nobody connected yet": "Noch niemand verbunden",
    "1 call": "1 Aufruf",
    "{count} calls": "{count} Aufrufe",
    "{calls}, last: {tool}": "{calls}, zuletzt: {tool}",
    # panels/show_me.py
    "Do the task once yourself. Goals are offered of what you did.": "Löse die Aufgabe einmal selbst. Aus dem, was du tust, werden Ziele vorgeschlagen.",
    "Recording: do the task now.": "Aufnahme läuft: Löse jetzt die Aufgabe.",
    "Nothing changed yet.": "Noch hat sich nichts geändert.",
    "{count} earlier": "{count} frühere",
    "Shown {count} of at most {most} times. Tick what the learner is to do.": "{count} von höchstens {most} Malen vorgemacht. Hake an, was zu tun sein soll.",
    "Tick what the learner is to do. Learners start from the scene as it is now.": "Hake an, was zu tun sein soll. Lernende beginnen mit der Szene, wie sie jetzt ist.",
    "Show Again": "Noch einmal vormachen",
    # panels/tolerances.py
    "Tolerances of a Goal": "Toleranzen eines Ziels",
    # panels/trying.py
    "Trying": "Ausprobieren",
    "Trying as a learner: nothing is recorded.": "Du probierst aus wie Lernende: Nichts wird aufgezeichnet.",
    "Something was done since. Undo takes that back first, then this.": "Seither wurde etwas getan. Rückgängig nimmt zuerst das zurück, dann dies.",
    "After": "Nachher",
    "Before": "Vorher",
    "Too few steps are left for an order.": "Für eine Reihenfolge sind zu wenige Schritte übrig.",
}
