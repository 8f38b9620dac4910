"""What the program says: English until it reaches a person, who reads it in their own language.

A `Said` is its English text, and is compared, recorded and sent to a client as any text is. It also
knows how it was made, so that the edge can make it again of translated templates (the way of
OpenStack's oslo.i18n, whose messages are texts too). Anything else that is done to it as to a text,
such as cutting it or putting it into an f-string, gives plain English: put texts together here.

What an author or a learner wrote is a plain `str`, and is never translated.

Thread: any; values in, values out.
"""

import re
from collections.abc import Callable, Iterable, Mapping

Translate = Callable[[str], str]
"""A template in another language; what it does not know it gives back."""

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Said(str):
    """A text of the program.

    Attributes:
        render: Makes the text anew of templates in another language.
    """

    render: Callable[[Translate], str]

    def __new__(cls, english: str, render: Callable[[Translate], str] | None = None) -> "Said":
        """Take the text in English, and what makes it in another language."""
        made = super().__new__(cls, english)
        made.render = render or (lambda translate: translate(english))
        return made


def say(template: str, /, **arguments: object) -> Said:
    """A whole sentence or label: a literal template, and what stands for its `{placeholders}`.

    A placeholder without an argument stays as it is, so that a mistaken translation shows its
    mistake and nothing breaks.
    """

    def render(translate: Translate) -> str:
        return _filled(translate(template), arguments, translate)

    return Said(render(_english), render)


def framed(pattern: str, /, **parts: object) -> Said:
    """Texts in markup or signs that are the same in every language: `pattern` is not translated."""

    def render(translate: Translate) -> str:
        return _filled(pattern, parts, translate)

    return Said(render(_english), render)


def template(english: str, /) -> str:
    """Mark a template that `say` gets from a table: translations have to hold it."""
    return english


def say_count(count: int, one: str, many: str, /, **arguments: object) -> Said:
    """One of two templates by a number of things, which both can name as `{count}`."""
    return say(one if count == 1 else many, count=count, **arguments)


def shaped(make: Callable[..., str], *parts: object) -> Said:
    """A text that `make` makes of the texts of `parts`, in every language in the same way."""

    def render(translate: Translate) -> str:
        return make(*(in_language(part, translate) for part in parts))

    return Said(render(_english), render)


def joined(parts: Iterable[object], separator: str = " ") -> Said:
    """Several texts behind one another; empty ones are left out."""
    return shaped(lambda *texts: separator.join(filter(None, texts)), *parts)


def in_language(value: object, translate: Translate) -> str:
    """What a person reads of a value; a plain text or a number is the same in every language."""
    return value.render(translate) if isinstance(value, Said) else str(value)


def _filled(pattern: str, arguments: Mapping[str, object], translate: Translate) -> str:
    texts = {name: in_language(value, translate) for name, value in arguments.items()}
    return _PLACEHOLDER.sub(lambda found: texts.get(found[1], found[0]), pattern)


def _english(template: str) -> str:
    return template
