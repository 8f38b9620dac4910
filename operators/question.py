"""Answering what a unit asks."""

import math
from functools import lru_cache
from typing import Any

import bpy

from .. import runtime
from ..core.errors import MallocVrError
from ..live import answering
from ..translation import translated
from . import calling

_PLACES = 20
"""So many options a question has at most, as the condition `answer` says."""


def _options(operator: bpy.types.Operator, _context: Any) -> list[tuple[str, str, str]]:
    asked = answering.find(operator.question)
    return _items(tuple(asked.options) if asked is not None else ())


@lru_cache(maxsize=64)
def _items(options: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """Kept, for Blender reads the texts of a menu after it was drawn."""
    return [(option, option, "") for option in options] or [("", "", "")]


def _marks(operator: bpy.types.Operator, context: Any) -> list[tuple[str, str, str, str, int]]:
    """The options as marks of which none is set at first."""
    return _marked(tuple(one for one, _, _ in _options(operator, context) if one))


@lru_cache(maxsize=64)
def _marked(options: tuple[str, ...]) -> list[tuple[str, str, str, str, int]]:
    return [(option, option, "", "NONE", 1 << place) for place, option in enumerate(options)]


def _choice(label: str) -> Any:
    return bpy.props.EnumProperty(name=label, items=_options, options={"SKIP_SAVE"})


class MALLOC_VR_OT_question_answer(bpy.types.Operator):
    """Answer this question. You can answer anew as long as the unit runs; a wrong answer counts as a try"""

    bl_idname = "malloc_vr.question_answer"
    bl_label = "Answer"
    bl_options = {"UNDO"}  # else the next Undo would take back what was done before the answer

    question: bpy.props.StringProperty(options={"SKIP_SAVE"})  # type: ignore[valid-type]
    choice: _choice(translated("Answer"))  # type: ignore[valid-type]
    marked: bpy.props.EnumProperty(  # type: ignore[valid-type]
        name=translated("Answer"), items=_marks, options={"ENUM_FLAG", "SKIP_SAVE"}
    )
    number: bpy.props.FloatProperty(  # type: ignore[valid-type]
        name="Answer", precision=3, options={"SKIP_SAVE"}
    )
    # Empty at first: a field of Blender's for numbers begins with 0, which nobody may have answered.
    typed: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Answer",
        description="Type a number, with a point or a comma",
        options={"SKIP_SAVE"},
    )

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        running = runtime.view().session
        if running is None:
            cls.poll_message_set(translated("No unit runs: start one"))
            return False
        if running.is_paused:
            cls.poll_message_set(translated("The unit is paused: continue first"))
            return False
        return True

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        """Ask with a small dialog, each option of an order in the place where it stands."""
        asked = answering.find(self.question)
        if asked is None:
            return self.execute(context)
        if isinstance(asked.given, float):
            self.typed = f"{asked.given:.15g}"
        order = asked.given if isinstance(asked.given, tuple) else asked.options
        for place, option in enumerate(order if asked.kind == "order" else (), 1):
            setattr(self, f"place_{place}", option)
        return context.window_manager.invoke_props_dialog(self, width=420)

    def draw(self, context: bpy.types.Context) -> None:
        asked = answering.find(self.question)
        if asked is None:
            return
        self.layout.label(text=asked.question)
        if asked.kind == "number":
            self.layout.activate_init = True  # type at once, without a click into the field
            self.layout.prop(self, "typed")
        elif asked.kind == "choice":
            self.layout.props_enum(self, "marked")  # nothing is marked: Enter alone answers nothing
        else:
            for place in range(1, len(asked.options) + 1):
                self.layout.prop(self, f"place_{place}")

    def execute(self, context: bpy.types.Context) -> set[str]:
        if not self._is_given():
            self.report({"WARNING"}, translated("Nothing was answered yet"))
            return {"CANCELLED"}
        if self.typed and _number(self.typed) is None:
            self.report({"WARNING"}, translated("“{typed}” is no number", typed=self.typed))
            return {"CANCELLED"}
        try:
            answering.answer(self.question, self._given())
        except MallocVrError as error:
            calling.reject(self, error)
            return {"CANCELLED"}
        return calling.finish()

    def _is_given(self) -> bool:
        """Whether something was answered: a dialog that is closed as it opened is no answer."""
        asked = answering.find(self.question)
        if asked is None:
            return True
        if asked.kind == "number":
            return self.properties.is_property_set("number") or bool(self.typed.strip())
        if asked.kind == "order":
            return self._given() != list(asked.options)  # which is never the right one
        return self.properties.is_property_set("choice") or len(self.marked) == 1

    def _given(self) -> answering.Answer:
        asked = answering.find(self.question)
        if asked is None or asked.kind == "choice":
            return str(next(iter(self.marked), "") or self.choice)
        if asked.kind == "number":
            typed = _number(self.typed)
            # single precision: 0.1 comes as 0.10000000149
            return float(f"{self.number:.7g}") if typed is None else typed
        return [str(getattr(self, f"place_{n}")) for n in range(1, len(asked.options) + 1)]


def _number(typed: str) -> float | None:
    """A number as it is typed here, with a point or a comma; None where it is none."""
    try:
        number = float(typed.strip().replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) else None


MALLOC_VR_OT_question_answer.__annotations__.update(
    {f"place_{number}": _choice(f"{number}.") for number in range(1, _PLACES + 1)}
)

CLASSES = (MALLOC_VR_OT_question_answer,)
