"""Arguments made from a JSON Schema: some that it allows, and some that are broken in one place."""

import copy
import random
from collections.abc import Iterator
from typing import Any

Schema = dict[str, Any]

CONDITIONS: tuple[Any, ...] = (
    {"visible": {"object": "A"}},
    {"all": [{"distance": {"object": "A", "to": "B", "max": 2, "unit": "mm"}}]},
)
"""What a trigger's conditions may be; their schema says no more than that they are an object."""

_WORDS = ("a", "unit", "größe", "学習", "🙂", "x y", "ä" * 3, "")
_FREE: tuple[Any, ...] = ({}, {"any": [1, "two", None, {"three": 3.5}]}, {"a": {"b": False}})


class Arguments:
    """Makes values; equal seeds make equal values."""

    def __init__(self, seed: int) -> None:
        """Begin the sequence of `seed`."""
        self._random = random.Random(seed)

    def valid(self, schema: Schema, name: str = "") -> Any:
        """A value that the schema allows."""
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return self._random.choice(schema["enum"])
        kind = schema.get("type", "any")
        if isinstance(kind, list):
            return None if self._random.random() < 0.3 else self._of_kind(kind[0], schema, name)
        return self._of_kind(kind, schema, name)

    def broken(self, schema: Schema) -> Any:
        """An object that the schema allows but in one place, most of the time."""
        value = self.valid(schema)
        place, at = self._random.choice(list(_places(value, schema)))
        if place is None:
            return self._random.choice(([], "text", 7, None))
        wrong: list[Any] = [None, 7, 7.5, -1, 1e12, "", "x" * 70_000, True, [], {}, [[]], {"a": 1}]
        if isinstance(place, dict) and self._random.random() < 0.3:
            if self._random.random() < 0.5 and place:
                del place[self._random.choice(list(place))]
            else:
                place["not_described"] = 1
        else:
            place[at] = self._random.choice(wrong)
        return value

    def _of_kind(self, kind: str, schema: Schema, name: str) -> Any:
        if kind == "object":
            return self._object(schema, name)
        if kind == "array":
            least, most = schema.get("minItems", 0), schema.get("maxItems", 3)
            count = self._random.randint(least, max(least, min(most, least + 3)))
            return [self.valid(schema.get("items", {}), name) for _ in range(count)]
        if kind == "string":
            return self._text(schema.get("minLength", 0), schema.get("maxLength", 40))
        if kind == "integer":
            low, high = schema.get("minimum", -50), schema.get("maximum", 50)
            whole = self._random.randint(low, high)
            return float(whole) if self._random.random() < 0.2 else whole
        if kind == "number":
            low, high = schema.get("minimum", -50), schema.get("maximum", 50)
            return self._random.choice((low, high, self._random.uniform(low, high)))
        if kind == "boolean":
            return self._random.random() < 0.5
        return copy.deepcopy(self._random.choice((*_FREE, 1, "text", None, [2])))

    def _object(self, schema: Schema, name: str) -> Any:
        if name == "trigger_conditions":
            return copy.deepcopy(self._random.choice(CONDITIONS))
        if "properties" not in schema:
            return copy.deepcopy(self._random.choice(_FREE))
        required = schema.get("required", ())
        made = {
            key: self.valid(part, key)
            for key, part in schema["properties"].items()
            if key in required or self._random.random() < 0.6
        }
        if schema.get("additionalProperties", True) and self._random.random() < 0.3:
            made["more"] = copy.deepcopy(self._random.choice(_FREE))
        return made

    def _text(self, least: int, most: int) -> str:
        text = "".join(self._random.choice(_WORDS) for _ in range(self._random.randint(0, 6)))
        return (
            (text + "z" * least)[: max(least, min(most, 60))] if len(text) < least else text[:most]
        )


def _places(value: Any, schema: Schema, name: str = "") -> Iterator[tuple[Any, Any]]:
    """Every place in `value` that the schema describes; (None, None) is the whole."""
    if not name:
        yield None, None
    if name == "trigger_conditions":
        return
    if isinstance(value, dict):
        for key in value:
            part = schema.get("properties", {}).get(key)
            if part is not None:
                yield value, key
                yield from _places(value[key], part, key)
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield value, index
            yield from _places(item, schema.get("items", {}), name or "[]")
