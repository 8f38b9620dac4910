"""What the add-on's draw code puts out: texts of panels, menus, lists, nodes and dialogs, and gizmos.

Each class of ours draws on as it does, through a layout that keeps what is put on it. So a picture
can be held against what was drawn, and no picture shows something else than its name says.
"""

from collections.abc import Callable, Iterator
from typing import Any

import bpy
from blender_tests_support import PACKAGE, addon
from bpy_extras import view3d_utils

_TEXTS = ("text", "placeholder")
_KINDS = ("Panel", "Menu", "UIList", "Operator", "Gizmo", "Node")


class Said:
    """Everything that was drawn since it was last cleared."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._wrapped: set[type] = set()

    def clear(self) -> None:
        """What is drawn from now on counts."""
        self._texts.clear()

    def text(self) -> str:
        """All of it in the order of drawing, with single spaces: paragraphs are drawn in lines."""
        return " ".join(" ".join(self._texts).split())

    def note(self, text: str) -> None:
        """Keep a text that is being drawn."""
        self._texts.append(text)

    def listen(self) -> None:
        """Follow every class of ours that draws; those that are followed already stay so."""
        for each in set(_classes()) - self._wrapped:
            if issubclass(each, bpy.types.UIList):
                _replace(each, "draw_item", self._of_a_list)
            elif issubclass(each, bpy.types.Node):
                _replace(each, "draw_buttons", self._with_given_layout)
            elif issubclass(each, bpy.types.Gizmo):
                _replace(each, "draw", self._with_shape)
            else:
                _replace(each, "draw", self._with_own_layout)
            self._wrapped.add(each)

    def _with_own_layout(self, draw: Callable[..., None]) -> Callable[..., None]:
        def drawn(of: Any, context: bpy.types.Context) -> None:
            self.note(getattr(of, "bl_label", ""))
            draw(_Drawer(of, self), context)

        return drawn

    def _with_given_layout(self, draw: Callable[..., None]) -> Callable[..., None]:
        def drawn(of: Any, context: bpy.types.Context, layout: Any) -> None:
            draw(of, context, _Layout(layout, self))

        return drawn

    def _of_a_list(self, draw: Callable[..., None]) -> Callable[..., None]:
        # Blender counts the arguments of what it calls.
        def drawn(
            of: Any,
            context: bpy.types.Context,
            layout: Any,
            data: Any,
            item: Any,
            icon: Any,
            active_data: Any,
            active_property: Any,
            index: int = 0,
            flt_flag: int = 0,
        ) -> None:
            put_on = _Layout(layout, self)
            draw(
                of, context, put_on, data, item, icon, active_data, active_property, index, flt_flag
            )

        return drawn

    def _with_shape(self, draw: Callable[..., None]) -> Callable[..., None]:
        def drawn(of: Any, context: bpy.types.Context) -> None:
            draw(of, context)
            at = of.matrix_basis.translation
            place = view3d_utils.location_3d_to_region_2d(context.region, context.region_data, at)
            size = (context.region.width, context.region.height)
            if place and all(0 < part < end for part, end in zip(place, size, strict=True)):
                self.note(f"gizmo:{of.shape.value}")

        return drawn


def _classes() -> Iterator[type]:
    """Those of ours that draw something."""
    kinds: list[type] = [getattr(bpy.types, name) for name in _KINDS]
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        if kind.__module__.startswith(PACKAGE):
            yield kind


def _replace(of: type, name: str, made: Callable[..., Callable[..., None]]) -> None:
    """Put what listens in the place of a class's own way to draw, or of one that it shares."""
    own = [each for each in of.__mro__ if each.__module__.startswith(PACKAGE)]
    if any(name in vars(each) for each in own):
        setattr(of, name, made(getattr(of, name)))


class _Drawer:
    """A panel, menu or dialog while it draws: itself, but for its layout."""

    def __init__(self, of: Any, said: Said) -> None:
        self.__dict__.update(_of=of, layout=_Layout(of.layout, said))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._of, name)


class _Layout:
    """A layout that keeps what is put on it."""

    def __init__(self, real: bpy.types.UILayout, said: Said) -> None:
        self.__dict__.update(_real=real, _said=said)

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._real, name)
        if not callable(value):
            return value

        def put(*given: Any, **options: Any) -> Any:
            self._note(name, given, options)
            # An operator is drawn for its owner, which stands where the drawer does.
            made = value(*(getattr(one, "_of", one) for one in given), **options)
            return _Layout(made, self._said) if isinstance(made, bpy.types.UILayout) else made

        return put

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self._real, name, value)

    def _note(self, kind: str, given: tuple[Any, ...], options: dict[str, Any]) -> None:
        for text in (options.get(name) for name in _TEXTS):
            if text:
                self._said.note(text)
        if kind == "prop":
            owner, name = (getattr(given[0], "_of", given[0]), given[1])
            known = getattr(owner, "properties", owner).bl_rna.properties.get(name)
            if not options.get("text") and known is not None:
                self._said.note(known.name)
            self._said.note(str(getattr(owner, name)))
        if kind in {"operator", "menu"} and "text" not in options:
            self._said.note(_label(given[0]))


def _label(name: str) -> str:
    """What Blender writes on the button of an operator or a menu."""
    module, _, rest = name.partition(".")
    known = getattr(bpy.types, f"{module.upper()}_OT_{rest}" if rest else name, None)
    return getattr(known, "bl_label", "") if known is not None else ""


def overlay_text(context: Any) -> str:
    """What the lines over the viewport say, parts of a line and lines alike apart."""
    with context:
        layout = addon("panels.overlay").layout_of(bpy.context)
    return " | ".join(text.text for text in layout.texts)
