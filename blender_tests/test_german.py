"""All that Blender itself draws of the add-on has a German text, and it goes with the add-on.

scripts/blender 4.4 blender_tests/run.py test_german.py
"""

import inspect
import re
import unittest
import unittest.mock
from collections.abc import Iterator
from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon
from installation import PACKAGE

LANGUAGE = "de_DE"
AUTHORED = frozenset((("MALLOC_VR_OT_lesson_add_example", "lesson"),))
"""Lists of lessons, whose texts are their authors'."""

PREFIXES = ("malloc_vr_", "malloc_vr")
TYPES = ("WindowManager", "Scene", "Object", "NodeTree", "Node")


def registered() -> Iterator[type]:
    """The add-on's classes that Blender knows now."""
    for base in (
        "Operator", "Panel", "Menu", "UIList", "PropertyGroup", "AddonPreferences", "GizmoGroup",
        "Gizmo", "NodeTree", "Node", "NodeSocket", "Header",
    ):  # fmt: skip
        for kind in _below(getattr(bpy.types, base)):
            if kind.__module__.startswith(PACKAGE) and getattr(kind, "is_registered", False):
                yield kind


def _below(kind: type) -> Iterator[type]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


def texts_of_class(kind: Any) -> Iterator[str]:
    """What Blender draws of a class by itself."""
    rna = kind.bl_rna
    is_drawn = issubclass(kind, bpy.types.Operator | bpy.types.Panel | bpy.types.Menu)
    if is_drawn or issubclass(kind, bpy.types.Node | bpy.types.NodeTree):
        yield str(getattr(kind, "bl_label", ""))
    if issubclass(kind, bpy.types.Operator):
        yield rna.description
        noun, _, verb = str(kind.bl_idname).partition(".")
        rna = getattr(getattr(bpy.ops, noun), verb).get_rna_type()  # that of the class lacks them
    for name in _own(kind):
        if name == "layout":
            continue  # of Blender itself; mixins name its type
        if name in rna.properties and (kind.__name__, name) not in AUTHORED:
            yield from texts_of_property(rna.properties[name])


def _own(kind: type) -> Iterator[str]:
    for each in kind.__mro__:
        yield from (one for one in inspect.get_annotations(each) if not one.startswith("bl_"))


def texts_of_property(prop: Any) -> Iterator[str]:
    """Its name, what it is for, and its items; a name that nobody gave is the identifier's."""
    if prop.is_hidden:
        return
    if prop.name != prop.identifier:
        yield prop.name
    yield prop.description
    if prop.type == "ENUM":
        for item in (*prop.enum_items_static, *prop.enum_items):
            yield item.name
            yield item.description


def texts_of_types() -> Iterator[str]:
    """Of the properties that the add-on gives to types of Blender."""
    for name in TYPES:
        for prop in getattr(bpy.types, name).bl_rna.properties:
            if prop.identifier.startswith(PREFIXES) and prop.type != "POINTER":
                yield from texts_of_property(prop)


class GermanTest(BlenderCase):
    def test_all_that_blender_draws_of_a_class_has_a_german_text(self) -> None:
        german = addon("translations").LANGUAGES[LANGUAGE]
        classes = list(registered())
        self.assertGreater(len(classes), 80)
        missing = {
            f"no {LANGUAGE} for {text!r} of {kind.__name__}"
            for kind in classes
            for text in texts_of_class(kind)
            if _is_worded(text) and text not in german
        }
        missing |= {
            f"no {LANGUAGE} for {text!r} of a property"
            for text in texts_of_types()
            if _is_worded(text) and text not in german
        }
        self.maxDiff = None
        self.assertEqual(sorted(missing), [])

    def test_german_is_spoken_while_the_add_on_is_enabled_and_no_longer(self) -> None:
        self.speak_german()
        texts = {"*": "Working as", "Operator": "Begin Again", "malloc_vr": "To Practise"}
        own = {
            one: addon("translations").LANGUAGES[LANGUAGE].get(one, one) for one in texts.values()
        }
        is_program = bool(bpy.app.binary_path)  # the module bpy has no language but English

        for context, text in texts.items():
            self.assertEqual(self.look_up(text, context), own[text] if is_program else text)
        bpy.ops.preferences.addon_disable(module=PACKAGE)
        self.addCleanup(bpy.ops.preferences.addon_enable, module=PACKAGE)
        for context, text in texts.items():
            self.assertEqual(self.look_up(text, context), text)

    def test_a_question_is_answered_by_what_it_takes_in_german_too(self) -> None:
        """Blender's own German for “Number” is a count."""
        self.speak_german()
        row = addon("authoring.condition_row").MALLOC_VR_PG_condition_row
        asked = row.bl_rna.properties["answered_by"]
        is_program = bool(bpy.app.binary_path)

        read = [self.look_up(one.name, asked.translation_context) for one in asked.enum_items]
        german, english = ["Auswahl", "Reihenfolge", "Zahl"], ["Choice", "Order", "Number"]
        self.assertEqual(read, german if is_program else english)
        self.assertEqual(asked.translation_context, "malloc_vr")

    def test_an_enabling_that_fails_halfway_leaves_no_language_behind(self) -> None:
        self.speak_german()
        bpy.ops.preferences.addon_disable(module=PACKAGE)
        self.addCleanup(bpy.ops.preferences.addon_enable, module=PACKAGE)
        lifecycle, modes = addon("lifetime.lifecycle"), addon("modes")
        planted = unittest.mock.patch.object(modes, "register", side_effect=RuntimeError("planted"))
        with planted, self.assertRaises(RuntimeError):
            lifecycle.start()

        self.assertEqual(self.look_up("Begin Again", "Operator"), "Begin Again")

    def test_the_lines_over_the_viewport_are_german(self) -> None:
        german = addon("translations").LANGUAGES[LANGUAGE]
        say, lines, layout = (
            addon("core.said").say,
            addon("core.overlay_lines"),
            addon("panels.overlay_layout"),
        )
        spans = (lines.Span(say("To Practise")), lines.Span("Fit the guard"))
        place = addon("panels.overlay_place").Place(left=0, right=900, top=700, scale=1.0)
        with unittest.mock.patch.object(addon("translation"), "_translated", german.__getitem__):
            laid_out = layout.lay_out((spans,), (), place)

        texts = [one.text for one in laid_out.texts if one.text.strip()]
        self.assertEqual(texts, [german["To Practise"], "Fit the guard"])

    def look_up(self, text: str, context: str) -> str:
        return str(bpy.app.translations.pgettext_iface(text, context))

    def speak_german(self) -> None:
        view = bpy.context.preferences.view
        wanted = {"use_translate_interface": True}
        if bpy.app.binary_path:
            wanted["language"] = LANGUAGE
        for name, value in wanted.items():
            self.addCleanup(setattr, view, name, getattr(view, name))
            setattr(view, name, value)


def _is_worded(text: str) -> bool:
    """Whether it has a word that is neither a unit, an axis nor a name of a product."""
    return bool(re.search(r"[A-Za-z]{3,}", text)) and text not in NAMES


NAMES = frozenset(("Claude Code", "Claude Desktop", "Cursor", "VS Code", "Malloc VR Learning"))


if __name__ == "__main__":
    unittest.main()
