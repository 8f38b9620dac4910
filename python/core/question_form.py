"""A question as its author writes it: its options, what is right, and what it still lacks.

It stands in the members of the predicate `answer` (docs/predicates.md), of which each edit gives
others. The options of an order are listed here as they are right; learners see them otherwise.

Thread: any; values in, values out.
"""

import random
from collections.abc import Mapping, Sequence
from typing import Any

from .said import Said, say

Asked = Mapping[str, Any]

PREDICATE = "answer"
CHOICE, ORDER, NUMBER = KINDS = ("choice", "order", "number")
FEWEST_OPTIONS = 2
MOST_OPTIONS = 20
"""As `answer` takes them."""


def fresh_question(kind: str = CHOICE) -> dict[str, Any]:
    """A question that is still to be written."""
    return with_kind({"question": ""}, kind)


def kind_of(asked: Asked) -> str:
    """How it is answered."""
    kind = asked.get("kind", CHOICE)
    return kind if kind in KINDS else CHOICE


def options_of(asked: Asked) -> list[str]:
    """Its options, those of an order as they are right; none of a number."""
    listed = asked.get("correct" if kind_of(asked) == ORDER else "options")
    return [str(one) for one in listed] if isinstance(listed, list | tuple) else []


def shown_options(asked: Asked) -> list[str]:
    """The options as learners see them."""
    listed = asked.get("options")
    return [str(one) for one in listed] if isinstance(listed, list | tuple) else []


def right_place(asked: Asked) -> int:
    """Which option of a choice is right; -1 while none is marked."""
    options, correct = options_of(asked), asked.get("correct")
    return options.index(correct) if correct and correct in options else -1


def number_of(asked: Asked) -> float | None:
    """The right number; None while none was given."""
    value = asked.get("correct")
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number else None  # type: ignore[arg-type]  # it is a number


def with_kind(asked: Asked, kind: str) -> dict[str, Any]:
    """Have it answered in another way; the options stay where both ways have some."""
    kept = {"question": asked.get("question", ""), "kind": kind}
    if kind == NUMBER:
        return kept
    options = options_of(asked) or [""] * FEWEST_OPTIONS
    if kind == ORDER:
        return {**kept, "options": _disordered(options, options), "correct": options}
    return {**kept, "options": options, "correct": ""}


def with_kind_again(asked: Asked, kind: str, before: Asked) -> dict[str, Any]:
    """Have a number answered by options again: those of the same question, as it was before."""
    if kind_of(asked) != NUMBER or asked.get("question") != before.get("question"):
        return with_kind(asked, kind)
    return dict(before) if kind_of(before) == kind else with_kind(before, kind)


def with_option(asked: Asked, place: int, text: str) -> dict[str, Any]:
    """Say an option in other words; it stays right if it was."""
    options = options_of(asked)
    before, options[place] = options[place], text
    if kind_of(asked) == ORDER:
        shown = shown_options(asked)
        if before in shown:
            shown[shown.index(before)] = text
        return _with_order(asked, options, shown)
    is_right = place == right_place(asked)  # of two that read the same, the first
    return {**asked, "options": options, "correct": text if is_right else asked.get("correct")}


def with_new_option(asked: Asked) -> dict[str, Any]:
    """One option more, to be written."""
    options = [*options_of(asked), ""]
    if kind_of(asked) == ORDER:
        shown = shown_options(asked)
        shown.insert(len(shown) // 2, "")  # not where it is right, at the end
        return _with_order(asked, options, shown)
    return {**asked, "options": options}


def without_option(asked: Asked, place: int) -> dict[str, Any]:
    """Take an option out; if it was the right one, none is marked any more."""
    options = options_of(asked)
    gone = options.pop(place)
    if kind_of(asked) == ORDER:
        shown = shown_options(asked)
        if gone in shown:
            shown.remove(gone)
        return _with_order(asked, options, shown)
    correct = asked.get("correct")
    return {**asked, "options": options, "correct": "" if gone == correct else correct}


def with_moved_option(asked: Asked, place: int, places: int) -> dict[str, Any]:
    """Move an option up (negative) or down, as far as that goes."""
    options = options_of(asked)
    moved = options.pop(place)
    options.insert(min(max(place + places, 0), len(options)), moved)
    if kind_of(asked) == ORDER:
        return _with_order(asked, options, shown_options(asked))
    return {**asked, "options": options}


def with_right(asked: Asked, place: int) -> dict[str, Any]:
    """Mark an option of a choice as the right one."""
    return {**asked, "correct": options_of(asked)[place]}


def shuffled(asked: Asked, chance: random.Random) -> dict[str, Any]:
    """Show the options of an order in another one, which is neither the right one nor the same."""
    options, shown = options_of(asked), shown_options(asked)
    others = list(shown)
    for _ in range(MOST_OPTIONS):
        chance.shuffle(others)
        if others not in (options, shown):
            break
    return _with_order(asked, options, others)


def lack_of(asked: Asked) -> str:
    """What its author has to do before it can be asked, a sentence; "" for nothing that is known."""
    question = str(asked.get("question", "")).strip()
    if not question:
        return say("Write the question.")
    if kind_of(asked) == NUMBER:
        missing = number_of(asked) is None
        return say("Give the right number of “{question}”.", question=question) if missing else ""
    return _lack_of_options(question, options_of(asked)) or _lack_of_mark(question, asked)


def _lack_of_options(question: str, options: Sequence[str]) -> str:
    if sum(bool(one.strip()) for one in options) < FEWEST_OPTIONS:
        return say("Write at least two options of “{question}”.", question=question)
    for number, one in enumerate(options, start=1):
        if not one.strip():
            return say(
                "Write option {number} of “{question}”, or take it out.",
                number=number,
                question=question,
            )
        if one in options[: number - 1]:
            return say(
                "Two options of “{question}” read “{option}”. Change one of them.",
                question=question,
                option=one,
            )
    return ""


def _lack_of_mark(question: str, asked: Asked) -> str | Said:
    if kind_of(asked) == CHOICE and right_place(asked) < 0:
        return say("Mark the right option of “{question}”.", question=question)
    return ""


def _with_order(asked: Asked, options: list[str], shown: list[str]) -> dict[str, Any]:
    return {**asked, "options": _disordered(options, shown), "correct": options}


def _disordered(right: Sequence[str], shown: Sequence[str]) -> list[str]:
    """What is shown, in another order than the right one where that is possible."""
    if list(right) != list(shown):
        return list(shown)
    return [*shown[-1:], *shown[:-1]]
