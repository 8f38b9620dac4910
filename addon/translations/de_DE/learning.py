"""German: the learner at work."""

TEXTS = {
    # python/core/adaptation.py
    "Hints come by themselves when you are stuck.": "Hinweise kommen von selbst, wenn du nicht weiterkommst.",
    "Hints come only when you ask for one.": "Hinweise kommen nur, wenn du danach fragst.",
    "Where to work is marked in the scene.": "In der Szene ist markiert, wo zu arbeiten ist.",
    "A hint is there whenever you want one.": "Ein Hinweis ist da, wann immer du einen möchtest.",
    "The goal is shown in the scene.": "Das Ziel ist in der Szene zu sehen.",
    "Take your time: there is no hurry.": "Nimm dir Zeit: Es eilt nicht.",
    "You can go faster here.": "Hier kannst du schneller vorgehen.",
    "Work more exactly than usual: {percent} % of the usual tolerance is allowed.": "Arbeite genauer als sonst: Erlaubt sind {percent} % der üblichen Toleranz.",
    "Hints come sooner than usual.": "Hinweise kommen früher als sonst.",
    "You are ready for the harder parts.": "Du bist bereit für die schwereren Teile.",
    "Begin with the easier parts.": "Beginne mit den leichteren Teilen.",
    # python/core/adaptation_reason.py
    "A client asked for this after one try that did not hold.": "Ein Client hat darum gebeten, nachdem ein Versuch nicht gelang.",
    "A client asked for this after {count} tries that did not hold.": "Ein Client hat darum gebeten, nachdem {count} Versuche nicht gelangen.",
    "A client asked for this after you had seen every hint.": "Ein Client hat darum gebeten, nachdem du jeden Hinweis gesehen hattest.",
    "A client asked for this after all had gone well so far.": "Ein Client hat darum gebeten, nachdem bis dahin alles gut ging.",
    "A client asked for this.": "Ein Client hat darum gebeten.",
    # python/core/guidance.py
    "Ctrl Z takes it back.": "Strg Z nimmt es zurück.",
    "Ctrl Z step by step, or Begin Again, takes it back.": "Strg Z, Schritt für Schritt, oder „Neu beginnen“ nimmt es zurück.",
    "You are in Edit Mode: moves there change the mesh, not the object.": "Du bist im Bearbeitungsmodus: Verschieben ändert hier das Mesh, nicht das Objekt.",
    "Tab goes back.": "Tab führt zurück.",
    "To Come": "Noch zu tun",
    # python/core/standing.py
    "Check again to read more.": "Prüfe noch einmal, um mehr zu lesen.",
    "You took it back yourself: it does not count against you.": "Du hast es selbst zurückgenommen: Es zählt nicht gegen dich.",
    # python/core/unit_summary.py
    "You passed this unit, and that stays.": "Du hast diese Einheit bestanden, und das bleibt.",
    "{minutes} min": "{minutes} min",
    "Passed with help. Begin Again, and do one part once more without help.": "Mit Hilfe bestanden. Beginne neu und tu einen Teil noch einmal ohne Hilfe.",
    "Passed with help. Begin Again, and do {count} parts once more without help.": "Mit Hilfe bestanden. Beginne neu und tu {count} Teile noch einmal ohne Hilfe.",
    "Passed. Next is “{title}”.": "Bestanden. Als Nächstes kommt „{title}“.",
    "One thing is left.": "Eins ist noch zu tun.",
    "{count} things are left.": "Noch {count} sind zu tun.",
    "Begin Again gives you the time anew.": "Neu beginnen gibt dir die Zeit noch einmal.",
}
