"""German: the server and its commands."""

TEXTS = {
    # addon/serving/commands.py
    "This add-on knows no scene command {name}.": "Dieses Add-on kennt keinen Szenenbefehl {name}.",
    "Blender is in the mode {name}, in which scenes cannot be authored or started.": "Blender ist im Modus {name}, in dem Szenen weder erstellt noch gestartet werden können.",
    "Return to Object Mode, then try again.": "Wechsle in den Objektmodus und versuche es dann noch einmal.",
    "Start Unit": "Einheit starten",
    # addon/serving/server.py
    "There is no place for the server's socket: {error}.": "Es gibt keinen Platz für den Socket des Servers: {error}.",
    "See whether {base} can be written.": "Sieh nach, ob in {base} geschrieben werden kann.",
    "Port {kept}, which clients of this computer were given, is taken, so the server is at {url} this time.": "Port {kept}, den Clients dieses Computers bekommen haben, ist belegt; der Server ist daher diesmal unter {url} erreichbar.",
    "Close the program that has it (it may be another Blender) and start the server again, or give clients the new address with Copy Client Configuration.": "Schließe das Programm, das ihn hat (vielleicht ein anderes Blender), und starte den Server noch einmal, oder gib Clients mit „Client-Konfiguration kopieren“ die neue Adresse.",
}
