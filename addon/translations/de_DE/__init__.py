"""German, as Blender's own German interface speaks.

Rules: whoever reads is addressed as „du“, and people are „Lernende“, „wer lernt“ or „Person“. What a
button does is an infinitive („Ziel hinzufügen“), an advice an imperative („Füge ein Ziel hinzu“).
Blender's terms are its own: Objekt, Szene, Ansicht, Auswahl, Verschieben, Drehen, Skalieren,
Modifikator, Material, Bearbeitungsmodus, Objektmodus, Sammlung, verknüpft. Ours: Einheit (unit),
Lektion (lesson), Ziel (goal), Lernziel (objective), Hinweis (hint), Prüfpunkt (checkpoint, trigger),
Versuch (try), Fertigkeit (skill), Lernakte (record), Protokoll (log), Lehrplan (curriculum),
Vorführung (demonstration). Quotation marks are „so“; numbers keep Blender's decimal point.

One module for each area; all of them are one table. A text that two areas need stands in one.
"""

from importlib import import_module

_NAMES = (
    "addon",
    "authoring",
    "clients",
    "conditions",
    "curriculum",
    "decisions",
    "engine",
    "goals",
    "learning",
    "lesson",
    "lifetime",
    "measures",
    "operators_a_to_l",
    "operators_n_to_w",
    "panels",
    "review",
    "reviewing",
    "running",
    "scene",
    "serving",
    "watching",
)

AREAS = tuple(import_module(f".{name}", __name__) for name in _NAMES)

TEXTS: dict[str, str] = {english: own for area in AREAS for english, own in area.TEXTS.items()}
