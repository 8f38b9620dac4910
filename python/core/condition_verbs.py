"""How a condition reads as a sentence: the words between its objects and numbers."""

from collections.abc import Mapping

_VERBS: Mapping[str, str] = {
    "all": "all of these",
    "any": "any of these",
    "not": "not",
    "count": "so many of these",
    "order": "in this order",
    "duration": "held for",
    "within": "within",
    "near": "is near",
    "stands_on": "stands on",
    "points_towards": "points towards",
    "distance": "is placed at",
    "angle": "is angled to",
    "aligned": "is aligned with",
    "inside": "is inside",
    "moved": "was moved",
    "turned": "is turned",
    "in_view": "is seen",
    "visible": "is shown",
    "hidden": "is hidden",
    "property": "has the property",
    "parented": "is the child of",
    "has_material": "has the material",
    "has_modifier": "has the modifier",
    "dimensions": "has the size",
    "mesh": "has a mesh of",
    "manifold": "is a closed mesh",
    "mode": "works in the mode",
    "tool": "works with the tool",
    "selected": "is selected",
    "answer": "answers the question",
    "view_turned": "turned the view",
    "view_zoomed": "zoomed the view",
}

_MEMBERS: Mapping[str, str] = {
    "min": "at least",
    "max": "at most",
    "tolerance": "give or take",
    "max_angle": "past it at most",
    "off_centre": "off-centre at most",
    "gap": "gap at most",
    "max_distance": "from at most",
    "max_facing_angle": "facing within",
    "facing_axis": "facing with",
    "min_screen_fraction": "share of the view at least",
    "axis": "with its axis",
    "to_axis": "the other's axis",
    "measure": "measured from",
    "count_of": "its number of",
}


def verb_of(predicate: str) -> str:
    """The words for a predicate."""
    return _VERBS.get(predicate, predicate.replace("_", " "))


def words_of(member: str) -> str:
    """The words before what a member asks."""
    return _MEMBERS.get(member, member.replace("_", " "))
