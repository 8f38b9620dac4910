"""Each language says all that the add-on says, and nothing else.

python3.11 -m unittest tests/python/test_translations.py
"""

import re
import tempfile
import unittest
from collections.abc import Iterable, Mapping
from pathlib import Path

from addon_package import addon_module
from core.condition_form import fields, predicates
from core.condition_tree import COMBINING
from core.condition_verbs import verb_of
from core.engine_texts import TEMPLATES
from core.lesson import ASSESSMENT_TYPES, LEARNING_EVENTS
from malloc_vr_native import message_templates
from spoken_texts import REPO, Module, Spoken, modules
from unspoken_texts import NOT_SAID

LANGUAGES: Mapping[str, Mapping[str, str]] = addon_module("translations").LANGUAGES
PLACEHOLDER = re.compile(r"\{\w+\}")


def spoken() -> list[Spoken]:
    """All that is said, with its places."""
    in_python = [one for module in modules() for one in module.spoken]
    return [*in_python, *_of_the_engine(), *_of_conditions(), *_of_lessons()]


def _of_the_engine() -> Iterable[Spoken]:
    return (Spoken(f"native, id {name}", text) for name, text in message_templates().items())


def _of_conditions() -> Iterable[Spoken]:
    """Names that the engine gives predicates, their members and choices, as people read them."""
    for predicate in predicates():
        yield Spoken("evidence of a predicate", predicate.replace("_", " "))
        if predicate not in COMBINING:
            yield Spoken("kinds of goals", str(verb_of(predicate)).capitalize())
        for field in fields(predicate):
            place = f"field {field.member} of {predicate}"
            if field.member not in _SAID_BY_VERBS:
                yield Spoken(place, field.member.replace("_", " "))
            for choice in field.choices:
                if len(choice) > len("min") and choice.isalpha():  # shorter ones are units and axes
                    yield Spoken(place, choice)


def _of_lessons() -> Iterable[Spoken]:
    """Words of the schema that lists show with a capital."""
    for word in (*ASSESSMENT_TYPES, *LEARNING_EVENTS):
        yield Spoken("words of the schema", word.title())


_SAID_BY_VERBS = frozenset(
    (
        "axis", "count_of", "facing_axis", "gap", "max", "max_angle", "max_distance",
        "max_facing_angle", "measure", "min", "min_screen_fraction", "off_centre", "to_axis",
        "tolerance",
    )
)  # fmt: skip
"""Members whose words stand in `condition_verbs`."""


class TranslationsTest(unittest.TestCase):
    def test_every_text_of_the_add_on_is_in_every_language(self) -> None:
        for language, texts in LANGUAGES.items():
            missing = [one for one in spoken() if one.text not in texts]
            lines = [f"no {language} for {one.text!r} in {one.place}" for one in sorted(missing)]
            self.assertEqual(lines, [])

    def test_no_language_has_a_text_that_nothing_says(self) -> None:
        said = {one.text for one in spoken()}
        for language, texts in LANGUAGES.items():
            unused = sorted(texts.keys() - said)
            self.assertEqual([f"{language} has {one!r}, which nothing says" for one in unused], [])

    def test_a_translation_names_the_same_values(self) -> None:
        for language, texts in LANGUAGES.items():
            for english, own in texts.items():
                with self.subTest(language=language, english=english):
                    self.assertTrue(own.strip())
                    self.assertEqual(
                        set(PLACEHOLDER.findall(own)), set(PLACEHOLDER.findall(english))
                    )

    def test_no_text_is_translated_in_two_areas(self) -> None:
        for language, texts in LANGUAGES.items():
            areas = addon_module(f"translations.{language}").AREAS
            self.assertEqual(sum(len(area.TEXTS) for area in areas), len(texts))

    def test_all_that_reads_as_said_reaches_a_translator(self) -> None:
        found = [one for module in modules() for one in module.unspoken]
        lines = [
            f"{one.place}: {one.text!r} is not looked up: say it through core.said or translation"
            for one in found
            if one.text not in NOT_SAID.get(one.place.partition(":")[0], ())
        ]
        self.assertEqual(lines, [])

    def test_nothing_is_excused_that_is_not_there(self) -> None:
        there = {
            (one.place.partition(":")[0], one.text)
            for module in modules()
            for one in module.unspoken
        }
        excused = {(path, text) for path, texts in NOT_SAID.items() for text in texts}
        self.assertEqual(excused - there, set())

    def test_the_engine_says_what_is_recognised_of_it(self) -> None:
        paths = sorted((REPO / "native").rglob("*.cpp"))
        source = "".join(path.read_text(encoding="utf-8") for path in paths)
        literals = re.sub(r'"\s*"', "", source.replace(r"\"", "\0")).replace("\0", '"')
        for text in TEMPLATES:
            for part in PLACEHOLDER.split(text):
                with self.subTest(text=text):
                    # Its quotation marks come from `quoted_excerpt`.
                    self.assertTrue(part.strip("'\"") in literals, part)


class SpokenTextsTest(unittest.TestCase):
    """That the reading of sources finds what slips past a person."""

    def module(self, source: str) -> Module:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        path = Path(folder.name) / "planted.py"
        path.write_text(source, encoding="utf-8")
        return Module(path, path.parent)

    def test_finds_what_is_looked_up(self) -> None:
        for source, text in {
            'say("One thing is left.")': "One thing is left.",
            'counted(n, "1 goal", "{count} goals")': "{count} goals",
            'raise rejection("CODE", "It is gone.", remedy="Look again.")': "Look again.",
            'layout.label(text="Done" if well else "To Come")': "To Come",
            'StringProperty(name="Title", description="What is read")': "What is read",
            'KINDS = (("A", "One", "The first"),)\nEnumProperty(items=KINDS)': "The first",
            'class X_OT_y(Operator):\n    """Do it"""\n    bl_label = "Do"': "Do it",
        }.items():
            with self.subTest(source=source):
                self.assertIn(text, [one.text for one in self.module(source).spoken])

    def test_finds_what_only_reads_as_if_it_were(self) -> None:
        for source in (
            'text = f"You left {title}"',
            'problem = "The disk is full."',
            'word = "Done"',
            'layout.label(text=f"{count} goals are left")',
            'paragraph(layout, context, "Choose one of these.")',
            'self.report({"INFO"}, "Saved the file")',
            'translated(f"Hint {number}")',
        ):
            with self.subTest(source=source):
                module = self.module(source)
                self.assertEqual(module.spoken, [])
                self.assertEqual(len(module.unspoken), 1)

    def test_leaves_alone_what_nobody_reads(self) -> None:
        for source in (
            '"""What this module holds."""',
            '_log.warning("The record of %s is gone", name)',
            'raise ValueError("This cannot be.")',
            'values["Some Key"]',
            'if kind == "Some Kind": pass',
            '__all__ = ["Name"]',
        ):
            with self.subTest(source=source):
                self.assertEqual(self.module(source).unspoken, [])


if __name__ == "__main__":
    unittest.main()
