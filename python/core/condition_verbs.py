"""How a condition reads as a sentence: the words between its objects and numbers."""

from collections.abc import Mapping

from .said import Said, say

_VERBS: Mapping[str, Said] = {
    "all": say("all of these"),
    "any": say("any of these"),
    "not": say("not"),
    "count": say("so many of these"),
    "order": say("in this order"),
    "duration": say("held for"),
    "within": say("within"),
    "near": say("is near"),
    "stands_on": say("stands on"),
    "points_towards": say("points towards"),
    "distance": say("is placed at"),
    "angle": say("is angled to"),
    "aligned": say("is aligned with"),
    "inside": say("is inside"),
    "moved": say("was moved"),
    "turned": say("is turned"),
    "in_view": say("is seen"),
    "visible": say("is shown"),
    "hidden": say("is hidden"),
    "property": say("has the property"),
    "parented": say("is the child of"),
    "has_material": say("has the material"),
    "has_modifier": say("has the modifier"),
    "dimensions": say("has the size"),
    "mesh": say("has a mesh of"),
    "manifold": say("is a closed mesh"),
    "mode": say("works in the mode"),
    "tool": say("works with the tool"),
    "selected": say("is selected"),
    "answer": say("answers the question"),
    "view_turned": say("turned the view"),
    "view_zoomed": say("zoomed the view"),
}

_MEMBERS: Mapping[str, Said] = {
    "min": say("at least"),
    "max": say("at most"),
    "tolerance": say("give or take"),
    "max_angle": say("past it at most"),
    "off_centre": say("off-centre at most"),
    "gap": say("gap at most"),
    "max_distance": say("from at most"),
    "max_facing_angle": say("facing within"),
    "facing_axis": say("facing with"),
    "min_screen_fraction": say("share of the view at least"),
    "axis": say("with its axis"),
    "to_axis": say("the other's axis"),
    "measure": say("measured from"),
    "count_of": say("its number of"),
}


def verb_of(predicate: str) -> Said:
    """The words for a predicate."""
    return _VERBS.get(predicate) or Said(predicate.replace("_", " "))


def words_of(member: str) -> Said:
    """The words before what a member asks."""
    return _MEMBERS.get(member) or Said(member.replace("_", " "))
