"""What an author has still to say before a goal can be judged, in their own words.

A condition is written part by part, so it is unfinished for a while: that is no fault.

Thread: any; values in, values out.
"""

from collections.abc import Mapping
from typing import Any

from . import question_form
from .condition_form import Field, FieldKind, fields
from .condition_tree import node_at, rows
from .condition_verbs import verb_of, words_of
from .said import say

_LIMITS = ("min", "max")


def next_step(condition: Mapping[str, Any]) -> str:
    """What is to be done next, a sentence; "" where all is said, or more than this is wrong."""
    if not condition:
        return say("Choose what must be so.")
    for row in rows(condition):
        asked = node_at(condition, row.path).get(row.predicate)
        step = _step_of(row.predicate, asked) if isinstance(asked, dict) else ""
        if step:
            return step
    return ""


def _step_of(predicate: str, asked: Mapping[str, Any]) -> str:
    if predicate == question_form.PREDICATE:
        return question_form.lack_of(asked)
    every = fields(predicate)
    if not {one.member for one in every}.issuperset(asked):
        return ""  # what nobody knows was written by hand
    return (
        _step_of_objects(predicate, asked, [one for one in every if one.kind is FieldKind.OBJECT])
        or _step_of_texts(predicate, asked, every)
        or _step_of_limits(predicate, asked, every)
    )


def _step_of_objects(predicate: str, asked: Mapping[str, Any], objects: list[Field]) -> str:
    named = [asked.get(one.member, "") for one in objects if one.is_required or one.member in asked]
    if "" in named:
        if named.count("") > 1:
            return say("Choose both objects of “{verb}”.", verb=verb_of(predicate))
        return say("Choose an object for “{verb}”.", verb=verb_of(predicate))
    if len(named) > 1 and named[0] == named[1]:
        return say("Choose two different objects for “{verb}”.", verb=verb_of(predicate))
    return ""


def _step_of_texts(predicate: str, asked: Mapping[str, Any], every: tuple[Field, ...]) -> str:
    for one in every:
        is_text = one.kind is FieldKind.TEXT and (one.is_required or one.member in asked)
        if is_text and asked.get(one.member, "") == "":
            return say(
                "Fill in “{member}” of “{verb}”.",
                member=words_of(one.member),
                verb=verb_of(predicate),
            )
    return ""


def _step_of_limits(predicate: str, asked: Mapping[str, Any], every: tuple[Field, ...]) -> str:
    if not {one.member for one in every}.issuperset(_LIMITS):
        return ""
    least, most = (asked.get(name) for name in _LIMITS)
    if isinstance(least, int | float) and isinstance(most, int | float) and least > most:
        return say(
            "“At least” is more than “at most” for “{verb}”. Change one of them.",
            verb=verb_of(predicate),
        )
    return ""
